//! What the fleet earns and costs, and the cash it leaves (E17 to E26).

use super::calendar::{Calendar, quarterly};
use super::demand::Market;
use super::fleet::{Cohort, Fleet};
use super::number::{least, positive};
use super::window::Window;
use scenario::Scenario;

/// Hours of a year, in thousands: what makes GW, $/kWh into $B.
const HOURS: f64 = 8.76;

/// The quarters 1 … T; `cash` has cash(0) in front.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    pub demand: Vec<f64>,
    pub sellable: Vec<f64>,
    pub revenue: Vec<f64>,
    pub gw: Vec<f64>,
    pub ebitda: Vec<f64>,
    pub depreciation: Vec<f64>,
    pub writeoff: Vec<f64>,
    pub deduction: Vec<f64>,
    pub capex: Vec<f64>,
    pub tax: Vec<f64>,
    pub fcf: Vec<f64>,
    pub cash: Vec<f64>,
    chips: Window<false>,
    shells: Window<false>,
    new_chips: Window<false>,
    new_shells: Window<false>,
}

impl Books {
    /// Runs the quarters; `opening` is cash(0).
    pub fn fill(&mut self, scenario: &Scenario, calendar: &Calendar, market: &Market, fleet: &Fleet, opening: f64) {
        for series in [
            &mut self.demand,
            &mut self.sellable,
            &mut self.revenue,
            &mut self.gw,
            &mut self.ebitda,
            &mut self.depreciation,
            &mut self.writeoff,
            &mut self.deduction,
            &mut self.capex,
            &mut self.tax,
            &mut self.fcf,
        ] {
            series.resize(calendar.end, 0.0);
        }
        self.cash.resize(calendar.end + 1, 0.0);
        self.sell(scenario, calendar, market, fleet);
        self.charge(calendar, fleet);
        self.deduct(scenario, calendar, fleet);
        self.pay(scenario, calendar, fleet, opening);
    }

    /// E17 to E20.
    fn sell(&mut self, scenario: &Scenario, calendar: &Calendar, market: &Market, fleet: &Fleet) {
        let end = calendar.end;
        let running = running_cost(scenario) / 4.0;
        let (kept, use_max) = (1.0 - scenario.other_cost, scenario.utilisation_max);
        let cohorts = &fleet.since(calendar.arrival(1))[..end];
        let (price, demand) = (&market.price[1..=end], &market.demand[1..=end]);
        let (asked, sellable, revenue) = (&mut self.demand[..end], &mut self.sellable[..end], &mut self.revenue[..end]);
        let (gw, ebitda) = (&mut self.gw[..end], &mut self.ebitda[..end]);
        for t in 0..end {
            let Cohort { chip_gw, shell_gw, effective, .. } = cohorts[t];
            let housed = if shell_gw < chip_gw { shell_gw / chip_gw } else { 1.0 };
            asked[t] = demand[t] * 0.25;
            sellable[t] = price[t] * effective * housed * 0.25;
            revenue[t] = least(asked[t], sellable[t] * use_max);
            gw[t] = least(chip_gw, shell_gw);
            ebitda[t] = revenue[t] * kept - gw[t] * running;
        }
    }

    /// E21 and E22.
    fn charge(&mut self, calendar: &Calendar, fleet: &Fleet) {
        self.chips.reset(calendar.charge(), 1.0);
        self.shells.reset(calendar.shell, 1.0);
        let (opening, arrivals) = fleet.cohorts.split_at(calendar.opening);
        for cohort in opening {
            self.chips.push(cohort.chips);
            self.shells.push(cohort.shells);
        }
        let (per_chip, per_shell) = (1.0 / calendar.book as f64, 1.0 / calendar.shell as f64);
        let unwritten = positive(1.0 - calendar.chip as f64 * per_chip);
        let charges = self.depreciation.iter_mut().zip(&mut self.writeoff);
        for (cohort, (depreciation, writeoff)) in arrivals.iter().zip(charges) {
            *depreciation = self.chips.slide(cohort.chips) * per_chip + self.shells.slide(cohort.shells) * per_shell;
            *writeoff = 0.0;
        }
        if unwritten > 0.0 {
            let first = calendar.chip.saturating_sub(calendar.opening);
            let retired = fleet.since(calendar.opening.saturating_sub(calendar.chip));
            for (writeoff, cohort) in self.writeoff.iter_mut().skip(first).zip(retired) {
                *writeoff = cohort.chips * unwritten;
            }
        }
    }

