//! Texts around the reported facts: sources, disagreements, and explanations of single figures.

use super::inputs;
use crate::facts::{Fact, facts};
use crate::model::Summary;
use crate::scenario::{Input, Source};

phrases! {
    /// Heading of the explanation of run rates.
    run_rate_title = "What a run rate is";
    /// Explanation of run rates.
    run_rate = "A run rate is a quarter’s revenue times four. It is not revenue booked in a year, not a forecast and not a contract. A growing business has booked less than its run rate; a shrinking one will book less.";
    /// Heading of the explanation of Amazon’s chip revenue.
    chips_title = "The $20B of chips";
    /// Explanation of Amazon’s chip revenue.
    chips = "The $20B a year of Amazon’s own chips overlaps with the $15B of AI revenue: compute on Trainium counts in both. It also includes chips outside the AI business (Graviton and, according to two reports, Nitro). Do not add the two figures, and do not derive the share of custom chips from them. No input of this model depends on the $20B.";
    /// Heading of the explanation of the other companies.
    estimates_title = "Azure and Google Cloud";
    /// Explanation of the other companies.
    estimates = "For Azure and Google Cloud, only the run rate is reported, as an estimate. All other numbers about them are published elsewhere or assumed.";
    /// The status of the facts.
    unverified = "These statements are taken from five press reports. They were not checked against filings. Where reports disagree, both sides are shown.";
    /// Note of an input without any fact.
    our_assumption = "Our assumption. No report states it.";
    /// Note of an input from a third party.
    published = "Published by third parties, not in these reports and not verified here.";
    /// Note of the change of the price.
    price_change = "Rents per H100-hour: $7 to 12 in 2023, $1.70 in October 2025, $2.35 in March 2026, as press reports cite SemiAnalysis. Second-hand, and not verified here.";
    /// Note of the share expensed at once.
    expensing = "US law of July 2025 lets companies deduct 100\u{202f}% of equipment at once (bonus depreciation). Published by third parties and not verified here.";
    /// Note of a disagreement that moves no input.
    no_input = "No input depends on it.";
    /// Button from a badge to the section of the facts.
    to_reports = "What was reported";
}

/// The source of a fact: “Q1 2026 · company statement · reports 2, 4”.
pub fn source(fact: &Fact) -> String {
    format!("{} · {} · {}", fact.as_of, fact.basis, reports(&fact.reports))
}

/// The button that lists all facts: “All 36 statements, by report”.
pub fn statements_count(count: usize) -> String {
    format!("All {count} statements, by report")
}

/// “report 3”, “reports 2, 4”.
pub fn reports(numbers: &[u32]) -> String {
    let noun = if numbers.len() == 1 { "report" } else { "reports" };
    format!("{noun} {}", joined(numbers, ", "))
}

/// The small numbers after a reported value: “2 4”.
pub fn report_marks(numbers: &[u32]) -> String {
    joined(numbers, " ")
}

/// The text before these numbers for screen readers: “, reports ”.
pub fn reports_after(numbers: &[u32]) -> &'static str {
    if numbers.len() == 1 { ", report " } else { ", reports " }
}

fn joined(numbers: &[u32], separator: &str) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(separator)
}

/// The outcome with a reported value: “6.7 years, +$75B” or “not within 10 years, −$186B”.
pub fn consequence(horizon: f64, summary: &Summary) -> String {
    super::metrics::brief(horizon, summary)
}

/// The basis of an input's default.
#[derive(Clone, Debug, PartialEq)]
pub struct InputBasis {
    /// The kind of source.
    pub kind: &'static str,
    /// The facts about the input.
    pub facts: Vec<&'static Fact>,
    /// A remark on the default; empty where the facts say enough.
    pub note: &'static str,
}

/// The basis of an input's default.
pub fn basis(input: Input) -> InputBasis {
    let source = input.spec().source;
    let facts: Vec<_> = facts().of(input).collect();
    let note = match source {
        Source::Reported if input == Input::Growth => "Reported as a condition, “if AWS can hold it”, not as a result.",
        Source::Reported if input == Input::RunRate => run_rate(),
        Source::Reported if input == Input::LeadTime => "Four quarters is our reading; no report gives a number.",
        Source::Reported => "",
        Source::Published if input == Input::PriceChange => price_change(),
        Source::Published if input == Input::Expensing => expensing(),
        Source::Published => published(),
        Source::Assumed if facts.is_empty() => our_assumption(),
        Source::Assumed => "The number is our assumption; the reports mention the subject without a number.",
    };
    InputBasis { kind: inputs::badge_meaning(source), facts, note }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_has_facts_or_a_note() {
        for &input in Input::ALL {
            let basis = basis(input);
            assert!(!basis.facts.is_empty() || !basis.note.is_empty(), "{input:?}");
        }
        assert_eq!(basis(Input::Capex).facts.len(), 3);
        assert_eq!(basis(Input::Replacement).note, our_assumption());
        assert_eq!(reports(&[2, 4]), "reports 2, 4");
    }
}
