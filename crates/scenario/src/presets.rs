//! Companies, cases and debates: named overrides of the defaults, from `presets.json`.

use std::sync::LazyLock;

use serde_json::Value as Json;

use super::json::read_inputs;
use super::{Scenario, Value, notation};
use crate::Input;

/// A named set of overrides.
#[derive(Clone, Debug, PartialEq)]
pub struct Preset {
    /// Its name in links.
    pub id: String,
    /// Its name on the page.
    pub label: String,
    /// The inputs it changes, in table order.
    pub overrides: Vec<(Input, Value)>,
}

impl Preset {
    /// The scenario with this preset's values on top.
    pub fn applied_to(&self, base: &Scenario) -> Scenario {
        let mut scenario = *base;
        for &(input, value) in &self.overrides {
            scenario.set_unchecked(input, value);
        }
        scenario
    }
}

/// The three lists, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presets {
    /// Companies.
    pub companies: Vec<Preset>,
    /// Bear, base and bull, on top of a company.
    pub cases: Vec<Preset>,
    /// Questions that change an input or two on AWS.
    pub debates: Vec<Preset>,
}

/// The lists of `presets.json`.
pub fn presets() -> &'static Presets {
    static PRESETS: LazyLock<Presets> = LazyLock::new(|| read(include_str!("presets.json")));
    &PRESETS
}

/// The company, case or debate of that id.
pub fn find_preset<'a>(list: &'a [Preset], id: &str) -> Option<&'a Preset> {
    list.iter().find(|preset| preset.id == id)
}

fn read(text: &str) -> Presets {
    let file: Json = notation::read(text).unwrap_or_default();
    let list = |key: &str| {
        let entries = file[key].as_object().into_iter().flatten();
        entries.map(|(id, entry)| preset(id, entry)).collect()
    };
    Presets { companies: list("presets"), cases: list("cases"), debates: list("debates") }
}

fn preset(id: &str, entry: &Json) -> Preset {
    let label = entry.get("label").and_then(Json::as_str).unwrap_or(id).to_owned();
    let overrides = entry.get("set").and_then(Json::as_object).cloned().unwrap_or_default();
    let scenario = read_inputs(&Scenario::DEFAULT, &overrides).scenario;
    let named = |input: &&Input| overrides.contains_key(input.id());
    let overrides_of = Input::ALL.iter().filter(named).map(|&input| (input, scenario.get(input))).collect();
    Preset { id: id.to_owned(), label, overrides: overrides_of }
}

#[cfg(test)]
mod tests {
    use super::super::json::read_inputs;
    use super::*;

    #[test]
    fn the_file_is_whole_and_nothing_in_it_is_refused() {
        let lists = presets();
        assert_eq!((lists.companies.len(), lists.cases.len(), lists.debates.len()), (3, 3, 13));
        let file: Json = serde_json::from_str(include_str!("presets.json")).unwrap();
        for entry in file.as_object().unwrap().values().flat_map(|list| list.as_object().unwrap().values()) {
            let set = entry["set"].as_object().unwrap();
            assert_eq!(read_inputs(&Scenario::DEFAULT, set).errors, []);
        }
        let ids: Vec<_> = lists.companies.iter().map(|preset| preset.id.as_str()).collect();
        assert_eq!(ids, ["aws", "azure", "google"], "the file's order is the page's");
        assert_eq!(lists.companies[0].on(&Scenario::DEFAULT), Scenario::DEFAULT);
    }
}
