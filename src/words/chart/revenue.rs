//! The texts of `revenue`.

use super::as_opened;
use crate::model::Outcome;
use crate::words::numbers::money;

/// Demand.
pub fn demand() -> &'static str {
    "demand"
}

/// The capacity to serve demand.
pub fn capacity() -> &'static str {
    "capacity"
}

/// Revenue.
pub fn revenue() -> &'static str {
    "revenue"
}

/// The revenue of the baseline: `revenue as opened`, `revenue, AWS base`.
pub fn revenue_of(baseline: &str) -> String {
    if baseline == as_opened() { format!("revenue {baseline}") } else { format!("revenue, {baseline}") }
}

/// Utilisation.
pub fn use_of_fleet() -> &'static str {
    "use of fleet"
}

/// The finding of `revenue`.
pub fn revenue_title(outcome: &Outcome) -> String {
    let (quarterly, summary) = (&outcome.quarterly, &outcome.summary);
    let last = |values: &[f64]| values.last().copied().unwrap_or_default();
    let (demand, revenue) = (last(&quarterly.demand), last(&quarterly.revenue));
    let quarters = quarterly.revenue.len() as f64;
    let limited = f64::from(summary.quarters_supply_limited) / quarters.max(1.0);
    if summary.total_revenue <= 0.0 {
        "There is no revenue".to_owned()
    } else if demand < quarterly.demand.first().copied().unwrap_or_default() {
        "Demand shrinks, and revenue with it".to_owned()
    } else if revenue < 0.5 * quarterly.revenue.iter().copied().fold(0.0, f64::max) {
        "Revenue fades with the fleet, while demand runs on".to_owned()
    } else if revenue < 0.9 * demand && summary.unmet_in_build < 0.2 * summary.unmet_total {
        "Revenue flattens when building stops, while demand runs on".to_owned()
    } else if revenue < 0.9 * demand {
        "Demand outruns what the plan can build".to_owned()
    } else if limited < 0.25 {
        "Revenue stays below the capacity that was bought".to_owned()
    } else {
        "Revenue keeps up with demand".to_owned()
    }
}

/// Quantity and unit of `revenue`.
pub fn revenue_subtitle() -> &'static str {
    "$ billion a year"
}

/// `revenue` in one sentence, for assistive tools.
pub fn revenue_takeaway(outcome: &Outcome) -> String {
    let last = |values: &[f64]| money(4.0 * values.last().copied().unwrap_or_default());
    let quarterly = &outcome.quarterly;
    format!(
        "Line chart of demand, capacity and revenue. {}: at the horizon demand is {} a year, capacity {} and revenue {}.",
        revenue_title(outcome),
        last(&quarterly.demand),
        last(&quarterly.capacity),
        last(&quarterly.revenue)
    )
}

/// The name of unmet demand in two lines.
pub fn unmet(total: f64, in_build: f64) -> (String, &'static str) {
    let beyond = total - in_build;
    if beyond >= in_build {
        (format!("{} of demand", money(beyond)), "unmet beyond the plan")
    } else {
        (format!("{} of demand", money(total)), "unmet, most of it early")
    }
}

/// The names of the line and the area that have no label in a narrow chart.
pub fn revenue_legend() -> &'static str {
    "Grey line: capacity. Purple area: demand that is not met."
}

/// The name of `revenue` in lists of charts.
pub fn revenue_name() -> &'static str {
    "Revenue"
}
