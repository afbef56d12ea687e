//! The fleet: compute and shells by cohort of arrival, with capacity and book value (E14 to E16).

use super::calendar::Calendar;
use super::chip_mix::ChipMix;
use super::number::{Lanes, Number, positive_part, quarterly_factor};
use super::sliding_sum::SlidingSum;

/// The compute and shells that arrive in one quarter, and the fleet in service in that quarter.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cohort<N> {
    /// Compute, CU.
    pub cu: N,
    /// Share of custom chips in `cu`.
    pub custom_share: N,
    /// Cost of the chips, $B.
    pub chip_cost: N,
    /// Cost of the shells, $B.
    pub shell_cost: N,
    /// `cu` times y.
    pub earning_cu: N,
    /// The fleet in service without this cohort.
    pub installed_before: InstalledBase<N>,
    /// Chips in service including this cohort, GW.
    pub chip_gw: N,
    /// Shells in service including this cohort, GW.
    pub shell_gw: N,
    /// E(t), effective compute in service including this cohort, CU.
    pub effective_cu: N,
}

impl<N: Number> Cohort<N> {
    /// Cost of chips and shells, $B.
    pub fn cost(&self) -> N {
        self.chip_cost + self.shell_cost
    }
}

/// The cohorts in order of arrival: opening fleet, pipeline, orders.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fleet<N> {
    pub cohorts: Vec<Cohort<N>>,
    /// Cost of a GW of shell, $B.
    pub shell_cost_per_gw: N,
    opening_cohorts: usize,
    /// The share of effective compute not yet in use at each age because of the ramp, after erosion.
    ramp_losses: Vec<N>,
    /// The ramp factor on arrival.
    first_ramp_factor: f64,
    chip_gw: SlidingSum<N, false>,
    shell_gw: SlidingSum<N, false>,
    effective_cu: SlidingSum<N, true>,
}

/// The fleet in service when the next order arrives, without that order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct InstalledBase<N> {
    /// Chips, GW.
    pub chip_gw: N,
    /// Shells, GW.
    pub shell_gw: N,
    /// E*, effective compute with every ramp factor 1, CU.
    pub effective_cu: N,
}

impl<N: Number> InstalledBase<N> {
    /// Shell without chips, GW; negative for chips without shell.
    #[inline(always)]
    pub fn free_shell_gw(&self) -> N {
        self.without_rounding(self.shell_gw - self.chip_gw)
    }

    /// The difference of powers, or 0 if it is within their rounding error.
    #[inline(always)]
    pub fn without_rounding(&self, gw: N) -> N {
        let error = N::splat(ROUNDING) * (self.shell_gw + self.chip_gw);
        gw.select_below(N::ZERO - error, gw, error.select_below(gw, gw, N::ZERO))
    }
}

impl<N: Number> Fleet<N> {
    /// Removes all cohorts and prepares for those of a scenario.
    pub fn reset(&mut self, lanes: Lanes, calendar: &Calendar) {
        self.cohorts.clear();
        self.cohorts.reserve(calendar.cohort_count());
        let retention = quarterly_factor(lanes.map(|scenario| 1.0 - scenario.erosion));
        self.shell_cost_per_gw = lanes.map(|scenario| scenario.shell_cost);
        self.chip_gw.reset(calendar.chip_life, N::ONE);
        self.shell_gw.reset(calendar.shell_life, N::ONE);
        self.effective_cu.reset(calendar.chip_life, retention);
        self.opening_cohorts = calendar.opening_cohorts;
        self.first_ramp_factor = 1.0 / calendar.ramp_time.max(1) as f64;
        self.ramp_losses.clear();
        let mut retained = N::ONE;
        for age in 0..calendar.ramp_time.saturating_sub(1).min(calendar.chip_life) {
            self.ramp_losses.push(N::splat(1.0 - (age + 1) as f64 * self.first_ramp_factor) * retained);
            retained *= retention;
        }
    }

    /// Adds today's fleet: equal cohorts that earn today's run rate at full use (E15).
    pub fn add_opening_cohorts(&mut self, lanes: Lanes, price: N, mix: &ChipMix<N>) {
        let retention = quarterly_factor(lanes.map(|scenario| 1.0 - scenario.erosion));
        let (mut total_retained, mut retained) = (N::ZERO, N::ONE);
        for _ in 0..self.opening_cohorts {
            total_retained += retained;
            retained *= retention;
        }
        let max_utilisation: N = lanes.map(|scenario| scenario.utilisation_max);
        let revenue_per_cu = price * max_utilisation * mix.earning * total_retained;
        let run_rate: N = lanes.map(|scenario| scenario.run_rate);
        let cu = N::splat(MIN_DIVISOR).select_below(revenue_per_cu, run_rate / revenue_per_cu, N::ZERO);
        for _ in 0..self.opening_cohorts {
            let installed = self.installed_base();
            self.add(mix, &installed, cu, cu * mix.power);
        }
    }

