//! The summary of a run: totals, years, and the measures worked out on demand.

use super::calendar::quarters;
use super::measures::{first_touch, lowest, payback};
use super::multiple::required_multiple;
use super::outcome::{Quarterly, Summary};
use super::unit::{ratio, unit_economics};
use super::workspace::Workspace;

/// What an outside rule of thumb asks: capex as half of lifetime revenue.
const SEQUOIA_MARGIN: f64 = 0.5;
/// Capital smaller than this share of all that was put in counts as none (E30).
const RESIDUE: f64 = 1e-9;

fn total(series: &[f64]) -> f64 {
    series.iter().sum()
}

fn last(series: &[f64]) -> f64 {
    series.last().copied().unwrap_or_default()
}

fn years(series: &[f64]) -> Vec<f64> {
    series.chunks(4).map(total).collect()
}

impl Workspace {
    /// Fills the summary of the run just made, but for the break-even growths.
    pub(super) fn summarise(&mut self, quarterly: &Quarterly, summary: &mut Summary) {
        self.summarise_value(quarterly, summary);
        summarise_totals(quarterly, summary);
        let scenario = &self.scenario;
        let build = quarters(scenario.build_years);
        summary.revenue_per_capex = ratio(summary.total_revenue, summary.total_capex + summary.opening_capital);
        summary.unmet_in_build = quarterly.unmet.iter().take(build).sum();
        summary.roic_by_year = return_on_capital(quarterly, summary);
        summary.unit_merchant = unit_economics(scenario, 0.0);
        summary.unit_custom = unit_economics(scenario, 1.0);
        summary.required_revenue_multiple = required_multiple(scenario, &self.last.books, &self.measures);
        summary.required_revenue_total =
            summary.required_revenue_multiple.map(|multiple| multiple * summary.total_revenue);
        summary.sequoia_revenue_y1 = scenario.capex * scenario.ai_share / SEQUOIA_MARGIN;
    }

    fn summarise_value(&mut self, quarterly: &Quarterly, summary: &mut Summary) {
        let measures = self.measures;
        summary.opening_capital = measures.opening_capital;
        summary.opening_cash = self.last.books.cash.first().copied().unwrap_or_default();
        summary.npv = measures.npv;
        summary.npv_without_terminal = measures.npv_without_terminal;
        summary.terminal_value = measures.terminal_value;
        summary.payback_years = measures.payback_years;
        summary.first_touch_years = first_touch(&self.last.books.cash);
        let (deficit, quarter) = lowest(&self.last.books.cash);
        (summary.peak_deficit, summary.peak_deficit_years) = (deficit, quarter as f64 / 4.0);
        summary.cumulative_cash_end = measures.cash_end;
        self.flows.clear();
        self.flows.push(summary.opening_cash);
        self.flows.extend(&quarterly.discounted_cash);
        summary.discounted_payback_years = payback(&self.flows);
        let rates = self.rates();
        summary.irr = rates.irr;
        summary.irr_status = rates.status;
        summary.irr_roots = rates.roots;
        summary.sign_changes = rates.sign_changes;
        summary.mirr = rates.mirr;
    }
}

fn summarise_totals(quarterly: &Quarterly, summary: &mut Summary) {
    summary.total_revenue = total(&quarterly.revenue);
    summary.total_capex = total(&quarterly.capex);
    summary.total_depreciation = total(&quarterly.depreciation);
    summary.total_writeoff = total(&quarterly.writeoff);
    summary.unmet_total = total(&quarterly.unmet);
    summary.total_tax = total(&quarterly.tax);
    summary.revenue_by_year = years(&quarterly.revenue);
    summary.capex_by_year = years(&quarterly.capex);
    summary.fcf_by_year = years(&quarterly.fcf);
    let margins = quarterly.ebit.chunks(4).zip(&summary.revenue_by_year);
    summary.ebit_margin_by_year = margins.map(|(ebit, &revenue)| ratio(total(ebit), revenue)).collect();
    summary.unmet_by_year = years(&quarterly.unmet);
    summary.utilisation_by_year = quarterly.utilisation.chunks(4).map(|year| total(year) / 4.0).collect();
    summary.run_rate_end = last(&quarterly.run_rate);
    summary.power_end = last(&quarterly.gw);
    let limited = |(capacity, demand): &(&f64, &f64)| **capacity < **demand * (1.0 - 1e-9);
    summary.quarters_supply_limited = quarterly.capacity.iter().zip(&quarterly.demand).filter(limited).count() as u32;
}

/// E30.
fn return_on_capital(quarterly: &Quarterly, summary: &Summary) -> Vec<Option<f64>> {
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
