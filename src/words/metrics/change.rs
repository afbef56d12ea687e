//! How a figure differs from the baseline, in marks and in words.

use super::{Change, Figure, Metric};
use crate::model::{SearchStatus, Summary};
use crate::words::moments::{Difference, difference};

/// The change of a figure. Unmet demand keeps its two-part note, a payback that never comes keeps what is short.
pub(super) fn change(metric: Metric, summary: &Summary, baseline: &Summary) -> Option<Change> {
    match metric {
        Metric::Payback => match (summary.payback_years, baseline.payback_years) {
            (Some(now), Some(then)) => Some(changed(now - then, Difference::Years, false)),
            (Some(_), None) => Some(Change { text: "was never".to_owned(), good: Some(true) }),
            (None, _) => None,
        },
        Metric::Npv => Some(changed_money(summary.npv, baseline.npv)),
        Metric::Unmet => None,
        Metric::Irr => match (summary.irr, baseline.irr) {
            (Some(now), Some(then)) => Some(changed(now - then, Difference::Points, true)),
            (Some(_), None) => Some(Change { text: "was none".to_owned(), good: None }),
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

/// A change of money that says nothing beside the money itself is none.
fn changed_money(now: f64, then: f64) -> Change {
    let delta = now - then;
    let nothing = delta.abs() < 1e-3 * now.abs().max(then.abs());
    changed(if nothing { 0.0 } else { delta }, Difference::Money, true)
}

fn changed(delta: f64, kind: Difference, more_is_good: bool) -> Change {
    match difference(delta, kind) {
        Some(text) => Change { text, good: Some((delta > 0.0) == more_is_good) },
        None => Change { text: "unchanged".to_owned(), good: None },
    }
}

/// The whole figure in one sentence.
pub(super) fn spoken(figure: &Figure) -> String {
    let Figure { metric, main, unit, note, .. } = figure;
    let label = metric.label();
    let second = figure.second.as_ref().map_or(String::new(), |part| format!(" {}", part.text));
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let change = match figure.change.as_ref() {
        Some(change) => {
            let words = [("▲ ", "up by "), ("▼ ", "down by "), (" pt", " points")]
                .iter()
                .fold(change.text.clone(), |words, (sign, word)| words.replace(sign, word));
            match (words.starts_with("up") || words.starts_with("down"), change.good) {
                (true, Some(true)) => format!(", {words}, better"),
                (true, Some(false)) => format!(", {words}, worse"),
                _ => format!(", {words}"),
            }
        }
        None => String::new(),
    };
    format!("{label}: {}{second}{unit}, {note}{change}", main.text)
}
