//! What is ordered and what stands: one cohort per quarter of arrival (E14 to E16).

use super::calendar::{Calendar, quarterly};
use super::mix::Blend;
use super::window::Window;
use crate::scenario::Scenario;

/// The cohorts in order of arrival (opening fleet, pipeline, orders), and what is in service when each arrives.
#[derive(Clone, Debug, Default)]
pub(super) struct Fleet {
    /// CU of the cohort.
    pub cu: Vec<f64>,
    /// Custom share of the cohort.
    pub share: Vec<f64>,
    /// Cost of its chips, $B.
    pub chips: Vec<f64>,
    /// Cost of its shells, $B.
    pub shells: Vec<f64>,
    /// GW of chips in service.
    pub chip_gw: Vec<f64>,
    /// GW of shells in service.
    pub shell_gw: Vec<f64>,
    /// E(t), effective CU in service.
    pub effective: Vec<f64>,
    /// What stood when the cohort arrived, without it.
    before: Vec<Standing>,
    /// CU times y of the cohort.
    earning: Vec<f64>,
    /// What the ramp still withholds at each age, decay included.
    withheld: Vec<f64>,
    /// The ramp factor on arrival.
    first: f64,
    opening: usize,
    chip_window: Window,
    shell_window: Window,
    effective_window: Window,
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
    pub fn free(&self) -> f64 {
        self.clean(self.shell_gw - self.chip_gw)
    }

    /// A difference of powers that is no more than their rounding is none.
    pub fn clean(&self, gw: f64) -> f64 {
        if gw.abs() <= DUST * (self.shell_gw + self.chip_gw) { 0.0 } else { gw }
    }
}

impl Fleet {
    /// Empties the fleet and makes room for the scenario's cohorts.
    pub fn reset(&mut self, scenario: &Scenario, calendar: &Calendar) {
        for series in [
            &mut self.cu,
            &mut self.share,
            &mut self.chips,
            &mut self.shells,
            &mut self.chip_gw,
            &mut self.shell_gw,
            &mut self.effective,
            &mut self.earning,
        ] {
            series.clear();
            series.reserve(calendar.cohorts());
        }
        self.before.clear();
        self.before.reserve(calendar.cohorts());
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
    pub fn standing(&self) -> Standing {
        Standing {
            chip_gw: self.chip_window.before(),
            shell_gw: self.shell_window.before(),
            effective: self.effective_window.before(),
        }
    }

    /// What stood when a cohort arrived, without it.
    pub fn standing_before(&self, cohort: usize) -> Standing {
        self.before.get(cohort).copied().unwrap_or_default()
    }

    /// CU of custom and of merchant chips in service in quarter `t`.
    pub fn in_service(&self, calendar: &Calendar, t: usize) -> (f64, f64) {
        let arrived = self.cu.iter().zip(&self.share).take(calendar.arrival(t) + 1);
        arrived
            .rev()
            .take(calendar.chip)
            .fold((0.0, 0.0), |(custom, merchant), (cu, share)| (custom + cu * share, merchant + cu * (1.0 - share)))
    }

    /// Takes a cohort of so many CU and GW of new shell, and says what it costs.
    pub fn add(&mut self, scenario: &Scenario, blend: &Blend, standing: &Standing, cu: f64, shell: f64) -> f64 {
        let (chips, shells, earning) = (cu * blend.cost, shell * scenario.shell_cost, cu * blend.earning);
        let ramping = self.withheld.iter().skip(1).zip(self.earning.iter().skip(self.opening).rev());
        let withheld: f64 = ramping.map(|(share, earning)| share * earning).sum();
        let first = if self.cu.len() < self.opening { 1.0 } else { self.first };
        self.effective.push((standing.effective - withheld).max(0.0) + earning * first);
        self.chip_gw.push(standing.chip_gw + cu * blend.power);
        self.shell_gw.push(standing.shell_gw + shell);
        self.chip_window.push(cu * blend.power);
        self.shell_window.push(shell);
        self.effective_window.push(earning);
        self.before.push(*standing);
        self.cu.push(cu);
        self.share.push(blend.share);
        self.chips.push(chips);
        self.shells.push(shells);
        self.earning.push(earning);
        chips + shells
    }
}

/// Rounding, as a share of what was added up.
pub(super) const DUST: f64 = 1e-14;

/// Below this a divisor counts as 0: no legal scenario that means something comes near, and quotients stay finite.
pub(super) const TOO_SMALL: f64 = 1e-100;
