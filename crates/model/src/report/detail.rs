//! The intermediate series of a run.

use super::chip_ages::chip_ages;
use crate::chip_mix::ChipMixPlan;
use crate::demand::{Market, Premium, growth_at};
use crate::number::Lanes;
use crate::operations::{TaxState, quarterly_discount_factor};
use crate::orders::OrderPlanner;
use crate::outcome::{Detail, OpeningPosition};
use crate::run::Run;
use scenario::Scenario;

/// Fills the intermediate series.
pub(crate) fn fill_detail(scenario: &Scenario, run: &Run<f64>, detail: &mut Detail) {
    detail.reset(run.shape.calendar.horizon);
    detail.opening = opening_position(scenario, run);
    detail.chip_ages = chip_ages(scenario, run);
    fill_market(scenario, run, detail);
    fill_orders(scenario, run, detail);
    fill_fleet(run, detail);
    let mut tax_state = TaxState::<f64>::new(scenario.into(), scenario.group_relief);
    let step = quarterly_discount_factor::<f64>(scenario.into());
    let mut factor = 1.0;
    for (ebitda, deduction) in run.accounts.ebitda.iter().zip(&run.accounts.tax_deduction) {
        tax_state.tax(ebitda - deduction);
        factor *= step;
        detail.losses_carried.push(tax_state.losses_carried);
        detail.discount_factor.push(factor);
    }
}

fn opening_position(scenario: &Scenario, run: &Run<f64>) -> OpeningPosition {
    let (fleet, calendar) = (&run.fleet, &run.shape.calendar);
    let mix = ChipMixPlan::<f64>::new(scenario.into()).opening();
    let first = |series: &[f64]| series.first().copied().unwrap_or_default();
    let pipeline = fleet.under_construction(calendar, 0);
    OpeningPosition {
        cohorts: calendar.opening_cohorts,
        cohort_cu: fleet.cohort(0).cu,
        price: first(&run.market.price) / (1.0 - scenario.own_use),
        demand: first(&run.market.demand),
        cu_cost: mix.cost,
        cu_power: mix.power,
        cu_earning: mix.earning,
        fleet: fleet.net_assets(calendar, 0) - pipeline,
        pipeline,
    }
}

fn fill_market(scenario: &Scenario, run: &Run<f64>, detail: &mut Detail) {
    let premium = Premium::<f64>::new(scenario.into());
    let horizon = run.shape.calendar.horizon;
    for (t, base) in run.market.base.windows(2).take(horizon).enumerate() {
        if let &[previous, present] = base {
            detail.growth.push(growth_at(scenario, t + 1, previous));
            detail.base.push(present);
            detail.premium.push(premium.at(t + 1));
        }
    }
    let market = &run.market;
    for (factors, series) in [
        (&market.demand_factor, &mut detail.demand_factor),
        (&market.price_factor, &mut detail.price_factor),
        (&market.capacity_factor, &mut detail.capacity_factor),
    ] {
        series.extend((1..=horizon).map(|t| Market::factor(factors, t)));
    }
    let demand = market.demand.iter().skip(1).zip(&detail.demand_factor);
    detail.demand_year.extend(demand.map(|(demand, factor)| demand * factor));
    let price = market.price.iter().skip(1).zip(&detail.price_factor);
    detail.price.extend(price.map(|(price, factor)| price / (1.0 - scenario.own_use) * factor));
}

fn fill_orders(scenario: &Scenario, run: &Run<f64>, detail: &mut Detail) {
    let (lanes, calendar, fleet) = (Lanes::from(scenario), &run.shape.calendar, &run.fleet);
    let planner = OrderPlanner::new(lanes, calendar, &run.market);
    for ((t, mix), &budget) in ChipMixPlan::new(lanes).orders().zip(run.plan.iter()) {
        let order = fleet.cohort(calendar.ordered_cohort(t));
        let installed = order.installed_before;
        let building = t <= calendar.build_out;
        detail.cu_cost.push(mix.cost);
        detail.cu_power.push(mix.power);
        detail.cu_earning.push(mix.earning);
        detail.free_shell.push(installed.free_shell_gw());
        detail.affordable.push(if building { planner.affordable_cu(&mix, &installed, budget) } else { 0.0 });
        detail.powered.push(planner.powered_cu(&mix, &installed));
        detail.wanted.push(planner.demanded_cu(t, &mix, &installed));
        detail.retiring.push(planner.retiring_cu(t, fleet));
        detail.orders.push(order.cu);
        detail.new_shell.push(order.shell_cost / scenario.shell_cost);
    }
}

fn fill_fleet(run: &Run<f64>, detail: &mut Detail) {
    let (calendar, fleet) = (&run.shape.calendar, &run.fleet);
    for cohort in fleet.cohorts_from(calendar.arriving_cohort(1)).iter().take(calendar.horizon) {
        detail.effective.push(cohort.effective_cu);
        detail.chip_gw.push(cohort.chip_gw);
        detail.shell_gw.push(cohort.shell_gw);
    }
    for t in 1..=calendar.horizon {
        let (custom, merchant) = fleet.custom_and_merchant_cu(calendar, t);
        detail.custom_cu.push(custom);
        detail.merchant_cu.push(merchant);
    }
}
