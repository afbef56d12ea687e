//! Texts of outside rules of thumb for AI spending.

use super::numbers::{dollars, money, percent};
use super::units::amount;
use crate::analysis::{RuleCheck, RuleOfThumb, SpendingRatios};
use crate::scenario::{Input, Scenario};

phrases! {
    /// Heading of the rules.
    title = "Outside rules of thumb";
    /// The lead of the rules.
    lead = "Rules that others apply to AI spending, and how this scenario compares. They are not results of the model.";
}

/// The name of a rule and its statement.
pub fn rule(rule: RuleOfThumb) -> (&'static str, &'static str) {
    match rule {
        RuleOfThumb::HalfMargin => (
            "Revenue at a 50\u{202f}% margin",
            "A year’s AI capex must bring in twice its amount as revenue over its life.",
        ),
        RuleOfThumb::FourTimes => ("Four times capex", "Yearly AI revenue should be four times yearly AI capex."),
        RuleOfThumb::ThirteenPercent => {
            ("13\u{202f}% of capex a year", "Yearly AI revenue should be 13\u{202f}% of the AI capex behind it.")
        }
    }
}

/// The revenue that a rule requires, and the scenario's: “requires $220B in total; this scenario brings in $193B over 10
/// years”.
pub fn standing(check: &RuleCheck, scenario: &Scenario) -> String {
    let (required, period) = match check.rule {
        RuleOfThumb::HalfMargin => ("in total", format!("over {}", amount(Input::Horizon, scenario.horizon))),
        RuleOfThumb::FourTimes => ("a year", "a year at the horizon".to_owned()),
        RuleOfThumb::ThirteenPercent => ("a year", "a year on average".to_owned()),
    };
    let required = format!("requires {} {required}", money(check.required));
    match check.achieved {
        Some(brought) => format!("{required}; this scenario brings in {} {period}", money(brought)),
        None => format!("{required}; this scenario has no capital to compare"),
    }
}

/// Two ratios by which others judge AI spending, each with its name, its statement and the scenario’s result.
pub fn ratios(ratios: &SpendingRatios, scenario: &Scenario) -> [(&'static str, &'static str, String); 2] {
    let horizon = amount(Input::Horizon, scenario.horizon);
    let none = || "this scenario has nothing to compare".to_owned();
    [
        (
            "AI revenue per dollar of depreciation",
            "Below $1, revenue does not even replace what wears out.",
            ratios
                .revenue_per_depreciation
                .map_or_else(none, |ratio| format!("this scenario brings in {} over {horizon}", dollars(ratio, 2, 2))),
        ),
        (
            "Capex as a share of operating cash flow",
            "Of the AI business alone: the cash flow of the whole company is no input of this model. Above 100\u{202f}%, \
             the rest comes from elsewhere.",
            ratios
                .capex_of_cash_flow
                .map_or_else(none, |share| format!("this scenario spends {} over {horizon}", percent(share, 0))),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_compared_with_the_scenario() {
        let check = RuleCheck { rule: RuleOfThumb::HalfMargin, required: 220.0, achieved: Some(193.0) };
        assert_eq!(
            standing(&check, &Scenario::DEFAULT),
            "requires $220B in total; this scenario brings in $193B over 10 years"
        );
        let given = SpendingRatios { revenue_per_depreciation: Some(1.847), capex_of_cash_flow: None };
        let [revenue, capex] = ratios(&given, &Scenario::DEFAULT).map(|(_, _, result)| result);
        assert_eq!(revenue, "this scenario brings in $1.85 over 10 years");
        assert_eq!(capex, "this scenario has nothing to compare");
        let check = RuleCheck { rule: RuleOfThumb::ThirteenPercent, required: 14.3, achieved: None };
        assert_eq!(
            standing(&check, &Scenario::DEFAULT),
            "requires $14B a year; this scenario has no capital to compare"
        );
    }
}
