//! Press reports, their statements, and the questions on which they disagree. Nothing here was verified.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

mod published;

use crate::scenario::Input;
pub use published::{PublishedSource, published_source};

const TEXT: &str = include_str!("facts.json");

/// The contents of `facts.json`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The press reports, by number.
    #[serde(deserialize_with = "press_reports")]
    pub reports: Vec<PressReport>,
    /// Single statements.
    pub facts: Vec<Fact>,
    /// Questions on which reports disagree.
    pub conflicts: Vec<Conflict>,
}

/// A press report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PressReport {
    /// The number by which the page cites it.
    pub number: u32,
    /// The title.
    pub title: String,
}

/// A statement of one or more reports.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id.
    pub id: String,
    /// The statement.
    #[serde(deserialize_with = "typeset")]
    pub statement: String,
    /// The number in the statement, in `unit`.
    pub value: Option<f64>,
    /// The unit of `value`.
    #[serde(deserialize_with = "typeset")]
    pub unit: String,
    /// The time that the statement refers to.
    #[serde(deserialize_with = "typeset")]
    pub as_of: String,
    /// The kind of source behind the statement.
    #[serde(deserialize_with = "typeset")]
    pub basis: String,
    /// The numbers of the reports that make the statement.
    pub reports: Vec<u32>,
    /// The input that the statement is about.
    pub input: Option<Input>,
}

/// A question on which reports disagree.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The id.
    pub id: String,
    /// The question.
    #[serde(deserialize_with = "typeset")]
    pub title: String,
    /// The input that a choice sets, if an input depends on the question.
    pub input: Option<Input>,
    /// The answers of the reports.
    pub choices: Vec<Choice>,
    /// A comment on the disagreement.
    #[serde(deserialize_with = "typeset")]
    pub note: String,
}

/// One answer to a disputed question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value of the input, if there is one to load.
    pub value: Option<f64>,
    /// The answer in words.
    #[serde(deserialize_with = "typeset")]
    pub label: String,
    /// The numbers of the reports that give this answer.
    pub reports: Vec<u32>,
}

/// The contents of `facts.json`.
pub fn facts() -> &'static Facts {
    static FACTS: LazyLock<Facts> = LazyLock::new(|| match serde_json::from_str(TEXT) {
        Ok(facts) => facts,
        Err(error) => unreachable!("facts.json is part of the program, and a test reads it: {error}"),
    });
    &FACTS
}

impl Facts {
    /// The statements about an input.
    pub fn of(&self, input: Input) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.input == Some(input))
    }

    /// The disagreement about an input.
    pub fn conflict_of(&self, input: Input) -> Option<&Conflict> {
        self.conflicts.iter().find(|conflict| conflict.input == Some(input))
    }

    /// The statement with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The values that reports give for a disputed input, each with its label and its reports.
    pub fn reported_values(&self, input: Input) -> Vec<(f64, &str, &[u32])> {
        let choices = self.conflict_of(input).into_iter().flat_map(|conflict| &conflict.choices);
        choices.filter_map(|choice| Some((choice.value?, choice.label.as_str(), choice.reports.as_slice()))).collect()
    }
}

/// Reads `{"number": "title", …}`.
fn press_reports<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PressReport>, D::Error> {
    let titles = BTreeMap::<u32, String>::deserialize(deserializer)?;
    Ok(titles.into_iter().map(|(number, title)| PressReport { number, title: with_typography(&title) }).collect())
}

fn typeset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| with_typography(&text))
}

/// Sets a narrow space before the percent sign, and curved quotes.
fn with_typography(text: &str) -> String {
    let text = text.replace(" %", "\u{202f}%").replace('\'', "\u{2019}");
    text.replace(" \"", " \u{201c}").replace('"', "\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, Source, Value};

    #[test]
    fn the_embedded_file_is_complete() {
        let facts: Facts = serde_json::from_str(TEXT).unwrap();
        assert_eq!((facts.reports.len(), facts.facts.len(), facts.conflicts.len()), (5, 36, 6));
        for fact in &facts.facts {
            assert!(!fact.statement.is_empty() && !fact.as_of.is_empty() && !fact.basis.is_empty(), "{}", fact.id);
            assert!(!fact.reports.is_empty() && fact.reports.iter().all(|&number| (1..=5).contains(&number)));
        }
    }

    #[test]
    fn a_malformed_file_is_an_error() {
        for (text, is_valid) in [
            (r#"{"reports": {"1": "x"}, "facts": [], "conflicts": []}"#, true),
            (r#"{"reports": {"one": "x"}, "facts": [], "conflicts": []}"#, false),
            (r#"{"reports": {}, "conflicts": []}"#, false),
            (r#"{"reports": {}, "facts": [{"id": "x"}], "conflicts": []}"#, false),
        ] {
            assert_eq!(serde_json::from_str::<Facts>(text).is_ok(), is_valid, "{text}");
        }
        let unknown_input = TEXT.replacen(r#""input": "run_rate""#, r#""input": "run_rat""#, 1);
        assert!(serde_json::from_str::<Facts>(&unknown_input).is_err());
    }

    #[test]
    fn every_choice_with_a_value_can_be_loaded() {
        for conflict in &facts().conflicts {
            let Some(input) = conflict.input else { continue };
            for choice in &conflict.choices {
                let value = Value::Number(choice.value.unwrap());
                assert!(Scenario::default().set(input, value).is_ok(), "{}", choice.label);
            }
        }
        assert!(facts().reports[1].title.starts_with("Press report 2: “Amazon’s AI Revenue"));
        assert!(facts().reports[1].title.contains("Bet” ("));
        assert_eq!(facts().reported_values(Input::Capex).len(), 3);
        assert_eq!(facts().conflict_of(Input::Growth).unwrap().choices[1].label, "22\u{202f}%, all of AWS");
    }

    #[test]
    fn every_reported_input_has_a_fact() {
        for &input in Input::ALL.iter().filter(|input| input.spec().source == Source::Reported) {
            assert!(facts().of(input).next().is_some(), "{input:?}");
        }
    }
}
