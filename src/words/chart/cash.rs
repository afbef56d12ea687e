//! The texts of `cash`.

use crate::model::Summary;
use crate::scenario::{Event, Input};
use crate::words::dates::date;
use crate::words::numbers::{money, number, signed_money, years};
use crate::words::scenario_parts;
use crate::words::units::amount;

/// The finding of `cash`.
pub fn cash_title(summary: &Summary, horizon: f64) -> String {
    let deepest = signed_money(summary.peak_deficit);
    let within = || amount(Input::Horizon, horizon);
    let early = summary.peak_deficit_years <= 0.0;
    match (summary.payback_years, summary.first_touch_years) {
        (Some(at), _) if at <= 0.0 => "Cash never falls below zero: there is nothing to recover".to_owned(),
        (Some(at), Some(touch)) if touch < at - 0.25 => {
            format!("Cash touches zero in {} and passes it for good in {}", date(touch), date(at))
        }
        (Some(at), _) if early => format!("Cash starts at {deepest} and climbs above zero in {}", date(at)),
        (Some(at), _) => format!("Cash falls to {deepest}, then climbs back above zero in {}", date(at)),
        (None, Some(touch)) => format!("Cash is back above zero in {}, then lost again", date(touch)),
        (None, None) if early => format!("Cash starts at {deepest} and is not back above zero within {}", within()),
        (None, None) => format!("Cash falls to {deepest} and is not back above zero within {}", within()),
    }
}

/// Quantity and unit of `cash`.
pub fn cash_subtitle() -> &'static str {
    "Cumulative cash, $ billion, after tax, from Q1 2026"
}

/// `cash` in one sentence, for assistive tools.
pub fn cash_takeaway(summary: &Summary, horizon: f64) -> String {
    let end = format!("it stands at {} in {}", signed_money(summary.cumulative_cash_end), date(horizon));
    format!("Line chart of cumulative cash. {}; {end}.", cash_title(summary, horizon))
}

/// `Pays back in 7.8 years`.
pub fn pays_back(at: f64) -> String {
    format!("Pays back in {}", years(at))
}

/// `Still $231B short`.
pub fn still_short(by: f64) -> String {
    format!("Still {} short", money(by))
}

/// `$231B short`.
pub fn short_by(by: f64) -> String {
    format!("{} short", money(by))
}

/// `at the 10-year horizon`.
pub fn at_horizon(horizon: f64) -> String {
    format!("at the {}-year horizon", number(horizon, 0))
}

/// `−$313B at worst`.
pub fn at_worst(deficit: f64) -> String {
    format!("{} at worst", signed_money(deficit))
}

/// `, Q1 2029`.
pub fn comma_date(at: f64) -> String {
    format!(", {}", date(at))
}

/// ` in Q1 2036`.
pub fn in_date(at: f64) -> String {
    format!("\u{a0}in {}", date(at))
}

/// `−$99B spent before`.
pub fn spent_before(opening: f64) -> String {
    format!("{} spent before", signed_money(opening))
}

/// The bar over the years in which orders do not follow demand.
pub fn committed() -> &'static str {
    "committed"
}

/// The bar over the years of the plan.
pub fn build_out() -> &'static str {
    "build-out"
}

/// The band between the tenth and the ninetieth percentile.
pub fn of_cases() -> &'static str {
    "80\u{202f}% of cases"
}

/// The line of cash after interest.
pub fn after_interest() -> &'static str {
    "after interest"
}

/// ` Events: demand −20 % from Q3 2028 for good.`, after another sentence; empty without events.
pub fn events_sentence(events: &[Event]) -> String {
    let all: Vec<_> = events.iter().map(scenario_parts::event).collect();
    if all.is_empty() { String::new() } else { format!(" Events: {}.", all.join(", ")) }
}

/// The name of `cash` in lists of charts.
pub fn cash_name() -> &'static str {
    "Cash"
}

/// The meaning of the marks of `cash` that a narrow chart has no labels for.
pub fn cash_legend() -> &'static str {
    "Grey band: 80\u{202f}% of the simulated cases. Bar on top: strong while spending is committed, faint to the end of the build-out."
}
