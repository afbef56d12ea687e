//! Glossary: the terms that a reader may not know, and where they occur in a text.

use super::metrics::Metric;

phrases! {
    /// Title of the dialog, and the button that opens it.
    title = "Glossary";
}

/// A term of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// Capital expenditure.
    Capex,
    /// A company that rents out computing.
    Hyperscaler,
    /// Revenue of a quarter times four.
    RunRate,
    /// Compute unit.
    ComputeUnit,
    /// Share of capacity that is sold.
    Utilisation,
    /// Demand without capacity.
    UnmetDemand,
    /// Services on top of bare computing.
    ManagedServices,
    /// Half-life of the fade.
    HalfLife,
    /// Payback.
    Payback,
    /// Lowest cumulative cash.
    DeepestDeficit,
    /// Discount rate.
    DiscountRate,
    /// Net present value.
    Npv,
    /// Internal rate of return.
    Irr,
    /// The growth at which NPV is zero.
    BreakEvenGrowth,
    /// Value at the horizon.
    EndValue,
    /// Net assets at the end.
    NetAssets,
    /// Depreciation and book value.
    Depreciation,
    /// Earnings before interest, tax, depreciation and amortisation.
    Ebitda,
    /// Operating margin.
    EbitMargin,
    /// Return on invested capital.
    Roic,
}

impl Term {
    /// Every term, in the order of the glossary: the business, then the answer, then the accounts.
    pub const ALL: [Self; 20] = [
        Self::Capex,
        Self::Hyperscaler,
        Self::RunRate,
        Self::ComputeUnit,
        Self::Utilisation,
        Self::UnmetDemand,
        Self::ManagedServices,
        Self::HalfLife,
        Self::Payback,
        Self::DeepestDeficit,
        Self::DiscountRate,
        Self::Npv,
        Self::Irr,
        Self::BreakEvenGrowth,
        Self::EndValue,
        Self::NetAssets,
        Self::Depreciation,
        Self::Ebitda,
        Self::EbitMargin,
        Self::Roic,
    ];

    /// The term as the heading of its entry.
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// The meaning, in one to three sentences.
    pub fn meaning(self) -> &'static str {
        self.entry().1
    }

    /// The name, and the meaning.
    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Capex => (
                "Capex (capital expenditure)",
                "Money spent on buildings and machines. It is paid at once, and what it buys earns over years.",
            ),
            Self::Hyperscaler => (
                "Hyperscaler",
                "A company that runs data centres on the largest scale and rents out their computing: Amazon with AWS, \
                 Microsoft with Azure, Google with Google Cloud.",
            ),
            Self::RunRate => {
                ("Run rate", "The revenue of a quarter times four: the yearly revenue at that quarter’s pace.")
            }
            Self::ComputeUnit => (
                "CU (compute unit)",
                "The computing of one gigawatt of NVIDIA chips; about 590,000 of them, by our assumption. A CU-year is a \
                 year of it.",
            ),
            Self::Utilisation => (
                "Utilisation",
                "The share of the computing in service that customers pay for. It never reaches 100\u{202f}% for long: \
                 machines fail, move between customers, and wait.",
            ),
            Self::UnmetDemand => (
                "Unmet demand",
                "What customers would have bought if there had been capacity for it. The first amount is for the years of \
                 the build-out, the second for the years after it. A small plan leaves much of it.",
            ),
            Self::ManagedServices => (
                "Managed services",
                "Models and tools sold on top of bare computing. Customers pay more for them: the premium. A part of it goes \
                 to the makers of the models.",
            ),
            Self::HalfLife => (
                "Half-life of the fade",
                "Growth fades from today’s rate to the long-run rate. The half-life is the time in which half of the \
                 difference is gone.",
            ),
            Self::Payback => (
                "Payback",
                "The time until the business has earned back all that was spent on it, and stays above that. It ignores \
                 interest and whatever comes later.",
            ),
            Self::DeepestDeficit => {
                ("Deepest deficit", "The most money that has been spent and not yet earned back, and when that is.")
            }
            Self::DiscountRate => (
                "Discount rate",
                "The yearly return that investors could expect elsewhere at the same risk. At 9\u{202f}%, $109 next year are \
                 worth $100 today.",
            ),
            Self::Npv => (
                "Worth today, NPV (net present value)",
                "All that the business earns minus all that it costs, with each year’s cash brought to today’s value by the \
                 discount rate. Above zero, the build-out is worth more than it costs.",
            ),
            Self::Irr => (
                "IRR (internal rate of return)",
                "The yearly return of the money put in: the discount rate at which NPV is exactly zero.",
            ),
            Self::BreakEvenGrowth => (
                "Break-even growth",
                "The lowest demand growth at which the build-out is worth what it costs, so that NPV is zero or more.",
            ),
            Self::EndValue => (
                "Value at the end",
                "What the business still counts for when the model ends: nothing, its net assets, the later profit \
                 for ever, or some years of EBITDA. It moves NPV and IRR, never the payback.",
            ),
            Self::NetAssets => (
                "Net assets at the end",
                "Machines and buildings at what they cost, minus the depreciation so far; and no more than they can still \
                 earn.",
            ),
            Self::Depreciation => (
                "Depreciation, book value",
                "The cost of a machine, spread over its years in the accounts. What is not yet depreciated is its book value. \
                 No cash moves, but taxes do.",
            ),
            Self::Ebitda => (
                "EBITDA",
                "Earnings before interest, tax, depreciation and amortisation: revenue minus the running costs.",
            ),
            Self::EbitMargin => (
                "EBIT margin",
                "The share of revenue that is left after running costs and depreciation, before interest and tax.",
            ),
            Self::Roic => (
                "ROIC (return on invested capital)",
                "A year’s profit after tax, as a share of the book value of everything in use and on order.",
            ),
        }
    }

    /// The words that stand for the term in a text, in lower case.
    fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::Capex => &["capex"],
            Self::Hyperscaler => &["hyperscaler", "hyperscalers", "hyperscaler’s"],
            Self::RunRate => &["run rate"],
            Self::ComputeUnit => &["cu", "compute unit", "cu-year"],
            Self::Utilisation => &["utilisation"],
            Self::UnmetDemand => &["unmet demand", "demand unserved"],
            Self::ManagedServices => &["managed services", "managed-service premium"],
            Self::HalfLife => &["half-life"],
            Self::Payback => &["payback"],
            Self::DeepestDeficit => &["deepest deficit", "cash deficit"],
            Self::DiscountRate => &["discount rate"],
            Self::Npv => &["npv", "worth today"],
            Self::Irr => &["irr"],
            Self::BreakEvenGrowth => &["break-even growth"],
            Self::EndValue => &["value at the horizon"],
            Self::NetAssets => &["net assets"],
            Self::Depreciation => &["depreciated", "book value"],
            Self::Ebitda => &["ebitda"],
            Self::EbitMargin => &["ebit margin"],
            Self::Roic => &["roic"],
        }
    }

    /// The term that explains a figure.
    pub fn of_metric(metric: Metric) -> Self {
        match metric {
            Metric::Payback => Self::Payback,
            Metric::Npv => Self::Npv,
            Metric::Unmet => Self::UnmetDemand,
            Metric::Irr => Self::Irr,
            Metric::PeakDeficit => Self::DeepestDeficit,
            Metric::BreakevenGrowth => Self::BreakEvenGrowth,
        }
    }
}

