//! The simulated cases of the present scenario: a few hundred in the frame of every move, thousands once the hand rests.

use std::cell::RefCell;

use super::store::{Shared, with_workspace};
use crate::analysis::{CashBand, MonteCarlo, MonteCarloSummary};
use crate::model::Outcome;
use crate::platform::reactive::{Memo, ReadSignal, RwSignal, effect, memo};
use crate::platform::rest::{clock, later};
use crate::scenario::Scenario;
use crate::scenario::workbook::DEFAULT_SEED;
use crate::words::answer::Cases;

/// Draws in the frame of a move.
const QUICK: usize = 200;
/// Draws at rest.
const MANY: usize = 10_000;
/// Draws between two looks at the clock.
const STRIDE: usize = 100;
/// A slice of work at rest, in milliseconds: short enough to leave the frame to whatever comes.
const SLICE: f64 = 4.0;

/// What some draws led to. More draws of the same seed begin with the same ones.
#[derive(Debug)]
pub struct Sample {
    scenario: Scenario,
    /// The seed of its draws.
    pub seed: u32,
    /// What they say.
    pub report: MonteCarloSummary,
    /// Their cash.
    pub band: CashBand,
    /// NPV of every draw.
    pub npv: Vec<f64>,
    /// Payback of every draw.
    pub payback: Vec<Option<f64>>,
}

impl Sample {
    fn of(odds: &mut MonteCarlo, scenario: &Scenario) -> Self {
        let mut band = CashBand::default();
        odds.band(&mut band);
        Self {
            scenario: *scenario,
            seed: odds.seed(),
            report: odds.summary().unwrap_or_default(),
            band,
            npv: odds.npv().to_vec(),
            payback: odds.payback().to_vec(),
        }
    }

    /// How many cases there are, and how many of them pay back.
    pub fn cases(&self) -> Cases {
        Cases { count: self.payback.len(), paid_back: self.payback.iter().flatten().count() }
    }

    fn is_of(&self, scenario: &Scenario, seed: u32) -> bool {
        self.scenario == *scenario && self.seed == seed
    }
}

thread_local! {
    static ODDS: RefCell<MonteCarlo> = RefCell::new(MonteCarlo::new(DEFAULT_SEED));
}

/// The odds of a scenario under a seed, with at least some of the draws made for it before.
fn with_odds<T>(scenario: &Scenario, seed: u32, work: impl FnOnce(&mut MonteCarlo) -> T) -> T {
    let aimed = |odds: &mut MonteCarlo| {
        odds.reseed(seed);
        // This draws nothing, but forgets what belongs to another scenario.
        advance(odds, scenario, 0);
        work(odds)
    };
    ODDS.with(|kept| match kept.try_borrow_mut() {
        Ok(mut odds) => aimed(&mut odds),
        Err(_) => aimed(&mut MonteCarlo::new(seed)),
    })
}

fn advance(odds: &mut MonteCarlo, scenario: &Scenario, count: usize) {
    with_workspace(|workspace| odds.advance(workspace, scenario, count));
}

fn quick(scenario: &Scenario, seed: u32) -> Sample {
    with_odds(scenario, seed, |odds| {
        let missing = QUICK.saturating_sub(odds.draw_count());
        advance(odds, scenario, missing);
        Sample::of(odds, scenario)
    })
}

/// The cases of the present scenario: a few at once, all of them after a rest.
pub fn sample(
    scenario: ReadSignal<Scenario>,
    seed: ReadSignal<u32>,
    settled: ReadSignal<Option<(Scenario, Shared<Outcome>)>>,
) -> Memo<Shared<Sample>> {
    let refined = RwSignal::new(None::<Shared<Sample>>);
    effect(move || {
        let seed_now = seed.get();
        if let Some((rest, _)) = settled.get() {
            Refinement { scenario: rest, seed: seed_now, now: (scenario, seed), refined }.go_on();
        }
    });
    memo(move || {
        let (scenario, seed) = (scenario.get(), seed.get());
        let known = refined.get().filter(|sample| sample.is_of(&scenario, seed));
        known.unwrap_or_else(|| Shared::new(quick(&scenario, seed)))
    })
}

/// Many draws in short slices, until they are all made or the page has moved on.
#[derive(Clone, Copy)]
struct Refinement {
    scenario: Scenario,
    seed: u32,
    now: (ReadSignal<Scenario>, ReadSignal<u32>),
    refined: RwSignal<Option<Shared<Sample>>>,
}

impl Refinement {
    fn go_on(self) {
        later(0, move || self.slice());
    }

    fn slice(self) {
        let moved = self.now.0.get_untracked() != self.scenario || self.now.1.get_untracked() != self.seed;
        let known = |sample: &Shared<Sample>| sample.is_of(&self.scenario, self.seed);
        if moved || self.refined.with_untracked(|refined| refined.as_ref().is_some_and(known)) {
            return;
        }
        let end = clock() + SLICE;
        let whole = with_odds(&self.scenario, self.seed, |odds| {
            while odds.draw_count() < MANY && clock() < end {
                advance(odds, &self.scenario, STRIDE);
            }
            (odds.draw_count() >= MANY).then(|| Sample::of(odds, &self.scenario))
        });
        match whole {
            Some(sample) => self.refined.set(Some(Shared::new(sample))),
            None => self.go_on(),
        }
    }
}
