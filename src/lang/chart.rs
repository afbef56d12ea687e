//! Every word of the charts: findings, labels, units of their tables.

use std::borrow::Cow;

use super::moments::{date, quarter as quarter_date};
use super::numbers::{money, money_to, number, percent, signed_money, signed_money_to, years};
use crate::model::{Outcome, Summary};
use crate::scenario::Source;

/// What a column counts in, and so how its numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// $ billion.
    Money,
    /// $ billion that may be lost, with its sign.
    SignedMoney,
    /// $ billion a year.
    MoneyPerYear,
    /// A share.
    Share,
    /// Compute units.
    Compute,
    /// Years.
    Years,
    /// An input's own unit: written by the builder, not here.
    Plain,
}

impl Measure {
    /// A number in this unit as words.
    pub fn write(self, value: f64) -> String {
        let decimals = if value.abs() < 0.1 && value != 0.0 { 3 } else { 1 };
        match self {
            Measure::Money => money_to(value, decimals),
            Measure::SignedMoney => signed_money_to(value, decimals),
            Measure::MoneyPerYear => money_to(value, decimals),
            Measure::Share => percent(value, 1),
            Measure::Compute => number(value, if value.abs() < 1.0 { 3 } else { 1 }),
            Measure::Years => years(value),
            Measure::Plain => number(value, 2),
        }
    }
}

/// Where there is no value.
pub fn no_value() -> &'static str {
    "–"
}

/// From, to.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// `Q1 2031`.
pub fn quarter(index: u32) -> String {
    quarter_date(index)
}

/// `Q1 2031 · 5 years in`.
pub fn quarter_in(index: u32) -> String {
    let date = quarter_date(index);
    match (index / 4, index % 4) {
        (0, _) => date,
        (1, 0) => format!("{date} · 1 year in"),
        (years, 0) => format!("{date} · {years} years in"),
        _ => date,
    }
}

/// `Year 3, to Q1 2029`.
pub fn year(index: u32) -> String {
    format!("Year {index}, to {}", quarter_date(4 * index))
}

/// A tick of the time axis.
pub fn tick_year(year: u32) -> Cow<'static, str> {
    if year == 0 { "Q1 2026".into() } else { (2026 + year).to_string().into() }
}

/// Two readings of a grid together.
pub fn both(across: &str, upwards: &str) -> String {
    format!("{across}, {upwards}")
}

/// The head of a table by quarter.
pub fn quarter_head() -> &'static str {
    "Quarter"
}

/// The letter of a source badge.
pub fn source_letter(source: Source) -> &'static str {
    match source {
        Source::Reported => "R",
        Source::Published => "P",
        Source::Assumed => "A",
    }
}

/// This scenario, beside others.
pub fn this_scenario() -> &'static str {
    "this scenario"
}

/// The baseline.
pub fn as_opened() -> &'static str {
    "as opened"
}

/// A name as long as a label has room for.
pub fn shorten(name: &str) -> String {
    let mut letters = name.chars();
    let head: String = letters.by_ref().take(18).collect();
    if letters.next().is_some() { format!("{}…", head.trim_end()) } else { head }
}

/// The finding of `cash`.
pub fn cash_title(summary: &Summary) -> String {
    let deepest = signed_money(summary.peak_deficit);
    let early = summary.peak_deficit_years <= 0.0;
    match (summary.payback_years, summary.first_touch_years) {
        (Some(at), _) if at <= 0.0 => "Cash never falls below zero: there is nothing to recover".to_owned(),
        (Some(at), Some(touch)) if touch < at - 0.25 => {
            format!("Cash falls to {deepest}; touched in {}, zero is passed for good in {}", date(touch), date(at))
        }
        (Some(at), _) if early => format!("Cash starts at {deepest} and climbs above zero in {}", date(at)),
        (Some(at), _) => format!("Cash falls to {deepest}, then climbs back above zero in {}", date(at)),
        (None, Some(touch)) => format!("Cash is back above zero in {}, then lost again", date(touch)),
        (None, None) if early => format!("Cash starts at {deepest} and never climbs back"),
        (None, None) => format!("Cash falls to {deepest} and never climbs back"),
    }
}

/// Quantity and unit of `cash`.
pub fn cash_subtitle() -> &'static str {
    "Cumulative cash, $ billion, after tax, from Q1 2026"
}

/// `cash` in a sentence.
pub fn cash_takeaway(summary: &Summary, horizon: f64) -> String {
    let end = format!("it stands at {} in {}", signed_money(summary.cumulative_cash_end), date(horizon));
    format!("Line chart of cumulative cash. {}; {end}.", cash_title(summary))
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
    format!("\u{2009}in {}", date(at))
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

/// Demand, capacity, revenue.
pub fn demand() -> &'static str {
    "demand"
}

/// What can be served.
pub fn capacity() -> &'static str {
    "capacity"
}

/// What is sold.
pub fn revenue() -> &'static str {
    "revenue"
}

/// The baseline's revenue.
pub fn revenue_as_opened() -> &'static str {
    "revenue as opened"
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
    } else if revenue < 0.9 * demand && summary.unmet_in_build < 0.2 * summary.unmet_total {
        "Revenue flattens when building stops, while demand runs on".to_owned()
    } else if revenue < 0.9 * demand {
        "Demand outruns what the plan can build".to_owned()
    } else if limited < 0.25 {
        "Revenue never fills the capacity that was bought".to_owned()
    } else {
        "Revenue keeps up with demand".to_owned()
    }
}

/// Quantity and unit of `revenue`.
pub fn revenue_subtitle() -> &'static str {
    "$ billion a year"
}

/// `revenue` in a sentence.
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
