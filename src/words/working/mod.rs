//! The working: every equation of the model with the numbers of a scenario. The numbers are the outcome's own; nothing
//! is calculated again.

mod demand;
mod equation;
mod measures;
mod operations;
mod orders;
mod precision;
mod writer;

pub use equation::{Equation, EquationGroup};
pub use precision::Precision;

use self::writer::EquationWriter;
use super::dates::{self, quarter};
use super::numbers::{NARROW_SPACE, money_to, number, percent, trimmed};
use crate::model::Outcome;
use crate::scenario::Scenario;

/// The time that a working shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A quarter, from 1.
    Quarter(usize),
    /// A year, from 1. Flows are summed, other values are those of its last quarter.
    Year(usize),
}

impl Period {
    /// The last quarter of the period, from 1.
    fn last_quarter(self) -> usize {
        match self {
            Self::Quarter(quarter) => quarter,
            Self::Year(year) => 4 * year,
        }
    }
}

/// An equation with its numbers and its result.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkedEquation {
    /// The equation.
    pub equation: Equation,
    /// The equation in letters.
    pub formula: &'static str,
    /// The equation in numbers, or a description where it sums over many orders or searches.
    pub substituted: String,
    /// The result in the outcome; `None` where there is none.
    pub value: Option<f64>,
    /// The result as text.
    pub result: String,
}

/// Every equation for a quarter or a year, in the order of the model.
pub fn working(scenario: &Scenario, outcome: &Outcome, period: Period) -> Vec<WorkedEquation> {
    working_with(Precision::Rounded, scenario, outcome, period)
}

/// Every equation, with a choice of precision.
pub fn working_with(
    precision: Precision,
    scenario: &Scenario,
    outcome: &Outcome,
    period: Period,
) -> Vec<WorkedEquation> {
    worked(precision, scenario, outcome, period, Equation::ALL.iter().copied())
}

/// An equation and all equations it depends on, each with its distance from the first.
pub fn why(equation: Equation, scenario: &Scenario, outcome: &Outcome, period: Period) -> Vec<(usize, WorkedEquation)> {
    let chain = equation.chain();
    let equations = chain.iter().map(|&(equation, _)| equation);
    let worked = worked(Precision::Rounded, scenario, outcome, period, equations);
    chain.iter().map(|&(_, depth)| depth).zip(worked).collect()
}

fn worked(
    precision: Precision,
    scenario: &Scenario,
    outcome: &Outcome,
    period: Period,
    equations: impl Iterator<Item = Equation>,
) -> Vec<WorkedEquation> {
    let quarters = outcome.quarterly.revenue.len();
    let t = period.last_quarter().clamp(1, quarters.max(1));
    let writer = EquationWriter { scenario, outcome, t, precision };
    equations
        .map(|equation| match period {
            Period::Year(_) if equation.is_summed_over_year() => summed(writer, equation),
            Period::Year(_) | Period::Quarter(_) => single(writer, equation),
        })
        .collect()
}

/// An equation in the writer's quarter.
fn single(writer: EquationWriter<'_>, equation: Equation) -> WorkedEquation {
    let substituted = match equation.group() {
        EquationGroup::Demand | EquationGroup::PriceAndChips => writer.demand_or_price(equation),
        EquationGroup::Orders | EquationGroup::Fleet => writer.orders_or_fleet(equation),
        EquationGroup::Operations => writer.operations(equation),
        EquationGroup::Measures => writer.measures(equation),
    };
    WorkedEquation {
        equation,
        formula: substituted.formula,
        substituted: substituted.numbers,
        value: substituted.value,
        result: result(equation, substituted.value),
    }
}

