//! The public JSON, as a file.

use crate::model::{Document, Outcome};
use crate::scenario::Scenario;

/// `{version, scenario, summary, quarterly}`, indented.
pub fn json(scenario: &Scenario, outcome: &Outcome) -> String {
    serde_json::to_string_pretty(&Document::new(scenario, outcome)).unwrap_or_default()
}
