//! The orders of each quarter and the shells they need (E10 to E13, E16).

use super::calendar::Calendar;
use super::chip_mix::{ChipMix, ChipMixPlan};
use super::demand::Market;
use super::fleet::{Fleet, InstalledBase, ROUNDING};
use super::number::{Lanes, Number, min, positive_part};
use super::shape::RunShape;

/// Fills the fleet with today's cohorts, the pipeline and the orders of t = 1 … T, and `plan` with the budget of each
/// quarter.
pub(crate) fn fill_fleet<N: Number>(
    lanes: Lanes,
    shape: &RunShape,
    market: &Market<N>,
    fleet: &mut Fleet<N>,
    plan: &mut Vec<N>,
) {
    let calendar = &shape.calendar;
    let mixes = ChipMixPlan::new(lanes);
    let opening_mix = mixes.opening();
    fleet.reset(lanes, calendar);
    fleet.add_opening_cohorts(lanes, market.price.first().copied().unwrap_or_default(), &opening_mix);
    let planner = OrderPlanner::new(lanes, calendar, market);
    planner.add_pipeline(lanes, &opening_mix, fleet);
    plan.clear();
    let yearly_budget = |year: usize| -> N {
        lanes.map(|scenario| scenario.capex * scenario.capex_multiple(year) * scenario.ai_share / 4.0)
    };
    let mut budget = yearly_budget(0);
    let step: N = lanes.map(|scenario| 1.0 + scenario.capex_growth);
    for (t, mix) in mixes.orders().take(calendar.horizon) {
        let installed = fleet.installed_base();
        let (cu, shell_gw) = if t <= calendar.build_out {
            if t > 1 && t % 4 == 1 {
                budget = if shape.capex_path { yearly_budget(t / 4) } else { budget * step };
            }
            plan.push(budget);
            planner.build_out_order(t, &mix, &installed, budget)
        } else {
            plan.push(N::ZERO);
            planner.replacement_order(t, &mix, &installed, fleet)
        };
        fleet.add(&mix, &installed, cu, shell_gw);
    }
}

/// Upper limit of the CU that demand asks for, so that a price near 0 gives a finite number.
const MAX_CU: f64 = 1e300;

/// Computes the size of orders.
pub(crate) struct OrderPlanner<'a, N> {
    calendar: &'a Calendar,
    market: &'a Market<N>,
    shell_cost: N,
    replacement: N,
    max_utilisation: N,
    /// Upper limit of new power a quarter, GW.
    power_cap: N,
}

impl<'a, N: Number> OrderPlanner<'a, N> {
    pub fn new(lanes: Lanes, calendar: &'a Calendar, market: &'a Market<N>) -> Self {
        Self {
            calendar,
            market,
            shell_cost: lanes.map(|scenario| scenario.shell_cost),
            replacement: lanes.map(|scenario| scenario.replacement),
            max_utilisation: lanes.map(|scenario| scenario.utilisation_max),
            power_cap: lanes.map(|scenario| scenario.power_cap / 4.0),
        }
    }

    /// Adds the orders under way at the start: at most one year's budget (E16).
    fn add_pipeline(&self, lanes: Lanes, mix: &ChipMix<N>, fleet: &mut Fleet<N>) {
        let share_of_year = min(4.0 / self.calendar.lead_time as f64, 1.0);
        let budget: N = lanes.map(|scenario| scenario.prior_capex * scenario.ai_share / 4.0 * share_of_year);
        for _ in 0..self.calendar.lead_time {
            let installed = fleet.installed_base();
            let cu = self.affordable_cu(mix, &installed, budget);
            let shell_gw = positive_part(cu * mix.power - installed.free_shell_gw());
            fleet.add(mix, &installed, cu, min(shell_gw, self.affordable_shell_gw(budget, cu)));
        }
    }

