//! The numbers of a run: those of one scenario, or of several side by side, each in a lane of its own. One text works out
//! both, so that they are the same to the last bit.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Sub};

use scenario::Scenario;
use wide::{CmpLt, f64x4};

/// A number in every lane.
pub(super) trait Number:
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
    /// How many there are.
    const LANES: usize;
    /// 0 in every lane.
    const ZERO: Self;
    /// 1 in every lane.
    const ONE: Self;

    /// The same number in every lane.
    fn all(number: f64) -> Self;

    /// Puts a number into every lane.
    fn each(of: impl FnMut(usize) -> f64) -> Self;

    /// The number in a lane.
    fn lane(self, lane: usize) -> f64;

    /// The square root.
    fn sqrt(self) -> Self;

    /// `low` where the number is below the limit, otherwise `high`.
    fn below(self, limit: Self, low: Self, high: Self) -> Self;

    /// The smaller number. The standard one is a call in WebAssembly, for the sake of NaN, which does not occur here.
    fn least(self, other: Self) -> Self;

    /// The number, or 0 where it is negative.
    fn positive(self) -> Self;
}

impl Number for f64 {
    const LANES: usize = 1;
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;

    #[inline(always)]
    fn all(number: f64) -> Self {
        number
    }

    #[inline(always)]
    fn each(mut of: impl FnMut(usize) -> f64) -> Self {
        of(0)
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
    fn below(self, limit: Self, low: Self, high: Self) -> Self {
        if self < limit { low } else { high }
    }

    #[inline(always)]
    fn least(self, other: Self) -> Self {
        if self < other { self } else { other }
    }

    #[inline(always)]
    fn positive(self) -> Self {
        if self > 0.0 { self } else { 0.0 }
    }
}

/// Four scenarios side by side.
pub(super) type Four = f64x4;

/// Lane by lane where numbers come in: a loop over the lanes would take the way through memory.
impl Number for Four {
    const LANES: usize = 4;
    const ZERO: Self = Self::ZERO;
    const ONE: Self = Self::ONE;

    #[inline(always)]
    fn all(number: f64) -> Self {
        Self::new([number, number, number, number])
    }

    #[inline(always)]
    fn each(mut of: impl FnMut(usize) -> f64) -> Self {
        Self::new([of(0), of(1), of(2), of(3)])
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
    fn below(self, limit: Self, low: Self, high: Self) -> Self {
        self.cmp_lt(limit).blend(low, high)
    }

    #[inline(always)]
    fn least(self, other: Self) -> Self {
        self.fast_min(other)
    }

    #[inline(always)]
    fn positive(self) -> Self {
        self.fast_max(Self::ZERO)
    }
}

/// The smaller number.
#[inline(always)]
pub(super) fn least<N: Number>(a: N, b: N) -> N {
    a.least(b)
}

/// The number, or 0 where it is negative.
#[inline(always)]
pub(super) fn positive<N: Number>(a: N) -> N {
    a.positive()
}

/// The fourth root: a year's factor as a quarter's.
#[inline(always)]
pub(super) fn quarterly<N: Number>(factor: N) -> N {
    factor.sqrt().sqrt()
}

/// The scenarios of a run, one for each lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trials<'a>(pub &'a [Scenario]);

impl<'a> From<&'a Scenario> for Trials<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        Self(std::slice::from_ref(scenario))
    }
}

impl Trials<'_> {
    /// A number of each scenario.
    #[inline(always)]
    pub fn of<N: Number>(self, number: impl Fn(&Scenario) -> f64) -> N {
        N::each(|lane| self.0.get(lane).map_or(0.0, &number))
    }
}
