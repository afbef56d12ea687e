//! Histograms of payback and NPV over the draws of a simulation.

/// One bin of a histogram.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HistogramBin {
    /// Lower end, inclusive.
    pub from: f64,
    /// Upper end, exclusive.
    pub to: f64,
    /// Number of draws in the bin.
    pub count: usize,
}

/// A histogram of payback.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaybackHistogram {
    /// Half years from 0 to the horizon; the last bin includes a payback at the horizon.
    pub bins: Vec<HistogramBin>,
    /// Number of draws that do not pay back within the horizon.
    pub never: usize,
}

/// The histogram of paybacks, by half years up to the horizon.
pub fn payback_histogram(paybacks: &[Option<f64>], horizon: f64) -> PaybackHistogram {
    let mut bins = empty_bins(0.0, 0.5, (2.0 * horizon).ceil().max(1.0) as usize);
    let last = bins.len() - 1;
    let mut never = 0;
    for payback in paybacks {
        match payback {
            Some(years) => {
                if let Some(bin) = bins.get_mut(((2.0 * years) as usize).min(last)) {
                    bin.count += 1;
                }
            }
            None => never += 1,
        }
    }
    PaybackHistogram { bins, never }
}

/// Default width of a bin of NPV, $B.
const DEFAULT_WIDTH: f64 = 25.0;
/// Maximum number of bins of NPV.
const MAX_BINS: f64 = 40.0;
/// Minimum number of bins of NPV, unless all draws are equal.
const MIN_BINS: f64 = 4.0;

/// The histogram of net present values, in bins of $25B or of a round width that suits a larger or smaller spread.
pub fn npv_histogram(npvs: &[f64]) -> Vec<HistogramBin> {
    let low = npvs.iter().copied().fold(f64::INFINITY, f64::min);
    let high = npvs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        return Vec::new();
    }
    let width = bin_width(high - low);
    let first = (low / width).floor();
    let count = ((high / width).floor() - first) as usize + 1;
    let mut bins = empty_bins(first * width, width, count.min(2 * MAX_BINS as usize));
    let last = bins.len() - 1;
    for npv in npvs {
        let at = ((npv / width).floor() - first).max(0.0) as usize;
        if let Some(bin) = bins.get_mut(at.min(last)) {
            bin.count += 1;
        }
    }
    bins
}

/// The default width, or the nearest of 1, 2.5, 5, 10, … that gives a readable number of bins.
fn bin_width(spread: f64) -> f64 {
    let mut width = DEFAULT_WIDTH;
    let mut steps = [2.0, 2.0, 2.5].iter().cycle();
    while spread > width * MAX_BINS {
        width *= steps.next().unwrap_or(&2.0);
    }
    let mut steps = [2.5, 2.0, 2.0].iter().cycle();
    while spread > 1e-6 && spread < width * MIN_BINS {
        width /= steps.next().unwrap_or(&2.0);
    }
    width
}

fn empty_bins(from: f64, width: f64, count: usize) -> Vec<HistogramBin> {
    let bin = |at: usize| HistogramBin { from: from + width * at as f64, to: from + width * (at + 1) as f64, count: 0 };
    (0..count).map(bin).collect()
}
