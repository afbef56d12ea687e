//! The embedded file, parsed once; what it lacks is empty, and a test sees to it that it lacks nothing.

use std::sync::LazyLock;

use serde_json::Value as Json;

use super::{Choice, Conflict, Fact, Facts, PressReport};
use crate::scenario::{Input, notation};

const TEXT: &str = include_str!("facts.json");

/// What was reported.
pub fn facts() -> &'static Facts {
    static FACTS: LazyLock<Facts> = LazyLock::new(|| read(&notation::read(TEXT).unwrap_or_default()));
    &FACTS
}

fn read(file: &Json) -> Facts {
    let reports = file["reports"].as_object().into_iter().flatten();
    let report =
        |(number, title): (&String, &Json)| Some(PressReport { number: number.parse().ok()?, title: words(title) });
    Facts {
        reports: reports.filter_map(report).collect(),
        facts: list(&file["facts"], fact),
        conflicts: list(&file["conflicts"], conflict),
    }
}

fn list<T>(json: &Json, row: fn(&Json) -> T) -> Vec<T> {
    json.as_array().into_iter().flatten().map(row).collect()
}

fn fact(row: &Json) -> Fact {
    Fact {
        id: words(&row["id"]),
        statement: words(&row["statement"]),
        value: row["value"].as_f64(),
        unit: words(&row["unit"]),
        as_of: words(&row["as_of"]),
        basis: words(&row["basis"]),
        reports: list(&row["reports"], number),
        input: input(row),
    }
}

fn conflict(row: &Json) -> Conflict {
    Conflict {
        id: words(&row["id"]),
        title: words(&row["title"]),
        input: input(row),
        choices: list(&row["choices"], choice),
        note: words(&row["note"]),
    }
}

fn choice(row: &Json) -> Choice {
    Choice { value: row["value"].as_f64(), label: words(&row["label"]), reports: list(&row["reports"], number) }
}

fn number(json: &Json) -> u32 {
    json.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

fn input(row: &Json) -> Option<Input> {
    row["input"].as_str().and_then(Input::from_id)
}

/// The file's words as the page sets them: a narrow space before the percent sign, curved quotes.
fn words(json: &Json) -> String {
    let text = json.as_str().unwrap_or_default().replace(" %", "\u{202f}%").replace('\'', "\u{2019}");
    text.replace(" \"", " \u{201c}").replace('"', "\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, Source, Value};

    #[test]
    fn everything_in_the_file_is_read() {
        let file: Json = serde_json::from_str(TEXT).unwrap();
        let facts = read(&file);
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
