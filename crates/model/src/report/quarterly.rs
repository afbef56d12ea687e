//! The public quarterly series of a run.

use crate::demand::{Market, Premium};
use crate::number::{min, positive_part};
use crate::operations::{power_cost_per_gw, quarterly_discount_factor};
use crate::outcome::Quarterly;
use crate::run::Run;
use scenario::Scenario;

/// Replaces the values of a series, keeping its buffer.
fn set(series: &mut Vec<f64>, values: impl Iterator<Item = f64>) {
    series.clear();
    series.extend(values);
}

/// Fills the quarterly series.
pub(crate) fn fill_quarterly(scenario: &Scenario, run: &Run<f64>, quarterly: &mut Quarterly) {
    fill_sales(scenario, run, quarterly);
    fill_costs(scenario, run, quarterly);
    fill_assets(run, quarterly);
    fill_cash(scenario, run, quarterly);
    fill_debt(scenario, run, quarterly);
}

fn fill_sales(scenario: &Scenario, run: &Run<f64>, quarterly: &mut Quarterly) {
    let accounts = &run.accounts;
    let max_utilisation = scenario.utilisation_max;
    quarterly.demand.clone_from(&accounts.demand);
    set(&mut quarterly.capacity, accounts.revenue_at_full_use.iter().map(|full_use| full_use * max_utilisation));
    quarterly.revenue.clone_from(&accounts.revenue);
    let unmet = accounts.demand.iter().zip(&accounts.revenue).map(|(demand, revenue)| demand - revenue);
    set(&mut quarterly.unmet, unmet);
    set(&mut quarterly.run_rate, accounts.revenue.iter().map(|revenue| 4.0 * revenue));
    let utilisation = |(revenue, full_use): (&f64, &f64)| {
        if *full_use > 0.0 { min(revenue / full_use, max_utilisation) } else { 0.0 }
    };
    set(&mut quarterly.utilisation, accounts.revenue.iter().zip(&accounts.revenue_at_full_use).map(utilisation));
}

fn fill_costs(scenario: &Scenario, run: &Run<f64>, quarterly: &mut Quarterly) {
    let accounts = &run.accounts;
    let site_cost = scenario.site_cost / 4.0;
    let power_cost = power_cost_per_gw(scenario) / 4.0;
    let capacity = |t: usize| Market::factor(&run.market.capacity_factor, t);
    set(&mut quarterly.power_cost, accounts.gw.iter().zip(1..).map(|(gw, t)| gw * capacity(t) * power_cost));
    set(&mut quarterly.site_cost, accounts.gw.iter().map(|gw| gw * site_cost));
    set(&mut quarterly.other_cost, accounts.revenue.iter().map(|revenue| revenue * scenario.other_cost));
    let premium = Premium::<f64>::new(scenario.into());
    let partner_share = |t: usize| scenario.partner_share * premium.at(t) / (1.0 + premium.at(t));
    let partner_cost = accounts.revenue.iter().zip(1..).map(|(revenue, t)| revenue * partner_share(t));
    set(&mut quarterly.partner_cost, partner_cost);
    quarterly.ebitda.clone_from(&accounts.ebitda);
    quarterly.depreciation.clone_from(&accounts.depreciation);
    quarterly.writeoff.clone_from(&accounts.writeoff);
    let charges = accounts.depreciation.iter().zip(&accounts.writeoff);
    let ebit = accounts.ebitda.iter().zip(charges);
    set(&mut quarterly.ebit, ebit.map(|(ebitda, (depreciation, writeoff))| ebitda - depreciation - writeoff));
    set(&mut quarterly.nopat, quarterly.ebit.iter().map(|ebit| ebit * (1.0 - scenario.tax)));
}

fn fill_assets(run: &Run<f64>, quarterly: &mut Quarterly) {
    let (fleet, calendar) = (&run.fleet, &run.shape.calendar);
    let orders = fleet.cohorts_from(calendar.ordered_cohort(1)).iter();
    let quarters = 1..=calendar.horizon;
    quarterly.gw.clone_from(&run.accounts.gw);
    let cu_in_service = |t| {
        let (custom, merchant) = fleet.custom_and_merchant_cu(calendar, t);
        custom + merchant
    };
    set(&mut quarterly.cu, quarters.clone().map(cu_in_service));
    set(&mut quarterly.custom_share, orders.clone().map(|order| order.custom_share));
    quarterly.capex.clone_from(&run.accounts.capex);
    set(&mut quarterly.capex_chips, orders.clone().map(|order| order.chip_cost));
    set(&mut quarterly.capex_shell, orders.map(|order| order.shell_cost));
    quarterly.capex_planned.clone_from(&run.plan);
    set(&mut quarterly.net_assets, quarters.clone().map(|t| fleet.net_assets(calendar, t)));
    set(&mut quarterly.under_construction, quarters.map(|t| fleet.under_construction(calendar, t)));
}

fn fill_cash(scenario: &Scenario, run: &Run<f64>, quarterly: &mut Quarterly) {
    let accounts = &run.accounts;
    quarterly.tax.clone_from(&accounts.tax);
    quarterly.tax_deduction.clone_from(&accounts.tax_deduction);
    quarterly.fcf.clone_from(&accounts.fcf);
    set(&mut quarterly.cumulative_cash, accounts.cash.iter().skip(1).copied());
    let step: f64 = quarterly_discount_factor(scenario.into());
    let (mut factor, mut sum) = (1.0, accounts.cash.first().copied().unwrap_or_default());
    let discounted = accounts.fcf.iter().map(|fcf| {
        factor *= step;
        sum += fcf * factor;
        sum
    });
    set(&mut quarterly.discounted_cash, discounted);
}

/// Debt and interest, which change neither cash flows nor their present value (E32).
fn fill_debt(scenario: &Scenario, run: &Run<f64>, quarterly: &mut Quarterly) {
    for series in [&mut quarterly.debt, &mut quarterly.interest, &mut quarterly.cash_after_interest] {
        series.clear();
    }
    let tax_relief = if scenario.group_relief { scenario.tax } else { 0.0 };
    let mut cash = run.accounts.cash.first().copied().unwrap_or_default();
    for fcf in &run.accounts.fcf {
        let debt = scenario.debt_share * positive_part(-cash);
        let interest = debt * scenario.debt_rate / 4.0;
        cash += fcf - interest * (1.0 - tax_relief);
        quarterly.debt.push(debt);
        quarterly.interest.push(interest);
        quarterly.cash_after_interest.push(cash);
    }
}
