//! The texts of `margin`.

use super::no_value;
use crate::model::Summary;
use crate::words::numbers::{percent, trimmed};

/// The finding of `margin`.
pub fn margin_title(returns: &[Option<f64>], rate: f64) -> String {
    let reached = |value: &Option<f64>| value.is_some_and(|value| value >= rate);
    let below = returns.iter().rposition(|value| !reached(value));
    match (returns.iter().position(reached), below) {
        (None, _) => "Returns stay below the cost of capital".to_owned(),
        (Some(_), None) => "Returns exceed the cost of capital every year".to_owned(),
        (Some(_), Some(last)) if last + 1 < returns.len() => {
            format!("Returns overtake the cost of capital in {}", 2027 + last)
        }
        (Some(_), Some(_)) => {
            let last = returns.iter().rposition(reached).unwrap_or_default();
            format!("Returns fall below the cost of capital in {}", 2027 + last)
        }
    }
}

/// Quantity and unit of `margin`.
pub fn margin_subtitle() -> &'static str {
    "Yearly EBIT margin and return on invested capital"
}

/// `margin` in one sentence, for assistive tools.
pub fn margin_takeaway(summary: &Summary, rate: f64) -> String {
    let last = |values: &[Option<f64>]| {
        values.last().copied().flatten().map_or_else(|| no_value().to_owned(), |value| percent(value, 0))
    };
    format!(
        "Line chart by year. {} ({}); in the last year the EBIT margin is {}, the return on invested capital {}.",
        margin_title(&summary.roic_by_year, rate),
        percent(rate, 1),
        last(&summary.ebit_margin_by_year),
        last(&summary.roic_by_year)
    )
}

/// EBIT over revenue.
pub fn ebit_margin() -> &'static str {
    "EBIT margin"
}

/// Return on invested capital.
pub fn roic() -> &'static str {
    "ROIC"
}

/// `discount rate 9 %`.
pub fn discount_rate(rate: f64) -> String {
    format!("discount rate {}\u{202f}%", trimmed(100.0 * rate, 0, 2))
}

/// The name of `margin` in lists of charts.
pub fn margin_name() -> &'static str {
    "Returns"
}
