//! External rules of thumb for AI spending, and the results of a scenario by each rule.

use crate::model::Summary;
use crate::scenario::Scenario;

/// A rule of thumb for AI spending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleOfThumb {
    /// The AI capex of a year is half of the revenue that it must earn over its life.
    HalfMargin,
    /// Annual AI revenue is four times annual AI capex.
    FourTimes,
    /// Annual AI revenue is 13 % of the AI capex behind it.
    ThirteenPercent,
}

impl RuleOfThumb {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::HalfMargin, Self::FourTimes, Self::ThirteenPercent];

    /// Required revenue per dollar of AI capex.
    pub const fn multiple(self) -> f64 {
        match self {
            Self::HalfMargin => 1.0 / 0.5,
            Self::FourTimes => 4.0,
            Self::ThirteenPercent => 0.13,
        }
    }
}

/// The revenue that a rule requires for the AI capex of the first year, and the revenue of the scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RuleCheck {
    /// The rule.
    pub rule: RuleOfThumb,
    /// Required revenue, $B: annual, or over the life for `HalfMargin`.
    pub required: f64,
    /// Comparable revenue of the scenario, $B: revenue per dollar of capital over the horizon (`HalfMargin`) or a year of
    /// it (`ThirteenPercent`), or the run rate at the horizon (`FourTimes`). `None` without capital.
    pub achieved: Option<f64>,
}

/// Two ratios by which AI spending is judged, over the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendingRatios {
    /// AI revenue per dollar of depreciation and write-off; `None` where there is none of both.
    pub revenue_per_depreciation: Option<f64>,
    /// AI capex as a share of the operating cash flow of the AI business, EBITDA less tax; `None` where that is not positive.
    pub capex_of_cash_flow: Option<f64>,
}

/// The ratios of a run. The cash flow of the whole company is no input of the model.
pub fn spending_ratios(summary: &Summary) -> SpendingRatios {
    let worn = summary.total_depreciation + summary.total_writeoff;
    let cash_flow = summary.fcf_by_year.iter().sum::<f64>() + summary.total_capex;
    let ratio = |part: f64, whole: f64| (whole > 1e-9).then(|| part / whole);
    SpendingRatios {
        revenue_per_depreciation: ratio(summary.total_revenue, worn),
        capex_of_cash_flow: ratio(summary.total_capex, cash_flow),
    }
}

/// The check of every rule for a scenario and its summary.
pub fn rules_of_thumb(scenario: &Scenario, summary: &Summary) -> [RuleCheck; 3] {
    let capex = scenario.capex * scenario.capex_multiple(0) * scenario.ai_share;
    RuleOfThumb::ALL.map(|rule| {
        let achieved = match rule {
            RuleOfThumb::HalfMargin => summary.revenue_per_capex.map(|revenue| revenue * capex),
            RuleOfThumb::FourTimes => Some(summary.run_rate_end),
            RuleOfThumb::ThirteenPercent => summary.revenue_per_capex.map(|revenue| revenue * capex / scenario.horizon),
        };
        RuleCheck { rule, required: capex * rule.multiple(), achieved }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::run;

    #[test]
    fn the_ratios_follow_from_the_totals() {
        let summary = run(&Scenario::DEFAULT).summary;
        let ratios = spending_ratios(&summary);
        let cash_flow = summary.total_capex / ratios.capex_of_cash_flow.unwrap();
        let fcf = summary.cumulative_cash_end - summary.opening_cash;
        assert!((cash_flow - summary.total_capex - fcf).abs() < 1e-6);
        assert!(ratios.revenue_per_depreciation.unwrap() > 1.0);
        let nothing = spending_ratios(&Summary::default());
        assert_eq!((nothing.revenue_per_depreciation, nothing.capex_of_cash_flow), (None, None));
    }
}
