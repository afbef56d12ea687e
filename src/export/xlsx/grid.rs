//! The sheet of quarters as a table of columns whose formulas name each other.

use std::fmt::Write as _;

use super::xml::{address, fixed, letters};
use crate::scenario::{Input, Scenario, Value};

/// The first row of quarters; above it stand the heads.
pub(super) const TOP: usize = 8;

/// How far the rows reach: every slider's whole range, and the scenario itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Cohorts of the opening fleet.
    pub opening: usize,
    /// Quarters of lead time.
    pub lead: usize,
    /// Quarters of the horizon.
    pub horizon: usize,
    /// Quarters in which one CU earns.
    pub earning: usize,
}

impl Extent {
    pub fn of(scenario: &Scenario) -> Self {
        let longest = |input: Input| {
            let here = if let Value::Number(value) = scenario.get(input) { value } else { 0.0 };
            whole(input.range().map_or(here, |range| range.max.max(here)))
        };
        Self {
            opening: (4 * longest(Input::FleetAge)).max(1),
            lead: longest(Input::LeadTime),
            horizon: 4 * longest(Input::Horizon),
            earning: 4 * longest(Input::ChipLife) + 1,
        }
    }

    /// The row of quarter `t`.
    pub fn row(&self, t: i64) -> usize {
        let steps = t + signed(self.opening) - 1;
        TOP + usize::try_from(steps).unwrap_or_default()
    }

    /// Every quarter that has a row.
    pub fn quarters(&self) -> std::ops::RangeInclusive<i64> {
        1 - signed(self.opening)..=signed(self.horizon + self.lead)
    }

    /// The last quarter that has flows.
    pub fn end(&self) -> i64 {
        signed(self.horizon)
    }
}

fn whole(value: f64) -> usize {
    value.ceil().clamp(0.0, 1000.0) as usize
}

pub(super) fn signed(value: usize) -> i64 {
    i64::try_from(value).unwrap_or_default()
}

/// In which rows a column has formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Every one; `first` stands up to quarter 0.
    All,
    /// From quarter 0 on, where `first` stands.
    Market,
    /// From quarter 1 on.
    Orders,
    /// Quarters 1 to the horizon, empty beyond it; `first` stands in quarter 0.
    Flow,
    /// Quarters 0 to the last that may be in the horizon; `first` stands in quarter 0.
    Line,
}

/// A column of the sheet of quarters. In its formulas `{name}` is that column's cell in the same row, `{name-1}` the one
/// before, `{name^}` all above this row, `{name~}` all down to this row, `{name*}` all of them, `{name:}` quarters 0 to the
/// last in the horizon, `{name!}` quarters 1 to the last, `{name@}` the cell of quarter 0. Other names are inputs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub id: &'static str,
    pub equation: &'static str,
    pub unit: &'static str,
    pub rows: Rows,
    pub first: &'static str,
    pub formula: &'static str,
}

/// The columns with their rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    pub sheet: &'static str,
    pub columns: &'static [Column],
    pub extent: Extent,
}

impl Grid {
    /// The formula of a column in the row of quarter `t`, if it has one there.
    pub fn formula(&self, column: &Column, t: i64) -> Option<String> {
        let end = self.extent.end();
        let template = match column.rows {
            Rows::All if t <= 0 && !column.first.is_empty() => column.first,
            Rows::Market | Rows::Flow | Rows::Line if t == 0 => column.first,
            Rows::All => column.formula,
            Rows::Market if t > 0 => column.formula,
            Rows::Orders if t > 0 => column.formula,
            Rows::Line if t > 0 && t <= end => column.formula,
            Rows::Flow if t > 0 && t <= end => {
                let inner = self.resolve(column.formula, t, "");
                return Some(self.resolve(&format!("IF({{t}}>quarters,\"\",{inner})"), t, ""));
            }
            _ => "",
        };
        (!template.is_empty()).then(|| self.resolve(template, t, ""))
    }

    /// A formula of another sheet.
    pub fn outside(&self, template: &str) -> String {
        self.resolve(template, 0, &format!("{}!", self.sheet))
    }

    /// The cells of a column from one quarter to another, for a chart.
    pub fn cells(&self, id: &str, from: i64, to: i64) -> String {
        let column = self.position(id);
        let (first, last) = (fixed(column, self.extent.row(from)), fixed(column, self.extent.row(to)));
        format!("{}!{first}:{last}", self.sheet)
    }

    /// Where a column stands; behind the quarter's number and date.
    pub fn position(&self, id: &str) -> usize {
        match id {
            "t" => 0,
            "date" => 1,
            _ => 2 + self.columns.iter().position(|column| column.id == id).unwrap_or(self.columns.len()),
        }
    }

    fn resolve(&self, template: &str, t: i64, prefix: &str) -> String {
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(prefix);
            self.reference(&mut out, name, t);
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    fn reference(&self, out: &mut String, name: &str, t: i64) {
        let id = name.trim_end_matches(['^', '~', '*', ':', '!', '@']);
        let (id, back) = id.strip_suffix("-1").map_or((id, 0), |id| (id, 1));
        let column = self.position(id);
        let row = self.extent.row(t);
        let (letter, last) = (letters(column), self.extent.row(*self.extent.quarters().end()));
        let _ = match name.chars().last() {
            Some('^') => write!(out, "{letter}${TOP}:{letter}{}", row - 1),
            Some('~') => write!(out, "{letter}${TOP}:{letter}{row}"),
            Some('*') => write!(out, "${letter}${TOP}:${letter}${last}"),
            Some(':') => write!(
                out,
                "{}:{}",
                fixed(column, self.extent.row(0)),
                fixed(column, self.extent.row(self.extent.end()))
            ),
            Some('!') => write!(
                out,
                "{}:{}",
                fixed(column, self.extent.row(1)),
                fixed(column, self.extent.row(self.extent.end()))
            ),
            Some('@') => write!(out, "{}", fixed(column, self.extent.row(0))),
            _ => write!(out, "{}", address(column, row - back)),
        };
    }
}
