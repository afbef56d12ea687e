//! The words of the simulated cases: shares, never probabilities.

use super::analysis::not_probability;
use super::numbers::{number, share, signed_money};
use super::units::amount;
use super::{goals, inputs};
use crate::analysis::{MonteCarloSummary, Percentiles, UncertainInput};
use crate::scenario::Input;

/// The lead of the odds, with what the base case leans to.
pub fn odds_lead(report: &MonteCarloSummary) -> String {
    let count = super::page::small(crate::analysis::UNCERTAIN_INPUTS.len() as f64);
    let draws = number(report.draws as f64, 0);
    let lean = match report.base_npv - report.npv.p50 {
        above if above > 0.5 => "This scenario lies above the median: its assumptions lean hopeful.",
        below if below < -0.5 => "This scenario lies below the median: its assumptions lean cautious.",
        _ => "This scenario lies at the median.",
    };
    format!("{draws} draws over {count} uncertain inputs, correlated. {} {lean}", not_probability())
}

/// What pays back, with twice its standard error: “68 %, give or take 5 points, of simulated cases pay back within …”.
pub fn pays_back_in_full(report: &MonteCarloSummary, horizon: f64) -> String {
    let share = goals::give_or_take(report.pays_back, 2.0 * report.pays_back_error);
    format!("{share}, of simulated cases pay back within {}.", amount(Input::Horizon, horizon))
}

/// What is worth it, likewise.
pub fn worth_it_in_full(report: &MonteCarloSummary) -> String {
    let share = goals::give_or_take(report.worth_it, 2.0 * report.worth_it_error);
    format!("{share}, of simulated cases are worth more than they cost.")
}

/// A row of what is drawn: “Demand growth: 0.4 to 1.8 times its value, most likely the value itself”.
pub fn uncertain(row: &UncertainInput) -> String {
    let (low, high) = (super::numbers::trimmed(row.low, 0, 2), super::numbers::trimmed(row.high, 0, 2));
    format!("{}: {low} to {high} times its value, most likely the value itself", inputs::short(row.input))
}

/// Two inputs that move together: “Price with Loss with age −0.5”.
pub fn correlation(one: Input, other: Input, value: f64) -> String {
    let value = super::numbers::signed_number(value, 1);
    format!("{} with {}: {value}", inputs::short(one), super::analysis::lower_first(inputs::short(other)))
}

/// How the cases are drawn.
pub fn drawn_how() -> &'static str {
    "Each value is drawn from a triangle over its range, most often near this scenario’s own; joint draws follow the correlations."
}

/// A seed that is none.
pub fn refused_seed() -> &'static str {
    "A seed is a whole number from 0 to 4,294,967,295."
}

/// “68 % pay back in time” in the histogram.
pub fn pay_back_in_time(fraction: f64) -> String {
    format!("{} pay back in time", share(fraction))
}

/// “not within 10 years”.
pub fn not_within(horizon: f64) -> String {
    format!("not within {}", amount(Input::Horizon, horizon))
}

/// “32 % lose”.
pub fn lose(fraction: f64) -> String {
    format!("{} lose", share(fraction))
}

/// “69 % are worth it”.
pub fn are_worth_it(fraction: f64) -> String {
    format!("{} are worth it", share(fraction))
}

/// The spread of worth: “Nine cases in ten lie between −$98B and +$223B; half are below +$54B.”
pub fn spread(npv: &Percentiles) -> String {
    format!(
        "Nine cases in ten lie between {} and {}; half are below {}.",
        signed_money(npv.p5),
        signed_money(npv.p95),
        signed_money(npv.p50)
    )
}

/// “Seed 2026”.
pub fn seed_of(value: u32) -> String {
    format!("Seed {value}")
}
