//! The working: every equation with a scenario's numbers put in. The numbers are the outcome's own; nothing is worked
//! out again here.

mod books;
mod market;
mod measures;
mod orders;
mod pen;
mod step;

pub use pen::Pen;
pub use step::Step;

use super::moments::quarter;
use super::numbers::{THIN, money_to, number, percent, trimmed};
use crate::model::Outcome;
use crate::scenario::{Input, Scenario};

/// When a working looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A quarter, from 1.
    Quarter(usize),
    /// A year, from 1: what flows is added up, the rest is as in its last quarter.
    Year(usize),
}

/// An equation with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub step: Step,
    /// The equation in letters.
    pub formula: &'static str,
    /// The equation in numbers; words where it is a sum over many orders.
    pub substituted: String,
    /// Its result, as the outcome has it; absent where there is none.
    pub value: Option<f64>,
    /// The result as written.
    pub result: String,
}

impl Line {
    /// The inputs it uses, to be linked to.
    pub fn inputs(&self) -> &'static [Input] {
        self.step.inputs()
    }

    /// The steps it stands on, to be linked to.
    pub fn uses(&self) -> &'static [Step] {
        self.step.uses()
    }
}

/// A scenario, its outcome, and the quarter that is looked at.
#[derive(Clone, Copy)]
struct Desk<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    t: usize,
    pen: Pen,
}

impl Desk<'_> {
    /// The value of a series in the quarter.
    fn at(&self, series: &[f64]) -> f64 {
        self.t.checked_sub(1).and_then(|at| series.get(at)).copied().unwrap_or_default()
    }

    /// The value in the quarter before, or the opening one.
    fn before(&self, series: &[f64], opening: f64) -> f64 {
        self.t.checked_sub(2).map_or(opening, |at| series.get(at).copied().unwrap_or_default())
    }

    /// A formula, its numbers as a template for the pen, and its result: a series in the quarter.
    fn row(&self, formula: &'static str, template: &str, numbers: &[f64], result: &[f64]) -> Row {
        (formula, self.pen.fill(template, numbers), Some(self.at(result)))
    }

    /// The same desk at another quarter.
    fn turn(self, t: usize) -> Self {
        Self { t, ..self }
    }

    fn line(&self, step: Step) -> Line {
        let (formula, substituted, value) = match step {
            Step::Start
            | Step::Growth
            | Step::Base
            | Step::Demand
            | Step::Premium
            | Step::Price
            | Step::Mix
            | Step::ChipCost
            | Step::Power
            | Step::Yield => self.market(step),
            Step::Budget
            | Step::Free
            | Step::Affordable
            | Step::Powered
            | Step::Wanted
            | Step::Orders
            | Step::NewShell
            | Step::Capex
            | Step::Effective
            | Step::OpeningFleet
            | Step::OpeningCapital => self.orders(step),
            Step::Terminal
            | Step::Npv
            | Step::Payback
            | Step::Irr
            | Step::Peak
            | Step::UnmetTotal
            | Step::Multiple
            | Step::Breakeven
            | Step::Roic => self.measures(step),
            _ => self.books(step),
        };
        Line { step, formula, substituted, value, result: written(step, value) }
    }
}

