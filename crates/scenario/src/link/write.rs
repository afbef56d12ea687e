//! Writes a link.

use super::escape::{encode, escape_separators};
use super::{Link, Pin};
use crate::{Origin, Scenario, json, presets, range_text};

/// The fragment of a link, without `#`: the version, and every value that differs from the origin or the default.
pub fn write(link: &Link) -> String {
    let mut parts = vec![format!("v={}", json::VERSION)];
    let mut part = |key: &str, value: &str| parts.push(format!("{key}={}", encode(value)));
    let default = Origin::default();
    let origin = link.origin.without_debate();
    if origin.company_id() != default.company_id() {
        part("preset", origin.company_id());
    }
    if origin.case_id() != default.case_id() {
        part("case", origin.case_id());
    }
    for (key, text) in changes(origin, &link.scenario) {
        part(key, &text);
    }
    if !link.ranges.is_empty() {
        part(range_text::RANGES, &link.ranges.text());
    }
    if let Some(baseline) = &link.baseline {
        part("baseline", &scenario_text(baseline));
    }
    if !link.pins.is_empty() {
        part("pins", &link.pins.iter().map(pin_text).collect::<Vec<_>>().join("/"));
    }
    settings(link, part);
    parts.join("&")
}

fn settings(link: &Link, mut part: impl FnMut(&str, &str)) {
    if link.seed != super::DEFAULT_SEED {
        part("seed", &link.seed.to_string());
    }
    if let Some(view) = link.view {
        part("view", view);
    }
    if let Some(theme) = link.theme {
        part("theme", theme.id());
    }
    if link.embed {
        part("embed", "1");
    }
    if let Some(charts) = &link.charts {
        part("charts", &list(charts.iter().copied()));
    }
    if let Some(controls) = &link.controls {
        part("controls", &list(controls.iter().map(|input| input.id())));
    }
    if !link.title {
        part("title", "0");
    }
}

fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    if ids.is_empty() { "none".to_owned() } else { ids.join(",") }
}

/// The keys and texts of the parts that differ from those of the origin.
fn changes(origin: Origin, scenario: &Scenario) -> impl Iterator<Item = (&'static str, String)> {
    let parts = scenario.differences(&origin.scenario());
    parts.into_iter().map(|part| (part.key(), scenario.part_text(part)))
}

/// A scenario as `azure;bear;growth=0.5`: the company and case from which the fewest values differ, then those values.
fn scenario_text(scenario: &Scenario) -> String {
    let lists = presets();
    let origins =
        lists.companies.iter().flat_map(|company| lists.cases.iter().map(|case| Origin::new(&company.id, &case.id)));
    let default = Origin::default();
    let all = std::iter::once(default).chain(origins);
    let origin = all.min_by_key(|&origin| scenario.differences(&origin.scenario()).len()).unwrap_or_default();

    let mut parts: Vec<String> = Vec::new();
    if origin.company_id() != default.company_id() {
        parts.push(origin.company_id().to_owned());
    }
    if origin.case_id() != default.case_id() {
        parts.push(origin.case_id().to_owned());
    }
    let change = |(key, text): (&str, String)| format!("{key}={text}");
    parts.extend(changes(origin, scenario).map(change));
    if parts.is_empty() { default.company_id().to_owned() } else { parts.join(";") }
}

fn pin_text(pin: &Pin) -> String {
    format!("{}~{}", escape_separators(&pin.name), scenario_text(&pin.scenario))
}
