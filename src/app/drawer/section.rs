//! Sections of the drawer: the groups of inputs, and the events.

use crate::app::element_ids;
use crate::scenario::{Group, ScenarioPart};
use crate::words::inputs;
use crate::words::scenario_parts;

/// Section of the drawer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DrawerSection {
    /// Inputs of a group.
    Group(Group),
    /// Events.
    Events,
}

impl DrawerSection {
    /// Returns every section in the order of the drawer.
    pub(super) fn all() -> impl DoubleEndedIterator<Item = Self> {
        Group::ALL.into_iter().map(Self::Group).chain([Self::Events])
    }

    /// Returns the id of the section's element.
    pub(super) fn element_id(self) -> String {
        match self {
            Self::Group(group) => element_ids::drawer_group(group),
            Self::Events => element_ids::EVENTS.to_owned(),
        }
    }

    /// Returns the words of the section's tab.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Group(group) => inputs::group(group),
            Self::Events => scenario_parts::short(ScenarioPart::Events),
        }
    }

    /// Whether a part of the scenario is in the section.
    pub(super) fn holds(self, part: ScenarioPart) -> bool {
        match self {
            Self::Group(group) => part.group() == Some(group),
            Self::Events => part == ScenarioPart::Events,
        }
    }
}