/// A formula in letters, in numbers, and its result.
type Row = (&'static str, String, Option<f64>);

/// A result in its unit.
fn written(step: Step, value: Option<f64>) -> String {
    let Some(value) = value else { return "none".to_owned() };
    match step.unit() {
        "$B" | "$B a year" if value.abs() < 0.095 && value != 0.0 => format!("${}B", Pen::Short.amount(value)),
        "$B" | "$B a year" => money_to(value, 1),
        "$B a CU" | "$B a CU-year" => money_to(value, 2),
        "CU" | "GW" => format!("{} {}", Pen::Short.quantity(value), step.unit()),
        "years" => format!("{} years", number(value, 2)),
        "×" => format!("{}×", trimmed(value, 2, 3)),
        // A threshold: rounded up, as everywhere.
        "a year" if step == Step::Breakeven => percent((value * 1e3 - 1e-4).ceil() / 1e3, 1),
        "a year" => percent(value, 1),
        _ if matches!(step, Step::Yield) => trimmed(value, 2, 4),
        _ => percent(value, 1),
    }
}

/// Every equation for a quarter or a year, in the order of the model.
pub fn working(scenario: &Scenario, outcome: &Outcome, when: When) -> Vec<Line> {
    working_with(Pen::Short, scenario, outcome, when)
}

/// The same, written with another pen.
pub fn working_with(pen: Pen, scenario: &Scenario, outcome: &Outcome, when: When) -> Vec<Line> {
    lines(pen, scenario, outcome, when, Step::ALL.iter().copied())
}

/// The chain behind a step, for a quarter or a year, with how far each line is from the step.
pub fn why(step: Step, scenario: &Scenario, outcome: &Outcome, when: When) -> Vec<(usize, Line)> {
    let chain = step.chain();
    let lines = lines(Pen::Short, scenario, outcome, when, chain.iter().map(|&(step, _)| step));
    chain.iter().map(|&(_, depth)| depth).zip(lines).collect()
}

fn lines(pen: Pen, scenario: &Scenario, outcome: &Outcome, when: When, steps: impl Iterator<Item = Step>) -> Vec<Line> {
    let all = outcome.quarterly.revenue.len();
    let t = match when {
        When::Quarter(t) => t,
        When::Year(year) => 4 * year,
    };
    let desk = Desk { scenario, outcome, t: t.clamp(1, all.max(1)), pen };
    steps.map(|step| if matches!(when, When::Year(_)) { desk.year(step) } else { desk.line(step) }).collect()
}

impl Desk<'_> {
    /// A line for the year that ends with the quarter: what flows is the sum of four quarters.
    fn year(self, step: Step) -> Line {
        let last = self.line(step);
        if !step.adds_up() {
            return last;
        }
        let first = self.t.saturating_sub(3).max(1);
        let quarters: Vec<f64> = (first..=self.t).filter_map(|t| self.turn(t).line(step).value).collect();
        let counted = matches!(step.unit(), "CU" | "GW");
        let term = |&value: &f64| if counted { self.pen.quantity(value) } else { self.pen.term(value) };
        let terms: Vec<_> = quarters.iter().map(term).collect();
        let value = Some(quarters.iter().sum());
        Line { substituted: terms.join(" + "), value, result: written(step, value), ..last }
    }
}

/// The quarter in which a figure is decided: where to look first when one asks why.
pub fn quarter_of(step: Step, outcome: &Outcome) -> usize {
    let summary = &outcome.summary;
    let last = outcome.quarterly.revenue.len().max(1);
    let years = match step {
        Step::Payback => summary.payback_years.unwrap_or(f64::INFINITY),
        Step::Peak => summary.peak_deficit_years,
        _ => f64::INFINITY,
    };
    if years.is_finite() { (super::moments::quarter_of(years) as usize).clamp(1, last) } else { last }
}

/// The choice of a time: `Q2 2030`, or `Q2 2026 to Q1 2027`.
pub fn when(when: When) -> String {
    match when {
        When::Quarter(t) => quarter(t as u32),
        When::Year(year) => {
            let last = 4 * year as u32;
            format!("{} to {}", quarter(last.saturating_sub(3)), quarter(last))
        }
    }
}

/// The end of a chain's heading: “Why 7.8 years?”.
pub fn why_title(value: &str) -> String {
    format!("Why {value}?")
}

/// The choice of a time.
pub fn choice() -> &'static str {
    "When"
}

/// Jumps over the equations and their links.
pub fn skip() -> &'static str {
    "Skip the equations"
}

/// The kinds of time: a quarter, a year.
pub const KINDS: [&str; 2] = ["Quarter", "Year"];

/// Heads of the columns.
pub const HEADS: [&str; 5] = ["Equation", "Name", "In letters", "In numbers", "Result"];

/// Where a quarter stands: “quarter 17 of 40”.
pub fn quarter_of_all(quarter: usize, all: usize) -> String {
    format!("quarter {quarter} of {all}")
}

/// Where a year stands, and what its numbers are.
pub fn year_of_all(year: usize, all: usize) -> String {
    format!("year {year} of {all}: what flows is added up, the rest is as at its end")
}

/// Back from a chain to everything.
pub fn all_equations() -> &'static str {
    "All equations"
}

/// Back from a chain to its figure.
pub fn back_to(figure: &str) -> String {
    format!("Back to {figure}")
}

/// What the letters mean, below the working.
pub fn letters() -> String {
    format!(
        "CU: the compute of one gigawatt of NVIDIA accelerators. φ premium, P price, u highest utilisation, s custom share, \
         kc chips of a CU, w GW of a CU, y price realised, ks shell of a GW, n order, b budget, E effective compute, \
         t quarter, ½ and ¼ powers as written. Shares stand as fractions: 0.21 is 21{THIN}%."
    )
}
