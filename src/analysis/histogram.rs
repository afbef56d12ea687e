//! Columns of the odds: how many cases pay back in each half year, and how many are worth how much.

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HistogramBin {
    /// Its lower end, which belongs to it.
    pub from: f64,
    /// Its upper end.
    pub to: f64,
    /// Cases in it.
    pub count: usize,
}

/// Payback by half years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaybackHistogram {
    /// From 0 to the horizon; a payback on the horizon is in the last.
    pub bins: Vec<HistogramBin>,
    /// Cases that do not pay back within the horizon.
    pub never: usize,
}

/// Counts paybacks by half years up to the horizon.
pub fn payback_histogram(paybacks: &[Option<f64>], horizon: f64) -> PaybackHistogram {
    let mut columns = empty(0.0, 0.5, (2.0 * horizon).ceil().max(1.0) as usize);
    let last = columns.len() - 1;
    let mut never = 0;
    for payback in paybacks {
        match payback {
            Some(years) => {
                if let Some(column) = columns.get_mut(((2.0 * years) as usize).min(last)) {
                    column.count += 1;
                }
            }
            None => never += 1,
        }
    }
    PaybackHistogram { bins: columns, never }
}

/// The width of a column of NPV, $B, where that makes neither too many nor too few.
const WIDTH: f64 = 25.0;
/// The most columns.
const MOST: f64 = 40.0;
/// The fewest, unless all cases are alike.
const FEWEST: f64 = 4.0;

/// Counts net present values in columns of $25B, or of a rounder width where the business is much larger or smaller.
pub fn npv_histogram(npvs: &[f64]) -> Vec<HistogramBin> {
    let low = npvs.iter().copied().fold(f64::INFINITY, f64::min);
    let high = npvs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        return Vec::new();
    }
    let width = column_width(high - low);
    let first = (low / width).floor();
    let count = ((high / width).floor() - first) as usize + 1;
    let mut columns = empty(first * width, width, count.min(2 * MOST as usize));
    let last = columns.len() - 1;
    for npv in npvs {
        let at = ((npv / width).floor() - first).max(0.0) as usize;
        if let Some(column) = columns.get_mut(at.min(last)) {
            column.count += 1;
        }
    }
    columns
}

/// $25B, or the nearest of 1, 2.5, 5, 10, … that makes a readable number of columns.
fn column_width(spread: f64) -> f64 {
    let mut width = WIDTH;
    let mut steps = [2.0, 2.0, 2.5].iter().cycle();
    while spread > width * MOST {
        width *= steps.next().unwrap_or(&2.0);
    }
    let mut steps = [2.5, 2.0, 2.0].iter().cycle();
    while spread > 1e-6 && spread < width * FEWEST {
        width /= steps.next().unwrap_or(&2.0);
    }
    width
}

fn empty(from: f64, width: f64, count: usize) -> Vec<HistogramBin> {
    let column =
        |at: usize| HistogramBin { from: from + width * at as f64, to: from + width * (at + 1) as f64, count: 0 };
    (0..count).map(column).collect()
}
