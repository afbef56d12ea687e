//! The measure by which runs are compared, and changes of inputs within their legal range.

use crate::model::BatchRun;
use crate::scenario::{Input, Range, Scenario, Value};

/// A measure by which runs are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutcomeMeasure {
    /// Net present value, $B.
    #[default]
    Npv,
    /// Payback, years, if it is within the horizon.
    Payback,
    /// Internal rate of return, if it is unique.
    Irr,
}

impl OutcomeMeasure {
    /// The measure of a run.
    pub fn of(self, run: &BatchRun) -> Option<f64> {
        match self {
            Self::Npv => Some(run.measures.npv),
            Self::Payback => run.measures.payback_years,
            Self::Irr => run.irr(),
        }
    }
}

/// Sets a numeric input to the nearest legal value.
pub(super) fn set_nearest_legal(scenario: &mut Scenario, input: Input, value: f64) {
    if let Some(range) = input.range() {
        scenario.set_unchecked(input, Value::Number(nearest_legal(range, value)));
    }
}

/// The nearest legal value.
pub(super) fn nearest_legal(range: &Range, value: f64) -> f64 {
    let value = if range.whole { value.round() } else { value };
    value.max(range.lowest).min(range.highest)
}
