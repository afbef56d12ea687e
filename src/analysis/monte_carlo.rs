//! The Monte Carlo simulation: the distribution of outcomes when the uncertain inputs vary together. Its figures are shares
//! of draws under stated assumptions, not probabilities.

use super::draws::{Draws, apply_draw};
use super::measure::{nearest_legal, set_nearest_legal};
use super::share_of_variance::{VarianceShare, share_of_variance};
use super::uncertainty::{DrawnInput, added_inputs, drawn_inputs};
use crate::model::{Workspace, percentile};
use crate::scenario::{Ranges, Scenario, round_to_15_digits};

/// Number of draws whose cash is kept for the band. More of them would not change the band visibly.
const BAND_DRAWS: usize = 1000;

/// Distance of NPV within which the inputs of a case are rounded, $B.
const CASE_TOLERANCE: f64 = 0.05;
/// The fewest and the most significant digits of the inputs of a case.
const MIN_DIGITS: i32 = 3;
const MAX_DIGITS: i32 = 15;

/// The outcomes of the draws so far, for one scenario.
#[derive(Clone, Debug)]
pub struct MonteCarlo {
    draws: Draws,
    ranges: Ranges,
    scenario: Option<Scenario>,
    /// The inputs in the order of the draws, for the present scenario.
    inputs: Vec<DrawnInput>,
    base_npv: f64,
    npv: Vec<f64>,
    payback: Vec<Option<f64>>,
    /// The shares of variance computed so far, and the number of inputs that they took.
    shares: (usize, Vec<VarianceShare>),
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
            ranges: Ranges::NONE,
            scenario: None,
            inputs: Vec::new(),
            base_npv: 0.0,
            npv: Vec::new(),
            payback: Vec::new(),
            shares: Default::default(),
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
            self.inputs = drawn_inputs(scenario, &self.ranges);
            self.npv.clear();
            self.payback.clear();
            self.cash.clear();
        }
        if count > 0 {
            self.shares = Default::default();
        }
        let (done, all) = (self.npv.len(), self.npv.len() + count);
        self.npv.resize(all, 0.0);
        self.payback.resize(all, None);
        self.cash.resize(all.min(BAND_DRAWS) * self.quarters, 0.0);
        let inputs = &self.inputs;
        let trials = self.draws.first(all).skip(done).map(|draw| apply_draw(scenario, inputs, draw));
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
            let mut new = Self::new(seed);
            new.set_ranges(&self.ranges);
            *self = new;
        }
    }

    /// Draws from other ranges from now on: starts again with the first draw if they differ.
    pub fn set_ranges(&mut self, ranges: &Ranges) {
        if self.ranges != *ranges {
            self.ranges = ranges.clone();
            self.draws.set_added(added_inputs(ranges).count());
            self.scenario = None;
        }
    }

    /// The shares of variance of the draws so far, in the order of the draws; empty below 100 draws and where NPV does not vary.
    pub fn shares(&mut self) -> &[VarianceShare] {
        while self.next_share() {}
        &self.shares.1
    }

    /// Computes the share of variance of one further input. Returns whether there was one left.
    pub fn next_share(&mut self) -> bool {
        let (index, shares) = &mut self.shares;
        let Some(drawn) = self.inputs.get(*index) else { return false };
        if let Some((triangle, range)) = drawn.triangle.zip(drawn.input.range()) {
            let value = |quantile| nearest_legal(range, triangle.quantile(quantile));
            let share = share_of_variance(self.draws.of_input(*index).map(value), &self.npv);
            // Without spread the order of the draws is chance.
            let share = share.map(|share| if triangle.has_spread() { share } else { 0.0 });
            shares.extend(share.map(|share| VarianceShare { input: drawn.input, share }));
        }
        *index += 1;
        true
    }

    /// The scenario of the draw whose NPV is at a percentile (0 to 1) of all draws, with its inputs as round as its NPV allows.
    pub fn case_at(&self, workspace: &mut Workspace, share: f64) -> Option<Scenario> {
        let scenario = self.scenario?;
        let mut order: Vec<usize> = (0..self.npv.len()).collect();
        let last = order.len().checked_sub(1)?;
        let at = (last as f64 * share.clamp(0.0, 1.0)).round() as usize;
        let npv = |index: usize| self.npv.get(index).copied().unwrap_or_default();
        let (_, &mut index, _) =
            order.select_nth_unstable_by(at.min(last), |&one, &other| npv(one).total_cmp(&npv(other)));
        let draw: Vec<f64> = (0..self.inputs.len()).filter_map(|input| self.draws.of_input(input).nth(index)).collect();
        let case = apply_draw(&scenario, &self.inputs, &draw);
        let near = |rounded: &Scenario| (workspace.run(rounded).npv - npv(index)).abs() <= CASE_TOLERANCE;
        let rounded = (MIN_DIGITS..MAX_DIGITS).map(|digits| self.rounded(&case, digits)).find(near);
        Some(rounded.unwrap_or_else(|| self.rounded(&case, MAX_DIGITS)))
    }

    /// A case with its drawn inputs rounded to significant digits.
    fn rounded(&self, case: &Scenario, digits: i32) -> Scenario {
        let mut rounded = *case;
        for drawn in self.inputs.iter().filter(|drawn| drawn.triangle.is_some()) {
            if let Some(value) = case.get(drawn.input).number().filter(|&value| value != 0.0) {
                let scale = 10_f64.powi(digits - 1 - value.abs().log10().floor() as i32);
                set_nearest_legal(&mut rounded, drawn.input, round_to_15_digits((value * scale).round() / scale));
            }
        }
        rounded
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
