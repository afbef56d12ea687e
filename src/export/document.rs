//! The public JSON, as a file.

use serde_json::json;

use crate::model::{Document, Outcome};
use crate::scenario::Scenario;

/// `{version, scenario, summary, quarterly}`, indented.
pub fn json(scenario: &Scenario, outcome: &Outcome) -> String {
    format!("{:#}", json!(Document::new(scenario, outcome)))
}