    /// The CU that a budget buys, including the shells they need beyond the free ones (E10).
    #[inline(always)]
    pub fn affordable_cu(&self, mix: &ChipMix<N>, installed: &InstalledBase<N>, budget: N) -> N {
        let free = installed.free_shell_gw();
        let chips_only = budget / mix.cost;
        let cost_with_shell = mix.cost + mix.power * self.shell_cost;
        let with_shells = positive_part((budget + free * self.shell_cost) * (N::ONE / cost_with_shell));
        free.select_below(chips_only * mix.power, with_shells, chips_only)
    }

    /// Upper limit of new shell after `cu` were bought from a budget, GW. It applies to shells for chips already installed;
    /// `cu` > 0 left enough for its own shells, which is more precise than the difference of budget and cost.
    #[inline(always)]
    fn affordable_shell_gw(&self, budget: N, cu: N) -> N {
        N::ZERO.select_below(cu, N::splat(f64::INFINITY), budget / self.shell_cost)
    }

    /// An order of the build-out: CU and GW of new shell.
    #[inline(always)]
    fn build_out_order(&self, t: usize, mix: &ChipMix<N>, installed: &InstalledBase<N>, budget: N) -> (N, N) {
        let mut cu = min(self.affordable_cu(mix, installed, budget), self.powered_cu(mix, installed));
        if t > self.calendar.committed {
            cu = min(cu, self.demanded_cu(t, mix, installed));
        }
        let shell_gw = min(self.new_shell_gw(mix, installed, cu), self.affordable_shell_gw(budget, cu));
        (cu, shell_gw)
    }

    /// An order after the build-out: at most the retiring compute (E12).
    #[inline(always)]
    fn replacement_order(&self, t: usize, mix: &ChipMix<N>, installed: &InstalledBase<N>, fleet: &Fleet<N>) -> (N, N) {
        let replaced = self.replacement * self.retiring_cu(t, fleet);
        let cu = min(min(replaced, self.powered_cu(mix, installed)), self.demanded_cu(t, mix, installed));
        (cu, self.new_shell_gw(mix, installed, cu))
    }

    /// The CU that retire when an order of quarter `t` arrives.
    #[inline(always)]
    pub fn retiring_cu(&self, t: usize, fleet: &Fleet<N>) -> N {
        let cohort = self.calendar.ordered_cohort(t).checked_sub(self.calendar.chip_life);
        cohort.and_then(|cohort| fleet.cohorts.get(cohort)).map_or(N::ZERO, |cohort| cohort.cu)
    }

    /// The CU that free and new shells can power (E10).
    #[inline(always)]
    pub fn powered_cu(&self, mix: &ChipMix<N>, installed: &InstalledBase<N>) -> N {
        positive_part(installed.without_rounding(installed.free_shell_gw() + self.power_cap) * (N::ONE / mix.power))
    }

    /// The CU that demand asks for when an order of quarter `t` arrives; events that run at `t` are taken to last (E11).
    #[inline(always)]
    pub fn demanded_cu(&self, t: usize, mix: &ChipMix<N>, installed: &InstalledBase<N>) -> N {
        let arrival = t + self.calendar.lead_time;
        let at_arrival = |series: &[N]| series.get(arrival).map_or(N::ZERO, |number| *number);
        let (mut price, mut demand) = (at_arrival(&self.market.price), at_arrival(&self.market.demand));
        if !self.market.price_factor.is_empty() {
            price *= Market::factor(&self.market.price_factor, t);
            demand *= Market::factor(&self.market.demand_factor, t);
        }
        let revenue_per_cu = price * self.max_utilisation;
        let missing = demand / revenue_per_cu - installed.effective_cu;
        let cu = min(missing * (N::ONE / mix.earning), N::splat(MAX_CU));
        let cu = (N::splat(ROUNDING) * installed.effective_cu).select_below(missing, cu, N::ZERO);
        let cu = N::ZERO.select_below(revenue_per_cu, cu, N::ZERO);
        N::ZERO.select_below(mix.earning, cu, N::ZERO)
    }

    /// New shell for an order, before the limit of the budget, GW (E13).
    #[inline(always)]
    fn new_shell_gw(&self, mix: &ChipMix<N>, installed: &InstalledBase<N>, cu: N) -> N {
        min(positive_part(cu * mix.power - installed.free_shell_gw()), self.power_cap)
    }
}
