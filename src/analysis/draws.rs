//! The draws of the Monte Carlo simulation: correlated quantiles of the uncertain inputs, reproducible by seed.

use super::measure::set_nearest_legal;
use super::uncertainty::{COUNT, DrawnInput, UNCERTAIN_INPUTS};
use crate::scenario::{Input, Scenario};

/// Correlations between uncertain inputs; all others are 0.
pub const CORRELATIONS: [(Input, Input, f64); 10] = [
    (Input::Growth, Input::GrowthHalfLife, 0.4),
    (Input::Growth, Input::Price, 0.3),
    (Input::Growth, Input::UtilisationMax, 0.4),
    (Input::Price, Input::Erosion, -0.5),
    (Input::Price, Input::UtilisationMax, 0.3),
    (Input::Erosion, Input::ChipLife, -0.6),
    (Input::Price, Input::ChipCost, 0.4),
    (Input::Growth, Input::PowerPrice, 0.2),
    (Input::Growth, Input::ChipCost, 0.2),
    (Input::PriceChange, Input::ChipCostChange, 0.7),
];

/// The draws of a seed, generated on demand and kept, so that all scenarios use the same draws: every input takes its random
/// number in every draw, also while it is held fixed.
#[derive(Clone, Debug)]
pub struct Draws {
    seed: u32,
    generator: Mulberry32,
    /// The Cholesky factor of the correlation matrix.
    factor: [[f64; COUNT]; COUNT],
    /// Number of inputs beyond the [`UNCERTAIN_INPUTS`].
    added: usize,
    /// The quantiles of every draw, one draw after the other.
    quantiles: Vec<f64>,
}

impl Draws {
    /// The draws of a seed.
    pub fn new(seed: u32) -> Self {
        Self { seed, generator: Mulberry32 { state: seed }, factor: cholesky(), added: 0, quantiles: Vec::new() }
    }

    /// The seed.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// Sets the number of inputs beyond the [`UNCERTAIN_INPUTS`]. Another number is another sequence of draws.
    pub fn set_added(&mut self, added: usize) {
        if added != self.added {
            *self = Self { added, ..Self::new(self.seed) };
        }
    }

    /// The first `count` draws: the quantiles of the inputs in each, from 0 to 1.
    pub fn first(&mut self, count: usize) -> impl Iterator<Item = &[f64]> {
        let inputs = COUNT + self.added;
        while self.quantiles.len() < count * inputs {
            self.draw();
        }
        self.quantiles.chunks_exact(inputs).take(count)
    }

    /// The quantiles of one input in the draws generated so far.
    pub(super) fn of_input(&self, index: usize) -> impl Iterator<Item = f64> {
        self.quantiles.iter().copied().skip(index).step_by(COUNT + self.added)
    }

    fn draw(&mut self) {
        let normals: [f64; COUNT] = std::array::from_fn(|_| self.generator.normal());
        for factors in &self.factor {
            let z: f64 = factors.iter().zip(&normals).map(|(factor, normal)| factor * normal).sum();
            self.quantiles.push(below(z));
        }
        for _ in 0..self.added {
            self.quantiles.push(below(self.generator.normal()));
        }
    }
}

/// The share of the normal distribution below `z`.
fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// The scenario with the values of a draw.
pub fn apply_draw(scenario: &Scenario, inputs: &[DrawnInput], draw: &[f64]) -> Scenario {
    let mut trial = *scenario;
    for (drawn, &quantile) in inputs.iter().zip(draw) {
        if let Some(triangle) = drawn.triangle {
            set_nearest_legal(&mut trial, drawn.input, triangle.quantile(quantile));
        }
    }
    trial
}

/// The Mulberry32 pseudo-random number generator, which is easy to reproduce in other languages.
#[derive(Clone, Debug)]
struct Mulberry32 {
    state: u32,
}

impl Mulberry32 {
    /// The next uniform number in [0, 1).
    fn next(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x6d2b_79f5);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 15)).wrapping_mul(bits | 1);
        bits ^= bits.wrapping_add((bits ^ (bits >> 7)).wrapping_mul(bits | 61));
        f64::from(bits ^ (bits >> 14)) / 4_294_967_296.0
    }

    /// The next number of the standard normal distribution.
    fn normal(&mut self) -> f64 {
        normal_quantile(self.next())
    }
}

/// The lower Cholesky factor of the correlation matrix.
fn cholesky() -> [[f64; COUNT]; COUNT] {
    let index_of = |input| UNCERTAIN_INPUTS.iter().position(|row| row.input == input);
    let mut correlation = [[0.0; COUNT]; COUNT];
    for (i, row) in correlation.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for (one, other, value) in CORRELATIONS {
        if let (Some(i), Some(j)) = (index_of(one), index_of(other)) {
            correlation[i][j] = value;
            correlation[j][i] = value;
        }
    }
    let mut factor = [[0.0_f64; COUNT]; COUNT];
    for i in 0..COUNT {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| factor[i][k] * factor[j][k]).sum();
            let rest = correlation[i][j] - known;
            factor[i][j] = if i == j { rest.sqrt() } else { rest / factor[j][j] };
        }
    }
    factor
}

/// The quantile function of the normal distribution (Acklam's approximation).
fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969683028665376e1,
        2.209460984245205e2,
        -2.759285104469687e2,
        1.38357751867269e2,
        -3.066479806614716e1,
        2.506628277459239,
    ];
    const B: [f64; 6] = [
        -5.447609879822406e1,
        1.615858368580409e2,
        -1.556989798598866e2,
        6.680131188771972e1,
        -1.328068155288572e1,
        1.0,
    ];
    const C: [f64; 6] = [
        -7.784894002430293e-3,
        -3.223964580411365e-1,
        -2.400758277161838,
        -2.549732539343734,
        4.374664141464968,
        2.938163982698783,
    ];
    const D: [f64; 5] = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1.0];
    const TAIL: f64 = 0.02425;
    let p = p.clamp(1e-12, 1.0 - 1e-12);
    let horner = |factors: &[f64], x: f64| factors.iter().fold(0.0, |sum, factor| sum * x + factor);
    if p > 1.0 - TAIL {
        return -normal_quantile(1.0 - p);
    }
    if p < TAIL {
        let q = (-2.0 * p.ln()).sqrt();
        return horner(&C, q) / horner(&D, q);
    }
    let q = p - 0.5;
    let r = q * q;
    horner(&A, r) * q / horner(&B, r)
}
