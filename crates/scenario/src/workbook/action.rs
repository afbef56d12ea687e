//! The changes that steps of the history make.

use crate::{Events, Group, Input, InputRange, Origin, ScenarioPart, Value};

/// The change that a step of the history made.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The workbook was opened.
    Opened,
    /// One input was changed.
    Input {
        /// The input.
        input: Input,
        /// Its value before the change.
        from: Value,
        /// Its value after the change.
        to: Value,
    },
    /// The events were changed.
    Events {
        /// The events before the change.
        from: Events,
        /// The events after the change.
        to: Events,
    },
    /// The capex plan, or several parts at once were changed.
    Parts(Vec<ScenarioPart>),
    /// A company, case or debate was chosen.
    Origin(Origin),
    /// Every input was reset to the origin.
    ResetAll,
    /// The inputs of a group were reset to the origin.
    ResetGroup(Group),
    /// A scenario was pinned.
    Pinned(String),
    /// A pin was removed.
    Unpinned(String),
    /// The name or the scenario of a pin was replaced.
    Repinned(String),
    /// A pin and the present scenario were swapped.
    Swapped(String),
    /// The seed was changed.
    Seed(u32),
    /// The range of an input in the simulation was set, or reset with `None`.
    Range {
        /// The input.
        input: Input,
        /// The range after the change.
        to: Option<InputRange>,
    },
    /// Every range of the simulation was reset.
    ResetRanges,
    /// The inputs of a simulated case were taken: of the case at this percentile of NPV.
    SimulatedCase(u8),
    /// A link, a file or a saved state was loaded.
    Loaded,
}
