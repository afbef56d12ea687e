//! Rates of return: every rate at which the present value of cash flows is zero (E28).

use std::sync::LazyLock;

use super::number::{positive_part, quarterly_factor};
use super::summary::IrrStatus;

/// Number of steps of the scan.
const STEPS: usize = 400;
/// The range of annual factors in the scan: rates from -95 % to 1000 %.
const MIN_FACTOR: f64 = 0.05;
const MAX_FACTOR: f64 = 11.0;
/// Smaller flows count as zero.
const MIN_FLOW: f64 = 1e-9;
/// Number of grid points evaluated together, so that the processor can overlap their sums.
const CHUNK: usize = 8;

/// The quarterly discount factors of the scan, at equal steps of ln(1 + r).
static GRID: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let (low, high) = (MIN_FACTOR.ln(), MAX_FACTOR.ln());
    (0..=STEPS).map(|step| (-0.25 * (low + (high - low) * step as f64 / STEPS as f64)).exp()).collect()
});

/// The rates of return of quarterly cash flows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rates {
    /// The internal rate of return, if it is unique.
    pub irr: Option<f64>,
    /// The reason why there is a rate or none.
    pub status: IrrStatus,
    /// Every rate at which the present value is zero, in rising order.
    pub roots: Vec<f64>,
    /// The number of sign changes of the flows.
    pub sign_changes: u32,
    /// The modified rate of return, with inflows and outflows moved at the discount rate.
    pub mirr: Option<f64>,
}

/// The rates of return of quarterly cash flows, the first of which is at quarter 0.
pub(crate) fn rates(flows: &[f64], discount_rate: f64) -> Rates {
    let flows: Vec<f64> = flows.iter().map(|&flow| if flow.abs() > MIN_FLOW { flow } else { 0.0 }).collect();
    let mut rates = Rates::default();
    let (mut inflow, mut outflow, mut previous) = (false, false, None);
    for gain in flows.iter().filter(|&&flow| flow != 0.0).map(|&flow| flow > 0.0) {
        (inflow, outflow) = (inflow || gain, outflow || !gain);
        rates.sign_changes += u32::from(previous.is_some_and(|previous| previous != gain));
        previous = Some(gain);
    }
    if !outflow {
        return Rates { status: IrrStatus::NoOutlay, ..rates };
    }
    if !inflow {
        return Rates { status: IrrStatus::NoInflow, ..rates };
    }
    rates.roots = roots(&flows);
    rates.mirr = modified(&flows, discount_rate);
    (rates.irr, rates.status) = match rates.roots.as_slice() {
        [] => (None, IrrStatus::NoRealRoot),
        [root] => (Some(*root), IrrStatus::Unique),
        _ => (None, IrrStatus::Multiple),
    };
    rates
}

fn roots(flows: &[f64]) -> Vec<f64> {
    let annual = |factor: f64| factor.powi(-4) - 1.0;
    let values = present_values(flows);
    let mut roots = Vec::new();
    for (factors, values) in GRID.windows(2).zip(values.windows(2)) {
        if let (&[a, b], &[at_a, at_b]) = (factors, values) {
            if at_a == 0.0 {
                roots.push(annual(a));
            } else if at_b != 0.0 && (at_a < 0.0) != (at_b < 0.0) {
                roots.push(annual(refine(flows, a, b, at_a)));
            }
        }
    }
    if let (Some(&factor), Some(&value)) = (GRID.last(), values.last())
        && value == 0.0
    {
        roots.push(annual(factor));
    }
    roots
}

/// The present values at every point of the grid.
fn present_values(flows: &[f64]) -> Vec<f64> {
    let mut values = Vec::with_capacity(STEPS + CHUNK);
    for chunk in GRID.chunks(CHUNK) {
        let mut factors = [0.0; CHUNK];
        for (lane, factor) in factors.iter_mut().zip(chunk) {
            *lane = *factor;
        }
        let mut sums = [0.0; CHUNK];
        for flow in flows.iter().rev() {
            for (sum, factor) in sums.iter_mut().zip(&factors) {
                *sum = *sum * factor + flow;
            }
        }
        values.extend_from_slice(&sums);
    }
    values.truncate(GRID.len());
    values
}

/// Newton's method inside a bracket, with a bisection whenever a step would leave the bracket.
fn refine(flows: &[f64], mut a: f64, mut b: f64, at_a: f64) -> f64 {
    let mut factor = 0.5 * (a + b);
    for _ in 0..100 {
        let (mut value, mut slope) = (0.0, 0.0);
        for flow in flows.iter().rev() {
            slope = slope * factor + value;
            value = value * factor + flow;
        }
        if value == 0.0 {
            break;
        }
        if (value < 0.0) == (at_a < 0.0) {
            a = factor;
        } else {
            b = factor;
        }
        let step = factor - value / slope;
        let next = if step > a.min(b) && step < a.max(b) { step } else { 0.5 * (a + b) };
        let done = (next - factor).abs() <= 1e-15 * factor;
        factor = next;
        if done {
            break;
        }
    }
    factor
}

fn modified(flows: &[f64], discount_rate: f64) -> Option<f64> {
    let growth = quarterly_factor(1.0 + discount_rate);
    let (mut factor, mut spent, mut gained) = (1.0, 0.0, 0.0);
    for flow in flows {
        gained = gained * growth + positive_part(*flow);
        spent += positive_part(-flow) * factor;
        factor /= growth;
    }
    let quarters = flows.len().checked_sub(1).filter(|&quarters| quarters > 0)?;
    let rate = (gained / spent).powf(4.0 / quarters as f64) - 1.0;
    (spent > 0.0 && gained > 0.0 && rate.is_finite()).then_some(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_several_and_no_roots() {
        let year = |flows: &[f64]| -> Vec<f64> {
            flows.iter().enumerate().flat_map(|(i, &f)| if i == 0 { vec![f] } else { vec![0.0, 0.0, 0.0, f] }).collect()
        };
        let one = rates(&year(&[-100.0, 110.0]), 0.0);
        assert!((one.irr.unwrap() - 0.1).abs() < 1e-12 && (one.mirr.unwrap() - 0.1).abs() < 1e-12);
        // (x - 1.1)(x - 1.5) = x² - 2.6x + 1.65
        let two = rates(&year(&[-1.0, 2.6, -1.65]), 0.0);
        assert_eq!((two.irr, two.status, two.sign_changes), (None, IrrStatus::Multiple, 2));
        assert!((two.roots[0] - 0.1).abs() < 1e-9 && (two.roots[1] - 0.5).abs() < 1e-9);
        assert_eq!(rates(&year(&[1.0, -2.0, 1.5]), 0.0).status, IrrStatus::NoRealRoot);
        assert_eq!(rates(&[0.0, 1.0], 0.1).status, IrrStatus::NoOutlay);
        assert_eq!(rates(&[0.0, -1.0], 0.1).status, IrrStatus::NoInflow);
        assert_eq!(rates(&[0.0, -1e-10], 0.1).status, IrrStatus::NoOutlay);
    }
}
