//! Simulated cases of the current scenario: some hundred while an input moves, thousands once editing pauses.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use leptos::prelude::*;

use super::workspace::SharedWorkspace;
use crate::analysis::{CashBand, MonteCarlo, MonteCarloSummary};
use crate::platform::clock::now_ms;
use crate::scenario::Scenario;
use crate::scenario::workbook::DEFAULT_SEED;
use crate::words::answer::SimulatedCases;

/// Draws in the frame of an edit.
const LIVE_DRAWS: usize = 200;
/// Draws once editing has paused.
const ALL_DRAWS: usize = 10_000;
/// Draws between two looks at the clock.
const DRAWS_PER_STEP: usize = 100;
/// Length of one slice of background work, in ms: short enough to leave the frame to the page.
const SLICE_MS: f64 = 4.0;

/// Results of a number of draws. More draws of the same seed begin with the same ones.
#[derive(Debug, PartialEq)]
pub(crate) struct Sample {
    scenario: Scenario,
    seed: u32,
    /// Shares and percentiles.
    pub(crate) report: MonteCarloSummary,
    /// Percentiles of cumulative cash.
    pub(crate) band: CashBand,
    /// NPV of every draw.
    pub(crate) npv: Vec<f64>,
    /// Payback of every draw.
    pub(crate) payback: Vec<Option<f64>>,
}

impl Sample {
    fn new(draws: &mut MonteCarlo, scenario: &Scenario) -> Self {
        let mut band = CashBand::default();
        draws.band(&mut band);
        Self {
            scenario: *scenario,
            seed: draws.seed(),
            report: draws.summary().unwrap_or_default(),
            band,
            npv: draws.npv().to_vec(),
            payback: draws.payback().to_vec(),
        }
    }

    /// Returns how many cases there are, and how many of them pay back.
    pub(crate) fn cases(&self) -> SimulatedCases {
        SimulatedCases { count: self.payback.len(), paid_back: self.payback.iter().flatten().count() }
    }

    fn is_of(&self, scenario: &Scenario, seed: u32) -> bool {
        self.scenario == *scenario && self.seed == seed
    }
}

/// Signals and draws of the simulation.
#[derive(Clone, Copy)]
pub(super) struct MonteCarloState {
    /// Sample of the current scenario: all draws where they are made, otherwise the live ones.
    pub(super) sample: Memo<Arc<Sample>>,
    draws: Draws,
    scenario: Signal<Scenario>,
    seed: Signal<u32>,
    complete: RwSignal<Option<Arc<Sample>>>,
}

/// The draws made so far, and the workspace that runs them.
#[derive(Clone, Copy)]
struct Draws {
    draws: StoredValue<Arc<Mutex<MonteCarlo>>>,
    workspace: SharedWorkspace,
}

impl Draws {
    /// Gives access to the draws of a scenario and seed; keeps those that were already made for them.
    fn with<T>(self, scenario: &Scenario, seed: u32, work: impl FnOnce(&mut MonteCarlo) -> T) -> T {
        let shared = self.draws.get_value();
        let aimed = |draws: &mut MonteCarlo| {
            draws.reseed(seed);
            // Zero draws: forgets those of another scenario.
            self.advance(draws, scenario, 0);
            work(draws)
        };
        match shared.try_lock() {
            Ok(mut draws) => aimed(&mut draws),
            Err(_) => aimed(&mut MonteCarlo::new(seed)),
        }
    }

    fn advance(self, draws: &mut MonteCarlo, scenario: &Scenario, count: usize) {
        self.workspace.with(|workspace| draws.advance(workspace, scenario, count));
    }

    /// Makes at least the draws of a live sample.
    fn live_sample(self, scenario: &Scenario, seed: u32) -> Sample {
        self.with(scenario, seed, |draws| {
            let missing = LIVE_DRAWS.saturating_sub(draws.draw_count());
            self.advance(draws, scenario, missing);
            Sample::new(draws, scenario)
        })
    }
}

impl MonteCarloState {
    /// Creates the signals; nothing is drawn before the sample is read.
    pub(super) fn new(scenario: Signal<Scenario>, seed: Signal<u32>, workspace: SharedWorkspace) -> Self {
        let draws = Draws { draws: StoredValue::new(Arc::new(Mutex::new(MonteCarlo::new(DEFAULT_SEED)))), workspace };
        let complete = RwSignal::new(None::<Arc<Sample>>);
        let sample = Memo::new(move |_| {
            let (scenario, seed) = (scenario.get(), seed.get());
            let known = complete.get().filter(|sample| sample.is_of(&scenario, seed));
            known.unwrap_or_else(|| Arc::new(draws.live_sample(&scenario, seed)))
        });
        Self { sample, draws, scenario, seed, complete }
    }

    /// Makes the remaining draws of the current scenario in short slices, until the scenario or the seed changes.
    pub(super) fn refine(self) {
        let (scenario, seed) = (self.scenario.get_untracked(), self.seed.get_untracked());
        set_timeout(move || self.refine_slice(scenario, seed), Duration::ZERO);
    }

    fn refine_slice(self, scenario: Scenario, seed: u32) {
        let outdated = self.scenario.get_untracked() != scenario || self.seed.get_untracked() != seed;
        let is_known =
            |sample: &Option<Arc<Sample>>| sample.as_ref().is_some_and(|sample| sample.is_of(&scenario, seed));
        if outdated || self.complete.with_untracked(is_known) {
            return;
        }
        let end = now_ms() + SLICE_MS;
        let complete = self.draws.with(&scenario, seed, |draws| {
            while draws.draw_count() < ALL_DRAWS && now_ms() < end {
                self.draws.advance(draws, &scenario, DRAWS_PER_STEP);
            }
            (draws.draw_count() >= ALL_DRAWS).then(|| Sample::new(draws, &scenario))
        });
        match complete {
            Some(sample) => self.complete.set(Some(Arc::new(sample))),
            None => set_timeout(move || self.refine_slice(scenario, seed), Duration::ZERO),
        }
    }
}
