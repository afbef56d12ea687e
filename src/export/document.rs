//! The public JSON, as a file.

use crate::model::{Document, Outcome};
use crate::scenario::Scenario;
use crate::scenario::notation::{indented, of};

/// `{version, scenario, summary, quarterly}`, indented.
pub fn json(scenario: &Scenario, outcome: &Outcome) -> String {
    indented(&of(&Document::new(scenario, outcome)))
}
