//! One run of the quarters, of one scenario or of several side by side.

use super::demand::Market;
use super::fleet::Fleet;
use super::form::Form;
use super::measures::{Measures, Worth};
use super::number::{Number, Trials};
use super::operations::Books;
use super::orders;

/// Buffers for one run at a time, kept from run to run so that nothing is allocated once they have grown.
#[derive(Clone, Debug, Default)]
pub(super) struct Run<N> {
    pub form: Form,
    pub market: Market<N>,
    pub fleet: Fleet<N>,
    pub plan: Vec<N>,
    pub books: Books<N>,
    worth: Worth<N>,
}

impl<N: Number> Run<N> {
    /// Runs scenarios that all have this form.
    // Large: once is enough.
    #[inline(never)]
    pub fn go(&mut self, trials: Trials, form: Form) {
        self.form = form;
        let calendar = &form.calendar;
        self.market.fill(trials, &form);
        orders::place(trials, calendar, &self.market, &mut self.fleet, &mut self.plan);
        let capital = self.fleet.net_assets(calendar, 0);
        let opening = if form.opening { N::ZERO - capital } else { N::ZERO };
        self.books.fill(trials, &form, &self.market, &self.fleet, opening);
        self.worth = Worth::new(trials, &form, &self.fleet, &self.books, capital);
    }

    /// What it says about the scenario of a lane.
    pub fn measures(&self, lane: usize) -> Measures {
        self.worth.measures(&self.books, lane)
    }

    /// Puts the flows of a lane in: cash(0), then every quarter's, the last with the terminal value.
    pub fn flows(&self, lane: usize, flows: &mut Vec<f64>) {
        flows.clear();
        flows.extend(self.cash(lane).take(1).chain(self.books.fcf.iter().map(|fcf| fcf.lane(lane))));
        if let Some(last) = flows.last_mut() {
            *last += self.worth.terminal_value.lane(lane);
        }
    }

    /// cash(0) … cash(T) of a lane, $B.
    pub fn cash(&self, lane: usize) -> impl Iterator<Item = f64> {
        self.books.cash.iter().map(move |cash| cash.lane(lane))
    }
}
