//! The steps of the history in words.

use super::numbers::trimmed;
use super::{controls, inputs, names};
use crate::scenario::workbook::Action;
use crate::scenario::{Input, Origin, Value};

/// A step: “Capex 200 → 150”.
pub fn step(change: &Action) -> String {
    match change {
        Action::Opened => "As opened".to_owned(),
        Action::Input { input, from, to } => {
            format!("{} {} → {}", inputs::short(*input), plain(*input, *from), plain(*input, *to))
        }
        Action::Inputs(moved) => match moved[..] {
            [] => "Nothing".to_owned(),
            [one] => inputs::short(one).to_owned(),
            [one, two] => format!("{} and {}", inputs::short(one), inputs::short(two)),
            _ => format!("{} assumptions", moved.len()),
        },
        Action::Origin(origin) => start(origin),
        Action::ResetAll => "Reset all".to_owned(),
        Action::ResetGroup(group) => format!("Reset {}", names::group_heading(*group)),
        Action::Pinned(name) => format!("Pinned {name}"),
        Action::Unpinned(name) => format!("Removed {name}"),
        Action::Repinned(name) => format!("Changed pin {name}"),
        Action::Swapped(name) => format!("Swapped with {name}"),
        Action::Seed(seed) => format!("Drew again, seed {seed}"),
        Action::Loaded => "Loaded a scenario".to_owned(),
    }
}

/// Where a scenario starts: “AWS, bear”, or a debate's name.
pub fn start(origin: &Origin) -> String {
    match origin.debate_preset() {
        Some(debate) => controls::preset(debate),
        None => format!("{}, {}", origin.company_label(), origin.case_label().to_ascii_lowercase()),
    }
}

/// Beside the step that the page shows.
pub fn present() -> &'static str {
    "now"
}

/// Beside a step that was undone.
pub fn undone() -> &'static str {
    "undone"
}

/// What the button says: “Undo: Capex 200 → 150”.
pub fn undo(change: &Action) -> String {
    format!("{}: {}", controls::undo(), step(change))
}

/// “Redo: …”.
pub fn redo(change: &Action) -> String {
    format!("{}: {}", controls::redo(), step(change))
}

/// The value as in its field.
fn plain(input: Input, value: Value) -> String {
    match value {
        Value::Number(number) if input.spec().unit.is_percent() => trimmed(number * 100.0, 0, 4),
        Value::Number(number) => trimmed(number, 0, 4),
        other => names::named(input, other).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Group;

    #[test]
    fn steps_are_words() {
        let input = |input, from, to| step(&Action::Input { input, from, to });
        let number = Value::Number;
        assert_eq!(input(Input::Capex, number(200.0), number(150.0)), "Capex 200 → 150");
        assert_eq!(input(Input::Growth, number(1.0), number(-0.05)), "Demand growth 100 → −5");
        assert_eq!(
            input(Input::Terminal, Value::Choice("nbv"), Value::Choice("none")),
            "Value at the horizon Net assets → Nothing"
        );
        assert_eq!(step(&Action::Inputs(vec![Input::Growth, Input::Capex])), "Demand growth and Capex");
        assert_eq!(step(&Action::Inputs(Input::ALL.to_vec())), "51 assumptions");
        assert_eq!(step(&Action::Origin(Origin::new("azure", "bear"))), "Azure, bear");
        assert_eq!(step(&Action::Origin(Origin::debate("growth_is_22"))), "Growth is really 22\u{202f}%");
        assert_eq!(undo(&Action::ResetGroup(Group::Unit)), "Undo: Reset Unit economics");
    }
}
