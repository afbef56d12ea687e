//! The texts of `safety`.

use crate::analysis::MarginOfSafety;
use crate::words::numbers::signed_money;
use crate::words::safety::way;

/// The name of `safety` in lists of charts.
pub fn safety_name() -> &'static str {
    "Margin of safety"
}

/// The finding of `safety`.
pub fn safety_title(margin: &MarginOfSafety) -> String {
    match (margin.to_good_ends, margin.turns_at) {
        _ if margin.uncertain == 0 => "No assumption is held to be doubtful".to_owned(),
        (false, Some(share)) => format!("Worth it up to {} of the way to the bad ends", way(share, false)),
        (false, None) => "Worth it even at the bad ends".to_owned(),
        (true, Some(share)) => format!("Worth it from {} of the way to the good ends", way(share, true)),
        (true, None) => "Not worth it even at the good ends".to_owned(),
    }
}

/// Quantity and unit of `safety`.
pub fn safety_subtitle() -> &'static str {
    "NPV, $ billion, as all uncertain inputs move together from their values to the ends of their ranges"
}

/// `safety` in one sentence, for assistive tools.
pub fn safety_takeaway(margin: &MarginOfSafety) -> String {
    let end = margin.npv.last().copied().map(signed_money).unwrap_or_default();
    format!("Line chart. {}; at the ends it is worth {end}.", safety_title(margin))
}

/// The axis of the way.
pub fn safety_axis(to_good: bool) -> &'static str {
    if to_good { "share of the way to the good ends" } else { "share of the way to the bad ends" }
}

/// The head of the rows.
pub fn safety_head() -> &'static str {
    "Way"
}

/// `turns at 5 %`.
pub fn turns_at(share: f64, to_good: bool) -> String {
    format!("turns at {}", way(share, to_good))
}
