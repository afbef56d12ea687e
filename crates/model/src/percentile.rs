//! Percentiles, for the many runs that are made of the model: some eighty of them in a frame.

use std::cmp::Ordering;

use super::number::least;

/// The value below which a share of the values lies, linear between neighbours; the values are put in another order.
pub fn percentile(values: &mut [f64], share: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let place = last as f64 * share.clamp(0.0, 1.0);
    let below = place.floor() as usize;
    // Plain comparisons take a fifth less time than a total order: there is no NaN.
    let order = |one: &f64, other: &f64| one.partial_cmp(other).unwrap_or(Ordering::Equal);
    let (_, &mut low, above) = values.select_nth_unstable_by(below.min(last), order);
    let high = above.iter().copied().reduce(least).unwrap_or(low);
    let part = place - below as f64;
    Some(if part > 0.0 && high != low { low + (high - low) * part } else { low })
}
