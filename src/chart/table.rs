//! The table behind a chart. Readout, data table and CSV all show it.

use std::borrow::Cow;

use super::{Dash, Role};
use crate::scenario::Input;
use crate::words;
pub use crate::words::chart::Measure;

/// Columns with their units, and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heading of the rows.
    pub head: Cow<'static, str>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name.
    pub name: Cow<'static, str>,
    /// The unit.
    pub unit: Measure,
    /// The look of the series in the chart.
    pub key: Option<Key>,
}

/// The look of a series beside its name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    /// The colour.
    pub role: Role,
    /// The dashes.
    pub dash: Dash,
    /// The width of the line, in CSS pixels.
    pub width: f64,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The heading.
    pub head: RowHead,
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// The unit of the row, where it differs from the units of the columns.
    pub unit: Option<Measure>,
    /// The events at the row's time.
    pub remark: Option<String>,
}

impl Row {
    /// A row in the units of its columns.
    pub fn new(head: RowHead, cells: Vec<Cell>) -> Self {
        Self { head, cells, unit: None, remark: None }
    }

    /// The heading as text, with the remark.
    pub fn head_text(&self) -> Cow<'static, str> {
        self.with_remark(self.head.text())
    }

    /// The heading of a readout, with the remark.
    pub fn heading(&self) -> String {
        self.with_remark(self.head.heading().into()).into_owned()
    }

    fn with_remark(&self, text: Cow<'static, str>) -> Cow<'static, str> {
        match &self.remark {
            Some(remark) => words::chart::with_remark(&text, remark).into(),
            None => text,
        }
    }

    /// The time of the row in years, where it has one.
    pub fn time(&self) -> Option<f64> {
        match self.head {
            RowHead::Quarter(quarter) => Some(f64::from(quarter) / 4.0),
            RowHead::Year(year) => Some(f64::from(year)),
            RowHead::Words(_) => None,
        }
    }
}

/// The heading of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowHead {
    /// A quarter after Q1 2026.
    Quarter(u32),
    /// A year, counted from 1.
    Year(u32),
    /// Any other heading.
    Words(Cow<'static, str>),
}

/// A value of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// A number.
    Number(f64),
    /// A range: its lower and upper end.
    Range(f64, f64),
    /// A value of an input, in its own unit.
    Of(Input, f64),
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Number)
    }
}

impl Cell {
    /// The cell as text.
    pub fn text(&self, unit: Measure) -> String {
        match *self {
            Self::Empty => words::chart::no_value().to_owned(),
            Self::Number(value) => unit.write(value),
            Self::Of(input, value) => words::units::amount(input, value),
            Self::Range(low, high) => words::chart::range(&unit.write(low), &unit.write(high)),
        }
    }
}

impl RowHead {
    /// The heading as text.
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Self::Quarter(quarter) => Cow::Owned(words::chart::quarter(*quarter)),
            Self::Year(year) => Cow::Owned(words::chart::year(*year)),
            Self::Words(words) => words.clone(),
        }
    }
}

impl RowHead {
    /// The heading of a readout, with the number of years since the start.
    pub fn heading(&self) -> String {
        match self {
            Self::Quarter(quarter) => words::chart::quarter_in(*quarter),
            Self::Year(year) => words::chart::year(*year),
            Self::Words(words) => words.clone().into_owned(),
        }
    }
}

impl Table {
    /// The text of a cell.
    pub fn text(&self, row: usize, column: usize) -> String {
        let Some(row) = self.rows.get(row) else { return String::new() };
        let unit = row.unit.or(self.columns.get(column).map(|column| column.unit)).unwrap_or(Measure::Plain);
        row.cells.get(column).map_or_else(String::new, |cell| cell.text(unit))
    }
}

/// The order of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// The column to sort by; `None` for the heading of the rows.
    pub column: Option<usize>,
    /// Whether the largest comes first.
    pub falling: bool,
}

impl Table {
    /// The indices of the rows in an order; rows without a value come last.
    pub fn order(&self, sorting: Option<Sorting>) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.rows.len()).collect();
        let Some(Sorting { column, falling }) = sorting else { return rows };
        match column {
            Some(column) => {
                let size = |row: usize| self.rows.get(row)?.cells.get(column)?.size();
                rows.sort_by(|&a, &b| match (size(a), size(b)) {
                    (Some(a), Some(b)) if falling => b.total_cmp(&a),
                    (Some(a), Some(b)) => a.total_cmp(&b),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                });
            }
            None => {
                let place = |row: usize| self.rows.get(row).map(|row| row.head.place());
                rows.sort_by(|&a, &b| if falling { place(b).cmp(&place(a)) } else { place(a).cmp(&place(b)) });
            }
        }
        rows
    }
}

impl RowHead {
    fn place(&self) -> (u32, &str) {
        match self {
            Self::Quarter(at) | Self::Year(at) => (*at, ""),
            Self::Words(words) => (0, words),
        }
    }
}

impl Cell {
    fn size(&self) -> Option<f64> {
        match *self {
            Self::Empty => None,
            Self::Number(value) | Self::Of(_, value) => Some(value),
            Self::Range(low, high) => Some((low + high) / 2.0),
        }
    }
}
