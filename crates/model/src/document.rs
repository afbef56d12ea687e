//! The file: a scenario and what it leads to, as downloads and messages carry them.

use serde::Serialize;

use super::outcome::{Outcome, Quarterly, Summary};
use scenario::{Scenario, json};

/// A scenario with its outcome, as JSON has it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Document<'a> {
    /// The version of the format.
    pub version: u32,
    /// Every input.
    pub scenario: &'a Scenario,
    /// The measures.
    pub summary: &'a Summary,
    /// Every quarter.
    pub quarterly: &'a Quarterly,
}

impl<'a> Document<'a> {
    /// The document of a scenario and its outcome.
    pub fn new(scenario: &'a Scenario, outcome: &'a Outcome) -> Self {
        Self { version: json::VERSION, scenario, summary: &outcome.summary, quarterly: &outcome.quarterly }
    }
}
