//! The texts of `mix`.

use super::Measure;
use crate::model::Detail;
use crate::words::numbers::{money_to, percent};

fn custom_shares(detail: &Detail) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator {
    let parts = detail.custom_cu.iter().zip(&detail.merchant_cu);
    parts.map(|(custom, merchant)| if custom + merchant > 0.0 { custom / (custom + merchant) } else { 0.0 })
}

/// The finding of `mix`.
pub fn mix_title(detail: &Detail) -> String {
    let served = detail.custom_cu.iter().chain(&detail.merchant_cu).any(|cu| *cu > 0.0);
    let (first, last) = (custom_shares(detail).next(), custom_shares(detail).next_back());
    let (Some(first), Some(last), true) = (first, last, served) else { return "No compute is in service".to_owned() };
    let quarters = custom_shares(detail).len();
    let settled = custom_shares(detail).rposition(|share| (share - last).abs() > 0.01).map_or(0, |index| index + 1);
    let when = 2026 + (settled + 1).min(quarters) / 4;
    let share = percent(last, 0);
    if (last - first).abs() < 0.015 {
        format!("Custom chips stay at {share} of the fleet")
    } else if last > first {
        format!("Custom chips reach {share} of the fleet by {when}")
    } else {
        format!("Custom chips fall to {share} of the fleet by {when}")
    }
}

/// Quantity and unit of `mix`.
pub fn mix_subtitle() -> &'static str {
    "Compute in service, CU (1 CU = 1\u{a0}GW of NVIDIA), and its cost"
}

/// `mix` in one sentence, for assistive tools.
pub fn mix_takeaway(detail: &Detail, cost: f64) -> String {
    format!(
        "Stacked areas of compute in service by chip. {}; a CU ordered at the horizon costs {}.",
        mix_title(detail),
        money_to(cost, 1)
    )
}

/// `14.0 CU`.
pub fn compute(value: f64) -> String {
    format!("{} CU", Measure::Compute.write(value))
}

/// Merchant chips.
pub fn merchant() -> &'static str {
    "NVIDIA"
}

/// Custom chips.
pub fn custom() -> &'static str {
    "custom"
}

/// `NVIDIA 40 %`.
pub fn merchant_part(share: f64) -> String {
    format!("{} {}", merchant(), percent(share, 0))
}

/// `custom 60 %`.
pub fn custom_part(share: f64) -> String {
    format!("{} {}", custom(), percent(share, 0))
}

/// `$33.6B a CU`.
pub fn cost_now(value: f64) -> String {
    format!("{} a CU", money_to(value, 1))
}

/// `cost of a CU ordered, $35.4B at first`.
pub fn cost_first(value: f64) -> String {
    format!("{}, {} at first", cost_of_cu(), money_to(value, 1))
}

/// The cost of the next unit.
pub fn cost_of_cu() -> &'static str {
    "cost of a CU ordered"
}

/// The name of `mix` in lists of charts.
pub fn mix_name() -> &'static str {
    "Chips in service"
}
