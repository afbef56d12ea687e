//! How sure: the spread of outcomes when the uncertain inputs vary together. The figures are shares of simulated cases
//! under these assumptions, never probabilities.

use super::draws::{Draws, drawn};
use crate::model::{Workspace, percentile};
use crate::scenario::Scenario;

/// Draws whose cash is kept for the band: more would not move its lines visibly.
const BAND_DRAWS: usize = 1000;

/// The outcomes of the draws made so far, for one scenario.
#[derive(Clone, Debug)]
pub struct MonteCarlo {
    draws: Draws,
    scenario: Option<Scenario>,
    base_npv: f64,
    npv: Vec<f64>,
    payback: Vec<Option<f64>>,
    /// Cash of the first draws, one row of T + 1 quarters each.
    cash: Vec<f64>,
    quarters: usize,
    scratch: Vec<f64>,
}

/// A middle line and the edges around it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Percentiles {
    /// One in twenty lies below.
    pub p5: f64,
    /// Half lie below.
    pub p50: f64,
    /// One in twenty lies above.
    pub p95: f64,
}

/// The P10 to P90 band of cash, t = 0 … T.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashBand {
    /// One in ten lies below.
    pub p10: Vec<f64>,
    /// One in ten lies above.
    pub p90: Vec<f64>,
}

/// What the draws say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonteCarloSummary {
    /// Draws made.
    pub draws: usize,
    /// Share of cases that pay back within the horizon.
    pub pays_back: f64,
    /// Its sampling error, one standard deviation.
    pub pays_back_error: f64,
    /// Share of cases with NPV above 0.
    pub worth_it: f64,
    /// Its sampling error, one standard deviation.
    pub worth_it_error: f64,
    /// NPV, $B.
    pub npv: Percentiles,
    /// NPV of the scenario itself, $B.
    pub base_npv: f64,
}

impl MonteCarloSummary {
    /// Whether the scenario itself lies above the median of its cases.
    pub fn base_is_above_median(&self) -> bool {
        self.base_npv > self.npv.p50
    }
}

impl MonteCarlo {
    /// MonteCarlo with the draws of a seed.
    pub fn new(seed: u32) -> Self {
        Self {
            draws: Draws::new(seed),
            scenario: None,
            base_npv: 0.0,
            npv: Vec::new(),
            payback: Vec::new(),
            cash: Vec::new(),
            quarters: 0,
            scratch: Vec::new(),
        }
    }

    /// The seed.
    pub fn seed(&self) -> u32 {
        self.draws.seed()
    }

    /// Draws made for the present scenario.
    pub fn draw_count(&self) -> usize {
        self.npv.len()
    }

    /// NPV of every draw, in order.
    pub fn npv(&self) -> &[f64] {
        &self.npv
    }

    /// Payback of every draw, in order; none where it does not come within the horizon.
    pub fn payback(&self) -> &[Option<f64>] {
        &self.payback
    }

    /// Runs so many more draws; another scenario or seed begins anew with the same draws.
    pub fn advance(&mut self, workspace: &mut Workspace, scenario: &Scenario, count: usize) {
        if self.scenario != Some(*scenario) {
            self.scenario = Some(*scenario);
            self.base_npv = workspace.run(scenario).npv;
            self.quarters = workspace.cash().len();
            self.npv.clear();
            self.payback.clear();
            self.cash.clear();
        }
        let (made, all) = (self.npv.len(), self.npv.len() + count);
        self.npv.resize(all, 0.0);
        self.payback.resize(all, None);
        self.cash.resize(all.min(BAND_DRAWS) * self.quarters, 0.0);
        let trials = self.draws.first(all).iter().skip(made).map(|draw| drawn(scenario, draw));
        workspace.run_many(trials, |case| {
            let place = made + case.index;
            if let (Some(npv), Some(payback)) = (self.npv.get_mut(place), self.payback.get_mut(place)) {
                (*npv, *payback) = (case.measures.npv, case.measures.payback_years);
            }
            case.cash(self.cash.get_mut(place * self.quarters..).unwrap_or_default());
        });
    }

    /// Begins anew with the draws of another seed.
    pub fn reseed(&mut self, seed: u32) {
        if seed != self.seed() {
            *self = Self::new(seed);
        }
    }

    /// What the draws made so far say; none before the first.
    pub fn summary(&mut self) -> Option<MonteCarloSummary> {
        let draws = self.npv.len();
        let share = |count: usize| count as f64 / draws as f64;
        let error = |share: f64| (share * (1.0 - share) / draws as f64).sqrt();
        let pays_back = share(self.payback.iter().flatten().count());
        let worth_it = share(self.npv.iter().filter(|&&npv| npv > 0.0).count());
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.npv);
        let values = &mut self.scratch;
        let npv = Percentiles {
            p5: percentile(values, 0.05)?,
            p50: percentile(values, 0.5)?,
            p95: percentile(values, 0.95)?,
        };
        Some(MonteCarloSummary {
            draws,
            pays_back,
            pays_back_error: error(pays_back),
            worth_it,
            worth_it_error: error(worth_it),
            npv,
            base_npv: self.base_npv,
        })
    }

    /// Fills the band of cash from the draws made so far.
    pub fn band(&mut self, band: &mut CashBand) {
        for line in [&mut band.p10, &mut band.p90] {
            line.clear();
        }
        for quarter in 0..self.quarters {
            self.scratch.clear();
            self.scratch.extend(self.cash.iter().skip(quarter).step_by(self.quarters.max(1)));
            for (line, share) in [(&mut band.p10, 0.1), (&mut band.p90, 0.9)] {
                line.extend(percentile(&mut self.scratch, share));
            }
        }
    }
}