/// An equation as the sum of the four quarters that end with the writer's quarter.
fn summed(writer: EquationWriter<'_>, equation: Equation) -> WorkedEquation {
    let last = single(writer, equation);
    let first = writer.t.saturating_sub(3).max(1);
    let quarters = (first..=writer.t).filter_map(|t| single(writer.in_quarter(t), equation).value);
    let quarters: Vec<f64> = quarters.collect();
    let is_quantity = matches!(equation.unit(), "CU" | "GW");
    let term = |&value: &f64| {
        if is_quantity { writer.precision.quantity(value) } else { writer.precision.term(value) }
    };
    let terms: Vec<_> = quarters.iter().map(term).collect();
    let value = Some(quarters.iter().sum());
    WorkedEquation { substituted: terms.join(" + "), value, result: result(equation, value), ..last }
}

/// A result in its unit.
fn result(equation: Equation, value: Option<f64>) -> String {
    let Some(value) = value else { return "none".to_owned() };
    match equation.unit() {
        "$B" | "$B a year" if value.abs() < 0.095 && value != 0.0 => format!("${}B", Precision::Rounded.amount(value)),
        "$B" | "$B a year" => money_to(value, 1),
        "$B a CU" | "$B a CU-year" => money_to(value, 2),
        unit @ ("CU" | "GW") => format!("{} {unit}", Precision::Rounded.quantity(value)),
        "years" => format!("{} years", number(value, 2)),
        "×" => format!("{}×", trimmed(value, 2, 3)),
        // A threshold is rounded up, so that it still holds.
        "a year" if equation == Equation::BreakevenGrowth => percent((value * 1e3 - 1e-4).ceil() / 1e3, 1),
        _ if equation == Equation::RealisedPrice => trimmed(value, 2, 4),
        _ => percent(value, 1),
    }
}

/// The quarter in which a figure is decided, which its working shows first.
pub fn quarter_of(equation: Equation, outcome: &Outcome) -> usize {
    let summary = &outcome.summary;
    let last = outcome.quarterly.revenue.len().max(1);
    let years = match equation {
        Equation::Payback => summary.payback_years,
        Equation::PeakDeficit => Some(summary.peak_deficit_years),
        _ => None,
    };
    years.map_or(last, |years| (dates::quarter_of(years) as usize).clamp(1, last))
}

/// A period by its dates: `Q2 2030`, or `Q2 2026 to Q1 2027`.
pub fn period_name(period: Period) -> String {
    match period {
        Period::Quarter(t) => quarter(t as u32),
        Period::Year(year) => {
            let last = 4 * year as u32;
            format!("{} to {}", quarter(last.saturating_sub(3)), quarter(last))
        }
    }
}

/// The number of a quarter: “quarter 17 of 40”.
pub fn quarter_of_all(quarter: usize, all: usize) -> String {
    format!("quarter {quarter} of {all}")
}

/// The number of a year, and the meaning of its values.
pub fn year_of_all(year: usize, all: usize) -> String {
    format!("year {year} of {all}: flows are summed, other values are those at its end")
}

phrases! {
    /// Accessible name of the choice of the period.
    choice = "When";
    /// Link over the equations.
    skip = "Skip the equations";
    /// Button from a chain back to all equations.
    all_equations = "All equations";
}

/// The kinds of period.
pub const KINDS: [&str; 2] = ["Quarter", "Year"];

/// Column heads.
pub const HEADS: [&str; 5] = ["Equation", "Name", "In letters", "In numbers", "Result"];

/// The title of a chain: “Why 7.8 years?”.
pub fn why_title(value: &str) -> String {
    format!("Why {value}?")
}

/// Button from a chain back to its figure.
pub fn back_to(figure: &str) -> String {
    format!("Back to {figure}")
}

/// The meaning of the letters.
pub fn letters() -> String {
    format!(
        "CU: the compute of one gigawatt of NVIDIA accelerators. φ premium, P price, u highest utilisation, s custom share, \
         kc chip cost of a CU, w GW of a CU, y realised price, ks shell cost of a GW, n orders, b budget, E effective \
         compute, t quarter; ½ and ¼ are one half and one quarter. Shares are fractions: 0.21 is 21{NARROW_SPACE}%."
    )
}
