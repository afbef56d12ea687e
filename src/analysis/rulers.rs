//! Outside rules of thumb, and where a scenario stands by them.

use crate::model::Summary;
use crate::scenario::Scenario;

/// A rule that others use for AI spending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleOfThumb {
    /// A year's AI capex is half of the revenue it must bring in its life.
    HalfMargin,
    /// AI revenue a year is four times a year's AI capex.
    FourTimes,
    /// AI revenue a year is 13 % of the AI capex behind it.
    ThirteenPercent,
}

impl RuleOfThumb {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::HalfMargin, Self::FourTimes, Self::ThirteenPercent];

    /// Revenue asked per dollar of AI capex.
    pub const fn multiple(self) -> f64 {
        match self {
            Self::HalfMargin => 1.0 / 0.5,
            Self::FourTimes => 4.0,
            Self::ThirteenPercent => 0.13,
        }
    }
}

/// What a rule asks of the first year's AI capex, and what the scenario brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RuleCheck {
    /// The rule.
    pub rule: RuleOfThumb,
    /// Revenue asked, $B; a year's, but over the life for the margin.
    pub required: f64,
    /// Revenue brought on the same footing, $B: per dollar of capital over the horizon (margin) or a year of it
    /// (13 %), or the run rate at the horizon (four times). None without capital.
    pub achieved: Option<f64>,
}

/// Every rule for a scenario and its summary.
pub fn rules_of_thumb(scenario: &Scenario, summary: &Summary) -> [RuleCheck; 3] {
    let capex = scenario.capex * scenario.ai_share;
    RuleOfThumb::ALL.map(|rule| {
        let brought = match rule {
            RuleOfThumb::HalfMargin => summary.revenue_per_capex.map(|revenue| revenue * capex),
            RuleOfThumb::FourTimes => Some(summary.run_rate_end),
            RuleOfThumb::ThirteenPercent => summary.revenue_per_capex.map(|revenue| revenue * capex / scenario.horizon),
        };
        RuleCheck { rule, required: capex * rule.multiple(), achieved: brought }
    })
}
