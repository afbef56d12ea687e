//! The outcome along the whole travel of a slider, and how large the business is that it is measured by.

use super::measure::put;
use crate::model::{Outcome, Workspace};
use crate::scenario::{Input, Scenario};

/// Fills `npv` with the net present values at equal steps of the input's slider, both ends included. An input without a
/// slider has the same value everywhere.
pub fn strip(workspace: &mut Workspace, scenario: &Scenario, input: Input, npv: &mut [f64]) {
    let mut trial = *scenario;
    let last = npv.len().saturating_sub(1).max(1) as f64;
    for (step, npv) in npv.iter_mut().enumerate() {
        if let Some(range) = input.range() {
            put(&mut trial, input, range.value_along(step as f64 / last));
        }
        *npv = workspace.run(&trial).npv;
    }
}

/// The capital of the default scenario, $B.
const USUAL: f64 = 787.3;

/// How large a business is beside the default one: what is large for that is huge for a smaller one.
pub fn scale(outcome: &Outcome) -> f64 {
    let capital = outcome.summary.opening_capital + outcome.summary.total_capex;
    (capital / USUAL).clamp(1e-6, 1e6)
}
