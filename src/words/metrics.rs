//! The figures under the answer as text: value, unit, note, and change against a baseline.

use super::answer::{unmet_after, unmet_line};
use super::dates::date;
use super::numbers::{NARROW_SPACE, machine_or_empty, money, number, percent, signed_money, years};
use super::text::Tone;
use super::units::{amount, threshold};
use crate::analysis::{Bound, LaterPayback};
use crate::model::{IrrStatus, SearchStatus, Summary};
use crate::scenario::{Input, Scenario, Terminal};

/// A figure under the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metric {
    /// Payback.
    Payback,
    /// Net present value.
    Npv,
    /// Unmet demand, during and after the build-out.
    Unmet,
    /// Internal rate of return.
    Irr,
    /// Lowest cumulative cash.
    PeakDeficit,
    /// The growth at which NPV is zero.
    BreakevenGrowth,
}

impl Metric {
    /// Every metric, in the order of the page. The first three are never shown without each other.
    pub const ALL: [Self; 6] =
        [Self::Payback, Self::Npv, Self::Unmet, Self::Irr, Self::PeakDeficit, Self::BreakevenGrowth];

    /// The label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Payback => "Payback",
            Self::Npv => "Worth today, NPV",
            Self::Unmet => "Unmet demand",
            Self::Irr => "IRR",
            Self::PeakDeficit => "Deepest deficit",
            Self::BreakevenGrowth => "Break-even growth",
        }
    }
}

/// A value of a metric under its public name.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricValue {
    /// The public name, for `data-metric`.
    pub id: &'static str,
    /// The number.
    pub value: Option<f64>,
    /// The number as text.
    pub text: String,
}

impl MetricValue {
    /// The machine-readable number for `data-value`; empty where there is none.
    pub fn data_value(&self) -> String {
        machine_or_empty(self.value)
    }
}

/// The difference of a metric from the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricChange {
    /// `▲ 0.9 years`, `unchanged`.
    pub text: String,
    /// Whether the change is an improvement; `None` where it is neutral.
    pub good: Option<bool>,
}

/// The texts of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricText {
    /// The metric.
    pub metric: Metric,
    /// The value in large type.
    pub main: MetricValue,
    /// The second value, if the metric has two.
    pub second: Option<MetricValue>,
    /// The unit or qualification beside the value.
    pub unit: String,
    /// The tone of the value.
    pub tone: Tone,
    /// The line below the value, which is shown if there is no change.
    pub note: String,
    /// The change against the baseline.
    pub change: Option<MetricChange>,
    /// The whole metric in one sentence, for screen readers and exports.
    pub spoken: String,
}

impl MetricText {
    /// The value with its unit: “7.8 years”, “13.7 %”, “+$89B”.
    pub fn value(&self) -> String {
        let unit = match self.metric {
            Metric::Npv => "",
            _ => self.unit.as_str(),
        };
        match unit {
            "" => self.main.text.clone(),
            "%" => format!("{}{NARROW_SPACE}%", self.main.text),
            unit => format!("{} {unit}", self.main.text),
        }
    }

    /// The text of a missing payback with the payback at a longer horizon, where there is one: `11.1 years, at 12`.
    pub fn with_later_payback(mut self, later: Option<LaterPayback>) -> Self {
        if let (Metric::Payback, None, Some(later)) = (self.metric, self.main.value, later) {
            // After the horizon, which is a whole number of years: 10.04 is not told as 10.0.
            let payback = later.years.max(later.years.floor() + 0.1);
            self.note = format!("{}, at {}", years(payback), number(later.horizon, 0));
            self.spoken = spoken(&self);
        }
        self
    }
}

/// The texts of all metrics, with changes if there is a baseline.
pub fn metric_texts(scenario: &Scenario, summary: &Summary, baseline: Option<&Summary>) -> Vec<MetricText> {
    Metric::ALL.iter().map(|&metric| metric_text(metric, scenario, summary, baseline)).collect()
}

/// The texts of one metric, with its change if there is a baseline.
pub fn metric_text(metric: Metric, scenario: &Scenario, summary: &Summary, baseline: Option<&Summary>) -> MetricText {
    let mut text = match metric {
        Metric::Payback => payback(scenario, summary),
        Metric::Npv => npv(scenario, summary),
        Metric::Unmet => unmet(summary),
        Metric::Irr => irr(summary),
        Metric::PeakDeficit => peak_deficit(summary),
        Metric::BreakevenGrowth => breakeven_growth(scenario, summary),
    };
    text.change = baseline.and_then(|baseline| change(metric, summary, baseline));
    text.spoken = match metric {
        Metric::Unmet => unmet_line(summary).trim_end_matches('.').to_owned(),
        _ => spoken(&text),
    };
    text
}

