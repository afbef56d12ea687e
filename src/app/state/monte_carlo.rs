//! Simulated cases of the current scenario: some hundred while an input moves, thousands once editing pauses.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::workspace::SharedWorkspace;
use crate::analysis::{CashBand, MonteCarlo, MonteCarloSummary, VarianceShare};
use crate::platform::clock::now_ms;
use crate::scenario::workbook::DEFAULT_SEED;
use crate::scenario::{Ranges, Scenario};
use crate::words::answer::SimulatedCases;

/// Draws in the frame of an edit.
const LIVE_DRAWS: usize = 200;
/// Draws once editing has paused.
const ALL_DRAWS: usize = 10_000;
/// Draws between two looks at the clock.
const DRAWS_PER_STEP: usize = 100;
/// Length of one slice of background work, in ms: short enough for the page to draw every frame.
const SLICE_MS: f64 = 4.0;

/// Everything that the cases depend on.
#[derive(Clone, Debug, PartialEq)]
struct SampleKey {
    scenario: Scenario,
    ranges: Ranges,
    seed: u32,
}

/// Results of a number of draws. A longer run with the same seed begins with the same draws.
#[derive(Debug, PartialEq)]
pub(crate) struct Sample {
    key: SampleKey,
    /// Shares and percentiles.
    pub(crate) report: MonteCarloSummary,
    /// Percentiles of cumulative cash.
    pub(crate) band: CashBand,
    /// NPV of every draw.
    pub(crate) npv: Vec<f64>,
    /// Payback of every draw.
    pub(crate) payback: Vec<Option<f64>>,
    /// Shares of variance, where they were computed with the sample.
    shares: Option<Arc<Vec<VarianceShare>>>,
}

impl Sample {
    fn new(draws: &mut MonteCarlo, key: &SampleKey, shares: Option<Arc<Vec<VarianceShare>>>) -> Self {
        let mut band = CashBand::default();
        draws.band(&mut band);
        Self {
            key: key.clone(),
            report: draws.summary().unwrap_or_default(),
            band,
            npv: draws.npv().to_vec(),
            payback: draws.payback().to_vec(),
            shares,
        }
    }

    /// Returns how many cases there are, and how many of them pay back.
    pub(crate) fn cases(&self) -> SimulatedCases {
        SimulatedCases { count: self.payback.len(), paid_back: self.payback.iter().flatten().count() }
    }
}

/// Signals and draws of the simulation.
#[derive(Clone, Copy)]
pub(super) struct MonteCarloState {
    /// Sample of the current scenario: all draws where they are made, otherwise the live ones.
    pub(super) sample: Memo<Arc<Sample>>,
    /// Shares of variance of that sample. Lazy: for live draws they are computed when they are read.
    pub(super) shares: Memo<Arc<Vec<VarianceShare>>>,
    draws: Draws,
    key: Memo<SampleKey>,
    /// The complete sample of the scenario at rest.
    pub(super) complete: RwSignal<Option<Arc<Sample>>>,
}

/// The draws made so far, and the workspace that runs them.
#[derive(Clone, Copy)]
struct Draws {
    draws: StoredValue<MonteCarlo>,
    workspace: SharedWorkspace,
}

impl Draws {
    /// Gives access to the draws of a key; keeps those that were already made for it.
    fn with<T>(self, key: &SampleKey, work: impl FnOnce(&mut MonteCarlo) -> T) -> T {
        let prepared = |draws: &mut MonteCarlo| {
            draws.reseed(key.seed);
            draws.set_ranges(&key.ranges);
            // Zero draws: forgets those of another scenario.
            self.advance(draws, &key.scenario, 0);
            work(draws)
        };
        match self.draws.try_write_value() {
            Some(mut draws) => prepared(&mut draws),
            None => prepared(&mut MonteCarlo::new(key.seed)),
        }
    }

    fn advance(self, draws: &mut MonteCarlo, scenario: &Scenario, count: usize) {
        self.workspace.with(|workspace| draws.advance(workspace, scenario, count));
    }

    /// Makes at least the draws of a live sample.
    fn live<T>(self, key: &SampleKey, work: impl FnOnce(&mut MonteCarlo) -> T) -> T {
        self.with(key, |draws| {
            let missing = LIVE_DRAWS.saturating_sub(draws.draw_count());
            self.advance(draws, &key.scenario, missing);
            work(draws)
        })
    }
}

impl MonteCarloState {
    /// Creates the signals; nothing is drawn before the sample is read.
    pub(super) fn new(
        scenario: Signal<Scenario>,
        ranges: Signal<Ranges>,
        seed: Signal<u32>,
        workspace: SharedWorkspace,
    ) -> Self {
        let draws = Draws { draws: StoredValue::new(MonteCarlo::new(DEFAULT_SEED)), workspace };
        let complete = RwSignal::new(None::<Arc<Sample>>);
        let key = Memo::new(move |_| SampleKey { scenario: scenario.get(), ranges: ranges.get(), seed: seed.get() });
        let sample = Memo::new(move |_| {
            let key = key.get();
            let known = complete.get().filter(|sample| sample.key == key);
            known.unwrap_or_else(|| Arc::new(draws.live(&key, |draws| Sample::new(draws, &key, None))))
        });
        let shares = Memo::new(move |_| {
            let sample = sample.get();
            let known = sample.shares.clone();
            known.unwrap_or_else(|| Arc::new(draws.live(&sample.key, |draws| draws.shares().to_vec())))
        });
        Self { sample, shares, draws, key, complete }
    }

    /// Returns the case whose NPV is at a percentile (0 to 1) of the current sample.
    pub(super) fn case_at(self, share: f64) -> Option<Scenario> {
        let key = self.key.get_untracked();
        self.draws.live(&key, |draws| self.draws.workspace.with(|workspace| draws.case_at(workspace, share)))
    }

    /// Makes the remaining draws of the current scenario in short slices, until the scenario, a range or the seed changes.
    pub(super) fn refine(self) {
        let key = self.key.get_untracked();
        set_timeout(move || self.refine_slice(key), Duration::ZERO);
    }

    fn refine_slice(self, key: SampleKey) {
        let outdated = self.key.with_untracked(|current| *current != key);
        let is_known = |sample: &Option<Arc<Sample>>| sample.as_ref().is_some_and(|sample| sample.key == key);
        if outdated || self.complete.with_untracked(is_known) {
            return;
        }
        let end = now_ms() + SLICE_MS;
        let complete = self.draws.with(&key, |draws| {
            let mut had_work = false;
            while now_ms() < end {
                if draws.draw_count() < ALL_DRAWS {
                    self.draws.advance(draws, &key.scenario, DRAWS_PER_STEP);
                } else if !draws.next_share() {
                    // The summary takes a slice of its own.
                    let shares = (!had_work).then(|| Arc::new(draws.shares().to_vec()))?;
                    return Some(Sample::new(draws, &key, Some(shares)));
                }
                had_work = true;
            }
            None
        });
        match complete {
            Some(sample) => self.complete.set(Some(Arc::new(sample))),
            None => set_timeout(move || self.refine_slice(key), Duration::ZERO),
        }
    }
}
