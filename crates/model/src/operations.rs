//! Revenue, cost, depreciation, tax and cash of each quarter (E17 to E26).

use super::calendar::Calendar;
use super::demand::Market;
use super::fleet::{Cohort, Fleet};
use super::number::{Lanes, Number, min, positive_part, quarterly_factor};
use super::shape::RunShape;
use super::sliding_sum::SlidingSum;
use scenario::Scenario;

/// Thousand hours a year: converts GW at $/kWh into $B a year.
const THOUSAND_HOURS: f64 = 8.76;

/// The accounts of the quarters 1 … T, $B except `gw`; `cash` begins with quarter 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Accounts<N> {
    pub demand: Vec<N>,
    /// Revenue at a utilisation of 1.
    pub revenue_at_full_use: Vec<N>,
    pub revenue: Vec<N>,
    /// Power in service, GW.
    pub gw: Vec<N>,
    pub ebitda: Vec<N>,
    pub depreciation: Vec<N>,
    pub writeoff: Vec<N>,
    pub tax_deduction: Vec<N>,
    pub capex: Vec<N>,
    pub tax: Vec<N>,
    pub fcf: Vec<N>,
    /// Cumulative cash.
    pub cash: Vec<N>,
    /// Losses carried forward at the horizon; 0 with group relief.
    pub losses_carried: N,
    depreciated_chips: SlidingSum<N, false>,
    depreciated_new_chips: SlidingSum<N, false>,
}

impl<N: Number> Accounts<N> {
    /// Computes all quarters.
    pub fn fill(&mut self, lanes: Lanes, shape: &RunShape, market: &Market<N>, fleet: &Fleet<N>, opening_cash: N) {
        let calendar = &shape.calendar;
        for series in [
            &mut self.demand,
            &mut self.revenue_at_full_use,
            &mut self.revenue,
            &mut self.gw,
            &mut self.ebitda,
            &mut self.depreciation,
            &mut self.writeoff,
            &mut self.tax_deduction,
            &mut self.capex,
            &mut self.tax,
            &mut self.fcf,
        ] {
            series.resize(calendar.horizon, N::ZERO);
        }
        self.cash.resize(calendar.horizon + 1, N::ZERO);
        if shape.events {
            self.fill_ebitda::<true>(lanes, calendar, market, fleet);
        } else {
            self.fill_ebitda::<false>(lanes, calendar, market, fleet);
        }
        self.fill_depreciation(calendar, fleet);
        self.fill_tax_deduction();
        if shape.expensing {
            self.add_expensing(lanes, calendar, fleet);
        }
        self.fill_cash(TaxState::new(lanes, shape.group_relief), calendar, fleet, opening_cash);
    }

    /// E17 to E20.
    fn fill_ebitda<const EVENTS: bool>(
        &mut self,
        lanes: Lanes,
        calendar: &Calendar,
        market: &Market<N>,
        fleet: &Fleet<N>,
    ) {
        let (end, quarter) = (calendar.horizon, N::splat(0.25));
        let power_cost_per_gw: N = lanes.map(|scenario| power_cost_per_gw(scenario) / 4.0);
        let site_cost_per_gw: N = lanes.map(|scenario| scenario.site_cost / 4.0);
        let max_utilisation: N = lanes.map(|scenario| scenario.utilisation_max);
        let cohorts = &fleet.cohorts_from(calendar.arriving_cohort(1))[..end];
        let (price, annual_demand, kept) = (&market.price[1..=end], &market.demand[1..=end], &market.kept[1..=end]);
        let factor = |factors: &[N], t: usize| Market::factor(factors, t + 1);
        let (demand, full_use) = (&mut self.demand[..end], &mut self.revenue_at_full_use[..end]);
        let (revenue, gw, ebitda) = (&mut self.revenue[..end], &mut self.gw[..end], &mut self.ebitda[..end]);
        for t in 0..end {
            let Cohort { chip_gw, shell_gw, effective_cu, .. } = cohorts[t];
            let housed_share = shell_gw.select_below(chip_gw, shell_gw / chip_gw, N::ONE);
            let (mut power_cost, mut sold) = (power_cost_per_gw, price[t] * effective_cu * housed_share);
            demand[t] = annual_demand[t] * quarter;
            if EVENTS {
                let capacity = factor(&market.capacity_factor, t);
                power_cost *= capacity;
                sold *= capacity * factor(&market.price_factor, t);
                demand[t] *= factor(&market.demand_factor, t);
            }
            full_use[t] = sold * quarter;
            revenue[t] = min(demand[t], full_use[t] * max_utilisation);
            gw[t] = min(chip_gw, shell_gw);
            ebitda[t] = revenue[t] * kept[t] - gw[t] * (power_cost + site_cost_per_gw);
        }
    }

