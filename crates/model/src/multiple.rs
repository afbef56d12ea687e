//! The multiple of revenue at which a scenario is just worth it (E29).

use super::measures::Measures;
use super::operations::{Books, Purse, discount_step};
use scenario::Scenario;

/// A multiple beyond this is no answer.
const LARGEST: f64 = 1e6;

/// Quantities, capex and terminal value stay as they are; other cost and tax follow revenue.
pub(super) fn required_multiple(scenario: &Scenario, books: &Books<f64>, measures: &Measures) -> Option<f64> {
    let step: f64 = discount_step(scenario.into());
    let (mut factor, mut worth) = (1.0, 0.0);
    for revenue in &books.revenue {
        factor *= step;
        worth += revenue * factor;
    }
    let kept = 1.0 - scenario.other_cost;
    if worth <= 0.0 {
        return None;
    }
    let multiple = if scenario.group_relief {
        (1.0 - measures.npv / (worth * kept * (1.0 - scenario.tax))).max(0.0)
    } else {
        let ending = measures.terminal_value * factor;
        search(|multiple| value(scenario, books, multiple, step) + ending)?
    };
    (multiple <= LARGEST).then_some(multiple)
}

/// NPV without terminal value at that multiple of revenue.
fn value(scenario: &Scenario, books: &Books<f64>, multiple: f64, step: f64) -> f64 {
    let mut purse = Purse::new(scenario.into(), scenario.group_relief);
    let (mut factor, mut value) = (1.0, books.cash.first().copied().unwrap_or_default());
    let quarters = books.revenue.iter().zip(&books.ebitda).zip(books.deduction.iter().zip(&books.capex));
    for ((revenue, ebitda), (deduction, capex)) in quarters {
        let ebitda = ebitda + (multiple - 1.0) * revenue * (1.0 - scenario.other_cost);
        factor *= step;
        value += (ebitda - purse.tax(ebitda - deduction) - capex) * factor;
    }
    value
}

fn search(value: impl Fn(f64) -> f64) -> Option<f64> {
    if value(0.0) >= 0.0 {
        return Some(0.0);
    }
    let (mut low, mut high) = (0.0, 1.0_f64);
    while value(high) < 0.0 {
        if high >= LARGEST {
            return None;
        }
        (low, high) = (high, (2.0 * high).min(LARGEST));
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if value(middle) >= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}
