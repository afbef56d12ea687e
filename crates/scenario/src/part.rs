//! The parts of a scenario in which two scenarios can differ.

use super::event_text::{CAPEX_PATH, EVENTS, capex_path_text, events_text};
use super::{Group, Input, Scenario};

/// A part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScenarioPart {
    /// The value of an input.
    Input(Input),
    /// The capex plan by year.
    CapexPath,
    /// The events.
    Events,
}

impl ScenarioPart {
    /// The part with this key in links and JSON.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            CAPEX_PATH => Some(Self::CapexPath),
            EVENTS => Some(Self::Events),
            id => Input::from_id(id).map(Self::Input),
        }
    }

    /// The key in links and JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Input(input) => input.id(),
            Self::CapexPath => CAPEX_PATH,
            Self::Events => EVENTS,
        }
    }

    /// The input, if the part is one.
    pub fn input(self) -> Option<Input> {
        match self {
            Self::Input(input) => Some(input),
            Self::CapexPath | Self::Events => None,
        }
    }

    /// The group that the part belongs to; none for events.
    pub fn group(self) -> Option<Group> {
        match self {
            Self::Input(input) => Some(input.spec().group),
            Self::CapexPath => Some(Group::Capex),
            Self::Events => None,
        }
    }
}

/// Some parts of a scenario, to be put into another one.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialScenario {
    /// The parts that count.
    pub parts: Vec<ScenarioPart>,
    /// The scenario that has their values.
    pub scenario: Scenario,
}

impl Default for PartialScenario {
    fn default() -> Self {
        Self { parts: Vec::new(), scenario: Scenario::DEFAULT }
    }
}

impl PartialScenario {
    /// Adds the parts of another one; its values count.
    pub fn extend(&mut self, other: &Self) {
        for &part in &other.parts {
            self.scenario.take(part, &other.scenario);
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
    }
}

impl Scenario {
    /// The parts that differ from another scenario: inputs in table order, the plan by year, the events.
    pub fn differences(&self, other: &Self) -> Vec<ScenarioPart> {
        let inputs = Input::ALL.iter().filter(|&&input| self.get(input) != other.get(input));
        let mut parts: Vec<_> = inputs.map(|&input| ScenarioPart::Input(input)).collect();
        parts.extend((self.capex_path != other.capex_path).then_some(ScenarioPart::CapexPath));
        parts.extend((self.events != other.events).then_some(ScenarioPart::Events));
        parts
    }

    /// A part as links write it.
    pub fn part_text(&self, part: ScenarioPart) -> String {
        match part {
            ScenarioPart::Input(input) => self.get(input).text(),
            ScenarioPart::CapexPath => capex_path_text(&self.capex_path),
            ScenarioPart::Events => events_text(&self.events),
        }
    }

    /// Takes a part from another scenario.
    pub fn take(&mut self, part: ScenarioPart, from: &Self) {
        match part {
            ScenarioPart::Input(input) => self.set_unchecked(input, from.get(input)),
            ScenarioPart::CapexPath => self.capex_path = from.capex_path,
            ScenarioPart::Events => self.events = from.events,
        }
    }
}
