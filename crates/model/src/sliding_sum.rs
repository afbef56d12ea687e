//! Sums over the last values of a series, computed without subtraction, so that values that have left the window leave no
//! rounding error behind.
//!
//! The values come in blocks as long as the window. A window consists of the tail of the previous block and the head of the
//! present one. The head grows by addition; the sums of all tails are computed once, when a block is full.

use super::number::Number;

/// A sum over the last `length` values. With `DECAYS`, the weight of a value is multiplied by `retention` per quarter.
#[derive(Clone, Debug, Default)]
pub(crate) struct SlidingSum<N, const DECAYS: bool> {
    length: usize,
    retention: N,
    /// The values of the present block.
    block: Vec<N>,
    /// The sums of the tails of the previous block, each as of the end of that block.
    tails: Vec<N>,
    /// The number of values in the present block.
    filled: usize,
    /// The sum of the present block.
    head: N,
    /// `retention` to the power of the age of the previous block.
    tail_weight: N,
}

impl<N: Number, const DECAYS: bool> SlidingSum<N, DECAYS> {
    #[inline(always)]
    fn retention(&self) -> N {
        if DECAYS { self.retention } else { N::ONE }
    }

    #[inline(always)]
    fn tail_weight(&self) -> N {
        if DECAYS { self.tail_weight } else { N::ONE }
    }

    /// Removes all values and sets the length of the window, at least 1.
    pub fn reset(&mut self, length: usize, retention: N) {
        self.length = length;
        self.retention = retention;
        self.block.resize(length, N::ZERO);
        self.tails.resize(length + 1, N::ZERO);
        self.tails.fill(N::ZERO);
        (self.filled, self.head, self.tail_weight) = (0, N::ZERO, retention);
    }

    /// The sum at the time of the next value, without that value.
    // Called some hundred thousand times per frame, in a program that is otherwise optimised for size.
    #[inline(always)]
    pub fn before_next(&self) -> N {
        self.head * self.retention() + self.tails[self.filled + 1] * self.tail_weight()
    }

    /// Adds the next value and returns the sum that includes it.
    #[inline(always)]
    pub fn push_and_sum(&mut self, value: N) -> N {
        let sum = self.before_next() + value;
        self.push(value);
        sum
    }

    /// Adds the next value.
    #[inline(always)]
    pub fn push(&mut self, value: N) {
        self.block[self.filled] = value;
        self.filled += 1;
        if self.filled < self.length {
            self.head = self.head * self.retention() + value;
            self.tail_weight *= self.retention();
        } else {
            self.start_block();
        }
    }

    fn start_block(&mut self) {
        let (mut sum, mut weight, retention) = (N::ZERO, N::ONE, self.retention());
        for (tail, value) in self.tails.iter_mut().rev().skip(1).zip(self.block.iter().rev()) {
            sum += *value * weight;
            weight *= retention;
            *tail = sum;
        }
        (self.filled, self.head, self.tail_weight) = (0, N::ZERO, self.retention);
    }
}

#[cfg(test)]
mod tests {
    use super::SlidingSum;

    #[test]
    fn sums_are_exact_even_after_much_larger_values() {
        for length in [1, 2, 3, 7, 50] {
            for retention in [1.0, 0.9_f64, 0.01] {
                let mut window = SlidingSum::<f64, true>::default();
                window.reset(length, retention);
                let values: Vec<f64> = (0..40).map(|i| 10_f64.powi(if i < 9 { 30 - i } else { i % 5 })).collect();
                for (i, &value) in values.iter().enumerate() {
                    let sum = |ages: std::ops::Range<usize>| -> f64 {
                        ages.filter(|&age| age <= i).map(|age| values[i - age] * retention.powi(age as i32)).sum()
                    };
                    let (old, all) = (sum(1..length), sum(0..length));
                    assert!((window.before_next() - old).abs() <= 1e-13 * old, "{length} {retention} {i}");
                    assert!((window.push_and_sum(value) - all).abs() <= 1e-13 * all, "{length} {retention} {i}");
                }
            }
        }
    }
}
