//! The embedded file, parsed once; what it lacks is empty, and a test sees to it that it lacks nothing.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::{Choice, Conflict, Fact, Facts, Report};
use crate::scenario::Input;

const TEXT: &str = include_str!("facts.json");

/// What was reported.
pub fn facts() -> &'static Facts {
    static FACTS: LazyLock<Facts> = LazyLock::new(|| parse(TEXT).unwrap_or_default());
    &FACTS
}

#[derive(Deserialize)]
struct File {
    reports: Map<String, Json>,
    facts: Vec<FactRow>,
    conflicts: Vec<ConflictRow>,
}

#[derive(Deserialize)]
struct FactRow {
    id: String,
    statement: String,
    value: Option<f64>,
    unit: String,
    as_of: String,
    basis: String,
    reports: Vec<u32>,
    input: Option<String>,
}

#[derive(Deserialize)]
struct ConflictRow {
    id: String,
    title: String,
    input: Option<String>,
    choices: Vec<ChoiceRow>,
    note: String,
}

#[derive(Deserialize)]
struct ChoiceRow {
    value: Option<f64>,
    label: String,
    reports: Vec<u32>,
}

fn parse(text: &str) -> Result<Facts, serde_json::Error> {
    let file: File = serde_json::from_str(text)?;
    let reports = file
        .reports
        .iter()
        .filter_map(|(number, title)| Some(Report { number: number.parse().ok()?, title: words(title.as_str()?) }));
    Ok(Facts {
        reports: reports.collect(),
        facts: file.facts.into_iter().map(fact).collect(),
        conflicts: file.conflicts.into_iter().map(conflict).collect(),
    })
}

fn fact(row: FactRow) -> Fact {
    Fact {
        id: row.id,
        statement: words(&row.statement),
        value: row.value,
        unit: row.unit,
        as_of: row.as_of,
        basis: words(&row.basis),
        reports: row.reports,
        input: row.input.as_deref().and_then(Input::from_id),
    }
}

fn conflict(row: ConflictRow) -> Conflict {
    let choice =
        |choice: ChoiceRow| Choice { value: choice.value, label: words(&choice.label), reports: choice.reports };
    Conflict {
        id: row.id,
        title: words(&row.title),
        input: row.input.as_deref().and_then(Input::from_id),
        choices: row.choices.into_iter().map(choice).collect(),
        note: words(&row.note),
    }
}

/// The file's words as the page sets them: a narrow space before the percent sign, curved quotes.
fn words(text: &str) -> String {
    let text = text.replace(" %", "\u{202f}%").replace('\'', "\u{2019}").replace(" \"", " \u{201c}");
    text.replace('"', "\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, Source, Value};

    #[test]
    fn everything_in_the_file_is_read() {
        let facts = parse(TEXT).unwrap();
        let file: Json = serde_json::from_str(TEXT).unwrap();
        assert_eq!((facts.reports.len(), facts.facts.len(), facts.conflicts.len()), (5, 36, 6));
        for (kind, list) in [("facts", facts.facts.len()), ("conflicts", facts.conflicts.len())] {
            assert_eq!(file[kind].as_array().unwrap().len(), list);
            for row in file[kind].as_array().unwrap() {
                let input = &row["input"];
                assert!(input.is_null() || Input::from_id(input.as_str().unwrap()).is_some(), "{row}");
            }
        }
        for fact in &facts.facts {
            assert!(!fact.statement.is_empty() && !fact.as_of.is_empty() && !fact.basis.is_empty(), "{}", fact.id);
            assert!(!fact.reports.is_empty() && fact.reports.iter().all(|&number| (1..=5).contains(&number)));
        }
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
