//! The words around what was reported: sources, badges, disagreements, and what a run rate is not.

use super::controls::words;
use super::numbers::{money, signed_money, years};
use super::{names, units};
use crate::facts::{Choice, Conflict, Fact, facts};
use crate::model::Summary;
use crate::scenario::{Input, Source};

words! {
    /// What a run rate is.
    run_rate = "A run rate is a quarter’s pace times four. It is not revenue booked in a year, not a forecast and not a contract: a business that grows has booked less than its run rate, and one that shrinks will book less.";
    /// What must not be added.
    chips = "The $20B a year of Amazon’s own chips overlaps with the $15B of AI revenue: compute on Trainium counts in both. It also holds chips that are no AI business of their own (Graviton and, by two reports, Nitro). Never add the two, and never derive the share of custom chips from them. No input of this model depends on it.";
    /// Nothing is verified.
    unverified = "These statements are taken from five press reports. They were not checked against filings; where reports disagree, both sides are shown.";
    /// Where no fact stands behind an input.
    our_assumption = "Our assumption. No report says it.";
    /// Where a third party stands behind it.
    published = "Published by third parties, not in these reports and not verified here.";
    /// Leads from a badge to the section.
    to_reports = "What was reported";
    /// Heads what a run rate is.
    run_rate_title = "What a run rate is";
    /// Heads what must not be added.
    chips_title = "The $20B of chips";
    /// Heads what is said of the others.
    estimates_title = "Azure and Google Cloud";
    /// A disagreement that moves nothing.
    no_input = "No input depends on it.";
    /// Estimates.
    estimates = "Of Azure and Google Cloud only the run rate is reported, as an estimate; everything else about them is published elsewhere or assumed.";
}

/// Small print after a statement: “Q1 2026 · company statement · reports 2, 4”.
pub fn source(fact: &Fact) -> String {
    format!("{} · {} · {}", fact.as_of, fact.basis, reports(&fact.reports))
}

/// Opens the statements: “All 36 statements, by report”.
pub fn statements_count(count: usize) -> String {
    format!("All {count} statements, by report")
}

/// “report 3”, “reports 2, 4”.
pub fn reports(numbers: &[u32]) -> String {
    let list: Vec<_> = numbers.iter().map(u32::to_string).collect();
    let noun = if list.len() == 1 { "report" } else { "reports" };
    format!("{noun} {}", list.join(", "))
}

/// The small figures on a chip: “2 4”.
pub fn report_marks(numbers: &[u32]) -> String {
    let list: Vec<_> = numbers.iter().map(u32::to_string).collect();
    list.join(" ")
}

/// What stands before those figures for who hears them: “, reports ”.
pub fn reports_after(numbers: &[u32]) -> &'static str {
    if numbers.len() == 1 { ", report " } else { ", reports " }
}

/// A chip in full, for assistive tools: “about $200B, reports 2, 4”.
pub fn chip(conflict: &Conflict, choice: &Choice) -> String {
    format!("{} {}, {}", conflict.title, choice.label, reports(&choice.reports))
}

/// What a choice does to the answer: “6.7 years, +$75B”; `never, −$186B`.
pub fn consequence(summary: &Summary) -> String {
    super::metrics::brief(summary)
}

/// The same in a sentence, with unmet demand beside it.
pub fn consequence_in_full(input: Input, value: f64, summary: &Summary) -> String {
    let payback = match summary.payback_years {
        Some(0.0) => "no outlay to recover".to_owned(),
        Some(payback) => format!("pays back in {}", years(payback)),
        None => "does not pay back".to_owned(),
    };
    format!(
        "At {}: {payback}, worth {}, {} of demand unmet",
        units::amount(input, value),
        signed_money(summary.npv),
        money(summary.unmet_total)
    )
}

/// What a badge leads to: the statements about its input, or whose number it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// What kind of number it is.
    pub kind: &'static str,
    /// The statements, if any.
    pub facts: Vec<&'static Fact>,
    /// What is said where the statements do not give the number.
    pub note: &'static str,
}

/// What stands behind an input's default.
pub fn behind(input: Input) -> Behind {
    let source = input.spec().source;
    let statements: Vec<_> = facts().of(input).collect();
    let note = match source {
        Source::Reported if input == Input::Growth => "Reported as a condition, “if AWS can hold it”, not as a result.",
        Source::Reported if input == Input::RunRate => run_rate(),
        Source::Reported if input == Input::LeadTime => {
            "Four quarters are our reading of that; no report gives a number."
        }
        Source::Reported => "",
        Source::Published => published(),
        Source::Assumed if statements.is_empty() => our_assumption(),
        Source::Assumed => "The number is our assumption; the reports only speak of the matter.",
    };
    Behind { kind: names::badge_meaning(source), facts: statements, note }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn badges_lead_to_facts_or_say_whose_number_it_is() {
        for &input in Input::ALL {
            let behind = behind(input);
            assert!(!behind.facts.is_empty() || !behind.note.is_empty(), "{input:?}");
        }
        assert_eq!(behind(Input::Capex).facts.len(), 3);
        assert_eq!(behind(Input::Replacement).note, our_assumption());
        let capex = facts().conflict_of(Input::Capex).unwrap();
        assert_eq!(chip(capex, &capex.choices[2]), "How large is Amazon’s 2026 capex? about $200B, reports 2, 4");
        let summary = Summary { npv: 75.2, payback_years: Some(6.72), unmet_total: 1200.0, ..Summary::default() };
        assert_eq!(consequence(&summary), "6.7 years, +$75B");
        assert_eq!(
            consequence_in_full(Input::Capex, 75.0, &summary),
            "At $75B: pays back in 6.7 years, worth +$75B, $1,200B of demand unmet"
        );
    }
}
