//! Names of scenarios: by company and case, by debate, or by the inputs that differ.

use super::controls;
use super::grammar::lower_first;
use super::scenario_parts::{self, headline_first};
use crate::scenario::Origin;
use crate::scenario::workbook::{Pin, Sheet};

/// Number of changed inputs in the name of a pinned scenario.
const LISTED_INPUTS: usize = 2;
/// Maximum length of the name of a pinned scenario, in characters.
const MAX_LENGTH: usize = 40;

/// The name of a scenario in sentences and citations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioName {
    /// The company; empty for none.
    pub company: String,
    /// The case in lower case, or the debate in quotation marks.
    pub case: String,
    /// Whether inputs differ from the origin.
    pub edited: bool,
}

impl ScenarioName {
    /// The name of a sheet's scenario.
    pub fn of(sheet: &Sheet) -> Self {
        let case = match sheet.origin.debate_preset() {
            Some(debate) => format!("“{}”", controls::preset(debate)),
            None => sheet.origin.case_label().to_ascii_lowercase(),
        };
        let edited = !sheet.changed().is_empty();
        Self { company: sheet.origin.company_label().to_owned(), case, edited }
    }

    /// `AWS, base` or `AWS, base, edited`.
    pub fn name(&self) -> String {
        let edited = if self.edited { "edited" } else { "" };
        let parts: Vec<_> = [&*self.company, &*self.case, edited].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    /// `AWS’s`, or `the` without a company.
    pub(super) fn possessive(&self) -> String {
        if self.company.is_empty() { "the".to_owned() } else { format!("{}’s", self.company) }
    }
}

/// The name of an origin: “AWS, bear”, or the label of a debate.
pub fn origin_name(origin: &Origin) -> String {
    match origin.debate_preset() {
        Some(debate) => controls::preset(debate),
        None => format!("{}, {}", origin.company_label(), origin.case_label().to_ascii_lowercase()),
    }
}

/// The name of an origin without the base case: “AWS”, “AWS, bear”.
pub fn short_origin_name(origin: &Origin) -> String {
    match (origin.debate_preset(), origin.case_id()) {
        (None, "base") => origin.company_label().to_owned(),
        _ => origin_name(origin),
    }
}

/// The name of a scenario when it is pinned: its origin, followed by what differs: “Azure, bear: growth 50 %”.
pub fn pin_name(sheet: &Sheet) -> String {
    let changed = headline_first(sheet.changed());
    let origin = short_origin_name(&sheet.origin);
    if changed.is_empty() {
        return origin;
    }
    let is_default = sheet.origin == Origin::default();
    let mut name = if is_default { String::new() } else { format!("{origin}: ") };
    for (at, &part) in changed.iter().take(LISTED_INPUTS).enumerate() {
        let value = scenario_parts::value(&sheet.scenario, part);
        let label = scenario_parts::brief(part);
        let label = if at == 0 && is_default { label.to_owned() } else { lower_first(label) };
        name += &format!("{}{label} {value}", if at == 0 { "" } else { ", " });
    }
    if changed.len() > LISTED_INPUTS {
        name += &format!(", {} more", changed.len() - LISTED_INPUTS);
    }
    name
}

/// The name, shortened to the maximum length and numbered if another pin has it already.
pub fn unique_name(name: &str, pins: &[Pin]) -> String {
    let name: String = name.trim().chars().take(MAX_LENGTH).collect();
    let is_taken = |name: &str| pins.iter().any(|pin| pin.name == name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::workbook::Workbook;
    use crate::scenario::{Input, Scenario, Value};

    fn named(origin: Origin, changes: &[(Input, Value)]) -> String {
        let mut book = Workbook::open(Sheet::new(origin), None);
        book.set(changes);
        pin_name(book.sheet()).replace('\u{202f}', " ")
    }

    #[test]
    fn pins_are_named_by_what_differs() {
        let number = Value::Number;
        let aws = Origin::default();
        assert_eq!(named(aws, &[]), "AWS");
        assert_eq!(named(Origin::new("azure", "bear"), &[]), "Azure, bear");
        assert_eq!(named(Origin::debate("growth_is_22"), &[]), "Growth is really 22 %");
        let changes = [(Input::Tax, number(0.3)), (Input::Capex, number(75.0)), (Input::Growth, number(0.5))];
        assert_eq!(named(aws, &changes[1..]), "Growth 50 %, capex $75B");
        assert_eq!(named(aws, &changes), "Growth 50 %, capex $75B, 1 more");
        assert_eq!(named(Origin::new("google", "base"), &changes[..1]), "Google Cloud: tax rate 30 %");
    }

    #[test]
    fn names_are_unique_and_short() {
        let pin = |name: &str| Pin { name: name.to_owned(), scenario: Scenario::DEFAULT };
        assert_eq!(unique_name("AWS", &[pin("Azure")]), "AWS");
        assert_eq!(unique_name(" AWS ", &[pin("AWS"), pin("AWS 2")]), "AWS 3");
        assert_eq!(unique_name(&"x".repeat(99), &[]).len(), MAX_LENGTH);
    }
}
