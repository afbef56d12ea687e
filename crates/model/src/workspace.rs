//! A workspace: buffers that are reused from run to run, with the results of the last one.

use super::batch::{Batch, BatchRun};
use super::measures::Measures;
use super::outcome::Outcome;
use super::rates::{Rates, rates};
use super::report;
use super::root_search::break_even_growths;
use super::run::Run;
use super::shape::RunShape;
use super::summary::SearchResult;
use scenario::Scenario;

/// Buffers for runs, and the last run of a single scenario. Repeated runs allocate nothing.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    scenario: Scenario,
    run: Run<f64>,
    flows: Vec<f64>,
    batch: Batch,
    /// The last break-even growths, with their scenario at a growth of 0.
    growths: Option<(Scenario, [SearchResult; 2])>,
}

impl Workspace {
    /// An empty workspace.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a scenario and returns its main measures.
    pub fn run(&mut self, scenario: &Scenario) -> Measures {
        self.scenario = *scenario;
        self.run.execute(scenario.into(), RunShape::new(scenario));
        self.run.measures(0)
    }

    /// Runs many scenarios in less time than one by one, and passes each run to `visit`, in any order. The last run of a
    /// single scenario is kept.
    pub fn run_many(&mut self, scenarios: impl IntoIterator<Item = Scenario>, visit: impl FnMut(BatchRun)) {
        self.batch.execute(scenarios.into_iter(), visit);
    }

    /// The rates of return of the last run.
    pub fn rates(&mut self) -> Rates {
        self.run.fill_flows(0, &mut self.flows);
        rates(&self.flows, self.scenario.discount_rate)
    }

    /// The internal rate of return of the last run, if it is unique.
    pub fn irr(&mut self) -> Option<f64> {
        self.rates().irr
    }

    /// Runs a scenario and computes its complete outcome.
    pub fn outcome(&mut self, scenario: &Scenario) -> Outcome {
        let mut outcome = Outcome::default();
        self.fill(scenario, &mut outcome);
        outcome
    }

    /// Runs a scenario and computes its complete outcome, reusing the buffers of `outcome`.
    pub fn fill(&mut self, scenario: &Scenario, outcome: &mut Outcome) {
        let growths = self.break_even_growths(scenario);
        self.fill_without_break_even(scenario, outcome);
        [outcome.summary.breakeven_growth_npv, outcome.summary.breakeven_growth_cash] = growths;
    }

    /// Like [`fill`](Self::fill), but leaves the break-even growths of the summary unchanged, which take some seventy runs.
    pub fn fill_without_break_even(&mut self, scenario: &Scenario, outcome: &mut Outcome) {
        let measures = self.run(scenario);
        let rates = self.rates();
        report::fill_quarterly(scenario, &self.run, &mut outcome.quarterly);
        report::fill_summary(scenario, &self.run, &measures, rates, &outcome.quarterly, &mut outcome.summary);
        report::fill_detail(scenario, &self.run, &mut outcome.detail);
    }

    /// The growths at which NPV and final cash turn positive. They do not depend on the growth of the scenario, so the last
    /// results are kept while only growth changes.
    fn break_even_growths(&mut self, scenario: &Scenario) -> [SearchResult; 2] {
        let key = Scenario { growth: 0.0, ..*scenario };
        match self.growths {
            Some((known, growths)) if known == key => growths,
            _ => {
                let growths = break_even_growths(|growth| self.run(&Scenario { growth, ..*scenario }));
                self.growths = Some((key, growths));
                growths
            }
        }
    }

    /// cash(0) … cash(T) of the last run, $B.
    pub fn cash(&self) -> &[f64] {
        &self.run.accounts.cash
    }
}
