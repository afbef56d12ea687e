//! Companies, cases and debates: named overrides of the defaults, from `presets.json`.

use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Map;

use super::event_text::{CAPEX_PATH, EVENTS};
use super::json::read_inputs;
use super::{CapexPath, Events, Scenario, ScenarioPart, Value};
use crate::Input;

const TEXT: &str = include_str!("presets.json");

/// A named set of overrides.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// The id in links: the key of the entry in its list.
    #[serde(skip)]
    pub id: String,
    /// The name on the page.
    pub label: String,
    /// Whether the numbers of the company are estimates.
    #[serde(default)]
    pub estimate: bool,
    /// The overridden values.
    #[serde(rename = "set")]
    pub overrides: Overrides,
}

/// The values that a preset changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// The inputs with their values, in table order.
    pub inputs: Vec<(Input, Value)>,
    /// The capex plan by year.
    pub capex_path: Option<CapexPath>,
    /// The events.
    pub events: Option<Events>,
}

impl Overrides {
    /// Whether a part of the scenario is overridden.
    pub fn sets(&self, part: ScenarioPart) -> bool {
        match part {
            ScenarioPart::Input(input) => self.inputs.iter().any(|&(overridden, _)| overridden == input),
            ScenarioPart::CapexPath => self.capex_path.is_some(),
            ScenarioPart::Events => self.events.is_some(),
        }
    }
}

impl Preset {
    /// The base with the overrides applied.
    pub fn applied_to(&self, base: &Scenario) -> Scenario {
        let mut scenario = *base;
        for &(input, value) in &self.overrides.inputs {
            scenario.set_unchecked(input, value);
        }
        scenario.capex_path = self.overrides.capex_path.unwrap_or(scenario.capex_path);
        scenario.events = self.overrides.events.unwrap_or(scenario.events);
        scenario
    }
}

/// The lists of presets, in the order of the file.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presets {
    /// Companies.
    #[serde(rename = "presets", deserialize_with = "list")]
    pub companies: Vec<Preset>,
    /// Bear, base and bull, applied on top of a company.
    #[serde(deserialize_with = "list")]
    pub cases: Vec<Preset>,
    /// Questions that change a few inputs of the default company.
    #[serde(deserialize_with = "list")]
    pub debates: Vec<Preset>,
}

/// The lists of `presets.json`.
pub fn presets() -> &'static Presets {
    static PRESETS: LazyLock<Presets> = LazyLock::new(|| match serde_json::from_str(TEXT) {
        Ok(presets) => presets,
        Err(error) => unreachable!("presets.json is part of the program, and a test reads it: {error}"),
    });
    &PRESETS
}

/// The preset of a list with this id.
pub fn find_preset<'a>(list: &'a [Preset], id: &str) -> Option<&'a Preset> {
    list.iter().find(|preset| preset.id == id)
}

/// Reads `{"id": preset, …}`, keeping the order of the entries.
fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Preset>, D::Error> {
    let entries = IndexMap::<String, Preset>::deserialize(deserializer)?;
    Ok(entries.into_iter().map(|(id, preset)| Preset { id, ..preset }).collect())
}

/// Reads `{"input": value, …}`; fails on any input or value that the table of inputs refuses.
impl<'de> Deserialize<'de> for Overrides {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = Map::deserialize(deserializer)?;
        let parsed = read_inputs(&Scenario::DEFAULT, &map);
        if !parsed.errors.is_empty() {
            return Err(D::Error::custom(format_args!("refused inputs: {:?}", parsed.errors)));
        }
        let named = Input::ALL.iter().filter(|input| map.contains_key(input.id()));
        Ok(Self {
            inputs: named.map(|&input| (input, parsed.scenario.get(input))).collect(),
            capex_path: map.contains_key(CAPEX_PATH).then_some(parsed.scenario.capex_path),
            events: map.contains_key(EVENTS).then_some(parsed.scenario.events),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_file_is_complete() {
        let presets: Presets = serde_json::from_str(TEXT).unwrap();
        assert_eq!((presets.companies.len(), presets.cases.len(), presets.debates.len()), (3, 3, 24));
        let ids: Vec<_> = presets.companies.iter().map(|preset| preset.id.as_str()).collect();
        assert_eq!(ids, ["aws", "azure", "google"], "the order of the file is the order of the page");
        assert_eq!(presets.companies[0].applied_to(&Scenario::DEFAULT), Scenario::DEFAULT);
        let estimates: Vec<_> = presets.companies.iter().map(|preset| preset.estimate).collect();
        assert_eq!(estimates, [false, true, true]);
    }

    #[test]
    fn a_malformed_file_is_an_error() {
        let file = |preset: &str| format!(r#"{{"presets": {{"x": {preset}}}, "cases": {{}}, "debates": {{}}}}"#);
        assert!(serde_json::from_str::<Presets>(&file(r#"{"label": "X", "set": {"growth": 1}}"#)).is_ok());
        for preset in [
            r#"{"label": "X", "set": {"grwoth": 1}}"#,
            r#"{"label": "X", "set": {"growth": -7}}"#,
            r#"{"label": "X", "set": {}, "estimat": true}"#,
            r#"{"set": {}}"#,
        ] {
            assert!(serde_json::from_str::<Presets>(&file(preset)).is_err(), "{preset}");
        }
        assert!(serde_json::from_str::<Presets>(r#"{"presets": {}, "cases": {}}"#).is_err());
    }
}
