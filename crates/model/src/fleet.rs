//! What is ordered and what stands: one cohort per quarter of arrival (E14 to E16).

use super::calendar::Calendar;
use super::mix::Blend;
use super::number::{Number, Trials, positive, quarterly};
use super::window::Window;

/// What arrives in one quarter, and what is in service then.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cohort<N> {
    /// CU.
    pub cu: N,
    /// Custom share of the CU.
    pub share: N,
    /// Cost of the chips, $B.
    pub chips: N,
    /// Cost of the shells, $B.
    pub shells: N,
    /// CU times y.
    pub earning: N,
    /// What stood before it.
    pub before: Standing<N>,
    /// GW of chips in service with it.
    pub chip_gw: N,
    /// GW of shells in service with it.
    pub shell_gw: N,
    /// E(t), effective CU in service with it.
    pub effective: N,
}

impl<N: Number> Cohort<N> {
    /// Chips and shells, $B.
    pub fn cost(&self) -> N {
        self.chips + self.shells
    }
}

/// The cohorts in order of arrival: opening fleet, pipeline, orders.
#[derive(Clone, Debug, Default)]
pub(super) struct Fleet<N> {
    pub cohorts: Vec<Cohort<N>>,
    /// What the ramp still withholds at each age, decay included.
    withheld: Vec<N>,
    /// The ramp factor on arrival.
    first: f64,
    pub shell_cost: N,
    opening: usize,
    chip_window: Window<N, false>,
    shell_window: Window<N, false>,
    effective_window: Window<N, true>,
}

/// What stands when the next order arrives, without it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing<N> {
    /// GW of chips.
    pub chip_gw: N,
    /// GW of shells.
    pub shell_gw: N,
    /// E*, effective CU with every ramp factor 1.
    pub effective: N,
}

impl<N: Number> Standing<N> {
    /// GW of shell without chips; below 0, of chips without shell.
    #[inline(always)]
    pub fn free(&self) -> N {
        self.clean(self.shell_gw - self.chip_gw)
    }

    /// A difference of powers that is no more than their rounding is none.
    #[inline(always)]
    pub fn clean(&self, gw: N) -> N {
        let dust = N::all(DUST) * (self.shell_gw + self.chip_gw);
        gw.below(N::ZERO - dust, gw, dust.below(gw, gw, N::ZERO))
    }
}

impl<N: Number> Fleet<N> {
    /// Empties the fleet and makes room for the scenario's cohorts.
    pub fn reset(&mut self, trials: Trials, calendar: &Calendar) {
        self.cohorts.clear();
        self.cohorts.reserve(calendar.cohorts());
        let keep = quarterly(trials.of(|scenario| 1.0 - scenario.erosion));
        self.shell_cost = trials.of(|scenario| scenario.shell_cost);
        self.chip_window.reset(calendar.chip, N::ONE);
        self.shell_window.reset(calendar.shell, N::ONE);
        self.effective_window.reset(calendar.chip, keep);
        self.opening = calendar.opening;
        self.first = 1.0 / calendar.ramp.max(1) as f64;
        self.withheld.clear();
        let mut decay = N::ONE;
        for age in 0..calendar.ramp.saturating_sub(1).min(calendar.chip) {
            self.withheld.push(N::all(1.0 - (age + 1) as f64 * self.first) * decay);
            decay *= keep;
        }
    }

    /// Puts in the fleet of today: equal cohorts that earn today's run rate at full use (E15).
    pub fn open(&mut self, trials: Trials, price: N, blend: &Blend<N>) {
        let keep = quarterly(trials.of(|scenario| 1.0 - scenario.erosion));
        let (mut ages, mut decay) = (N::ZERO, N::ONE);
        for _ in 0..self.opening {
            ages += decay;
            decay *= keep;
        }
        let use_max: N = trials.of(|scenario| scenario.utilisation_max);
        let earned = price * use_max * blend.earning * ages;
        let run_rate: N = trials.of(|scenario| scenario.run_rate);
        let cu = N::all(TOO_SMALL).below(earned, run_rate / earned, N::ZERO);
        for _ in 0..self.opening {
            let standing = self.standing();
            self.add(blend, &standing, cu, cu * blend.power);
        }
    }

    /// What stands when the next order arrives.
    #[inline(always)]
    pub fn standing(&self) -> Standing<N> {
        Standing {
            chip_gw: self.chip_window.before(),
            shell_gw: self.shell_window.before(),
            effective: self.effective_window.before(),
        }
    }

    /// A cohort, by its place in the order of arrival; nothing where there is none.
    pub fn cohort(&self, at: usize) -> Cohort<N> {
        self.cohorts.get(at).copied().unwrap_or_default()
    }

    /// The cohorts from a place on.
    pub fn since(&self, first: usize) -> &[Cohort<N>] {
        self.cohorts.get(first..).unwrap_or_default()
    }

    /// CU of custom and of merchant chips in service in quarter `t`.
    pub fn in_service(&self, calendar: &Calendar, t: usize) -> (N, N) {
        let arrived = self.cohorts.iter().take(calendar.arrival(t) + 1);
        arrived.rev().take(calendar.chip).fold(Default::default(), |(custom, merchant), cohort| {
            (custom + cohort.cu * cohort.share, merchant + cohort.cu * (N::ONE - cohort.share))
        })
    }

    /// Takes a cohort of so many CU and GW of new shell.
    #[inline(always)]
    pub fn add(&mut self, blend: &Blend<N>, standing: &Standing<N>, cu: N, shell: N) {
        let (chips, shells, earning) = (cu * blend.cost, shell * self.shell_cost, cu * blend.earning);
        let first = if self.cohorts.len() < self.opening { 1.0 } else { self.first };
        let gw = cu * blend.power;
        let effective = positive(standing.effective - self.withheld()) + earning * N::all(first);
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
    fn withheld(&self) -> N {
        if self.withheld.len() < 2 {
            return N::ZERO;
        }
        let young = self.withheld.iter().skip(1).zip(self.since(self.opening).iter().rev());
        young.fold(N::ZERO, |sum, (share, cohort)| sum + *share * cohort.earning)
    }
}

/// Rounding, as a share of what was added up.
pub(super) const DUST: f64 = 1e-14;

/// Below this a divisor counts as 0: no legal scenario that means something comes near, and quotients stay finite.
pub(super) const TOO_SMALL: f64 = 1e-100;
