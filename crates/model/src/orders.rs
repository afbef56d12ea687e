//! How much is ordered each quarter, and the shells it needs (E10 to E13, E16).

use super::calendar::Calendar;
use super::demand::Market;
use super::fleet::{DUST, Fleet, Standing};
use super::mix::{Blend, Mix};
use super::number::{Number, Trials, least, positive};

/// Fills the fleet: today's cohorts, the pipeline, and the orders of t = 1 … T. `plan` takes each quarter's budget.
pub(super) fn place<N: Number>(
    trials: Trials,
    calendar: &Calendar,
    market: &Market<N>,
    fleet: &mut Fleet<N>,
    plan: &mut Vec<N>,
) {
    let mix = Mix::new(trials);
    let opening = mix.opening();
    fleet.reset(trials, calendar);
    fleet.open(trials, market.price.first().copied().unwrap_or_default(), &opening);
    let desk = Desk::new(trials, calendar, market);
    desk.fill_pipeline(trials, &opening, fleet);
    plan.clear();
    let mut budget: N = trials.of(|scenario| scenario.capex * scenario.ai_share / 4.0);
    let step: N = trials.of(|scenario| 1.0 + scenario.capex_growth);
    for (t, blend) in mix.orders().take(calendar.end) {
        let standing = fleet.standing();
        let (cu, shell) = if t <= calendar.build {
            if t > 1 && t % 4 == 1 {
                budget *= step;
            }
            plan.push(budget);
            desk.planned(t, &blend, &standing, budget)
        } else {
            plan.push(N::ZERO);
            desk.replacing(t, &blend, &standing, fleet)
        };
        fleet.add(&blend, &standing, cu, shell);
    }
}

/// More CU than any other limit leaves: what demand asks for at a price of next to nothing.
const UNLIMITED: f64 = 1e300;

/// Who decides what is ordered.
pub(super) struct Desk<'a, N> {
    calendar: &'a Calendar,
    market: &'a Market<N>,
    shell_cost: N,
    replacement: N,
    use_max: N,
    /// New power a quarter, GW.
    cap: N,
}

impl<'a, N: Number> Desk<'a, N> {
    pub fn new(trials: Trials, calendar: &'a Calendar, market: &'a Market<N>) -> Self {
        Self {
            calendar,
            market,
            shell_cost: trials.of(|scenario| scenario.shell_cost),
            replacement: trials.of(|scenario| scenario.replacement),
            use_max: trials.of(|scenario| scenario.utilisation_max),
            cap: trials.of(|scenario| scenario.power_cap / 4.0),
        }
    }

    /// At most one year's money is on its way at the start (E16).
    fn fill_pipeline(&self, trials: Trials, blend: &Blend<N>, fleet: &mut Fleet<N>) {
        let overlap = least(4.0 / self.calendar.lead as f64, 1.0);
        let budget: N = trials.of(|scenario| scenario.prior_capex * scenario.ai_share / 4.0 * overlap);
        for _ in 0..self.calendar.lead {
            let standing = fleet.standing();
            let cu = self.affordable(blend, &standing, budget);
            let shell = positive(cu * blend.power - standing.free());
            fleet.add(blend, &standing, cu, least(shell, self.unspent(budget, cu)));
        }
    }

    /// The CU that a budget buys, with the shells they need beyond those that stand free (E10).
    #[inline(always)]
    pub fn affordable(&self, blend: &Blend<N>, standing: &Standing<N>, budget: N) -> N {
        let free = standing.free();
        let housed = budget / blend.cost;
        let whole = blend.cost + blend.power * self.shell_cost;
        let beyond = positive((budget + free * self.shell_cost) * (N::ONE / whole));
        free.below(housed * blend.power, beyond, housed)
    }

    /// GW of shell that the rest of a budget buys. Chips that it bought left enough for theirs; the difference would say so
    /// less well than it is known, where chips cost much and shells little.
    #[inline(always)]
    fn unspent(&self, budget: N, cu: N) -> N {
        N::ZERO.below(cu, N::all(f64::INFINITY), budget / self.shell_cost)
    }

    /// An order of the build-out: CU and GW of new shell.
    #[inline(always)]
    fn planned(&self, t: usize, blend: &Blend<N>, standing: &Standing<N>, budget: N) -> (N, N) {
        let mut cu = least(self.affordable(blend, standing, budget), self.powered(blend, standing));
        if t > self.calendar.commit {
            cu = least(cu, self.wanted(t, blend, standing));
        }
        let shell = least(self.shell(blend, standing, cu), self.unspent(budget, cu));
        (cu, shell)
    }

    /// An order after the build-out: no more than what retires (E12).
    #[inline(always)]
    fn replacing(&self, t: usize, blend: &Blend<N>, standing: &Standing<N>, fleet: &Fleet<N>) -> (N, N) {
        let retiring = self.replacement * self.retiring(t, fleet);
        let cu = least(least(retiring, self.powered(blend, standing)), self.wanted(t, blend, standing));
        (cu, self.shell(blend, standing, cu))
    }

    /// The CU that retire when an order of `t` arrives.
    #[inline(always)]
    pub fn retiring(&self, t: usize, fleet: &Fleet<N>) -> N {
        let cohort = self.calendar.order(t).checked_sub(self.calendar.chip);
        cohort.and_then(|cohort| fleet.cohorts.get(cohort)).map_or(N::ZERO, |cohort| cohort.cu)
    }

    /// The CU that standing and new shells can power.
    #[inline(always)]
    pub fn powered(&self, blend: &Blend<N>, standing: &Standing<N>) -> N {
        positive(standing.clean(standing.free() + self.cap) * (N::ONE / blend.power))
    }

    /// The CU that demand asks for on arrival (E11).
    #[inline(always)]
    pub fn wanted(&self, t: usize, blend: &Blend<N>, standing: &Standing<N>) -> N {
        let arrival = t + self.calendar.lead;
        let of = |series: &[N]| series.get(arrival).map_or(N::ZERO, |number| *number);
        let full = of(&self.market.price) * self.use_max;
        let missing = of(&self.market.demand) / full - standing.effective;
        let cu = least(missing * (N::ONE / blend.earning), N::all(UNLIMITED));
        let wanted = (N::all(DUST) * standing.effective).below(missing, cu, N::ZERO);
        let paid = N::ZERO.below(full, wanted, N::ZERO);
        N::ZERO.below(blend.earning, paid, N::ZERO)
    }

    /// GW of new shell (E13), before the budget.
    #[inline(always)]
    fn shell(&self, blend: &Blend<N>, standing: &Standing<N>, cu: N) -> N {
        least(positive(cu * blend.power - standing.free()), self.cap)
    }
}
