//! The one number by which many runs are compared.

use crate::model::BatchRun;
use crate::scenario::{Input, Range, Scenario, Value};

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutcomeMeasure {
    /// Net present value, $B.
    #[default]
    Npv,
    /// Payback, years; none if it does not come within the horizon.
    Payback,
    /// Internal rate of return, where it is unique.
    Irr,
}

impl OutcomeMeasure {
    /// Measures a case.
    pub fn of(self, case: &BatchRun) -> Option<f64> {
        match self {
            Self::Npv => Some(case.measures.npv),
            Self::Payback => case.measures.payback_years,
            Self::Irr => case.irr(),
        }
    }
}

/// Sets a numeric input to the nearest legal value.
pub(super) fn put(scenario: &mut Scenario, input: Input, value: f64) {
    if let Some(range) = input.range() {
        scenario.set_unchecked(input, Value::Number(legal(range, value)));
    }
}

/// The nearest legal value.
pub(super) fn legal(range: &Range, value: f64) -> f64 {
    let value = if range.whole { value.round() } else { value };
    value.max(range.lowest).min(range.highest)
}
