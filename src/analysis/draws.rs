//! The draws of the Monte Carlo simulation: correlated values of the uncertain inputs, reproducible by seed.

use super::measure::{nearest_legal, set_nearest_legal};
use crate::scenario::{Input, Scenario};

/// An uncertain input. Its value is multiplied by a triangular random number with its peak at 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertainInput {
    /// The input.
    pub input: Input,
    /// The lowest multiple.
    pub low: f64,
    /// The highest multiple.
    pub high: f64,
}

const fn row(input: Input, low: f64, high: f64) -> UncertainInput {
    UncertainInput { input, low, high }
}

/// Number of uncertain inputs.
pub const COUNT: usize = 12;

/// The uncertain inputs, in the order of the draws.
pub const UNCERTAIN_INPUTS: [UncertainInput; COUNT] = [
    row(Input::Growth, 0.4, 1.8),
    row(Input::GrowthHalfLife, 0.6, 1.8),
    row(Input::Price, 0.75, 1.25),
    row(Input::Erosion, 0.4, 2.0),
    row(Input::UtilisationMax, 0.85, 1.12),
    row(Input::ChipLife, 0.67, 1.33),
    row(Input::ChipCost, 0.77, 1.31),
    row(Input::CustomCost, 0.8, 1.28),
    row(Input::PowerPrice, 0.63, 1.63),
    row(Input::OtherCost, 0.7, 1.4),
    row(Input::PriceChange, 0.2, 2.2),
    row(Input::ChipCostChange, 0.2, 2.2),
];

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

impl UncertainInput {
    /// The uncertainty of an input, if it has one.
    pub fn of(input: Input) -> Option<&'static Self> {
        UNCERTAIN_INPUTS.iter().find(|row| row.input == input)
    }

    /// The lowest, the most likely and the highest value drawn for a scenario.
    pub fn low_peak_high(&self, scenario: &Scenario) -> Option<[f64; 3]> {
        let (value, range) = (scenario.get(self.input).number()?, self.input.range()?);
        // Of a value below 0 the larger multiple is the lower end.
        let multiples = if value < 0.0 { [self.high, 1.0, self.low] } else { [self.low, 1.0, self.high] };
        Some(multiples.map(|multiple| nearest_legal(range, value * multiple)))
    }

    /// The quantile `u` of the drawn values around a value.
    fn quantile(&self, value: f64, u: f64) -> f64 {
        value * self.multiple(if value < 0.0 { 1.0 - u } else { u })
    }

    /// The quantile `u` of the multiple.
    fn multiple(&self, u: f64) -> f64 {
        let (low, high) = (self.low, self.high);
        let width = high - low;
        if u < (1.0 - low) / width {
            low + (u * width * (1.0 - low)).sqrt()
        } else {
            high - ((1.0 - u) * width * (high - 1.0)).sqrt()
        }
    }
}

/// The quantiles of the inputs in one draw, from 0 to 1.
pub type Draw = [f64; COUNT];

/// The draws of a seed, generated on demand and kept, so that all scenarios use the same draws.
#[derive(Clone, Debug)]
pub struct Draws {
    seed: u32,
    generator: Mulberry32,
    /// The Cholesky factor of the correlation matrix.
    factor: [[f64; COUNT]; COUNT],
    draws: Vec<Draw>,
}

impl Draws {
    /// The draws of a seed.
    pub fn new(seed: u32) -> Self {
        Self { seed, generator: Mulberry32 { state: seed }, factor: cholesky(), draws: Vec::new() }
    }

    /// The seed.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// The first `count` draws.
    pub fn first(&mut self, count: usize) -> &[Draw] {
        while self.draws.len() < count {
            let draw = self.next();
            self.draws.push(draw);
        }
        self.draws.get(..count).unwrap_or_default()
    }

    fn next(&mut self) -> Draw {
        let normals: Draw = std::array::from_fn(|_| normal_quantile(self.generator.next()));
        let mut draw = [0.0; COUNT];
        for (quantile, factors) in draw.iter_mut().zip(&self.factor) {
            let z: f64 = factors.iter().zip(&normals).map(|(factor, normal)| factor * normal).sum();
            *quantile = 0.5 * libm::erfc(-z / std::f64::consts::SQRT_2);
        }
        draw
    }
}

/// The scenario with the values of a draw.
pub fn apply_draw(scenario: &Scenario, draw: &Draw) -> Scenario {
    let mut trial = *scenario;
    for (row, &quantile) in UNCERTAIN_INPUTS.iter().zip(draw) {
        if let Some(value) = scenario.get(row.input).number() {
            set_nearest_legal(&mut trial, row.input, row.quantile(value, quantile));
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
