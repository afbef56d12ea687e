//! The sheet of a workbook: the state that undo and redo restore.

use serde::{Deserialize, Serialize};

use crate::{Origin, Ranges, Scenario, ScenarioPart};

/// Maximum number of pinned scenarios.
pub const MAX_PINS: usize = 3;
/// The default seed of the Monte Carlo simulation.
pub const DEFAULT_SEED: u32 = 2026;

/// A scenario pinned for comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The name given by the reader.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// The state that undo and redo restore.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The company, case and debate that the scenario started from.
    pub origin: Origin,
    /// The present scenario.
    pub scenario: Scenario,
    /// Pinned scenarios, at most [`MAX_PINS`].
    pub pins: Vec<Pin>,
    /// Seed of the Monte Carlo simulation.
    pub seed: u32,
    /// The ranges of the Monte Carlo simulation that the reader has set.
    pub ranges: Ranges,
}

impl Sheet {
    /// A sheet with the scenario of an origin and no pins.
    pub fn new(origin: Origin) -> Self {
        let scenario = origin.scenario();
        Self { origin, scenario, pins: Vec::new(), seed: DEFAULT_SEED, ranges: Ranges::NONE }
    }

    /// The parts that differ from the scenario of the origin.
    pub fn changed(&self) -> Vec<ScenarioPart> {
        self.scenario.differences(&self.origin.scenario())
    }

    /// The parts that differ from the scenario of the company's case, which include those of a debate.
    pub fn changed_from_case(&self) -> Vec<ScenarioPart> {
        self.scenario.differences(&self.origin.without_debate().scenario())
    }
}
