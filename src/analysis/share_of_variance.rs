//! The share of NPV's variance that goes with each uncertain input: a first-order sensitivity index.

use crate::scenario::Input;

/// The share of one input. Shares of correlated inputs overlap and need not add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceShare {
    /// The input.
    pub input: Input,
    /// The share, from 0 to 1.
    pub share: f64,
}

impl VarianceShare {
    /// The largest shares, in descending order.
    pub fn largest(shares: &[Self], count: usize) -> Vec<Self> {
        let mut largest = shares.to_vec();
        largest.sort_by(|one, other| other.share.total_cmp(&one.share));
        largest.truncate(count);
        largest
    }
}

/// Number of bins that the sorted draws are cut into.
const BINS: usize = 20;
/// The fewest draws that give a share.
const MIN_DRAWS: usize = 100;

/// The share of the variance of `results` that goes with `values`, less what chance gives; `None` below 100 draws, and where
/// the results do not vary.
pub(super) fn share_of_variance(values: impl Iterator<Item = f64>, results: &[f64]) -> Option<f64> {
    let count = results.len();
    let mean = results.iter().sum::<f64>() / count as f64;
    let variance = results.iter().map(|result| (result - mean).powi(2)).sum::<f64>() / count as f64;
    // Equal results differ by rounding.
    if count < MIN_DRAWS || variance <= (1e-12 * mean).powi(2) {
        return None;
    }
    let mut order: Vec<(f64, f64)> = values.zip(results.iter().copied()).collect();
    // Stable: draws of equal values stay in their order.
    order.sort_by(|one, other| one.0.total_cmp(&other.0));
    let edge = |bin: usize| bin * count / BINS;
    let between: f64 = (0..BINS)
        .map(|bin| {
            let results = order.get(edge(bin)..edge(bin + 1)).unwrap_or_default();
            let sum: f64 = results.iter().map(|(_, result)| result).sum();
            let size = results.len() as f64;
            size * (sum / size - mean).powi(2)
        })
        .sum();
    let ratio = between / (count as f64 * variance);
    let chance = (BINS - 1) as f64 / (count - 1) as f64;
    Some(((ratio - chance) / (1.0 - chance)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_has_the_whole_variance_and_noise_none() {
        let results: Vec<f64> = (0..1000).map(|at| f64::from(at * 7919 % 1000)).collect();
        let share = |values: Vec<f64>| share_of_variance(values.into_iter(), &results).unwrap();
        assert!(share(results.clone()) > 0.99);
        assert!(share(results.iter().map(|result| (result - 500.0).abs()).collect()) < 0.01, "a hill has equal means");
        assert!(share((0..1000).map(f64::from).collect()) < 0.05);
        assert_eq!(share_of_variance(results.iter().copied(), &results[..99]), None);
        assert_eq!(share_of_variance(results.iter().copied(), &[0.1; 1000]), None);
    }
}