/// A piece of a text, and the term that it stands for, if any.
pub type Piece<'a> = (&'a str, Option<Term>);

/// Splits a text at its terms. A term counts where it occurs first.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found: Vec<(usize, usize, Term)> = Term::ALL.iter().filter_map(|&term| first_place(text, term)).collect();
    found.sort_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (start, end, term) in found {
        if start < rest {
            continue;
        }
        pieces.extend(text.get(rest..start).filter(|text| !text.is_empty()).map(|text| (text, None)));
        pieces.extend(text.get(start..end).map(|text| (text, Some(term))));
        rest = end;
    }
    pieces.extend(text.get(rest..).filter(|text| !text.is_empty()).map(|text| (text, None)));
    pieces
}

/// The first place of a term in a text, at its longest spelling there.
fn first_place(text: &str, term: Term) -> Option<(usize, usize, Term)> {
    // Lower case in ASCII leaves the places of the letters as they are.
    let lower = text.to_ascii_lowercase();
    let is_word = |before: Option<char>, after: Option<char>| {
        let ends = |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
        ends(before) && ends(after)
    };
    let places = term.spellings().iter().filter_map(|spelling| {
        let at = lower.match_indices(spelling).map(|(at, _)| (at, at + spelling.len()));
        at.into_iter().find(|&(start, end)| {
            is_word(
                lower.get(..start).and_then(|text| text.chars().next_back()),
                lower.get(end..).and_then(|text| text.chars().next()),
            )
        })
    });
    let (start, end) = places.min_by_key(|&(start, end)| (start, std::cmp::Reverse(end)))?;
    Some((start, end, term))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::words::about;

    #[test]
    fn every_term_has_its_own_entry() {
        let names: HashSet<_> = Term::ALL.iter().map(|term| term.name()).collect();
        assert_eq!(names.len(), Term::ALL.len());
        for term in Term::ALL {
            assert!(term.meaning().len() > 50 && term.meaning().ends_with('.'), "{term:?}");
            assert!(term.spellings().iter().all(|spelling| *spelling == spelling.to_ascii_lowercase()), "{term:?}");
        }
    }

    #[test]
    fn terms_are_whole_words_and_count_once() {
        let text = "NPV of a CU-year; customers accumulate npv. The run rate and the net assets’ book value.";
        let terms: Vec<_> = pieces(text).into_iter().filter_map(|(text, term)| term.map(|term| (text, term))).collect();
        assert_eq!(
            terms,
            [
                ("NPV", Term::Npv),
                ("CU-year", Term::ComputeUnit),
                ("run rate", Term::RunRate),
                ("net assets", Term::NetAssets),
                ("book value", Term::Depreciation),
            ]
        );
        let joined: String = pieces(text).into_iter().map(|(text, _)| text).collect();
        assert_eq!(joined, text);
        assert_eq!(pieces("Customers pay."), [("Customers pay.", None)]);
    }

    #[test]
    fn the_description_of_the_model_explains_its_terms() {
        let body = about::TOPICS.iter().flat_map(|topic| topic.body).copied();
        let found: HashSet<Term> = body.flat_map(pieces).filter_map(|(_, term)| term).collect();
        for term in [Term::Capex, Term::Hyperscaler, Term::Payback, Term::Npv, Term::Utilisation] {
            assert!(found.contains(&term), "{term:?}");
        }
    }
}
