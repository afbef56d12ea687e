//! Steps of the undo history.

use super::numbers::trimmed;
use super::scenario_name::origin_name;
use super::scenario_parts::{event, short};
use super::{controls, inputs, monte_carlo, ranges};
use crate::scenario::workbook::Action;
use crate::scenario::{Event, Input, Value};

phrases! {
    /// Mark of the present step.
    present = "now";
    /// Mark of an undone step.
    undone = "undone";
}

/// A step: “Capex 200 → 150”.
pub fn step(change: &Action) -> String {
    match change {
        Action::Opened => "As opened".to_owned(),
        Action::Input { input, from, to } => {
            format!("{} {} → {}", inputs::short(*input), without_unit(*input, *from), without_unit(*input, *to))
        }
        Action::Events { from, to } => events(from, to),
        Action::Parts(moved) => match moved[..] {
            [] => "No change".to_owned(),
            [part] => short(part).to_owned(),
            [first, second] => format!("{} and {}", short(first), short(second)),
            _ => format!("{} assumptions", moved.len()),
        },
        Action::Origin(origin) => origin_name(origin),
        Action::ResetAll => "Reset all".to_owned(),
        Action::ResetGroup(group) => format!("Reset {}", inputs::group_heading(*group)),
        Action::Pinned(name) => format!("Pinned {name}"),
        Action::Unpinned(name) => format!("Removed {name}"),
        Action::Repinned(name) => format!("Changed the pin {name}"),
        Action::Swapped(name) => format!("Swapped with {name}"),
        Action::Seed(seed) => format!("New draws with seed {seed}"),
        Action::Range { input, to } => ranges::step(*input, *to),
        Action::ResetRanges => ranges::reset_all().to_owned(),
        Action::SimulatedCase(percentile) => monte_carlo::case_taken(*percentile),
        Action::Loaded => "Loaded a scenario".to_owned(),
    }
}

/// A change of the events: “Event: demand −20 % from Q3 2028 for good”, “Removed: price +10 % from Q1 2027 for a year”.
fn events(from: &[Event], to: &[Event]) -> String {
    let new = |one: &[Event], other: &[Event]| one.iter().find(|event| !other.contains(event)).map(event);
    match (new(to, from), new(from, to)) {
        (Some(event), _) => format!("Event: {event}"),
        (None, Some(event)) => format!("Removed: {event}"),
        (None, None) => "Events".to_owned(),
    }
}

/// “Undo: Capex 200 → 150”.
pub fn undo(change: &Action) -> String {
    format!("{}: {}", controls::undo(), step(change))
}

/// “Redo: Capex 200 → 150”.
pub fn redo(change: &Action) -> String {
    format!("{}: {}", controls::redo(), step(change))
}

/// The value as in its field, without the unit.
fn without_unit(input: Input, value: Value) -> String {
    match value {
        Value::Number(number) if input.spec().unit.is_percent() => trimmed(number * 100.0, 0, 4),
        Value::Number(number) => trimmed(number, 0, 4),
        other => inputs::value_name(input, other).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{EventKind, Events, Group, Origin, ScenarioPart};

    #[test]
    fn steps_name_what_changed() {
        let input = |input, from, to| step(&Action::Input { input, from, to });
        let number = Value::Number;
        assert_eq!(input(Input::Capex, number(200.0), number(150.0)), "Capex 200 → 150");
        assert_eq!(input(Input::Growth, number(1.0), number(-0.05)), "Demand growth 100 → −5");
        assert_eq!(
            input(Input::Terminal, Value::Choice("nbv"), Value::Choice("none")),
            "Value at the horizon Net assets → Nothing"
        );
        let parts = |inputs: &[Input]| inputs.iter().map(|&input| ScenarioPart::Input(input)).collect();
        assert_eq!(step(&Action::Parts(parts(&[Input::Growth, Input::Capex]))), "Demand growth and Capex");
        assert_eq!(step(&Action::Parts(parts(Input::ALL))), "56 assumptions");
        assert_eq!(step(&Action::Origin(Origin::new("azure", "bear"))), "Azure, bear");
        assert_eq!(step(&Action::Origin(Origin::debate("growth_is_22"))), "Growth is really 22\u{202f}%");
        let event = |size| Event { kind: EventKind::Demand, quarter: 10, size, quarters: None };
        let events = |sizes: &[f64]| Events::from_items(sizes.iter().map(|&size| event(size))).unwrap();
        let changed = |from: &[f64], to: &[f64]| step(&Action::Events { from: events(from), to: events(to) });
        assert_eq!(changed(&[], &[-0.2]), "Event: demand −20\u{202f}% from Q3 2028 for good");
        assert_eq!(changed(&[0.1, -0.2], &[0.1]), "Removed: demand −20\u{202f}% from Q3 2028 for good");
        assert_eq!(undo(&Action::ResetGroup(Group::Unit)), "Undo: Reset Unit economics");
    }
}
