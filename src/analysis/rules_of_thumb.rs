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
