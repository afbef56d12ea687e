//! The texts of `bridge`.

use crate::words::grammar::lower_first;
use crate::words::numbers::{money, signed_money, signed_number};

/// The finding of `bridge`.
pub fn bridge_title(difference: f64, from: &str, to: &str) -> String {
    if difference.abs() < 0.0005 {
        format!("{from} and {to} are worth the same")
    } else {
        format!("Where the {} between {from} and {to} comes from", money(difference.abs()))
    }
}

/// Quantity and unit of `bridge`.
pub fn bridge_subtitle() -> &'static str {
    "NPV, $ billion; each step is the mean of changing the inputs in both orders, and they add up"
}

/// `bridge` in one sentence, for assistive tools.
pub fn bridge_takeaway(start: f64, end: f64, from: &str, to: &str, first: Option<&str>) -> String {
    let largest = first.map_or_else(String::new, |name| format!(" The first step is {}.", lower_first(name)));
    format!("Steps from {from}, worth {}, to {to}, worth {}.{largest}", signed_money(start), signed_money(end))
}

/// The step of all inputs that are not listed.
pub fn everything_else() -> &'static str {
    "everything else"
}

/// `−15.8`.
pub fn step(difference: f64) -> String {
    signed_number(difference, if difference.abs() < 0.1 { 3 } else { 1 })
}

/// The name of `bridge` in lists of charts.
pub fn bridge_name() -> &'static str {
    "Bridge"
}
