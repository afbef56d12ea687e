//! A place to run scenarios in, kept from run to run so that nothing is allocated once it has grown.

use super::form::Form;
use super::many::{BatchRun, Many};
use super::measures::Measures;
use super::outcome::{Outcome, SearchResult};
use super::rates::{Rates, rates};
use super::run::Run;
use super::seek::breakeven_growths;
use scenario::Scenario;

/// Buffers, and the results of the last run of one scenario.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    pub(super) scenario: Scenario,
    pub(super) measures: Measures,
    pub(super) last: Run<f64>,
    pub(super) flows: Vec<f64>,
    many: Many,
    growths: Option<(Scenario, [SearchResult; 2])>,
}

impl Workspace {
    /// An empty workspace.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a scenario and says its main measures.
    pub fn run(&mut self, scenario: &Scenario) -> Measures {
        self.scenario = *scenario;
        self.last.go(scenario.into(), Form::new(scenario));
        self.measures = self.last.measures(0);
        self.measures
    }

    /// Runs many scenarios, which takes less time than one after the other, and shows each, though not in their order. The
    /// results of the last run of one scenario stay.
    pub fn run_many(&mut self, scenarios: impl IntoIterator<Item = Scenario>, show: impl FnMut(BatchRun)) {
        self.many.go(scenarios.into_iter(), show);
    }

    /// The rates of return of the last run.
    pub fn rates(&mut self) -> Rates {
        self.last.flows(0, &mut self.flows);
        rates(&self.flows, self.scenario.discount_rate)
    }

    /// The internal rate of return of the last run, where it is unique.
    pub fn irr(&mut self) -> Option<f64> {
        self.rates().irr
    }

    /// Runs a scenario and works out everything; the workspace holds its run afterwards.
    pub fn outcome(&mut self, scenario: &Scenario) -> Outcome {
        let mut outcome = Outcome::default();
        self.fill(scenario, &mut outcome);
        outcome
    }

    /// The same, into an outcome whose buffers are used again.
    pub fn fill(&mut self, scenario: &Scenario, outcome: &mut Outcome) {
        let growths = self.growths(scenario);
        self.fill_without_break_even(scenario, outcome);
        [outcome.summary.breakeven_growth_npv, outcome.summary.breakeven_growth_cash] = growths;
    }

    /// The growths at which NPV and cash at the horizon turn positive. They are the same at every growth, so some seventy
    /// runs are spared while only that moves.
    fn growths(&mut self, scenario: &Scenario) -> [SearchResult; 2] {
        let rest = Scenario { growth: 0.0, ..*scenario };
        match self.growths {
            Some((known, growths)) if known == rest => growths,
            _ => {
                let growths = breakeven_growths(self, scenario);
                self.growths = Some((rest, growths));
                growths
            }
        }
    }

    /// The same but for the break-even growths, which take some seventy runs: those are left as they were.
    pub fn fill_without_break_even(&mut self, scenario: &Scenario, outcome: &mut Outcome) {
        self.run(scenario);
        self.report(&mut outcome.quarterly);
        self.summarise(&outcome.quarterly, &mut outcome.summary);
        self.detail(&mut outcome.detail);
    }

    /// cash(0) … cash(T) of the last run, $B.
    pub fn cash(&self) -> &[f64] {
        &self.last.books.cash
    }
}
