//! The number type of a run: `f64` for one scenario, or a SIMD vector with one scenario per lane. Both give the same
//! results to the last bit.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Sub};

use scenario::Scenario;
use wide::{CmpLt, f64x4};

/// A number in each of one or several lanes.
pub(crate) trait Number:
    Copy
    + Debug
    + Default
    + Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + MulAssign
    + Div<Output = Self>
{
    /// The number of lanes.
    const LANES: usize;
    /// 0 in every lane.
    const ZERO: Self;
    /// 1 in every lane.
    const ONE: Self;

    /// The same number in every lane.
    fn splat(number: f64) -> Self;

    /// The result of a function of the lane index in each lane.
    fn from_fn(function: impl FnMut(usize) -> f64) -> Self;

    /// The number in a lane.
    fn lane(self, lane: usize) -> f64;

    /// The square root.
    fn sqrt(self) -> Self;

    /// `low` where the number is below the limit, otherwise `high`.
    fn select_below(self, limit: Self, low: Self, high: Self) -> Self;

    /// The smaller number, for numbers that are not NaN. `f64::min` handles NaN and is a function call in WebAssembly.
    fn fast_min(self, other: Self) -> Self;

    /// The number, or 0 if it is negative.
    fn positive_part(self) -> Self;
}

impl Number for f64 {
    const LANES: usize = 1;
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;

    #[inline(always)]
    fn splat(number: f64) -> Self {
        number
    }

    #[inline(always)]
    fn from_fn(mut function: impl FnMut(usize) -> f64) -> Self {
        function(0)
    }

    #[inline(always)]
    fn lane(self, _: usize) -> f64 {
        self
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }

    #[inline(always)]
    fn select_below(self, limit: Self, low: Self, high: Self) -> Self {
        if self < limit { low } else { high }
    }

    #[inline(always)]
    fn fast_min(self, other: Self) -> Self {
        if self < other { self } else { other }
    }

    #[inline(always)]
    fn positive_part(self) -> Self {
        if self > 0.0 { self } else { 0.0 }
    }
}

// The lanes are written out: a loop over them would go through memory.
impl Number for f64x4 {
    const LANES: usize = 4;
    const ZERO: Self = Self::ZERO;
    const ONE: Self = Self::ONE;

    #[inline(always)]
    fn splat(number: f64) -> Self {
        Self::new([number, number, number, number])
    }

    #[inline(always)]
    fn from_fn(mut function: impl FnMut(usize) -> f64) -> Self {
        Self::new([function(0), function(1), function(2), function(3)])
    }

    #[inline(always)]
    fn lane(self, lane: usize) -> f64 {
        self.as_array_ref().get(lane).copied().unwrap_or_default()
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }

    #[inline(always)]
    fn select_below(self, limit: Self, low: Self, high: Self) -> Self {
        self.cmp_lt(limit).blend(low, high)
    }

    #[inline(always)]
    fn fast_min(self, other: Self) -> Self {
        self.fast_min(other)
    }

    #[inline(always)]
    fn positive_part(self) -> Self {
        self.fast_max(Self::ZERO)
    }
}

/// The smaller number.
#[inline(always)]
pub(crate) fn min<N: Number>(a: N, b: N) -> N {
    a.fast_min(b)
}

/// The number, or 0 if it is negative.
#[inline(always)]
pub(crate) fn positive_part<N: Number>(a: N) -> N {
    a.positive_part()
}

/// The quarterly factor of an annual factor: its fourth root.
#[inline(always)]
pub(crate) fn quarterly_factor<N: Number>(annual: N) -> N {
    annual.sqrt().sqrt()
}

/// The scenarios of a run, one per lane.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lanes<'a>(pub &'a [Scenario]);

impl<'a> From<&'a Scenario> for Lanes<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        Self(std::slice::from_ref(scenario))
    }
}

impl Lanes<'_> {
    /// The result of a function of the scenario in each lane.
    #[inline(always)]
    pub fn map<N: Number>(self, function: impl Fn(&Scenario) -> f64) -> N {
        N::from_fn(|lane| self.0.get(lane).map_or(0.0, &function))
    }
}
