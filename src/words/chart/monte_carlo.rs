//! The texts of `odds`.

use super::this_scenario;
use crate::analysis::MonteCarloSummary;
use crate::words::numbers::{money, number, percent, signed_money, trimmed};

/// A share of the cases in words.
fn part_of(share: f64) -> String {
    let near = |value: f64| (share - value).abs() < 0.02;
    match share {
        none if none < 0.005 => "Hardly any case".to_owned(),
        all if all > 0.995 => "Nearly every case".to_owned(),
        _ if near(0.1) => "One case in ten".to_owned(),
        _ if near(0.2) => "One case in five".to_owned(),
        _ if near(0.25) => "One case in four".to_owned(),
        _ if near(1.0 / 3.0) => "One case in three".to_owned(),
        _ if near(0.5) => "Every other case".to_owned(),
        _ if near(2.0 / 3.0) => "Two cases in three".to_owned(),
        _ if near(0.75) => "Three cases in four".to_owned(),
        _ => format!("{} of cases", percent(share, 0)),
    }
}

fn is_not_back(share: f64, horizon: f64) -> String {
    let part = part_of(share);
    let verb =
        if part.ends_with("cases") || part.starts_with("Two") || part.starts_with("Three") { "are" } else { "is" };
    if share <= 0.0 {
        format!("Every case is back within {} years", number(horizon, 0))
    } else if share >= 1.0 {
        format!("No case is back within {} years", number(horizon, 0))
    } else {
        format!("{part} {verb} not back within {} years", number(horizon, 0))
    }
}

/// The finding of `odds`.
pub fn monte_carlo_title(never: f64, horizon: f64, median: f64) -> String {
    format!("{}; half of all cases are worth less than {}", is_not_back(never, horizon), signed_money(median))
}

/// Quantity and unit of `odds`.
pub fn monte_carlo_subtitle(draws: usize) -> String {
    format!("Share of {} simulated cases", number(draws as f64, 0))
}

/// `odds` in one sentence, for assistive tools.
pub fn monte_carlo_takeaway(report: &MonteCarloSummary, horizon: f64) -> String {
    format!(
        "Two histograms of {} simulated cases under these assumptions. {} pay back within {} years, {} are worth more than \
         they cost; half of them are worth less than {}.",
        number(report.draws as f64, 0),
        crate::words::numbers::share(report.pays_back),
        number(horizon, 0),
        crate::words::numbers::share(report.worth_it),
        signed_money(report.npv.p50)
    )
}

/// The finding and the subtitle of the paybacks.
pub fn payback_heading(never: f64, horizon: f64) -> (String, String) {
    (is_not_back(never, horizon), "Share of cases by payback".to_owned())
}

/// The finding and the subtitle of the worths.
pub fn worth_heading(median: f64, spread: f64, width: f64) -> (String, String) {
    let title = format!("Half of all cases are worth less than {}", signed_money(median));
    let subtitle = "Share of cases by net present value";
    if spread <= width {
        (title, subtitle.to_owned())
    } else {
        (title, format!("{subtitle}, {} columns", money(width)))
    }
}

/// The column of the cases that do not pay back.
pub fn not_within(horizon: f64) -> [String; 2] {
    ["not within".to_owned(), format!("{} years", number(horizon, 0))]
}

/// The axis of paybacks.
pub fn years_to_pay_back() -> &'static str {
    "years to pay back"
}

/// The axis of worths.
pub fn net_present_value() -> &'static str {
    "net present value"
}

/// `this scenario 7.8`.
pub fn this_payback(at: f64) -> String {
    format!("{} {}", this_scenario(), number(at, 1))
}

/// `this scenario +$89B`.
pub fn this_worth(npv: f64) -> String {
    format!("{} {}", this_scenario(), signed_money(npv))
}

/// `median +$54B`.
pub fn median(npv: f64) -> String {
    format!("median {}", signed_money(npv))
}

/// `68 % pay back in time`.
pub fn in_time(share: f64) -> String {
    format!("{} pay back in time", crate::words::numbers::share(share))
}

/// `32 % lose`.
pub fn lose(share: f64) -> String {
    format!("{} lose", crate::words::numbers::share(share))
}

/// `69 % are worth it`.
pub fn are_worth_it(share: f64) -> String {
    format!("{} are worth it", crate::words::numbers::share(share))
}

/// A column of paybacks.
pub fn years_between(from: f64, to: f64) -> String {
    format!("back in {} to {} years", trimmed(from, 0, 1), trimmed(to, 0, 1))
}

/// A column of worths.
pub fn worth_between(from: f64, to: f64) -> String {
    format!("worth {} to {}", signed_money(from), signed_money(to))
}

/// The name of `odds` in lists of charts.
pub fn monte_carlo_name() -> &'static str {
    "Odds"
}
