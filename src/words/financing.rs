//! Texts of borrowing: the interest, and the payback after it.

use super::dates::date;
use super::metrics::MetricValue;
use super::numbers::{money, years};
use super::units::amount;
use crate::model::Summary;
use crate::scenario::{Input, Scenario};

/// A sentence with two values: the interest, and the payback after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Financing {
    /// The text before the interest.
    pub lead: String,
    /// The interest over the horizon.
    pub interest: MetricValue,
    /// The text between the values.
    pub between: String,
    /// The payback after interest.
    pub payback: MetricValue,
    /// The text after the payback.
    pub end: String,
}

/// `Interest`, in a table.
pub fn interest_head() -> &'static str {
    "Interest over the horizon"
}

/// `Payback after interest`, in a table.
pub fn payback_head() -> &'static str {
    "Payback after interest"
}

/// Borrowing in a sentence; `None` where nothing is borrowed.
pub fn financing(scenario: &Scenario, summary: &Summary) -> Option<Financing> {
    (scenario.debt_share > 0.0).then(|| Financing {
        lead: format!(
            "{} of the deficit is borrowed at {} a year: interest of ",
            amount(Input::DebtShare, scenario.debt_share),
            amount(Input::DebtRate, scenario.debt_rate)
        ),
        interest: interest(summary),
        between: format!(
            " over {}, debt of at most {}; payback after interest ",
            amount(Input::Horizon, scenario.horizon),
            money(summary.debt_peak)
        ),
        payback: payback(scenario, summary),
        end: match summary.payback_after_interest_years {
            Some(at) if at > 0.0 => format!(", {}.", date(at)),
            _ => ".".to_owned(),
        },
    })
}

/// The interest over the horizon.
pub fn interest(summary: &Summary) -> MetricValue {
    MetricValue { id: "interest_total", value: Some(summary.interest_total), text: money(summary.interest_total) }
}

/// The payback after interest.
pub fn payback(scenario: &Scenario, summary: &Summary) -> MetricValue {
    let value = summary.payback_after_interest_years;
    let text = match value {
        Some(at) => years(at),
        None => format!("not within {}", amount(Input::Horizon, scenario.horizon)),
    };
    MetricValue { id: "payback_after_interest_years", value, text }
}

impl std::fmt::Display for Financing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { lead, interest, between, payback, end } = self;
        write!(out, "{lead}{}{between}{}{end}", interest.text, payback.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::run;

    #[test]
    fn borrowing_names_interest_and_payback_after_it() {
        let written = |debt_share: f64| {
            let scenario = Scenario { debt_share, ..Scenario::DEFAULT };
            financing(&scenario, &run(&scenario).summary).map(|text| text.to_string().replace('\u{202f}', " "))
        };
        assert_eq!(written(0.0), None);
        let text = written(0.5).unwrap();
        assert!(text.starts_with("50 % of the deficit is borrowed at 5.5 % a year: interest of $"), "{text}");
        assert!(text.ends_with("; payback after interest 9.2 years, Q2 2035."), "{text}");
    }
}
