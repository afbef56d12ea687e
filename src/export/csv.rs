//! The results as tables that spreadsheets open right: RFC 4180, by quarter and by year.

use std::borrow::Cow;

use super::{Report, cite, years};
use crate::chart::{Cell, Figure};
use crate::model::Quarterly;
use crate::words::dates::quarter;
use crate::words::export as words;
use crate::words::numbers::machine;

/// What separates the fields, which goes with how decimals are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Commas, and a decimal point.
    #[default]
    Comma,
    /// Semicolons, and a decimal comma, as spreadsheets of many countries expect.
    Semicolon,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The separators.
    pub dialect: Dialect,
    /// Whether a first row says what it is and where it opens again.
    pub comment: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { dialect: Dialect::Comma, comment: true }
    }
}

/// Every series, a row for every quarter.
pub fn by_quarter(report: &Report, layout: Layout) -> String {
    let mut table = Table::new(report, layout);
    let quarterly = &report.outcome.quarterly;
    let named = Quarterly::NAMES.iter().map(|name| titled(name, words::series_unit(name)));
    table.row(["t".to_owned(), "quarter".to_owned()].into_iter().chain(named));
    let series: Vec<&[f64]> = quarterly.series().map(|(_, series)| series).collect();
    for t in 0..quarterly.revenue.len() {
        let date = quarter(u32::try_from(t).unwrap_or(u32::MAX - 1) + 1);
        let numbers = series.iter().map(|series| layout.dialect.number(series.get(t).copied()));
        table.row([(t + 1).to_string(), date].into_iter().chain(numbers));
    }
    table.text
}

/// The yearly figures, a row for every year; what is a stock is as at the year's end.
pub fn by_year(report: &Report, layout: Layout) -> String {
    let mut table = Table::new(report, layout);
    let columns = years::yearly(report.outcome);
    let named = columns.iter().map(|column| titled(column.id, column.unit));
    table.row(["year".to_owned(), "to".to_owned()].into_iter().chain(named));
    for year in 0..report.outcome.summary.revenue_by_year.len() {
        let end = quarter(u32::try_from(4 * year).unwrap_or(u32::MAX - 4) + 4);
        let numbers = columns.iter().map(|column| layout.dialect.number(column.values.get(year).copied().flatten()));
        table.row([(year + 1).to_string(), end].into_iter().chain(numbers));
    }
    table.text
}

/// The table behind a chart, in the order of `rows`; a range becomes two columns.
pub fn of_chart(report: &Report, figure: &Figure, rows: &[usize], layout: Layout) -> String {
    let mut out = Table::new(report, layout);
    let table = &figure.table;
    let cells = |column: usize| rows.iter().map(move |&row| table.rows.get(row)?.cells.get(column).copied());
    let wide: Vec<bool> = (0..table.columns.len())
        .map(|column| cells(column).any(|cell| matches!(cell, Some(Cell::Range(..)))))
        .collect();
    let heads = table.columns.iter().zip(&wide).flat_map(|(column, &wide)| {
        let name = titled(&column.name, column.unit.unit());
        if wide { vec![words::low_end(&name), words::high_end(&name)] } else { vec![name] }
    });
    out.row(std::iter::once(table.head.clone().into_owned()).chain(heads));
    for row in rows.iter().filter_map(|&row| table.rows.get(row)) {
        let numbers = row.cells.iter().zip(&wide).flat_map(|(cell, &wide)| {
            let (low, high) = match *cell {
                Cell::Empty => (None, None),
                Cell::Number(value) | Cell::Of(_, value) => (Some(value), Some(value)),
                Cell::Range(low, high) => (Some(low), Some(high)),
            };
            let both = [low, high].map(|value| layout.dialect.number(value));
            both.into_iter().take(if wide { 2 } else { 1 })
        });
        out.row(std::iter::once(row.head.text()).map(Cow::into_owned).chain(numbers));
    }
    out.text
}

fn titled(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") }
}

impl Dialect {
    fn separator(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }

    /// The shortest text that reads back as the same number; nothing where there is none.
    fn number(self, value: Option<f64>) -> String {
        let Some(value) = value else { return String::new() };
        let text = machine(value);
        match self {
            Self::Comma => text,
            Self::Semicolon => text.replace('.', ","),
        }
    }
}

struct Table {
    text: String,
    separator: char,
}

impl Table {
    /// Begins with the mark by which spreadsheets know UTF-8.
    fn new(report: &Report, layout: Layout) -> Self {
        let mut table = Self { text: "\u{feff}".to_owned(), separator: layout.dialect.separator() };
        if layout.comment {
            table.row(std::iter::once(format!("# {}", cite::source(report))));
        }
        table
    }

    fn row(&mut self, fields: impl Iterator<Item = String>) {
        for (at, field) in fields.enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            self.field(&field);
        }
        self.text.push_str("\r\n");
    }

    fn field(&mut self, field: &str) {
        if field.contains([',', ';', '"', '\r', '\n', '\t']) && !self.is_decimal(field) {
            self.text.push('"');
            self.text.push_str(&field.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(field);
        }
    }

    /// A decimal comma between semicolons needs no quotes.
    fn is_decimal(&self, field: &str) -> bool {
        self.separator == ';' && field.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | 'e'))
    }
}