    /// E23: what was ordered from t = 1 on may be expensed on arrival.
    fn deduct(&mut self, scenario: &Scenario, calendar: &Calendar, fleet: &Fleet) {
        let charges = self.depreciation.iter().zip(&self.writeoff);
        for (deduction, (depreciation, writeoff)) in self.deduction.iter_mut().zip(charges) {
            *deduction = depreciation + writeoff;
        }
        if scenario.expensing <= 0.0 {
            return;
        }
        self.new_chips.reset(calendar.charge(), 1.0);
        self.new_shells.reset(calendar.shell, 1.0);
        let (per_chip, per_shell) = (1.0 / calendar.book as f64, 1.0 / calendar.shell as f64);
        let unwritten = positive(1.0 - calendar.chip as f64 * per_chip);
        let first = calendar.order(1);
        let arrivals = fleet.since(first).iter().enumerate();
        for ((age, cohort), deduction) in arrivals.zip(self.deduction.iter_mut().skip(calendar.lead)) {
            let charged =
                self.new_chips.slide(cohort.chips) * per_chip + self.new_shells.slide(cohort.shells) * per_shell;
            let retired = age.checked_sub(calendar.chip).map_or(0.0, |age| fleet.cohort(first + age).chips);
            *deduction += scenario.expensing * (cohort.cost() - charged - retired * unwritten);
        }
    }

    /// E25 and E26.
    fn pay(&mut self, scenario: &Scenario, calendar: &Calendar, fleet: &Fleet, opening: f64) {
        let orders = fleet.since(calendar.order(1));
        let mut purse = Purse::new(scenario);
        let mut cash = opening;
        let (head, rest) = self.cash.split_at_mut(1);
        head[0] = cash;
        let books = self.ebitda.iter().zip(&self.deduction).zip(orders);
        let results = self.capex.iter_mut().zip(&mut self.tax).zip(&mut self.fcf).zip(rest);
        for (((ebitda, deduction), order), (((capex, tax), fcf), line)) in books.zip(results) {
            *capex = order.cost();
            *tax = purse.tax(ebitda - deduction);
            *fcf = ebitda - *tax - *capex;
            cash += *fcf;
            *line = cash;
        }
    }
}

/// The tax authority's memory of a business (E25).
#[derive(Clone, Copy, Debug)]
pub(super) struct Purse {
    rate: f64,
    relief: bool,
    /// Losses not yet used.
    pub carried: f64,
}

impl Purse {
    pub fn new(scenario: &Scenario) -> Self {
        Self { rate: scenario.tax, relief: scenario.group_relief, carried: 0.0 }
    }

    /// The tax on a quarter's profit.
    pub fn tax(&mut self, profit: f64) -> f64 {
        if self.relief {
            return self.rate * profit + 0.0;
        }
        let (gain, loss) = (positive(profit), positive(-profit));
        let used = least(self.carried, gain);
        self.carried += loss - used;
        self.rate * (gain - used)
    }
}

/// The electricity of a GW in service, $B a year (E19).
pub(super) fn power_cost(scenario: &Scenario) -> f64 {
    scenario.load * scenario.pue * HOURS * scenario.power_price
}

/// What a GW in service costs, $B a year (E19).
pub(super) fn running_cost(scenario: &Scenario) -> f64 {
    power_cost(scenario) + scenario.site_cost
}

/// What a quarter takes off the present value of a flow (E28).
pub(super) fn discount_step(scenario: &Scenario) -> f64 {
    1.0 / quarterly(1.0 + scenario.discount_rate)
}
