//! The texts of `variance`.

use crate::scenario::Input;
use crate::words::grammar::lower_first;
use crate::words::inputs::short;

/// The name of `variance` in lists of charts.
pub fn variance_name() -> &'static str {
    "Share of variance"
}

/// The finding of the shares of variance.
pub fn variance_title(first: Option<Input>, second: Option<Input>) -> String {
    match (first, second) {
        (Some(first), Some(second)) => {
            format!("The spread goes most with {} and {}", lower_first(short(first)), lower_first(short(second)))
        }
        (Some(first), None) => format!("The spread goes with {} alone", lower_first(short(first))),
        _ => "The simulated cases have no spread".to_owned(),
    }
}

/// Quantity and unit of the shares of variance.
pub fn variance_subtitle() -> &'static str {
    "Share of the variance of NPV over the simulated cases; shares of correlated inputs overlap"
}

/// The shares of variance in one sentence, for assistive tools.
pub fn variance_takeaway(first: Option<Input>, second: Option<Input>) -> String {
    format!(
        "Bars of the share of NPV’s variance that goes with each input, the largest first. {}.",
        variance_title(first, second)
    )
}

/// The head of the column of shares.
pub fn variance_head() -> &'static str {
    "share of variance"
}
