//! Sums over the last quarters, without a subtraction: what left the window leaves no rounding behind.
//!
//! The values come in blocks as long as the window. A window is the tail of the last block and the head of this one;
//! the head grows by addition, the tails are summed once when a block is full.

use super::number::Number;

/// A sum over the last `length` values pushed, each fading by `keep` a quarter, if it fades at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Window<N, const FADES: bool> {
    length: usize,
    keep: N,
    block: Vec<N>,
    tails: Vec<N>,
    filled: usize,
    head: N,
    fade: N,
}

impl<N: Number, const FADES: bool> Window<N, FADES> {
    #[inline(always)]
    fn keep(&self) -> N {
        if FADES { self.keep } else { N::ONE }
    }

    #[inline(always)]
    fn fade(&self) -> N {
        if FADES { self.fade } else { N::ONE }
    }

    /// Empties the window and sets its length, at least 1.
    pub fn reset(&mut self, length: usize, keep: N) {
        self.length = length;
        self.keep = keep;
        self.block.resize(length, N::ZERO);
        self.tails.resize(length + 1, N::ZERO);
        self.tails.fill(N::ZERO);
        (self.filled, self.head, self.fade) = (0, N::ZERO, keep);
    }

    /// The sum when the next value comes, without that value.
    // Some hundred thousand calls in a frame, in a program that is otherwise built for size.
    #[inline(always)]
    pub fn before(&self) -> N {
        self.head * self.keep() + self.tails[self.filled + 1] * self.fade()
    }

    /// Takes the next value and says the sum with it.
    #[inline(always)]
    pub fn slide(&mut self, value: N) -> N {
        let sum = self.before() + value;
        self.push(value);
        sum
    }

    /// Takes the next value.
    #[inline(always)]
    pub fn push(&mut self, value: N) {
        self.block[self.filled] = value;
        self.filled += 1;
        if self.filled < self.length {
            self.head = self.head * self.keep() + value;
            self.fade *= self.keep();
        } else {
            self.turn();
        }
    }

    fn turn(&mut self) {
        let (mut sum, mut weight, keep) = (N::ZERO, N::ONE, self.keep());
        for (tail, value) in self.tails.iter_mut().rev().skip(1).zip(self.block.iter().rev()) {
            sum += *value * weight;
            weight *= keep;
            *tail = sum;
        }
        (self.filled, self.head, self.fade) = (0, N::ZERO, self.keep);
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn a_window_is_the_plain_sum_even_after_values_that_dwarf_the_rest() {
        for length in [1, 2, 3, 7, 50] {
            for keep in [1.0, 0.9_f64, 0.01] {
                let mut window = Window::<f64, true>::default();
                window.reset(length, keep);
                let values: Vec<f64> = (0..40).map(|i| 10_f64.powi(if i < 9 { 30 - i } else { i % 5 })).collect();
                for (i, &value) in values.iter().enumerate() {
                    let sum = |ages: std::ops::Range<usize>| -> f64 {
                        ages.filter(|&age| age <= i).map(|age| values[i - age] * keep.powi(age as i32)).sum()
                    };
                    let (old, all) = (sum(1..length), sum(0..length));
                    assert!((window.before() - old).abs() <= 1e-13 * old, "{length} {keep} {i}");
                    assert!((window.slide(value) - all).abs() <= 1e-13 * all, "{length} {keep} {i}");
                }
            }
        }
    }
}
