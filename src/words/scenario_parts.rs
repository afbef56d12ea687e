//! Names and values of the parts of a scenario: inputs, the capex plan by year, events.

use super::numbers::{NARROW_SPACE, trimmed};
use super::{dates, inputs, units};
use crate::scenario::{Event, EventKind, Input, Scenario, ScenarioPart};

/// Sorts parts: the headline inputs first, the others in the order of the table.
pub fn headline_first(parts: Vec<ScenarioPart>) -> Vec<ScenarioPart> {
    let is_headline = |part: &ScenarioPart| part.input().is_some_and(|input| Input::HEADLINE.contains(&input));
    let (mut first, others): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_headline);
    first.extend(others);
    first
}

/// The full label of a part.
pub fn label(part: ScenarioPart) -> &'static str {
    match part {
        ScenarioPart::Input(input) => inputs::label(input),
        ScenarioPart::CapexPath => "The capex plan by year",
        ScenarioPart::Events => "Events that nobody saw coming",
    }
}

/// The short label of a part.
pub fn short(part: ScenarioPart) -> &'static str {
    match part {
        ScenarioPart::Input(input) => inputs::short(input),
        ScenarioPart::CapexPath => "Plan by year",
        ScenarioPart::Events => "Events",
    }
}

/// The label of a part in the dock, in pins and in map marks.
pub fn brief(part: ScenarioPart) -> &'static str {
    match part {
        ScenarioPart::Input(input) => inputs::dock(input),
        other => short(other),
    }
}

/// The value of a part in a scenario.
pub fn value(scenario: &Scenario, part: ScenarioPart) -> String {
    match part {
        ScenarioPart::Input(input) => units::value(input, scenario.get(input)),
        ScenarioPart::CapexPath => plan(scenario),
        ScenarioPart::Events => events(&scenario.events),
    }
}

/// The capex of each planned year: “$200B, $240B, $160B”, or the growth that the plan follows.
fn plan(scenario: &Scenario) -> String {
    if scenario.capex_path.is_empty() {
        return format!("{} growth", units::amount(Input::CapexGrowth, scenario.capex_growth));
    }
    let year = |multiple: &f64| units::amount(Input::Capex, scenario.capex * multiple);
    scenario.capex_path.iter().map(year).collect::<Vec<_>>().join(", ")
}

fn events(events: &[Event]) -> String {
    if events.is_empty() {
        return "none".to_owned();
    }
    events.iter().map(event).collect::<Vec<_>>().join(", ")
}

/// An event: “demand −20 % from Q3 2028 for good”, “price −30 % from Q2 2029 for 2 years”.
pub fn event(event: &Event) -> String {
    let start = dates::quarter(event.quarter.into());
    let end = event.quarters.map_or_else(|| "for good".to_owned(), |quarters| format!("for {}", length(quarters)));
    format!("{} {} from {start} {end}", kind(event.kind), size(event))
}

/// An event beside its marker: “price −30 %”.
pub fn event_in_short(event: &Event) -> String {
    format!("{} {}", kind(event.kind), size(event))
}

/// The name of a kind of event in a sentence.
pub fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Demand => "demand",
        EventKind::Price => "price",
        EventKind::Capacity => "capacity",
    }
}

/// The size of an event: “−20 %”.
pub fn size(event: &Event) -> String {
    let plus = if event.size > 0.0 { "+" } else { "" };
    format!("{plus}{}{NARROW_SPACE}%", trimmed(event.size * 100.0, 0, 1))
}

/// A length in quarters: “2 years”, “1 quarter”, “5 quarters”.
pub fn length(quarters: u16) -> String {
    match (quarters, quarters % 4) {
        (4, _) => "a year".to_owned(),
        (_, 0) => format!("{} years", quarters / 4),
        (1, _) => "a quarter".to_owned(),
        _ => format!("{quarters} quarters"),
    }
}
