//! The texts of `spend`.

use super::Measure;
use crate::model::Outcome;
use crate::scenario::Scenario;
use crate::words::numbers::money;

/// The finding of `spend`.
pub fn spend_title(outcome: &Outcome, scenario: &Scenario) -> String {
    let quarterly = &outcome.quarterly;
    let window = quarterly.capex_planned.iter().rposition(|planned| *planned > 0.0).map_or(0, |last| last + 1);
    let after: f64 = quarterly.capex.iter().skip(window).sum();
    let text = if outcome.summary.total_capex <= 0.0 {
        "Nothing is spent"
    } else if window == 0 {
        "Only what retires is replaced"
    } else if window >= quarterly.capex.len() {
        "Spending runs to the horizon"
    } else if after > 1e-6 * outcome.summary.total_capex && scenario.replacement > 0.0 {
        "Spending stops with the plan; replacements follow"
    } else {
        "Spending stops with the plan"
    };
    text.to_owned()
}

/// Quantity and unit of `spend`.
pub fn spend_subtitle() -> &'static str {
    "AI capex and depreciation, $ billion a quarter"
}

/// `spend` in one sentence, for assistive tools.
pub fn spend_takeaway(outcome: &Outcome, scenario: &Scenario) -> String {
    let summary = &outcome.summary;
    format!(
        "Columns of capex by quarter with depreciation. {}: {} is ordered over the horizon, {} is depreciated or written off.",
        spend_title(outcome, scenario),
        money(summary.total_capex),
        money(summary.total_depreciation + summary.total_writeoff)
    )
}

/// The name of the plan.
pub fn the_plan() -> &'static str {
    "the plan"
}

/// Land, buildings, power.
pub fn shell() -> &'static str {
    "shell"
}

/// Chips, servers, network.
pub fn chips() -> &'static str {
    "chips"
}

/// `chips $18.3B`.
pub fn chips_at(value: f64) -> String {
    format!("chips {}", Measure::Money.write(value))
}

/// Depreciation.
pub fn depreciation() -> &'static str {
    "depreciation"
}

/// The name of `spend` in lists of charts.
pub fn spend_name() -> &'static str {
    "Spending"
}

/// The meaning of the marks of `spend` that a narrow chart has no labels for.
pub fn spend_legend() -> &'static str {
    "Lower bars: chips. Upper bars: land, buildings, power. Stepped line: the plan. Orange line: depreciation."
}
