//! Root search: the value of an input at which a target is just met (E29). A scan over a range finds a bracket, and an
//! interpolation narrows it.

use super::measures::Measures;
use super::summary::{SearchResult, SearchStatus};

/// Number of equal steps of the scan.
pub const SCAN_STEPS: u32 = 24;
/// Width of the bracket at which the search ends.
const TOLERANCE: f64 = 1e-7;
/// Truncation parameter of the ITP method: the initial shift of the interpolated value towards the middle of the bracket, as
/// a share of its width.
const TRUNCATION: f64 = 0.2;

/// A target for the measures of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SearchTarget {
    /// NPV is not negative.
    Npv,
    /// cash(T) is not negative.
    Cash,
    /// Payback within this number of years.
    Payback(f64),
}

impl SearchTarget {
    /// Whether a run meets the target.
    pub fn is_met(self, measures: &Measures) -> bool {
        self.surplus(measures) >= 0.0
    }

    /// The amount by which a run exceeds the target, negative if it misses it: $B, or years.
    pub fn surplus(self, measures: &Measures) -> f64 {
        match self {
            Self::Npv => measures.npv,
            Self::Cash => measures.cash_end,
            Self::Payback(years) => measures.payback_years.map_or(-1.0, |payback| years - payback),
        }
    }
}

/// The range of a search, in the direction of the search: `from` may be larger than `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchRange {
    /// Start of the search.
    pub from: f64,
    /// End of the search.
    pub to: f64,
}

impl SearchRange {
    /// The range of growth for the break-even growths of the summary.
    pub const GROWTH: Self = Self { from: -0.5, to: 4.0 };

    /// The values of the scan, including both ends.
    pub fn scan_values(self) -> impl Iterator<Item = f64> {
        (0..=SCAN_STEPS).map(move |step| self.from + (self.to - self.from) * f64::from(step) / f64::from(SCAN_STEPS))
    }
}

/// Finds the first value in a range that meets a target. `surplus` is negative where the target is missed.
pub fn find_root(range: SearchRange, mut surplus: impl FnMut(f64) -> f64) -> SearchResult {
    let scan = ScanResult::new(range, range.scan_values().map(&mut surplus));
    refine_root(scan, surplus)
}

/// A value and its surplus.
type Point = (f64, f64);

/// The result of a scan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScanResult {
    /// No value of the scan meets the target.
    NotReached,
    /// The first value meets the target.
    MetAtStart(f64),
    /// The last value that misses the target, and the first one that meets it.
    Bracket(Point, Point),
}

impl ScanResult {
    /// Evaluates the surpluses at the scan values of a range; they may end at the first one that is met.
    pub fn new(range: SearchRange, surpluses: impl Iterator<Item = f64>) -> Self {
        let mut previous = None;
        for point in range.scan_values().zip(surpluses) {
            if point.1 >= 0.0 {
                return previous.map_or(Self::MetAtStart(point.0), |previous| Self::Bracket(previous, point));
            }
            previous = Some(point);
        }
        Self::NotReached
    }
}

/// Completes a search after its scan.
pub fn refine_root(scan: ScanResult, surplus: impl FnMut(f64) -> f64) -> SearchResult {
    match scan {
        ScanResult::NotReached => SearchResult { value: None, status: SearchStatus::NotReached },
        ScanResult::MetAtStart(value) => SearchResult { value: Some(value), status: SearchStatus::MetAtStart },
        ScanResult::Bracket(missed, met) => {
            SearchResult { value: Some(itp(missed, met, surplus)), status: SearchStatus::Solved }
        }
    }
}

