//! A scenario's years as whole quarters.

use super::number::{Number, least, positive};
use scenario::Scenario;

/// Years as quarters, rounded half up.
pub(crate) fn quarters(years: f64) -> usize {
    (4.0 * years + 0.5).floor() as usize
}

/// How far along a change that takes `1 / pace` quarters is at quarter `t`.
#[inline(always)]
pub(super) fn ramp<N: Number>(t: usize, pace: N) -> N {
    if t > 0 { least(N::all(t as f64) * pace, N::ONE) } else { N::ZERO }
}

/// The pace of a change that takes so many years; none at all is done at once.
pub(super) fn pace(years: f64) -> f64 {
    if years > 0.0 { 0.25 / years } else { f64::INFINITY }
}

/// Every length of time the model needs, in quarters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Calendar {
    /// T, the horizon.
    pub end: usize,
    /// L, from order to service.
    pub lead: usize,
    /// From service to full use.
    pub ramp: usize,
    /// The build-out.
    pub build: usize,
    /// The part of it that is committed.
    pub commit: usize,
    /// Chips serve.
    pub chip: usize,
    /// Chips depreciate.
    pub book: usize,
    /// Shells serve and depreciate.
    pub shell: usize,
    /// n0, the cohorts of the opening fleet.
    pub opening: usize,
}

impl Calendar {
    pub fn new(scenario: &Scenario) -> Self {
        let life = |years| quarters(years).max(1);
        let (chip, shell) = (life(scenario.chip_life), life(scenario.shell_life));
        Self {
            end: quarters(scenario.horizon),
            lead: scenario.lead_time as usize,
            ramp: scenario.ramp_time as usize,
            build: quarters(scenario.build_years),
            commit: quarters(scenario.commit_years),
            chip,
            book: life(scenario.chip_book_life),
            shell,
            opening: quarters(scenario.fleet_age).min(chip).min(shell).max(1),
        }
    }

    /// The last quarter in which an order arrives.
    pub fn last_arrival(&self) -> usize {
        self.end + self.lead
    }

    /// Quarters over which chips are charged: no longer than they serve.
    pub fn charge(&self) -> usize {
        self.book.min(self.chip)
    }

    /// What a quarter writes off chips and off shells, as shares of their cost.
    pub fn written_off(&self) -> (f64, f64) {
        (1.0 / self.book as f64, 1.0 / self.shell as f64)
    }

    /// The share of chips that is not written down when they retire.
    pub fn unwritten(&self) -> f64 {
        positive(1.0 - self.chip as f64 * self.written_off().0)
    }

    /// The cohort that arrives in quarter `t`.
    pub fn arrival(&self, t: usize) -> usize {
        self.opening - 1 + t
    }

    /// The cohort ordered in quarter `t`.
    pub fn order(&self, t: usize) -> usize {
        self.opening - 1 + self.lead + t
    }

    /// Cohorts in all.
    pub fn cohorts(&self) -> usize {
        self.opening + self.last_arrival()
    }
}
