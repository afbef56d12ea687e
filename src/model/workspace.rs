//! A place to run scenarios in, kept from run to run so that nothing is allocated once it has grown.

use super::calendar::Calendar;
use super::demand::Market;
use super::fleet::Fleet;
use super::measures::{Measures, measure};
use super::operations::Books;
use super::orders;
use crate::scenario::Scenario;

/// Buffers for one run at a time, and the results of the last one.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    pub(super) calendar: Calendar,
    pub(super) market: Market,
    pub(super) fleet: Fleet,
    pub(super) plan: Vec<f64>,
    pub(super) books: Books,
}

impl Workspace {
    /// An empty workspace.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a scenario and says its main measures.
    pub fn run(&mut self, scenario: &Scenario) -> Measures {
        let calendar = Calendar::new(scenario);
        self.calendar = calendar;
        self.market.fill(scenario, &calendar);
        orders::place(scenario, &calendar, &self.market, &mut self.fleet, &mut self.plan);
        let capital = self.fleet.net_assets(&calendar, 0);
        let opening = if scenario.count_opening { -capital } else { 0.0 };
        self.books.fill(scenario, &calendar, &self.market, &self.fleet, opening);
        measure(scenario, &calendar, &self.fleet, &self.books, capital)
    }

    /// cash(0) … cash(T) of the last run, $B.
    pub fn cash(&self) -> &[f64] {
        &self.books.cash
    }

    /// Free cash flow of the quarters 1 … T of the last run, $B.
    pub fn fcf(&self) -> &[f64] {
        &self.books.fcf
    }

    /// Revenue of the quarters 1 … T of the last run, $B.
    pub fn revenue(&self) -> &[f64] {
        &self.books.revenue
    }
}
