//! Texts around the reported facts: sources, disagreements, and explanations of single figures.

use super::{dates, inputs};
use crate::facts::{Fact, PublishedSource, facts, published_source};
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
    /// Heading of the list of reports.
    report_list = "The five press reports";
    /// A remark on missing facts about a report.
    report_unknown = "Publisher and date are not stated in our copy.";
    /// Note of a publication whose address is not known.
    no_address = "Address not known";
    /// Note of a disagreement that moves no input.
    no_input = "No input depends on it.";
    /// Button from a badge to the section of the facts.
    to_reports = "What was reported";
}

/// The source of a fact before the numbers of its reports: “Q1 2026 · company statement · reports ”.
pub fn source(fact: &Fact) -> String {
    format!("{} · {} · {} ", fact.as_of, fact.basis, noun(&fact.reports))
}

/// The publisher and the date of a publication: “Epoch AI, AI data center cost breakdown · 2025”.
pub fn publication(source: &PublishedSource) -> String {
    let (year, month) = source.date;
    match month.and_then(dates::month) {
        Some(month) => format!("{} · {month} {year}", source.publisher),
        None => format!("{} · {year}", source.publisher),
    }
}

/// The name of an address: its host.
pub fn host(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split_once('/').map_or(host, |(host, _)| host);
    host.strip_prefix("www.").unwrap_or(host)
}

/// The button that lists the publications behind defaults: “13 values published by third parties”.
pub fn publications_count(count: usize) -> String {
    format!("All {count} values published by third parties")
}

/// The button that lists all facts: “All 36 statements, by report”.
pub fn statements_count(count: usize) -> String {
    format!("All {count} statements, by report")
}

/// “report 3”, “reports 2, 4”.
pub fn reports(numbers: &[u32]) -> String {
    let joined: Vec<String> = numbers.iter().map(u32::to_string).collect();
    format!("{} {}", noun(numbers), joined.join(", "))
}

/// The noun before the numbers of reports.
fn noun(numbers: &[u32]) -> &'static str {
    if numbers.len() == 1 { "report" } else { "reports" }
}

/// The accessible name of a report's number: “report 3”.
pub fn report(number: u32) -> String {
    format!("report {number}")
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
    /// The publication of a third party.
    pub published: Option<&'static PublishedSource>,
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
        Source::Reported | Source::Published => "",
        Source::Assumed => assumption(input, facts.is_empty()),
    };
    InputBasis { kind: inputs::badge_meaning(source), facts, published: published_source(input), note }
}

/// The reason for an assumed default.
fn assumption(input: Input, is_unreported: bool) -> &'static str {
    match input {
        Input::ChipPowerChange => {
            "Our assumption: new generations of chips do the same computing with less power. No \
             report states how much less."
        }
        Input::ChipCostChange => {
            "Our assumption: the same computing becomes cheaper with each generation of chips, as fast as its price \
             falls. No report states a number."
        }
        Input::OwnUse => {
            "Our assumption: none, because no report states how much capacity the company keeps for its own products. \
             Any own use makes the answer worse, as a lower price would."
        }
        Input::PartnerShare => {
            "Our assumption: managed services also sell models of other makers, who receive a part of the premium. No \
             report states the part."
        }
        Input::DebtShare => {
            "Our assumption: none. The worth of the business does not depend on how it is paid for; interest is shown \
             beside the flows."
        }
        Input::DebtRate => {
            "Our assumption. It matters only where a part of the cash deficit is borrowed, and it moves only the \
             payback after interest."
        }
        _ if is_unreported => our_assumption(),
        _ => "The number is our assumption; the reports mention the subject without a number.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_has_facts_or_a_note() {
        for &input in Input::ALL {
            let basis = basis(input);
            let is_explained = !basis.facts.is_empty() || basis.published.is_some() || !basis.note.is_empty();
            assert!(is_explained, "{input:?}");
        }
        assert_eq!(basis(Input::Capex).facts.len(), 3);
        assert_eq!(basis(Input::Replacement).note, our_assumption());
        assert_eq!(source(basis(Input::Capex).facts[0]).rsplit(" · ").next().map(str::trim_end), Some("reports"));
    }

    #[test]
    fn a_publication_names_publisher_date_and_host() {
        let price = basis(Input::Price).published.unwrap();
        assert!(publication(price).ends_with(" · September 2025"), "{}", publication(price));
        assert_eq!(price.address.as_deref().map(host), Some("nairametrics.com"));
        assert!(publication(basis(Input::Pue).published.unwrap()).ends_with(" · 2025"));
    }
}