    /// The fleet in service when the next order arrives.
    #[inline(always)]
    pub fn installed_base(&self) -> InstalledBase<N> {
        InstalledBase {
            chip_gw: self.chip_gw.before_next(),
            shell_gw: self.shell_gw.before_next(),
            effective_cu: self.effective_cu.before_next(),
        }
    }

    /// The cohort with this index; empty if there is none.
    pub fn cohort(&self, index: usize) -> Cohort<N> {
        self.cohorts.get(index).copied().unwrap_or_default()
    }

    /// The cohorts from this index on.
    pub fn cohorts_from(&self, first: usize) -> &[Cohort<N>] {
        self.cohorts.get(first..).unwrap_or_default()
    }

    /// Custom and merchant chips in service in quarter `t`, CU.
    pub fn custom_and_merchant_cu(&self, calendar: &Calendar, t: usize) -> (N, N) {
        let arrived = self.cohorts.iter().take(calendar.arriving_cohort(t) + 1);
        arrived.rev().take(calendar.chip_life).fold(Default::default(), |(custom, merchant), cohort| {
            (custom + cohort.cu * cohort.custom_share, merchant + cohort.cu * (N::ONE - cohort.custom_share))
        })
    }

    /// Adds a cohort.
    #[inline(always)]
    pub fn add(&mut self, mix: &ChipMix<N>, installed: &InstalledBase<N>, cu: N, new_shell_gw: N) {
        let (chip_cost, shell_cost) = (cu * mix.cost, new_shell_gw * self.shell_cost_per_gw);
        let earning_cu = cu * mix.earning;
        let ramp_factor = if self.cohorts.len() < self.opening_cohorts { 1.0 } else { self.first_ramp_factor };
        let gw = cu * mix.power;
        let effective_cu =
            positive_part(installed.effective_cu - self.ramp_loss()) + earning_cu * N::splat(ramp_factor);
        self.cohorts.push(Cohort {
            cu,
            custom_share: mix.custom_share,
            chip_cost,
            shell_cost,
            earning_cu,
            installed_before: *installed,
            chip_gw: installed.chip_gw + gw,
            shell_gw: installed.shell_gw + new_shell_gw,
            effective_cu,
        });
        self.chip_gw.push(gw);
        self.shell_gw.push(new_shell_gw);
        self.effective_cu.push(earning_cu);
    }

    /// Effective compute of the present cohorts not yet in use because of the ramp when the next cohort arrives, CU.
    fn ramp_loss(&self) -> N {
        if self.ramp_losses.len() < 2 {
            return N::ZERO;
        }
        let ramping = self.ramp_losses.iter().skip(1).zip(self.cohorts_from(self.opening_cohorts).iter().rev());
        ramping.fold(N::ZERO, |sum, (share, cohort)| sum + *share * cohort.earning_cu)
    }

    /// Cost of everything ordered by the end of quarter `t` and not yet in service, $B.
    pub fn under_construction(&self, calendar: &Calendar, t: usize) -> N {
        let ordered = self.cohorts_from(calendar.arriving_cohort(t) + 1).iter().take(calendar.lead_time);
        ordered.fold(N::ZERO, |sum, cohort| sum + cohort.cost())
    }

    /// Net book value at the end of quarter `t`, including construction, $B. Computed by cohort, so that rounding leaves no
    /// value of assets that are fully depreciated.
    pub fn net_assets(&self, calendar: &Calendar, t: usize) -> N {
        let arrived = self.cohorts.get(..=calendar.arriving_cohort(t)).unwrap_or_default();
        let chips = book_value(arrived, calendar.chip_life, calendar.chip_book_life, |cohort| cohort.chip_cost);
        let shells = book_value(arrived, calendar.shell_life, calendar.shell_life, |cohort| cohort.shell_cost);
        chips + shells + self.under_construction(calendar, t)
    }
}

/// The book value of one kind of asset after straight-line depreciation over `book_life` quarters.
#[inline(always)]
fn book_value<N: Number>(
    arrived: &[Cohort<N>],
    service_life: usize,
    book_life: usize,
    cost: impl Fn(&Cohort<N>) -> N,
) -> N {
    let mut quarters_left = book_life as f64;
    let mut sum = N::ZERO;
    for cohort in arrived.iter().rev().take(service_life.min(book_life - 1)) {
        quarters_left -= 1.0;
        sum += cost(cohort) * N::splat(quarters_left);
    }
    sum / N::splat(book_life as f64)
}

/// Relative rounding error of a sum.
pub(crate) const ROUNDING: f64 = 1e-14;

/// Divisors below this count as 0, so that quotients stay finite. Meaningful scenarios do not come near it.
const MIN_DIVISOR: f64 = 1e-100;