fn plain(metric: Metric, id: &'static str, value: Option<f64>, text: String) -> MetricText {
    MetricText {
        metric,
        main: MetricValue { id, value, text },
        second: None,
        unit: String::new(),
        tone: Tone::Plain,
        note: String::new(),
        change: None,
        spoken: String::new(),
    }
}

fn payback(scenario: &Scenario, summary: &Summary) -> MetricText {
    let value = summary.payback_years;
    let plain = |text: String| plain(Metric::Payback, "payback_years", value, text);
    let unit = "years".to_owned();
    match value {
        Some(0.0) => {
            MetricText { unit, tone: Tone::Good, note: "no outlay to recover".to_owned(), ..plain("0".to_owned()) }
        }
        Some(payback) => MetricText { unit, tone: Tone::Good, note: date(payback), ..plain(number(payback, 1)) },
        None => {
            let note = format!("short by {}", money(-summary.cumulative_cash_end));
            // As short as a payback; the spoken form says “not within 10 years”.
            MetricText { unit, tone: Tone::Bad, note, ..plain(format!(">{}", number(scenario.horizon, 0))) }
        }
    }
}

fn npv(scenario: &Scenario, summary: &Summary) -> MetricText {
    let unit = match scenario.terminal {
        Terminal::None => "without end value",
        Terminal::Nbv => "with assets",
        Terminal::Perpetuity => "with later profit",
        Terminal::Multiple => "with a multiple",
    };
    MetricText {
        unit: unit.to_owned(),
        tone: if summary.npv >= 0.0 { Tone::Good } else { Tone::Bad },
        note: format!("at {} a year", amount(Input::DiscountRate, scenario.discount_rate)),
        ..plain(Metric::Npv, "npv", Some(summary.npv), signed_money(summary.npv))
    }
}

fn unmet(summary: &Summary) -> MetricText {
    let after = format!("later {}", money(unmet_after(summary)));
    MetricText {
        second: Some(MetricValue { id: "unmet_total", value: Some(summary.unmet_total), text: after }),
        note: "in build-out; later".to_owned(),
        ..plain(Metric::Unmet, "unmet_in_build", Some(summary.unmet_in_build), money(summary.unmet_in_build))
    }
}

fn irr(summary: &Summary) -> MetricText {
    let with_mirr = |reason: String| match summary.mirr {
        Some(mirr) => format!("{reason}; MIRR {}", percent(mirr, 1)),
        None => reason,
    };
    let note = match summary.irr_status {
        IrrStatus::Unique => "after tax".to_owned(),
        IrrStatus::NoOutlay => "no outlay".to_owned(),
        IrrStatus::NoInflow => "no inflow".to_owned(),
        IrrStatus::Multiple => with_mirr(format!("{} rates fit", summary.irr_roots.len())),
        IrrStatus::NoRealRoot => with_mirr("no rate fits".to_owned()),
    };
    let (text, unit) = match summary.irr {
        Some(irr) => (number(irr * 100.0, 1), "%"),
        None => ("none".to_owned(), ""),
    };
    MetricText { unit: unit.to_owned(), note, ..plain(Metric::Irr, "irr", summary.irr, text) }
}

fn peak_deficit(summary: &Summary) -> MetricText {
    let note =
        if summary.peak_deficit == 0.0 { "never below zero".to_owned() } else { date(summary.peak_deficit_years) };
    let value = Some(summary.peak_deficit);
    MetricText { note, ..plain(Metric::PeakDeficit, "peak_deficit", value, money(summary.peak_deficit)) }
}

fn breakeven_growth(scenario: &Scenario, summary: &Summary) -> MetricText {
    let goal = summary.breakeven_growth_npv;
    let (text, unit, note) = match (goal.status, goal.value) {
        (SearchStatus::Solved, Some(value)) => {
            let least = threshold(Input::Growth, value, Bound::AtLeast, scenario.growth);
            let digits = least.trim_end_matches('%').trim_end_matches(NARROW_SPACE).to_owned();
            (digits, "%", "to be worth it")
        }
        (SearchStatus::MetAtStart, _) => ("any".to_owned(), "", "always worth it"),
        _ => ("none".to_owned(), "", "always a loss"),
    };
    MetricText {
        unit: unit.to_owned(),
        note: note.to_owned(),
        ..plain(Metric::BreakevenGrowth, "breakeven_growth", goal.value, text)
    }
}