    /// Depreciation and write-offs (E21 and E22).
    fn fill_depreciation(&mut self, calendar: &Calendar, fleet: &Fleet<N>) {
        self.depreciated_chips.reset(calendar.chip_depreciation_time(), N::ONE);
        let (opening, arrivals) = fleet.cohorts.split_at(calendar.opening_cohorts);
        for cohort in opening {
            self.depreciated_chips.push(cohort.chip_cost);
        }
        let (chip_rate, shell_rate) = calendar.depreciation_rates();
        let writeoff_share = calendar.writeoff_share();
        // The price of shells does not change, so the shells in service give their depreciation.
        let per_gw = fleet.shell_cost_per_gw * N::splat(shell_rate);
        let charges = self.depreciation.iter_mut().zip(&mut self.writeoff);
        for (cohort, (depreciation, writeoff)) in arrivals.iter().zip(charges) {
            let chips = self.depreciated_chips.push_and_sum(cohort.chip_cost);
            *depreciation = chips * N::splat(chip_rate) + cohort.shell_gw * per_gw;
            *writeoff = N::ZERO;
        }
        if writeoff_share > 0.0 {
            let first = calendar.chip_life.saturating_sub(calendar.opening_cohorts);
            let retiring = fleet.cohorts_from(calendar.opening_cohorts.saturating_sub(calendar.chip_life));
            for (writeoff, cohort) in self.writeoff.iter_mut().skip(first).zip(retiring) {
                *writeoff = cohort.chip_cost * N::splat(writeoff_share);
            }
        }
    }

    /// The tax deduction without expensing (E23).
    fn fill_tax_deduction(&mut self) {
        let charges = self.depreciation.iter().zip(&self.writeoff);
        for (deduction, (depreciation, writeoff)) in self.tax_deduction.iter_mut().zip(charges) {
            *deduction = *depreciation + *writeoff;
        }
    }

    /// Expenses a share of the chips ordered from t = 1 on when they arrive, in place of their depreciation (E23).
    fn add_expensing(&mut self, lanes: Lanes, calendar: &Calendar, fleet: &Fleet<N>) {
        self.depreciated_new_chips.reset(calendar.chip_depreciation_time(), N::ONE);
        let (chip_rate, _) = calendar.depreciation_rates();
        let writeoff_share = calendar.writeoff_share();
        let expensed_share: N = lanes.map(|scenario| scenario.expensing);
        let first = calendar.ordered_cohort(1);
        let arrivals = fleet.cohorts_from(first).iter().enumerate();
        for ((index, cohort), deduction) in arrivals.zip(self.tax_deduction.iter_mut().skip(calendar.lead_time)) {
            let chips = self.depreciated_new_chips.push_and_sum(cohort.chip_cost);
            let depreciation = chips * N::splat(chip_rate);
            let retired_chips = index
                .checked_sub(calendar.chip_life)
                .and_then(|index| fleet.cohorts.get(first + index))
                .map_or(N::ZERO, |cohort| cohort.chip_cost);
            *deduction += expensed_share * (cohort.chip_cost - depreciation - retired_chips * N::splat(writeoff_share));
        }
    }

    /// Tax and cash (E25 and E26).
    fn fill_cash(&mut self, mut tax_state: TaxState<N>, calendar: &Calendar, fleet: &Fleet<N>, opening_cash: N) {
        let orders = fleet.cohorts_from(calendar.ordered_cohort(1));
        let mut total = opening_cash;
        let (first, rest) = self.cash.split_at_mut(1);
        first[0] = total;
        let given = self.ebitda.iter().zip(&self.tax_deduction).zip(orders);
        let results = self.capex.iter_mut().zip(&mut self.tax).zip(&mut self.fcf).zip(rest);
        for (((ebitda, deduction), order), (((capex, tax), fcf), cash)) in given.zip(results) {
            *capex = order.cost();
            *tax = tax_state.tax(*ebitda - *deduction);
            *fcf = *ebitda - *tax - *capex;
            total += *fcf;
            *cash = total;
        }
        self.losses_carried = tax_state.losses_carried;
    }
}

/// Computes tax from quarter to quarter, with losses relieved in the group or carried forward (E25).
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaxState<N> {
    rate: N,
    group_relief: bool,
    /// Losses carried forward, $B.
    pub losses_carried: N,
}

impl<N: Number> TaxState<N> {
    pub fn new(lanes: Lanes, group_relief: bool) -> Self {
        Self { rate: lanes.map(|scenario| scenario.tax), group_relief, losses_carried: N::ZERO }
    }

    /// The tax on the profit of the next quarter.
    #[inline(always)]
    pub fn tax(&mut self, profit: N) -> N {
        if self.group_relief {
            return self.rate * profit + N::ZERO;
        }
        let (gain, loss) = (positive_part(profit), positive_part(N::ZERO - profit));
        let used = min(self.losses_carried, gain);
        self.losses_carried += loss - used;
        self.rate * (gain - used)
    }
}

/// Electricity cost of a GW in service, $B a year (E19).
pub(crate) fn power_cost_per_gw(scenario: &Scenario) -> f64 {
    scenario.load * scenario.pue * THOUSAND_HOURS * scenario.power_price
}

/// Electricity and site cost of a GW in service, $B a year (E19).
pub(crate) fn running_cost_per_gw(scenario: &Scenario) -> f64 {
    power_cost_per_gw(scenario) + scenario.site_cost
}

/// The discount factor of one quarter (E28).
pub(crate) fn quarterly_discount_factor<N: Number>(lanes: Lanes) -> N {
    N::ONE / quarterly_factor(lanes.map(|scenario| 1.0 + scenario.discount_rate))
}
