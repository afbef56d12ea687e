//! What was reported, by whom, and where reports disagree. Nothing here was verified.

mod read;

pub use read::facts;

use crate::scenario::Input;

/// Everything that was reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The press reports, by number.
    pub reports: Vec<PressReport>,
    /// Single statements.
    pub facts: Vec<Fact>,
    /// Where reports disagree.
    pub conflicts: Vec<Conflict>,
}

/// A press report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PressReport {
    /// Its number, as the page cites it.
    pub number: u32,
    /// What it is.
    pub title: String,
}

/// A statement of one or more reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its name.
    pub id: String,
    /// What was said.
    pub statement: String,
    /// The number in it, in its own unit.
    pub value: Option<f64>,
    /// That unit.
    pub unit: String,
    /// As of when.
    pub as_of: String,
    /// What it rests on.
    pub basis: String,
    /// Which reports say so.
    pub reports: Vec<u32>,
    /// The input it speaks about.
    pub input: Option<Input>,
}

/// A question on which reports disagree.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Its name.
    pub id: String,
    /// The question.
    pub title: String,
    /// The input that a choice sets; none where no input depends on it.
    pub input: Option<Input>,
    /// What the reports say.
    pub choices: Vec<Choice>,
    /// What to make of it.
    pub note: String,
}

/// One side of a disagreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The value of the input, where there is one to load.
    pub value: Option<f64>,
    /// What the report says.
    pub label: String,
    /// Which reports say so.
    pub reports: Vec<u32>,
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

    /// The statement of that name.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The statements of a report, in order.
    pub fn by_report(&self, number: u32) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.reports.contains(&number))
    }

    /// The values that reports give for an input, those of its disagreement first: each with its label and reports.
    pub fn reported_values(&self, input: Input) -> Vec<(f64, &str, &[u32])> {
        let choices = self.conflict_of(input).into_iter().flat_map(|conflict| &conflict.choices);
        choices.filter_map(|choice| Some((choice.value?, choice.label.as_str(), choice.reports.as_slice()))).collect()
    }
}
