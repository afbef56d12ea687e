//! What the fleet earns and costs, and the cash it leaves (E17 to E26).

use super::calendar::Calendar;
use super::demand::Market;
use super::fleet::{Cohort, Fleet};
use super::form::Form;
use super::number::{Number, Trials, least, positive, quarterly};
use super::window::Window;
use scenario::Scenario;

/// Hours of a year, in thousands: what makes GW, $/kWh into $B.
const HOURS: f64 = 8.76;

/// The quarters 1 … T; `cash` has cash(0) in front.
#[derive(Clone, Debug, Default)]
pub(super) struct Books<N> {
    pub demand: Vec<N>,
    pub sellable: Vec<N>,
    pub revenue: Vec<N>,
    pub gw: Vec<N>,
    pub ebitda: Vec<N>,
    pub depreciation: Vec<N>,
    pub writeoff: Vec<N>,
    pub deduction: Vec<N>,
    pub capex: Vec<N>,
    pub tax: Vec<N>,
    pub fcf: Vec<N>,
    pub cash: Vec<N>,
    chips: Window<N, false>,
    new_chips: Window<N, false>,
    new_shells: Window<N, false>,
}

impl<N: Number> Books<N> {
    /// Runs the quarters; `opening` is cash(0).
    pub fn fill(&mut self, trials: Trials, form: &Form, market: &Market<N>, fleet: &Fleet<N>, opening: N) {
        let calendar = &form.calendar;
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
            series.resize(calendar.end, N::ZERO);
        }
        self.cash.resize(calendar.end + 1, N::ZERO);
        self.sell(trials, calendar, market, fleet);
        self.charge(calendar, fleet);
        self.deduct();
        if form.expensing {
            self.expense(trials, calendar, fleet);
        }
        self.pay(Purse::new(trials, form.relief), calendar, fleet, opening);
    }

    /// E17 to E20.
    fn sell(&mut self, trials: Trials, calendar: &Calendar, market: &Market<N>, fleet: &Fleet<N>) {
        let (end, quarter) = (calendar.end, N::all(0.25));
        let running: N = trials.of(|scenario| running_cost(scenario) / 4.0);
        let kept: N = trials.of(|scenario| 1.0 - scenario.other_cost);
        let use_max: N = trials.of(|scenario| scenario.utilisation_max);
        let cohorts = &fleet.since(calendar.arrival(1))[..end];
        let (price, demand) = (&market.price[1..=end], &market.demand[1..=end]);
        let (asked, sellable, revenue) = (&mut self.demand[..end], &mut self.sellable[..end], &mut self.revenue[..end]);
        let (gw, ebitda) = (&mut self.gw[..end], &mut self.ebitda[..end]);
        for t in 0..end {
            let Cohort { chip_gw, shell_gw, effective, .. } = cohorts[t];
            let housed = shell_gw.below(chip_gw, shell_gw / chip_gw, N::ONE);
            asked[t] = demand[t] * quarter;
            sellable[t] = price[t] * effective * housed * quarter;
            revenue[t] = least(asked[t], sellable[t] * use_max);
            gw[t] = least(chip_gw, shell_gw);
            ebitda[t] = revenue[t] * kept - gw[t] * running;
        }
    }

    /// E21 and E22.
    fn charge(&mut self, calendar: &Calendar, fleet: &Fleet<N>) {
        self.chips.reset(calendar.charge(), N::ONE);
        let (opening, arrivals) = fleet.cohorts.split_at(calendar.opening);
        for cohort in opening {
            self.chips.push(cohort.chips);
        }
        let (per_chip, per_shell) = calendar.written_off();
        let unwritten = calendar.unwritten();
        // Shells cost the same whenever they came: what stands is what is charged.
        let per_gw = fleet.shell_cost * N::all(per_shell);
        let charges = self.depreciation.iter_mut().zip(&mut self.writeoff);
        for (cohort, (depreciation, writeoff)) in arrivals.iter().zip(charges) {
            let chips = self.chips.slide(cohort.chips);
            *depreciation = chips * N::all(per_chip) + cohort.shell_gw * per_gw;
            *writeoff = N::ZERO;
        }
        if unwritten > 0.0 {
            let first = calendar.chip.saturating_sub(calendar.opening);
            let retired = fleet.since(calendar.opening.saturating_sub(calendar.chip));
            for (writeoff, cohort) in self.writeoff.iter_mut().skip(first).zip(retired) {
                *writeoff = cohort.chips * N::all(unwritten);
            }
        }
    }

    /// E23.
    fn deduct(&mut self) {
        let charges = self.depreciation.iter().zip(&self.writeoff);
        for (deduction, (depreciation, writeoff)) in self.deduction.iter_mut().zip(charges) {
            *deduction = *depreciation + *writeoff;
        }
    }

    /// What was ordered from t = 1 on may be expensed on arrival (E23).
    fn expense(&mut self, trials: Trials, calendar: &Calendar, fleet: &Fleet<N>) {
        self.new_chips.reset(calendar.charge(), N::ONE);
        self.new_shells.reset(calendar.shell, N::ONE);
        let (per_chip, per_shell) = calendar.written_off();
        let unwritten = calendar.unwritten();
        let share: N = trials.of(|scenario| scenario.expensing);
        let first = calendar.order(1);
        let arrivals = fleet.since(first).iter().enumerate();
        for ((age, cohort), deduction) in arrivals.zip(self.deduction.iter_mut().skip(calendar.lead)) {
            let (chips, shells) = (self.new_chips.slide(cohort.chips), self.new_shells.slide(cohort.shells));
            let charged = chips * N::all(per_chip) + shells * N::all(per_shell);
            let retired = age
                .checked_sub(calendar.chip)
                .and_then(|age| fleet.cohorts.get(first + age))
                .map_or(N::ZERO, |cohort| cohort.chips);
            *deduction += share * (cohort.cost() - charged - retired * N::all(unwritten));
        }
    }

    /// E25 and E26.
    fn pay(&mut self, mut purse: Purse<N>, calendar: &Calendar, fleet: &Fleet<N>, opening: N) {
        let orders = fleet.since(calendar.order(1));
        let mut cash = opening;
        let (head, rest) = self.cash.split_at_mut(1);
        head[0] = cash;
        let books = self.ebitda.iter().zip(&self.deduction).zip(orders);
        let results = self.capex.iter_mut().zip(&mut self.tax).zip(&mut self.fcf).zip(rest);
        for (((ebitda, deduction), order), (((capex, tax), fcf), line)) in books.zip(results) {
            *capex = order.cost();
            *tax = purse.tax(*ebitda - *deduction);
            *fcf = *ebitda - *tax - *capex;
            cash += *fcf;
            *line = cash;
        }
    }
}

/// The tax authority's memory of a business (E25).
#[derive(Clone, Copy, Debug)]
pub(super) struct Purse<N> {
    rate: N,
    relief: bool,
    /// Losses not yet used.
    pub carried: N,
}

impl<N: Number> Purse<N> {
    pub fn new(trials: Trials, relief: bool) -> Self {
        Self { rate: trials.of(|scenario| scenario.tax), relief, carried: N::ZERO }
    }

    /// The tax on a quarter's profit.
    #[inline(always)]
    pub fn tax(&mut self, profit: N) -> N {
        if self.relief {
            return self.rate * profit + N::ZERO;
        }
        let (gain, loss) = (positive(profit), positive(N::ZERO - profit));
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
pub(super) fn discount_step<N: Number>(trials: Trials) -> N {
    N::ONE / quarterly(trials.of(|scenario| 1.0 + scenario.discount_rate))
}
