//! The words of a comparison: what a pinned scenario is called, and what can be done with it.

use super::analysis::lower_first;
use super::controls::words;
use super::{controls, history, inputs, units};
use crate::scenario::workbook::{Pin, Sheet};
use crate::scenario::{Input, Origin};

/// So many inputs are named before the rest is counted.
const NAMED: usize = 2;
/// Letters of a name that are kept.
const LONGEST: usize = 40;

words! {
    /// The other end of the bridge, where the page was opened with it.
    opened = "as opened";
    /// The present scenario at the bridge's end.
    now = "now";
    /// The choice of what the bridge leads to.
    bridge = "Bridge";
    /// The name's field.
    name_field = "Name of the pinned scenario";
    /// Lists no more than the inputs that matter most.
    fewer = "Fewer inputs";
    /// Nothing to list.
    nothing_differs = "No input differs.";
}

/// The bridge from the page as it was opened.
pub fn opened_to_now() -> String {
    format!("{} → {}", opened(), now())
}

/// What the present scenario is called: “AWS, bear” as it starts, else by what differs: “Growth 50 %, capex $75B”.
pub fn name(sheet: &Sheet) -> String {
    let (mut changed, rest): (Vec<Input>, Vec<Input>) =
        sheet.changed().partition(|input| Input::HEADLINE.contains(input));
    changed.extend(rest);
    let start = start(&sheet.origin);
    if changed.is_empty() {
        return start;
    }
    let plain = sheet.origin == Origin::default();
    let mut text = if plain { String::new() } else { format!("{start}: ") };
    for (at, &input) in changed.iter().take(NAMED).enumerate() {
        let value = units::value(input, sheet.scenario.get(input));
        let label = inputs::dock(input);
        let label = if at == 0 && plain { label.to_owned() } else { lower_first(label) };
        text += &format!("{}{label} {value}", if at == 0 { "" } else { ", " });
    }
    if changed.len() > NAMED {
        text += &format!(", {} more", changed.len() - NAMED);
    }
    text
}

/// A start in short: the base case goes without saying.
pub fn start(origin: &Origin) -> String {
    match (origin.debate_preset(), origin.case_id()) {
        (None, "base") => origin.company_label().to_owned(),
        _ => history::start(origin),
    }
}

/// The name with a number after it, where another pin has the same one already; cut where it is endless.
pub fn free(name: &str, pins: &[Pin]) -> String {
    let name: String = name.trim().chars().take(LONGEST).collect();
    let taken = |name: &str| pins.iter().any(|pin| pin.name == name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(name)
}

/// A pin's letter.
pub fn letter(at: usize) -> &'static str {
    ["A", "B", "C"].get(at).copied().unwrap_or("")
}

/// A control with the pin it belongs to: “Remove: Azure”.
pub fn of(control: &str, name: &str) -> String {
    format!("{control}: {name}")
}

/// The mark “est.” after the name of a company whose numbers are estimates, in a comparison.
pub fn estimated(name: &str) -> Option<&'static str> {
    let presets = crate::scenario::presets();
    let company = presets.companies.iter().find(|preset| preset.label == name)?;
    company.estimate.then(controls::estimated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Value;
    use crate::scenario::workbook::Workbook;

    fn called(origin: Origin, moves: &[(Input, Value)]) -> String {
        let mut book = Workbook::open(Sheet::new(origin), None);
        book.set(moves);
        name(book.sheet()).replace('\u{202f}', " ")
    }

    #[test]
    fn pins_are_called_by_what_differs() {
        let number = Value::Number;
        let aws = Origin::default();
        assert_eq!(called(aws, &[]), "AWS");
        assert_eq!(called(Origin::new("azure", "bear"), &[]), "Azure, bear");
        assert_eq!(called(Origin::debate("growth_is_22"), &[]), "Growth is really 22 %");
        let moves = [(Input::Tax, number(0.3)), (Input::Capex, number(75.0)), (Input::Growth, number(0.5))];
        assert_eq!(called(aws, &moves[1..]), "Growth 50 %, capex $75B");
        assert_eq!(called(aws, &moves), "Growth 50 %, capex $75B, 1 more");
        assert_eq!(called(Origin::new("google", "base"), &moves[..1]), "Google Cloud: tax rate 30 %");
    }

    #[test]
    fn names_are_free_and_short() {
        let pin = |name: &str| Pin { name: name.to_owned(), scenario: crate::scenario::Scenario::DEFAULT };
        assert_eq!(free("AWS", &[pin("Azure")]), "AWS");
        assert_eq!(free(" AWS ", &[pin("AWS"), pin("AWS 2")]), "AWS 3");
        assert_eq!(free(&"x".repeat(99), &[]).len(), LONGEST);
        assert_eq!((estimated("Azure"), estimated("AWS"), estimated("Mine")), (Some("est."), None, None));
    }
}