/// Narrows a bracket by interpolation, truncation and projection (the ITP method) and returns its end that meets the target.
/// Takes at most two evaluations more than bisection.
fn itp(missed: Point, met: Point, mut surplus_at: impl FnMut(f64) -> f64) -> f64 {
    let ((mut low, mut low_surplus), (mut high, mut high_surplus)) = (missed, met);
    let initial_width = (high - low).abs();
    // The width of the bracket that bisection would reach in the same number of evaluations.
    let mut bisection_width = TOLERANCE;
    while bisection_width < initial_width {
        bisection_width *= 2.0;
    }
    while (high - low).abs() > TOLERANCE {
        let (width, middle) = (high - low, 0.5 * (low + high));
        let interpolated = low - low_surplus * width / (high_surplus - low_surplus);
        let (distance, side) = ((middle - interpolated).abs(), (middle - interpolated).signum());
        let shift = TRUNCATION * width * width / initial_width;
        let truncated = if shift <= distance { interpolated + side * shift } else { middle };
        let radius = (bisection_width - 0.5 * width.abs()).max(0.0);
        let next = if (truncated - middle).abs() <= radius { truncated } else { middle - side * radius };
        if next == low || next == high || !next.is_finite() {
            break;
        }
        bisection_width *= 0.5;
        match surplus_at(next) {
            surplus if surplus >= 0.0 => (high, high_surplus) = (next, surplus),
            surplus => (low, low_surplus) = (next, surplus),
        }
    }
    high
}

/// The growths at which NPV and final cash turn positive, from one shared scan. `run` runs the scenario at a growth.
pub(crate) fn break_even_growths(mut run: impl FnMut(f64) -> Measures) -> [SearchResult; 2] {
    let targets = [SearchTarget::Npv, SearchTarget::Cash];
    let mut scan: Vec<Measures> = Vec::new();
    for growth in SearchRange::GROWTH.scan_values() {
        scan.push(run(growth));
        if targets.iter().all(|target| scan.iter().any(|measures| target.is_met(measures))) {
            break;
        }
    }
    targets.map(|target| {
        let surpluses = scan.iter().map(|measures| target.surplus(measures));
        refine_root(ScanResult::new(SearchRange::GROWTH, surpluses), |growth| target.surplus(&run(growth)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_is_exact_and_hardly_ever_slower_than_bisection() {
        type Surplus = fn(f64) -> f64;
        let functions: [(Surplus, f64); 7] = [
            (|x| x - 1.3, 1.3),
            (|x| 900.0 * (x * x * x - 1.953_125), 1.25),
            (|x| 1.0 - (2.0 - x).exp(), 2.0),
            (|x| if x < 1.7 { -1.0 } else { 1.0 }, 1.7),
            (|x| if x < 1.7 { -1e9 } else { x - 1.7 }, 1.7),
            (|x| if x < 0.9 { x - 0.9 } else { 1e-3 * (x - 0.9) }, 0.9),
            (|x| (x - 1.1).powi(9), 1.1),
        ];
        for (at, (surplus, root)) in functions.into_iter().enumerate() {
            for range in [SearchRange { from: -0.5, to: 4.0 }, SearchRange { from: 0.0, to: 2.4 }] {
                let mut runs = 0;
                let result = find_root(range, |x| {
                    runs += 1;
                    surplus(x)
                });
                let value = result.value.unwrap();
                assert!(value - root >= -1e-12 && value - root <= TOLERANCE, "{at}: {value}");
                assert!(surplus(value) >= 0.0, "{at}: the upper end meets the target");
                let width = (range.to - range.from) / f64::from(SCAN_STEPS);
                let (scan, bisections) =
                    (((root - range.from) / width).ceil() + 1.0, (width / TOLERANCE).log2().ceil());
                assert!(f64::from(runs) <= scan + bisections + 2.0, "{at}: {runs} runs");
                let smooth = at < 3;
                assert!(!smooth || f64::from(runs) <= scan + 9.0, "{at}: {runs} runs");
            }
        }
        let down = find_root(SearchRange { from: 4.0, to: -0.5 }, |x| 1.3 - x);
        assert!(down.value.is_some_and(|value| value <= 1.3 && value > 1.3 - TOLERANCE));
    }
}
