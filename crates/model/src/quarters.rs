//! The quarters of a run under their public names.

use super::number::least;
use super::operations::{discount_step, power_cost};
use super::outcome::Quarterly;
use super::workspace::Workspace;

/// Puts new values into a series without giving up its room.
fn set(series: &mut Vec<f64>, values: impl Iterator<Item = f64>) {
    series.clear();
    series.extend(values);
}

impl Workspace {
    /// Fills the quarters of the run just made.
    pub(super) fn report(&self, quarterly: &mut Quarterly) {
        self.report_sales(quarterly);
        self.report_costs(quarterly);
        self.report_cash(quarterly);
        let (fleet, calendar) = (&self.last.fleet, &self.last.form.calendar);
        let orders = fleet.since(calendar.order(1)).iter();
        let ends = 1..=calendar.end;
        quarterly.gw.clone_from(&self.last.books.gw);
        let in_service = |t| {
            let (custom, merchant) = fleet.in_service(calendar, t);
            custom + merchant
        };
        set(&mut quarterly.cu, ends.clone().map(in_service));
        set(&mut quarterly.custom_share, orders.clone().map(|order| order.share));
        quarterly.capex.clone_from(&self.last.books.capex);
        set(&mut quarterly.capex_chips, orders.clone().map(|order| order.chips));
        set(&mut quarterly.capex_shell, orders.map(|order| order.shells));
        quarterly.capex_planned.clone_from(&self.last.plan);
        set(&mut quarterly.net_assets, ends.clone().map(|t| fleet.net_assets(calendar, t)));
        set(&mut quarterly.under_construction, ends.map(|t| fleet.under_construction(calendar, t)));
    }

    fn report_sales(&self, quarterly: &mut Quarterly) {
        let books = &self.last.books;
        let use_max = self.scenario.utilisation_max;
        let sold = || books.revenue.iter().zip(&books.sellable);
        quarterly.demand.clone_from(&books.demand);
        set(&mut quarterly.capacity, books.sellable.iter().map(|sellable| sellable * use_max));
        quarterly.revenue.clone_from(&books.revenue);
        set(&mut quarterly.unmet, books.demand.iter().zip(&books.revenue).map(|(demand, revenue)| demand - revenue));
        set(&mut quarterly.run_rate, books.revenue.iter().map(|revenue| 4.0 * revenue));
        let utilisation = |(revenue, sellable): (&f64, &f64)| {
            if *sellable > 0.0 { least(revenue / sellable, use_max) } else { 0.0 }
        };
        set(&mut quarterly.utilisation, sold().map(utilisation));
    }

    fn report_costs(&self, quarterly: &mut Quarterly) {
        let (books, scenario) = (&self.last.books, &self.scenario);
        let site = scenario.site_cost / 4.0;
        let power = power_cost(scenario) / 4.0;
        let charges = books.depreciation.iter().zip(&books.writeoff);
        set(&mut quarterly.power_cost, books.gw.iter().map(|gw| gw * power));
        set(&mut quarterly.site_cost, books.gw.iter().map(|gw| gw * site));
        set(&mut quarterly.other_cost, books.revenue.iter().map(|revenue| revenue * scenario.other_cost));
        quarterly.ebitda.clone_from(&books.ebitda);
        quarterly.depreciation.clone_from(&books.depreciation);
        quarterly.writeoff.clone_from(&books.writeoff);
        let ebit = books.ebitda.iter().zip(charges);
        set(&mut quarterly.ebit, ebit.map(|(ebitda, (depreciation, writeoff))| ebitda - depreciation - writeoff));
        set(&mut quarterly.nopat, quarterly.ebit.iter().map(|ebit| ebit * (1.0 - scenario.tax)));
    }

    fn report_cash(&self, quarterly: &mut Quarterly) {
        let books = &self.last.books;
        quarterly.tax.clone_from(&books.tax);
        quarterly.tax_deduction.clone_from(&books.deduction);
        quarterly.fcf.clone_from(&books.fcf);
        set(&mut quarterly.cumulative_cash, books.cash.iter().skip(1).copied());
        let step: f64 = discount_step((&self.scenario).into());
        let (mut factor, mut sum) = (1.0, books.cash.first().copied().unwrap_or_default());
        let discounted = books.fcf.iter().map(|fcf| {
            factor *= step;
            sum += fcf * factor;
            sum
        });
        set(&mut quarterly.discounted_cash, discounted);
    }
}
