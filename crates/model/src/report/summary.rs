//! The summary of a run: measures, totals and annual series.

use crate::calendar::quarters;
use crate::measures::{Measures, first_touch_years, lowest_cash, payback_years};
use crate::outcome::Quarterly;
use crate::rates::Rates;
use crate::required_multiple::required_multiple;
use crate::run::Run;
use crate::summary::Summary;
use crate::unit_economics::{ratio, unit_economics};
use scenario::Scenario;

/// An external rule of thumb: capex is half of the revenue it earns over its life.
const SEQUOIA_MARGIN: f64 = 0.5;
/// Capital below this share of all capital put in counts as none (E30).
const RESIDUE: f64 = 1e-9;

fn total(series: &[f64]) -> f64 {
    // Adding zero turns the -0 of an empty sum into 0.
    series.iter().sum::<f64>() + 0.0
}

fn last(series: &[f64]) -> f64 {
    series.last().copied().unwrap_or_default()
}

fn totals_by_year(series: &[f64]) -> Vec<f64> {
    series.chunks(4).map(total).collect()
}

/// Fills the summary, except for the break-even growths.
pub(crate) fn fill_summary(
    scenario: &Scenario,
    run: &Run<f64>,
    measures: &Measures,
    rates: Rates,
    quarterly: &Quarterly,
    summary: &mut Summary,
) {
    fill_value(run, measures, quarterly, summary);
    fill_rates(rates, summary);
    fill_totals(quarterly, summary);
    fill_debt(quarterly, summary);
    let build_out = quarters(scenario.build_years);
    summary.revenue_per_capex = ratio(summary.total_revenue, summary.total_capex + summary.opening_capital);
    summary.unmet_in_build = total(quarterly.unmet.get(..build_out).unwrap_or(&quarterly.unmet));
    summary.roic_by_year = return_on_invested_capital(quarterly, summary);
    summary.unit_merchant = unit_economics(scenario, 0.0);
    summary.unit_custom = unit_economics(scenario, 1.0);
    summary.required_revenue_multiple = required_multiple(scenario, run, measures);
    summary.required_revenue_total = summary.required_revenue_multiple.map(|multiple| multiple * summary.total_revenue);
    summary.sequoia_revenue_y1 = scenario.capex * scenario.capex_multiple(0) * scenario.ai_share / SEQUOIA_MARGIN;
}

fn fill_value(run: &Run<f64>, measures: &Measures, quarterly: &Quarterly, summary: &mut Summary) {
    let cash = &run.accounts.cash;
    summary.opening_capital = measures.opening_capital;
    summary.opening_cash = cash.first().copied().unwrap_or_default();
    summary.npv = measures.npv;
    summary.npv_without_terminal = measures.npv_without_terminal;
    summary.terminal_value = measures.terminal_value;
    summary.payback_years = measures.payback_years;
    summary.first_touch_years = first_touch_years(cash);
    let (deficit, quarter) = lowest_cash(cash);
    (summary.peak_deficit, summary.peak_deficit_years) = (deficit, quarter as f64 / 4.0);
    summary.cumulative_cash_end = measures.cash_end;
    let discounted: Vec<f64> =
        std::iter::once(summary.opening_cash).chain(quarterly.discounted_cash.iter().copied()).collect();
    summary.discounted_payback_years = payback_years(&discounted);
}

fn fill_rates(rates: Rates, summary: &mut Summary) {
    summary.irr = rates.irr;
    summary.irr_status = rates.status;
    summary.irr_roots = rates.roots;
    summary.sign_changes = rates.sign_changes;
    summary.mirr = rates.mirr;
}

fn fill_totals(quarterly: &Quarterly, summary: &mut Summary) {
    summary.total_revenue = total(&quarterly.revenue);
    summary.total_capex = total(&quarterly.capex);
    summary.total_depreciation = total(&quarterly.depreciation);
    summary.total_writeoff = total(&quarterly.writeoff);
    summary.unmet_total = total(&quarterly.unmet);
    summary.total_tax = total(&quarterly.tax);
    summary.revenue_by_year = totals_by_year(&quarterly.revenue);
    summary.capex_by_year = totals_by_year(&quarterly.capex);
    summary.fcf_by_year = totals_by_year(&quarterly.fcf);
    let margins = quarterly.ebit.chunks(4).zip(&summary.revenue_by_year);
    summary.ebit_margin_by_year = margins.map(|(ebit, &revenue)| ratio(total(ebit), revenue)).collect();
    summary.unmet_by_year = totals_by_year(&quarterly.unmet);
    summary.utilisation_by_year = quarterly.utilisation.chunks(4).map(|year| total(year) / 4.0).collect();
    summary.run_rate_end = last(&quarterly.run_rate);
    summary.power_end = last(&quarterly.gw);
    let limited = |(capacity, demand): &(&f64, &f64)| **capacity < **demand * (1.0 - 1e-9);
    summary.quarters_supply_limited = quarterly.capacity.iter().zip(&quarterly.demand).filter(limited).count() as u32;
}

fn fill_debt(quarterly: &Quarterly, summary: &mut Summary) {
    let cash: Vec<f64> =
        std::iter::once(summary.opening_cash).chain(quarterly.cash_after_interest.iter().copied()).collect();
    summary.payback_after_interest_years = payback_years(&cash);
    summary.interest_total = total(&quarterly.interest);
    summary.debt_peak = quarterly.debt.iter().copied().fold(0.0, f64::max);
    let years = quarterly.ebitda.chunks(4).zip(quarterly.interest.chunks(4));
    summary.interest_cover_by_year = years.map(|(ebitda, interest)| ratio(total(ebitda), total(interest))).collect();
}

/// Annual NOPAT over average net assets (E30).
fn return_on_invested_capital(quarterly: &Quarterly, summary: &Summary) -> Vec<Option<f64>> {
    let residue = RESIDUE * (summary.opening_capital + summary.total_capex);
    let mut start = summary.opening_capital;
    let years = quarterly.nopat.chunks(4).zip(quarterly.net_assets.chunks(4));
    let year = |(nopat, assets): (&[f64], &[f64])| {
        let mut average = 0.0;
        for &end in assets {
            average += (start + end) / 8.0;
            start = end;
        }
        if average > residue { ratio(total(nopat), average) } else { None }
    };
    years.map(year).collect()
}
