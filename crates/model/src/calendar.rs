//! The times of a scenario in whole quarters, and the indices of cohorts.

use super::number::{Number, min, positive_part};
use scenario::Scenario;

/// Years as quarters, rounded half up.
pub(crate) fn quarters(years: f64) -> usize {
    (4.0 * years + 0.5).floor() as usize
}

/// The progress from 0 to 1, at quarter `t`, of a linear change that takes `1 / rate` quarters.
#[inline(always)]
pub(crate) fn ramp<N: Number>(t: usize, rate: N) -> N {
    if t > 0 { min(N::splat(t as f64) * rate, N::ONE) } else { N::ZERO }
}

/// The progress per quarter of a linear change that takes this many years; infinite for 0 years.
pub(crate) fn ramp_rate(years: f64) -> f64 {
    if years > 0.0 { 0.25 / years } else { f64::INFINITY }
}

/// The times of a scenario, in quarters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Calendar {
    /// T, the horizon.
    pub horizon: usize,
    /// L, the time from order to service.
    pub lead_time: usize,
    /// The time from service to full use.
    pub ramp_time: usize,
    /// The length of the build-out.
    pub build_out: usize,
    /// The length of the committed part of the build-out.
    pub committed: usize,
    /// The service life of chips.
    pub chip_life: usize,
    /// The depreciation life of chips.
    pub chip_book_life: usize,
    /// The service and depreciation life of shells.
    pub shell_life: usize,
    /// n0, the number of cohorts in the opening fleet.
    pub opening_cohorts: usize,
}

impl Calendar {
    pub fn new(scenario: &Scenario) -> Self {
        let life = |years| quarters(years).max(1);
        let (chip_life, shell_life) = (life(scenario.chip_life), life(scenario.shell_life));
        Self {
            horizon: quarters(scenario.horizon),
            lead_time: scenario.lead_time as usize,
            ramp_time: scenario.ramp_time as usize,
            build_out: quarters(scenario.build_years),
            committed: quarters(scenario.commit_years),
            chip_life,
            chip_book_life: life(scenario.chip_book_life),
            shell_life,
            opening_cohorts: quarters(scenario.fleet_age).min(chip_life).min(shell_life).max(1),
        }
    }

    /// The last quarter in which an order arrives.
    pub fn last_arrival(&self) -> usize {
        self.horizon + self.lead_time
    }

    /// The number of quarters in which chips are depreciated: never longer than their service life.
    pub fn chip_depreciation_time(&self) -> usize {
        self.chip_book_life.min(self.chip_life)
    }

    /// The quarterly depreciation of chips and of shells, as shares of their cost.
    pub fn depreciation_rates(&self) -> (f64, f64) {
        (1.0 / self.chip_book_life as f64, 1.0 / self.shell_life as f64)
    }

    /// The share of the cost of chips that is written off when they retire.
    pub fn writeoff_share(&self) -> f64 {
        positive_part(1.0 - self.chip_life as f64 * self.depreciation_rates().0)
    }

    /// The index of the cohort that arrives in quarter `t`.
    pub fn arriving_cohort(&self, t: usize) -> usize {
        self.opening_cohorts - 1 + t
    }

    /// The index of the cohort ordered in quarter `t`.
    pub fn ordered_cohort(&self, t: usize) -> usize {
        self.opening_cohorts - 1 + self.lead_time + t
    }

    /// The number of cohorts.
    pub fn cohort_count(&self) -> usize {
        self.opening_cohorts + self.last_arrival()
    }
}
