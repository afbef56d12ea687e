//! What is ordered and what stands: one cohort per quarter of arrival (E14 to E16).

use super::calendar::{Calendar, quarterly};
use super::mix::Blend;
use super::number::positive;
use super::window::Window;
use scenario::Scenario;

/// What arrives in one quarter, and what is in service then.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cohort {
    /// CU.
    pub cu: f64,
    /// Custom share of the CU.
    pub share: f64,
    /// Cost of the chips, $B.
    pub chips: f64,
    /// Cost of the shells, $B.
    pub shells: f64,
    /// CU times y.
    pub earning: f64,
    /// What stood before it.
    pub before: Standing,
    /// GW of chips in service with it.
    pub chip_gw: f64,
    /// GW of shells in service with it.
    pub shell_gw: f64,
    /// E(t), effective CU in service with it.
    pub effective: f64,
}

impl Cohort {
    /// Chips and shells, $B.
    pub fn cost(&self) -> f64 {
        self.chips + self.shells
    }
}

/// The cohorts in order of arrival: opening fleet, pipeline, orders.
#[derive(Clone, Debug, Default)]
pub(super) struct Fleet {
    pub cohorts: Vec<Cohort>,
    /// What the ramp still withholds at each age, decay included.
    withheld: Vec<f64>,
    /// The ramp factor on arrival.
    first: f64,
    opening: usize,
    chip_window: Window<false>,
    shell_window: Window<false>,
    effective_window: Window<true>,
}

/// What stands when the next order arrives, without it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// GW of chips.
    pub chip_gw: f64,
    /// GW of shells.
    pub shell_gw: f64,
    /// E*, effective CU with every ramp factor 1.
    pub effective: f64,
}

impl Standing {
    /// GW of shell without chips; below 0, of chips without shell.
    #[inline(always)]
    pub fn free(&self) -> f64 {
        self.clean(self.shell_gw - self.chip_gw)
    }

    /// A difference of powers that is no more than their rounding is none.
    #[inline(always)]
    pub fn clean(&self, gw: f64) -> f64 {
        if gw.abs() <= DUST * (self.shell_gw + self.chip_gw) { 0.0 } else { gw }
    }
}

impl Fleet {
    /// Empties the fleet and makes room for the scenario's cohorts.
    pub fn reset(&mut self, scenario: &Scenario, calendar: &Calendar) {
        self.cohorts.clear();
        self.cohorts.reserve(calendar.cohorts());
        let keep = quarterly(1.0 - scenario.erosion);
        self.chip_window.reset(calendar.chip, 1.0);
        self.shell_window.reset(calendar.shell, 1.0);
        self.effective_window.reset(calendar.chip, keep);
        self.opening = calendar.opening;
        self.first = 1.0 / calendar.ramp.max(1) as f64;
        self.withheld.clear();
        let mut decay = 1.0;
        for age in 0..calendar.ramp.saturating_sub(1).min(calendar.chip) {
            self.withheld.push((1.0 - (age + 1) as f64 * self.first) * decay);
            decay *= keep;
        }
    }

    /// Puts in the fleet of today: equal cohorts that earn today's run rate at full use (E15).
    pub fn open(&mut self, scenario: &Scenario, price: f64, blend: &Blend) {
        let keep = quarterly(1.0 - scenario.erosion);
        let (mut ages, mut decay) = (0.0, 1.0);
        for _ in 0..self.opening {
            ages += decay;
            decay *= keep;
        }
        let earned = price * scenario.utilisation_max * blend.earning * ages;
        let cu = if earned > TOO_SMALL { scenario.run_rate / earned } else { 0.0 };
        for _ in 0..self.opening {
            let standing = self.standing();
            self.add(scenario, blend, &standing, cu, cu * blend.power);
        }
    }

    /// What stands when the next order arrives.
    #[inline(always)]
    pub fn standing(&self) -> Standing {
        Standing {
            chip_gw: self.chip_window.before(),
            shell_gw: self.shell_window.before(),
            effective: self.effective_window.before(),
        }
    }

    /// A cohort, by its place in the order of arrival; nothing where there is none.
    pub fn cohort(&self, at: usize) -> Cohort {
        self.cohorts.get(at).copied().unwrap_or_default()
    }

    /// The cohorts from a place on.
    pub fn since(&self, first: usize) -> &[Cohort] {
        self.cohorts.get(first..).unwrap_or_default()
    }

    /// CU of custom and of merchant chips in service in quarter `t`.
    pub fn in_service(&self, calendar: &Calendar, t: usize) -> (f64, f64) {
        let arrived = self.cohorts.iter().take(calendar.arrival(t) + 1);
        arrived.rev().take(calendar.chip).fold((0.0, 0.0), |(custom, merchant), cohort| {
            (custom + cohort.cu * cohort.share, merchant + cohort.cu * (1.0 - cohort.share))
        })
    }

    /// Takes a cohort of so many CU and GW of new shell.
    #[inline(always)]
    pub fn add(&mut self, scenario: &Scenario, blend: &Blend, standing: &Standing, cu: f64, shell: f64) {
        let (chips, shells, earning) = (cu * blend.cost, shell * scenario.shell_cost, cu * blend.earning);
        let first = if self.cohorts.len() < self.opening { 1.0 } else { self.first };
        let gw = cu * blend.power;
        let effective = positive(standing.effective - self.withheld()) + earning * first;
        self.cohorts.push(Cohort {
            cu,
            share: blend.share,
            chips,
            shells,
            earning,
            before: *standing,
            chip_gw: standing.chip_gw + gw,
            shell_gw: standing.shell_gw + shell,
            effective,
        });
        self.chip_window.push(gw);
        self.shell_window.push(shell);
        self.effective_window.push(earning);
    }

    /// What the ramp withholds of the cohorts before the next.
    fn withheld(&self) -> f64 {
        if self.withheld.len() < 2 {
            return 0.0;
        }
        let young = self.withheld.iter().skip(1).zip(self.since(self.opening).iter().rev());
        young.map(|(share, cohort)| share * cohort.earning).sum()
    }
}

/// Rounding, as a share of what was added up.
pub(super) const DUST: f64 = 1e-14;

/// Below this a divisor counts as 0: no legal scenario that means something comes near, and quotients stay finite.
pub(super) const TOO_SMALL: f64 = 1e-100;
