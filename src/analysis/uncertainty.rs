//! The uncertain inputs and the triangular distributions that they are drawn from.

use super::measure::nearest_legal;
use crate::scenario::{Input, InputRange, Ranges, Scenario, round_to_15_digits, uncertain_range};

/// An input that is uncertain unless a reader holds it fixed. Until a reader sets its ends, they are multiples of its value.
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

/// Number of the inputs that are uncertain unless a reader holds them fixed.
pub const COUNT: usize = 12;

/// The inputs that are uncertain unless a reader holds them fixed, in the order of the draws.
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

impl UncertainInput {
    /// The row of an input, if it has one.
    pub fn of(input: Input) -> Option<&'static Self> {
        UNCERTAIN_INPUTS.iter().find(|row| row.input == input)
    }

    /// The ends for a value.
    fn ends(&self, value: f64) -> [f64; 2] {
        // Of a value below 0 the larger multiple is the lower end.
        let multiples = if value < 0.0 { [self.high, self.low] } else { [self.low, self.high] };
        // Rounded as links and files write numbers: a range that is spelled out gives the same draws.
        multiples.map(|multiple| round_to_15_digits(value * multiple))
    }
}

/// A triangular distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangle {
    /// The lower end.
    pub low: f64,
    /// The peak: the present value of the input.
    pub mode: f64,
    /// The upper end.
    pub high: f64,
}

impl Triangle {
    /// The distribution of an input: its own ends where a reader has set them. `None` for an input that is fixed or not uncertain.
    /// An end on the wrong side of the present value is moved to it, and every end into the legal range.
    pub fn of(scenario: &Scenario, ranges: &Ranges, input: Input) -> Option<Self> {
        let mode = scenario.get(input).number()?;
        let range = uncertain_range(input)?;
        let [low, high] = match (ranges.get(input), UncertainInput::of(input)) {
            (Some(own), _) => own.ends()?,
            (None, Some(row)) => row.ends(mode),
            (None, None) => return None,
        };
        let low = if low < mode { nearest_legal(range, low) } else { mode };
        let high = if high > mode { nearest_legal(range, high) } else { mode };
        Some(Self { low, mode, high })
    }

    /// The value below which a share `u` of the distribution lies.
    pub fn quantile(&self, u: f64) -> f64 {
        let width = self.high - self.low;
        if !self.has_spread() {
            self.mode
        } else if u < (self.mode - self.low) / width {
            self.low + (u * width * (self.mode - self.low)).sqrt()
        } else {
            self.high - ((1.0 - u) * width * (self.high - self.mode)).sqrt()
        }
    }

    /// Whether the ends differ.
    pub fn has_spread(&self) -> bool {
        self.low < self.high
    }
}

/// An input in the order of the draws, with its distribution unless it is held fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrawnInput {
    /// The input.
    pub input: Input,
    /// The distribution; `None` for an input that is held fixed, which takes its random number all the same.
    pub triangle: Option<Triangle>,
}

/// The inputs in the order of the draws: the [`UNCERTAIN_INPUTS`], then those that a reader has added, in table order.
pub fn drawn_inputs(scenario: &Scenario, ranges: &Ranges) -> Vec<DrawnInput> {
    let rows = UNCERTAIN_INPUTS.iter().map(|row| row.input);
    let all = rows.chain(added_inputs(ranges));
    all.map(|input| DrawnInput { input, triangle: Triangle::of(scenario, ranges, input) }).collect()
}

/// The inputs that a reader has added to the [`UNCERTAIN_INPUTS`], in table order.
pub fn added_inputs(ranges: &Ranges) -> impl Iterator<Item = Input> {
    ranges.iter().map(|(input, _): (Input, InputRange)| input).filter(|&input| UncertainInput::of(input).is_none())
}
