//! How much is ordered each quarter, and the shells it needs (E10 to E13, E16).

use super::calendar::Calendar;
use super::demand::Market;
use super::fleet::{DUST, Fleet, Standing};
use super::mix::{Blend, Mix};
use super::number::{least, positive};
use scenario::Scenario;

/// Fills the fleet: today's cohorts, the pipeline, and the orders of t = 1 … T. `plan` takes each quarter's budget.
pub(super) fn place(scenario: &Scenario, calendar: &Calendar, market: &Market, fleet: &mut Fleet, plan: &mut Vec<f64>) {
    let mix = Mix::new(scenario);
    let opening = mix.opening();
    fleet.reset(scenario, calendar);
    fleet.open(scenario, market.price.first().copied().unwrap_or_default(), &opening);
    fill_pipeline(scenario, calendar, &opening, fleet);
    plan.clear();
    let desk = Desk::new(scenario, calendar, market);
    let mut budget = scenario.capex * scenario.ai_share / 4.0;
    for (t, blend) in mix.orders().take(calendar.end) {
        let standing = fleet.standing();
        let (cu, shell) = if t <= calendar.build {
            if t > 1 && t % 4 == 1 {
                budget *= 1.0 + scenario.capex_growth;
            }
            plan.push(budget);
            desk.planned(t, &blend, &standing, budget)
        } else {
            plan.push(0.0);
            desk.replacing(t, &blend, &standing, fleet)
        };
        fleet.add(scenario, &blend, &standing, cu, shell);
    }
}

/// At most one year's money is on its way at the start (E16).
fn fill_pipeline(scenario: &Scenario, calendar: &Calendar, blend: &Blend, fleet: &mut Fleet) {
    let overlap = least(4.0 / calendar.lead as f64, 1.0);
    let budget = scenario.prior_capex * scenario.ai_share / 4.0 * overlap;
    for _ in 0..calendar.lead {
        let standing = fleet.standing();
        let cu = affordable(scenario, blend, &standing, budget);
        let shell = positive(cu * blend.power - standing.free());
        fleet.add(scenario, blend, &standing, cu, least(shell, unspent(scenario, budget, cu)));
    }
}

/// The CU that a budget buys, with the shells they need beyond those that stand free (E10).
pub(super) fn affordable(scenario: &Scenario, blend: &Blend, standing: &Standing, budget: f64) -> f64 {
    let (free, shell_cost) = (standing.free(), scenario.shell_cost);
    let cu = budget / blend.cost;
    if cu * blend.power <= free {
        cu
    } else {
        positive((budget + free * shell_cost) * (1.0 / (blend.cost + blend.power * shell_cost)))
    }
}

/// GW of shell that the rest of a budget buys. Chips that it bought left enough for theirs; the difference would say so
/// less well than it is known, where chips cost much and shells little.
fn unspent(scenario: &Scenario, budget: f64, cu: f64) -> f64 {
    if cu > 0.0 { f64::INFINITY } else { budget / scenario.shell_cost }
}

/// More CU than any other limit leaves: what demand asks for at a price of next to nothing.
const UNLIMITED: f64 = 1e300;

/// Who decides what is ordered.
pub(super) struct Desk<'a> {
    scenario: &'a Scenario,
    calendar: &'a Calendar,
    market: &'a Market,
    /// New power a quarter, GW.
    cap: f64,
}

impl<'a> Desk<'a> {
    pub fn new(scenario: &'a Scenario, calendar: &'a Calendar, market: &'a Market) -> Self {
        Self { scenario, calendar, market, cap: scenario.power_cap / 4.0 }
    }

    /// An order of the build-out: CU and GW of new shell.
    fn planned(&self, t: usize, blend: &Blend, standing: &Standing, budget: f64) -> (f64, f64) {
        let mut cu = least(affordable(self.scenario, blend, standing, budget), self.powered(blend, standing));
        if t > self.calendar.commit {
            cu = least(cu, self.wanted(t, blend, standing));
        }
        let shell = least(self.shell(blend, standing, cu), unspent(self.scenario, budget, cu));
        (cu, shell)
    }

    /// An order after the build-out: no more than what retires (E12).
    fn replacing(&self, t: usize, blend: &Blend, standing: &Standing, fleet: &Fleet) -> (f64, f64) {
        let retiring = self.scenario.replacement * self.retiring(t, fleet);
        let cu = least(least(retiring, self.powered(blend, standing)), self.wanted(t, blend, standing));
        (cu, self.shell(blend, standing, cu))
    }

    /// The CU that retire when an order of `t` arrives.
    pub fn retiring(&self, t: usize, fleet: &Fleet) -> f64 {
        let cohort = self.calendar.order(t).checked_sub(self.calendar.chip);
        cohort.map_or(0.0, |cohort| fleet.cohort(cohort).cu)
    }

    /// The CU that standing and new shells can power.
    pub fn powered(&self, blend: &Blend, standing: &Standing) -> f64 {
        positive(standing.clean(standing.free() + self.cap) * (1.0 / blend.power))
    }

    /// The CU that demand asks for on arrival (E11).
    pub fn wanted(&self, t: usize, blend: &Blend, standing: &Standing) -> f64 {
        let arrival = t + self.calendar.lead;
        let of = |series: &[f64]| series.get(arrival).copied().unwrap_or_default();
        let full = of(&self.market.price) * self.scenario.utilisation_max;
        if full > 0.0 && blend.earning > 0.0 {
            let missing = of(&self.market.demand) / full - standing.effective;
            if missing > DUST * standing.effective { least(missing * (1.0 / blend.earning), UNLIMITED) } else { 0.0 }
        } else {
            0.0
        }
    }

    /// GW of new shell (E13), before the budget.
    fn shell(&self, blend: &Blend, standing: &Standing, cu: f64) -> f64 {
        least(positive(cu * blend.power - standing.free()), self.cap)
    }
}
