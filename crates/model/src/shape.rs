//! The shape of a run: everything that decides its control flow. Scenarios of the same shape can share SIMD lanes.

use super::calendar::Calendar;
use super::demand::GrowthKind;
use scenario::{Scenario, Terminal};

/// The shape of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct RunShape {
    pub calendar: Calendar,
    pub growth: GrowthKind,
    pub terminal: TerminalKind,
    /// Whether losses reduce tax at once.
    pub group_relief: bool,
    /// Whether the opening capital counts as an outlay.
    pub count_opening: bool,
    /// Whether a share of new chips is expensed on arrival.
    pub expensing: bool,
    /// Whether there are events.
    pub events: bool,
    /// Whether the capex plan is given by year.
    pub capex_path: bool,
}

/// The computation of the terminal value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum TerminalKind {
    #[default]
    None,
    BookValue,
    Multiple,
    Perpetuity,
}

impl RunShape {
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            calendar: Calendar::new(scenario),
            growth: GrowthKind::new(scenario),
            terminal: match scenario.terminal {
                Terminal::None => TerminalKind::None,
                Terminal::Multiple => TerminalKind::Multiple,
                Terminal::Perpetuity => TerminalKind::Perpetuity,
                Terminal::Nbv => TerminalKind::BookValue,
            },
            group_relief: scenario.group_relief,
            count_opening: scenario.count_opening,
            expensing: scenario.expensing > 0.0,
            events: !scenario.events.is_empty(),
            capex_path: !scenario.capex_path.is_empty(),
        }
    }
}
