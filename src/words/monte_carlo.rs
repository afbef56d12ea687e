//! Texts of the Monte Carlo simulation, which the page calls “Odds”: shares of simulated cases, not probabilities.

use super::grammar::{count_word, lower_first};
use super::inputs;
use super::numbers::{number, percent, signed_money, signed_number};
use super::units::amount;
use crate::analysis::{MonteCarloSummary, Percentiles};
use crate::scenario::Input;

phrases! {
    /// Button that takes the next seed.
    draw_again = "draw again";
    /// Button that shows the ranges of the uncertain inputs.
    ranges = "Set your own ranges";
    /// Heading of the choice of a case.
    case_title = "Show me a case";
    /// Accessible name of the slider of percentiles.
    case_slider = "Percentile of the case by net present value";
    /// Button that chooses a bad case.
    bad_case = "a bad case";
    /// Button that chooses the median case.
    median_case = "the median case";
    /// Button that chooses a good case.
    good_case = "a good case";
    /// Button that opens the case as the scenario.
    open_case = "Open this case";
    /// Message after the case was opened.
    case_opened = "The case is open: its inputs are in the sliders. Undo brings your scenario back.";
    /// Label of the seed's field.
    seed = "Seed";
    /// Heading of the list of correlations.
    correlations = "Correlations";
    /// The meaning of the correlations.
    correlated_how = "The draws of one case follow these correlations. Inputs that you add are independent.";
}

/// Error message of the seed's field: “x” is not a seed.
pub fn refused_seed(text: &str) -> String {
    format!("“{}” is not a seed. A seed is a whole number from 0 to 4,294,967,295.", text.trim())
}

/// “1st”, “5th”, “22nd”.
pub fn ordinal(number: u8) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// “5 % of simulated cases are worth less than −$144B.”
pub fn case_worth(percentile: u8, npv: f64) -> String {
    format!(
        "{} of simulated cases are worth less than {}.",
        percent(f64::from(percentile) / 100.0, 0),
        signed_money(npv)
    )
}

/// Step of the history after a simulated case was opened.
pub fn case_taken(percentile: u8) -> String {
    format!("Simulated case at the {} percentile", ordinal(percentile))
}

/// The lead, with this scenario's position in the distribution, for a number of uncertain inputs.
pub fn lead(report: &MonteCarloSummary, uncertain: usize) -> String {
    if uncertain == 0 {
        return "No input is uncertain: every simulated case is this scenario.".to_owned();
    }
    let count = count_word(uncertain as f64);
    let inputs = if uncertain == 1 { "input" } else { "inputs" };
    let cases = number(report.draws as f64, 0);
    let position = match report.base_npv - report.npv.p50 {
        above if above > 0.5 => "This scenario lies above the median: its assumptions are optimistic.",
        below if below < -0.5 => "This scenario lies below the median: its assumptions are cautious.",
        _ => "This scenario lies at the median.",
    };
    format!(
        "{cases} simulated cases with {count} uncertain {inputs}: shares under these assumptions, not \
         probabilities. {position}"
    )
}

/// The share of cases that pay back, with twice its standard error.
pub fn pays_back(report: &MonteCarloSummary, horizon: f64) -> String {
    let share = with_error(report.pays_back, 2.0 * report.pays_back_error);
    format!("{share} of simulated cases pay back within {}.", amount(Input::Horizon, horizon))
}

/// The share of cases that are worth more than they cost, with twice its standard error.
pub fn worth_it(report: &MonteCarloSummary) -> String {
    let share = with_error(report.worth_it, 2.0 * report.worth_it_error);
    format!("{share} of simulated cases are worth more than they cost.")
}

/// A share with its sampling error in whole percentage points: `68 % (±5 points)`.
fn with_error(share: f64, error: f64) -> String {
    let points = (error * 100.0).ceil().max(1.0);
    let unit = if points == 1.0 { "point" } else { "points" };
    format!("{} (±{} {unit})", percent(share, 0), number(points, 0))
}

/// The distribution of NPV: “Nine cases in ten lie between −$98B and +$223B; half are below +$54B.”
pub fn spread(npv: &Percentiles) -> String {
    format!(
        "Nine cases in ten lie between {} and {}; half are below {}.",
        signed_money(npv.p5),
        signed_money(npv.p95),
        signed_money(npv.p50)
    )
}

/// Two correlated inputs: “Price of compute with loss with age: −0.5”.
pub fn correlation(first: Input, second: Input, value: f64) -> String {
    let second = lower_first(inputs::short(second));
    format!("{} with {second}: {}", inputs::short(first), signed_number(value, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_come_with_their_error_and_the_lead_with_the_median() {
        let npv = Percentiles { p5: -97.8, p50: 53.5, p95: 222.7 };
        let (pays_back_share, pays_back_error) = (0.68, 0.0233);
        let report = MonteCarloSummary {
            draws: 400,
            npv,
            base_npv: 89.1,
            pays_back: pays_back_share,
            pays_back_error,
            ..MonteCarloSummary::default()
        };
        assert_eq!(
            lead(&report, 12),
            "400 simulated cases with 12 uncertain inputs: shares under these assumptions, not probabilities. This scenario lies above the median: its assumptions are optimistic."
        );
        assert!(
            lead(&MonteCarloSummary { draws: 10_000, base_npv: 20.0, ..report }, 12)
                .starts_with("10,000 simulated cases")
        );
        assert_eq!(spread(&npv), "Nine cases in ten lie between −$98B and +$223B; half are below +$54B.");
        assert_eq!(
            pays_back(&report, 10.0).replace('\u{202f}', " "),
            "68 % (±5 points) of simulated cases pay back within 10 years."
        );
    }
}
