//! The Monte Carlo simulation: the distribution of outcomes when the uncertain inputs vary together. Its figures are shares
//! of draws under stated assumptions, not probabilities.

use super::draws::{Draws, apply_draw};
use crate::model::{Workspace, percentile};
use crate::scenario::Scenario;

/// Number of draws whose cash is kept for the band. More of them would not change the band visibly.
const BAND_DRAWS: usize = 1000;

/// The outcomes of the draws so far, for one scenario.
#[derive(Clone, Debug)]
pub struct MonteCarlo {
    draws: Draws,
    scenario: Option<Scenario>,
    base_npv: f64,
    npv: Vec<f64>,
    payback: Vec<Option<f64>>,
    /// Cash of the first draws, T + 1 quarters each.
    cash: Vec<f64>,
    quarters: usize,
    /// Buffer for percentiles, which reorder their values.
    scratch: Vec<f64>,
}

/// Percentiles of a distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Percentiles {
    /// The 5th percentile.
    pub p5: f64,
    /// The median.
    pub p50: f64,
    /// The 95th percentile.
    pub p95: f64,
}

/// The band of cash from P10 to P90, t = 0 … T, $B.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashBand {
    /// The 10th percentile.
    pub p10: Vec<f64>,
    /// The 90th percentile.
    pub p90: Vec<f64>,
}

/// The summary of a simulation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonteCarloSummary {
    /// Number of draws.
    pub draws: usize,
    /// Share of draws that pay back within the horizon.
    pub pays_back: f64,
    /// Standard error of that share.
    pub pays_back_error: f64,
    /// Share of draws with NPV above 0.
    pub worth_it: f64,
    /// Standard error of that share.
    pub worth_it_error: f64,
    /// NPV, $B.
    pub npv: Percentiles,
    /// NPV of the unchanged scenario, $B.
    pub base_npv: f64,
}

impl MonteCarlo {
    /// An empty simulation with the draws of a seed.
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

    /// Number of draws for the present scenario.
    pub fn draw_count(&self) -> usize {
        self.npv.len()
    }

    /// NPV of every draw, $B.
    pub fn npv(&self) -> &[f64] {
        &self.npv
    }

    /// Payback of every draw, years; `None` beyond the horizon.
    pub fn payback(&self) -> &[Option<f64>] {
        &self.payback
    }

    /// Runs `count` further draws. A new scenario starts again with the first draw.
    pub fn advance(&mut self, workspace: &mut Workspace, scenario: &Scenario, count: usize) {
        if self.scenario != Some(*scenario) {
            self.scenario = Some(*scenario);
            self.base_npv = workspace.run(scenario).npv;
            self.quarters = workspace.cash().len();
            self.npv.clear();
            self.payback.clear();
            self.cash.clear();
        }
        let (done, all) = (self.npv.len(), self.npv.len() + count);
        self.npv.resize(all, 0.0);
        self.payback.resize(all, None);
        self.cash.resize(all.min(BAND_DRAWS) * self.quarters, 0.0);
        let trials = self.draws.first(all).iter().skip(done).map(|draw| apply_draw(scenario, draw));
        workspace.run_many(trials, |run| {
            let index = done + run.index;
            if let (Some(npv), Some(payback)) = (self.npv.get_mut(index), self.payback.get_mut(index)) {
                (*npv, *payback) = (run.measures.npv, run.measures.payback_years);
            }
            run.copy_cash(self.cash.get_mut(index * self.quarters..).unwrap_or_default());
        });
    }

    /// Restarts with the draws of another seed.
    pub fn reseed(&mut self, seed: u32) {
        if seed != self.seed() {
            *self = Self::new(seed);
        }
    }

    /// The summary of the draws so far; `None` before the first draw.
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

    /// Fills the band of cash from the draws so far.
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
