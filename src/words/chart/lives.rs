//! The texts of `lives`.

use crate::words::numbers::{money, number, percent};

/// Sums over the horizon, $ billion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LivesTotals {
    /// Depreciation of chips.
    pub depreciation: f64,
    /// Write-offs.
    pub writeoff: f64,
    /// Revenue.
    pub revenue: f64,
    /// The part of the revenue that chips earn after their book life.
    pub off_books: f64,
}

/// The name of `lives` in lists of charts.
pub fn lives_name() -> &'static str {
    "Chip lives"
}

/// The finding of `lives`.
pub fn lives_title(totals: &LivesTotals) -> String {
    if totals.depreciation + totals.revenue <= 0.0 {
        "No chips are in service".to_owned()
    } else if totals.revenue <= 0.0 {
        format!("Chips lose {} in the books and earn nothing", money(totals.depreciation + totals.writeoff))
    } else if totals.writeoff > 0.005 * totals.depreciation {
        format!("Chips retire early: {} is written off", money(totals.writeoff))
    } else if totals.off_books > 0.005 * totals.revenue {
        format!("Written-down chips still earn {}", money(totals.off_books))
    } else {
        "Chips retire as they are written down".to_owned()
    }
}

/// Quantity and unit of `lives`.
pub fn lives_subtitle() -> &'static str {
    "Depreciation left, revenue right, by age; $ billion a year"
}

/// `lives` in one sentence, for assistive tools.
pub fn lives_takeaway(totals: &LivesTotals, horizon: f64) -> String {
    let share = if totals.revenue > 0.0 { totals.off_books / totals.revenue } else { 0.0 };
    let written_off = match totals.writeoff {
        some if some > 0.0 => format!(" and {} to write-offs", money(some)),
        _ => String::new(),
    };
    format!(
        "Pairs of columns by year. {}. Over {} years chips lose {} to depreciation{written_off}, and bring {} of revenue, \
         {} of it after their book life.",
        lives_title(totals),
        number(horizon, 0),
        money(totals.depreciation),
        money(totals.revenue),
        percent(share, 0)
    )
}

/// The name of the left columns.
pub fn books(with_writeoffs: bool) -> &'static str {
    if with_writeoffs { "depreciation, write-offs" } else { "depreciation" }
}

/// Write-offs.
pub fn written_off() -> &'static str {
    "write-offs"
}

/// The name of a group of ages, from the youngest.
pub fn age_group(group: usize) -> &'static str {
    ["to 2 years", "2 to 4 years", "over 4 years"].get(group).copied().unwrap_or_default()
}

/// `depreciation, 2 to 4 years`.
pub fn books_of_age(group: usize) -> String {
    format!("{}, {}", books(false), age_group(group))
}

/// `revenue, 2 to 4 years`.
pub fn revenue_of_age(group: usize) -> String {
    format!("{}, {}", super::revenue(), age_group(group))
}
