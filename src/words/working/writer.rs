//! Puts the numbers of an outcome into equations.

use super::precision::Precision;
use crate::model::Outcome;
use crate::scenario::Scenario;

/// An equation with its numbers.
pub(super) struct Substituted {
    /// The equation in letters.
    pub formula: &'static str,
    /// The equation in numbers, or a description.
    pub numbers: String,
    /// The result.
    pub value: Option<f64>,
}

impl Substituted {
    pub fn new(formula: &'static str, numbers: impl Into<String>, value: Option<f64>) -> Self {
        Self { formula, numbers: numbers.into(), value }
    }
}

/// A scenario, its outcome and one quarter, whose numbers go into the equations. The numbers are the outcome's own; the
/// writer calculates no result.
#[derive(Clone, Copy)]
pub(super) struct EquationWriter<'a> {
    pub scenario: &'a Scenario,
    pub outcome: &'a Outcome,
    /// The quarter, from 1.
    pub t: usize,
    pub precision: Precision,
}

impl EquationWriter<'_> {
    /// The value of a series in the quarter.
    pub fn at(&self, series: &[f64]) -> f64 {
        self.t.checked_sub(1).and_then(|at| series.get(at)).copied().unwrap_or_default()
    }

    /// The value of a series in the previous quarter; the opening value in the first quarter.
    pub fn before(&self, series: &[f64], opening: f64) -> f64 {
        self.t.checked_sub(2).map_or(opening, |at| series.get(at).copied().unwrap_or_default())
    }

    /// An equation whose result is a series: its formula, and a template with numbers.
    pub fn substitute(&self, formula: &'static str, template: &str, numbers: &[f64], result: &[f64]) -> Substituted {
        Substituted::new(formula, self.precision.fill(template, numbers), Some(self.at(result)))
    }

    /// The writer for another quarter.
    pub fn in_quarter(self, t: usize) -> Self {
        Self { t, ..self }
    }
}
