//! One run of the model over all quarters, for one scenario or for one per lane.

use super::demand::Market;
use super::fleet::Fleet;
use super::measures::{LaneMeasures, Measures};
use super::number::{Lanes, Number};
use super::operations::Accounts;
use super::orders;
use super::shape::RunShape;

/// The series and results of a run. Buffers are reused by the next run, which then allocates nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run<N> {
    pub shape: RunShape,
    pub market: Market<N>,
    pub fleet: Fleet<N>,
    /// The budget of each quarter, $B; 0 after the build-out.
    pub plan: Vec<N>,
    pub accounts: Accounts<N>,
    measures: LaneMeasures<N>,
}

impl<N: Number> Run<N> {
    /// Runs scenarios that all have this shape.
    // A large function: inlining it into its two callers would only duplicate it.
    #[inline(never)]
    pub fn execute(&mut self, lanes: Lanes, shape: RunShape) {
        self.shape = shape;
        let calendar = &shape.calendar;
        self.market.fill(lanes, shape.growth, calendar, shape.events);
        orders::fill_fleet(lanes, &shape, &self.market, &mut self.fleet, &mut self.plan);
        let opening_capital = self.fleet.net_assets(calendar, 0);
        let opening_cash = if shape.count_opening { N::ZERO - opening_capital } else { N::ZERO };
        self.accounts.fill(lanes, &shape, &self.market, &self.fleet, opening_cash);
        self.measures = LaneMeasures::new(lanes, &shape, &self.fleet, &self.accounts, opening_capital);
    }

    /// The measures of a lane.
    pub fn measures(&self, lane: usize) -> Measures {
        self.measures.measures(&self.accounts, lane)
    }

    /// Fills `flows` with the cash flows of a lane: cash(0), then every quarter, the last one with the terminal value.
    pub fn fill_flows(&self, lane: usize, flows: &mut Vec<f64>) {
        flows.clear();
        flows.extend(self.cash(lane).take(1).chain(self.accounts.fcf.iter().map(|fcf| fcf.lane(lane))));
        if let Some(last) = flows.last_mut() {
            *last += self.measures.terminal_value.lane(lane);
        }
    }

    /// cash(0) … cash(T) of a lane, $B.
    pub fn cash(&self, lane: usize) -> impl Iterator<Item = f64> {
        self.accounts.cash.iter().map(move |cash| cash.lane(lane))
    }
}
