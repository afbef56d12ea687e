//! The texts of the charts: findings, labels, units of their tables; one file per chart.

use std::borrow::Cow;

use crate::words::dates::quarter as quarter_date;
use crate::words::numbers::{money_to, number, percent, signed_money_to, years};

mod bridge;
mod cash;
mod growth_map;
mod lives;
mod margin;
mod mix;
mod monte_carlo;
mod revenue;
mod safety;
mod spend;
mod tornado;
mod unit;
mod variance;

pub use bridge::*;
pub use cash::*;
pub use growth_map::*;
pub use lives::*;
pub use margin::*;
pub use mix::*;
pub use monte_carlo::*;
pub use revenue::*;
pub use safety::*;
pub use spend::*;
pub use tornado::*;
pub use unit::*;
pub use variance::*;

/// The unit of a column, which decides how its numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// $ billion.
    Money,
    /// $ billion that may be lost, with its sign.
    SignedMoney,
    /// $ billion a year.
    MoneyPerYear,
    /// A share.
    Share,
    /// Compute units.
    Compute,
    /// Years.
    Years,
    /// A unit that differs from row to row.
    Plain,
}

impl Measure {
    /// A number in this unit as text.
    pub fn write(self, value: f64) -> String {
        let decimals = match value.abs() {
            small if small > 0.0 && small < 0.1 => 3,
            usual if usual < 9_999.5 => 1,
            _ => 0,
        };
        match self {
            Self::Money | Self::MoneyPerYear => money_to(value, decimals),
            Self::SignedMoney => signed_money_to(value, decimals),
            Self::Share => percent(value, 1),
            Self::Compute => number(value, decimals),
            Self::Years => years(value),
            Self::Plain => number(value, 2),
        }
    }

    /// The unit in the heading of a column; empty where the rows differ.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Money | Self::SignedMoney => "$B",
            Self::MoneyPerYear => "$B/yr",
            Self::Share => "share",
            Self::Compute => "CU",
            Self::Years => "years",
            Self::Plain => "",
        }
    }
}

/// The text of a missing value.
pub fn no_value() -> &'static str {
    "–"
}

/// A range of two values.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// `Q1 2031`.
pub fn quarter(index: u32) -> String {
    quarter_date(index)
}

/// `Q1 2031 · price +30 %`.
pub fn with_remark(text: &str, remark: &str) -> String {
    format!("{text} · {remark}")
}

/// `Q1 2031 · 5 years in`.
pub fn quarter_in(index: u32) -> String {
    let date = quarter_date(index);
    match (index / 4, index % 4) {
        (0, _) => date,
        (1, 0) => format!("{date} · 1 year in"),
        (years, 0) => format!("{date} · {years} years in"),
        _ => date,
    }
}

/// `Year 3, to Q1 2029`.
pub fn year(index: u32) -> String {
    format!("Year {index}, to {}", quarter_date(4 * index))
}

/// A tick of the time axis.
pub fn tick_year(year: u32) -> Cow<'static, str> {
    if year == 0 { "Q1 2026".into() } else { (2026 + year).to_string().into() }
}

/// The heading of a grid's cell.
pub fn both(across: &str, upwards: &str) -> String {
    format!("{across}, {upwards}")
}

/// The head of a table by quarter.
pub fn quarter_head() -> &'static str {
    "Quarter"
}

/// The name of the scenario's own line.
pub fn this_scenario() -> &'static str {
    "this scenario"
}

/// The name of the baseline's line.
pub fn as_opened() -> &'static str {
    "as opened"
}

/// A name, cut to the length of a label.
pub fn shorten(name: &str) -> String {
    let mut letters = name.chars();
    let head: String = letters.by_ref().take(18).collect();
    if letters.next().is_some() { format!("{}…", head.trim_end()) } else { head }
}

/// The head of a table by year.
pub fn year_head() -> &'static str {
    "Year"
}

/// The head of a table of measures.
pub fn measure_head() -> &'static str {
    "Measure"
}

/// The text of a missing answer of the model.
pub fn no_answer() -> &'static str {
    "none"
}

/// The head of a table by input.
pub fn input_head() -> &'static str {
    "Input"
}

/// The head of a column of inputs' values.
pub fn value_head() -> &'static str {
    "Value"
}

/// The head of a column of differences.
pub fn difference_head() -> &'static str {
    "Difference"
}

/// The head of a column of worths.
pub fn worth_head() -> &'static str {
    "Worth today, NPV"
}

/// The head of a column of shares.
pub fn share_head() -> &'static str {
    "share of cases"
}

/// The head of the column of the cases up to a column's end.
pub fn up_to_here_head() -> &'static str {
    "cases up to here"
}

/// The head of a table of simulated outcomes.
pub fn outcome_head() -> &'static str {
    "Outcome"
}