/// Payback and NPV in short: `7.8 years, +$89B` or `not within 10 years, −$186B`.
pub fn brief(horizon: f64, summary: &Summary) -> String {
    let payback = match summary.payback_years {
        Some(0.0) => "no outlay".to_owned(),
        Some(payback) => years(payback),
        None => format!("not within {}", amount(Input::Horizon, horizon)),
    };
    format!("{payback}, {}", signed_money(summary.npv))
}

/// The change of a metric. Unmet demand and a missing payback have none, because their notes say more.
fn change(metric: Metric, summary: &Summary, baseline: &Summary) -> Option<MetricChange> {
    match metric {
        Metric::Payback => match (summary.payback_years, baseline.payback_years) {
            (Some(now), Some(then)) => Some(changed(now - then, Difference::Years, false)),
            (Some(_), None) => Some(MetricChange { text: "was beyond the horizon".to_owned(), good: Some(true) }),
            (None, _) => None,
        },
        Metric::Npv => Some(changed_money(summary.npv, baseline.npv)),
        Metric::Unmet => None,
        Metric::Irr => match (summary.irr, baseline.irr) {
            (Some(now), Some(then)) => Some(changed(now - then, Difference::Points, true)),
            (Some(_), None) => Some(MetricChange { text: "was none".to_owned(), good: None }),
            (None, _) => None,
        },
        Metric::PeakDeficit => Some(changed_money(summary.peak_deficit, baseline.peak_deficit)),
        Metric::BreakevenGrowth => {
            let solved = |summary: &Summary| {
                let goal = summary.breakeven_growth_npv;
                goal.value.filter(|_| goal.status == SearchStatus::Solved)
            };
            match (solved(summary), solved(baseline)) {
                (Some(now), Some(then)) => Some(changed(now - then, Difference::Points, false)),
                _ => None,
            }
        }
    }
}

/// The change of an amount; differences below a thousandth of the amount count as none.
fn changed_money(now: f64, then: f64) -> MetricChange {
    let delta = now - then;
    let is_negligible = delta.abs() < 1e-3 * now.abs().max(then.abs());
    changed(if is_negligible { 0.0 } else { delta }, Difference::Money, true)
}

fn changed(delta: f64, kind: Difference, more_is_good: bool) -> MetricChange {
    match difference(delta, kind) {
        Some(text) => MetricChange { text, good: Some((delta > 0.0) == more_is_good) },
        None => MetricChange { text: "unchanged".to_owned(), good: None },
    }
}

/// The unit of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Difference {
    /// Years, one decimal.
    Years,
    /// $ billion, whole.
    Money,
    /// Percentage points, one decimal.
    Points,
}

/// `▲ 0.9 years`, `▼ $38B`, `▼ 1.8 pt`; `None` where the difference rounds to zero.
fn difference(delta: f64, kind: Difference) -> Option<String> {
    let size = delta.abs();
    let (text, smallest) = match kind {
        Difference::Years => (years(size), 0.05),
        Difference::Money => (money(size), 0.0005),
        Difference::Points => (format!("{} pt", number(size * 100.0, 1)), 0.0005),
    };
    (size >= smallest && size.is_finite()).then(|| format!("{} {text}", if delta > 0.0 { '▲' } else { '▼' }))
}

/// The whole metric in one sentence.
fn spoken(text: &MetricText) -> String {
    let MetricText { metric, main, unit, note, .. } = text;
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let change = text.change.as_ref().map_or(String::new(), spoken_change);
    let value = main.text.replace('>', "not within ");
    format!("{}: {value}{unit}, {note}{change}", metric.label())
}

/// `, up by 0.9 years, worse`.
fn spoken_change(change: &MetricChange) -> String {
    let signs = [("▲ ", "up by "), ("▼ ", "down by "), (" pt", " points")];
    let text = signs.iter().fold(change.text.clone(), |text, (sign, spoken)| text.replace(sign, spoken));
    match (text.starts_with("up") || text.starts_with("down"), change.good) {
        (true, Some(true)) => format!(", {text}, better"),
        (true, Some(false)) => format!(", {text}, worse"),
        _ => format!(", {text}"),
    }
}

#[cfg(test)]
mod tests;
