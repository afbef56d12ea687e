//! The one number by which many runs are compared.

use crate::model::Case;
use crate::scenario::{Input, Range, Scenario, Value};

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Net present value, $B.
    #[default]
    Npv,
    /// Payback, years; none if it does not come within the horizon.
    Payback,
    /// Internal rate of return, where it is unique.
    Irr,
}

impl Measure {
    /// Measures a case.
    pub fn of(self, case: &Case) -> Option<f64> {
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
        scenario.put(input, Value::Number(legal(range, value)));
    }
}

/// The nearest legal value.
pub(super) fn legal(range: &Range, value: f64) -> f64 {
    let value = if range.whole { value.round() } else { value };
    value.max(range.lowest).min(range.highest)
}
