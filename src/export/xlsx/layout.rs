//! The layout of the Model worksheet: rows of quarters, and columns whose formulas refer to each other by name.

use std::fmt::Write as _;

use super::address::{absolute, address, column_letters};
use crate::scenario::{Input, Scenario, Value};

/// The first row of quarters, below the headings.
pub(super) const FIRST_ROW: usize = 8;

/// The extent of the rows, which covers the whole range of each slider and the scenario itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Cohorts of the opening fleet, one per quarter.
    pub opening: usize,
    /// Lead time, in quarters.
    pub lead: usize,
    /// Horizon, in quarters.
    pub horizon: usize,
    /// Quarters in which one CU has cash flows after it enters service.
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
        FIRST_ROW + usize::try_from(steps).unwrap_or_default()
    }

    /// The quarters that have a row.
    pub fn quarters(&self) -> std::ops::RangeInclusive<i64> {
        1 - signed(self.opening)..=signed(self.horizon + self.lead)
    }

    /// The last quarter that may lie within the horizon.
    pub fn last_flow(&self) -> i64 {
        signed(self.horizon)
    }
}

fn whole(value: f64) -> usize {
    value.ceil().clamp(0.0, 1000.0) as usize
}

pub(super) fn signed(value: usize) -> i64 {
    i64::try_from(value).unwrap_or_default()
}

/// The rows in which a column has formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// All rows; those up to quarter 0 have the formula `first`.
    All,
    /// From quarter 0, which has the formula `first`.
    Market,
    /// From quarter 1.
    Orders,
    /// Quarters 1 to the last that may lie within the horizon, empty beyond the horizon; quarter 0 has the formula `first`.
    Flow,
    /// Quarters 1 to the last that may lie within the horizon; quarter 0 has the formula `first`.
    Line,
}

/// A column of the Model worksheet.
///
/// Its formulas are templates that refer to columns by id; other names in them are defined names of inputs.
///
/// | template | cells of the column |
/// |---|---|
/// | `{name}` | in the same row |
/// | `{name-1}` | in the row above |
/// | `{name^}` | in all rows above |
/// | `{name~}` | in all rows down to this one |
/// | `{name*}` | in all rows |
/// | `{name:}` | from quarter 0 to the last that may lie within the horizon |
/// | `{name!}` | from quarter 1 to the last that may lie within the horizon |
/// | `{name@}` | in quarter 0 |
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub id: &'static str,
    pub equation: &'static str,
    pub unit: &'static str,
    pub rows: Rows,
    pub first: &'static str,
    pub formula: &'static str,
}

/// The Model worksheet's name, columns and rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct ModelLayout {
    pub sheet: &'static str,
    pub columns: &'static [Column],
    pub extent: Extent,
}

impl ModelLayout {
    /// The formula of a column in the row of quarter `t`, or `None` where the column has no formula.
    pub fn formula(&self, column: &Column, t: i64) -> Option<String> {
        let end = self.extent.last_flow();
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

    /// Resolves a template for a cell of another worksheet.
    pub fn resolve_outside(&self, template: &str) -> String {
        self.resolve(template, 0, &format!("{}!", self.sheet))
    }

    /// The range of a column from one quarter to another, for a chart.
    pub fn range(&self, id: &str, from: i64, to: i64) -> String {
        let column = self.column(id);
        let (first, last) = (absolute(column, self.extent.row(from)), absolute(column, self.extent.row(to)));
        format!("{}!{first}:{last}", self.sheet)
    }

    /// The index of a column; the first two hold the quarter's number and date.
    pub fn column(&self, id: &str) -> usize {
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
        let column = self.column(id);
        let row = self.extent.row(t);
        let (letter, last) = (column_letters(column), self.extent.row(*self.extent.quarters().end()));
        let _ = match name.chars().last() {
            Some('^') => write!(out, "{letter}${FIRST_ROW}:{letter}{}", row - 1),
            Some('~') => write!(out, "{letter}${FIRST_ROW}:{letter}{row}"),
            Some('*') => write!(out, "${letter}${FIRST_ROW}:${letter}${last}"),
            Some(':') => write!(
                out,
                "{}:{}",
                absolute(column, self.extent.row(0)),
                absolute(column, self.extent.row(self.extent.last_flow()))
            ),
            Some('!') => write!(
                out,
                "{}:{}",
                absolute(column, self.extent.row(1)),
                absolute(column, self.extent.row(self.extent.last_flow()))
            ),
            Some('@') => write!(out, "{}", absolute(column, self.extent.row(0))),
            _ => write!(out, "{}", address(column, row - back)),
        };
    }
}
