//! The outcome along the whole travel of a slider.

use super::measure::put;
use crate::model::Workspace;
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
