//! Runs many scenarios, grouping those of the same shape into SIMD lanes.

use super::measures::Measures;
use super::number::{Lanes, Number};
use super::rates::rates;
use super::run::Run;
use super::shape::RunShape;
use scenario::Scenario;
use wide::f64x4;

/// Buffers for runs of many scenarios.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    vector_run: Run<f64x4>,
    scalar_run: Run<f64>,
    groups: Vec<LaneGroup>,
}

/// Scenarios of the same shape that wait for a run, with their indices.
#[derive(Clone, Copy, Debug)]
struct LaneGroup {
    shape: RunShape,
    count: usize,
    indices: [usize; f64x4::LANES],
    scenarios: [Scenario; f64x4::LANES],
}

/// The run of one scenario of a batch.
#[derive(Debug)]
pub struct BatchRun<'a> {
    run: RunRef<'a>,
    /// The position of the scenario in the batch.
    pub index: usize,
    /// The measures.
    pub measures: Measures,
}

/// A run of its own, or a lane of a run.
#[derive(Clone, Copy, Debug)]
enum RunRef<'a> {
    Scalar(&'a Run<f64>),
    Lane(&'a Run<f64x4>, usize),
}

impl BatchRun<'_> {
    /// Copies cash(0) … cash(T), as far as `target` is long enough, $B.
    pub fn copy_cash(&self, target: &mut [f64]) {
        match self.run {
            RunRef::Scalar(run) => target.iter_mut().zip(run.cash(0)).for_each(|(target, cash)| *target = cash),
            RunRef::Lane(run, lane) => target.iter_mut().zip(run.cash(lane)).for_each(|(target, cash)| *target = cash),
        }
    }

    /// The internal rate of return, if it is unique.
    pub fn irr(&self) -> Option<f64> {
        let mut flows = Vec::new();
        match self.run {
            RunRef::Scalar(run) => run.fill_flows(0, &mut flows),
            RunRef::Lane(run, lane) => run.fill_flows(lane, &mut flows),
        }
        // Only the modified rate depends on the discount rate.
        rates(&flows, 0.0).irr
    }
}

impl Batch {
    /// Runs scenarios and passes each run to `visit`, in any order.
    pub fn execute(&mut self, scenarios: impl Iterator<Item = Scenario>, mut visit: impl FnMut(BatchRun)) {
        self.groups.clear();
        for (index, scenario) in scenarios.enumerate() {
            let shape = RunShape::new(&scenario);
            let position = self.groups.iter().position(|group| group.shape == shape).unwrap_or_else(|| {
                self.groups.push(LaneGroup {
                    shape,
                    count: 0,
                    indices: [0; f64x4::LANES],
                    scenarios: [scenario; f64x4::LANES],
                });
                self.groups.len() - 1
            });
            let Some(group) = self.groups.get_mut(position) else { continue };
            group.add(index, scenario);
            if group.is_full() {
                group.execute(&mut self.vector_run, &mut visit);
            }
        }
        for group in &mut self.groups {
            let ([index, ..], [scenario, ..]) = (group.indices, &group.scenarios);
            match group.count {
                0 => {}
                // A scalar run takes half the time of four lanes.
                1 => {
                    let run = &mut self.scalar_run;
                    run.execute(scenario.into(), group.shape);
                    visit(BatchRun { run: RunRef::Scalar(run), index, measures: run.measures(0) });
                }
                _ => group.execute(&mut self.vector_run, &mut visit),
            }
        }
    }
}

impl LaneGroup {
    fn add(&mut self, index: usize, scenario: Scenario) {
        if let (Some(index_slot), Some(slot)) = (self.indices.get_mut(self.count), self.scenarios.get_mut(self.count)) {
            (*index_slot, *slot) = (index, scenario);
            self.count += 1;
        }
    }

    fn is_full(&self) -> bool {
        self.count == f64x4::LANES
    }

    fn execute(&mut self, run: &mut Run<f64x4>, visit: &mut impl FnMut(BatchRun)) {
        run.execute(Lanes(&self.scenarios), self.shape);
        for (lane, &index) in self.indices.iter().enumerate().take(self.count) {
            visit(BatchRun { run: RunRef::Lane(run, lane), index, measures: run.measures(lane) });
        }
        self.count = 0;
    }
}
