//! What decides the way a run goes: its times in quarters, and its choices. Scenarios of one form can run side by side.

use super::calendar::Calendar;
use super::demand::start;
use scenario::{GrowthShape, Scenario, Terminal};

/// The form of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Form {
    pub calendar: Calendar,
    pub growth: Growth,
    pub ending: Ending,
    /// Losses are worth their tax at once.
    pub relief: bool,
    /// What stands at the start counts.
    pub opening: bool,
    /// Something is expensed on arrival.
    pub expensing: bool,
}

/// How demand grows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Growth {
    Fading,
    Saturating,
    /// The market is full.
    None,
    #[default]
    Steady,
}

/// What is left at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Ending {
    #[default]
    Nothing,
    Book,
    Multiple,
    Perpetuity,
    /// A perpetuity that nothing discounts.
    Endless,
}

impl Form {
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            calendar: Calendar::new(scenario),
            growth: Growth::new(scenario),
            ending: match scenario.terminal {
                Terminal::None => Ending::Nothing,
                Terminal::Multiple => Ending::Multiple,
                Terminal::Perpetuity if scenario.discount_rate > 0.0 => Ending::Perpetuity,
                Terminal::Perpetuity => Ending::Endless,
                Terminal::Nbv => Ending::Book,
            },
            relief: scenario.group_relief,
            opening: scenario.count_opening,
            expensing: scenario.expensing > 0.0,
        }
    }
}

impl Growth {
    pub fn new(scenario: &Scenario) -> Self {
        match scenario.growth_shape {
            GrowthShape::Fade => Self::Fading,
            GrowthShape::Saturating if scenario.growth >= 0.0 => {
                if scenario.market_size <= start(scenario) {
                    Self::None
                } else {
                    Self::Saturating
                }
            }
            _ => Self::Steady,
        }
    }
}
