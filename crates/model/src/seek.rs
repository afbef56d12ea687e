//! The value of an input at which a target is just met: a scan, then closing in between two of its stops (E29).

use super::measures::Measures;
use super::outcome::{SearchResult, SearchStatus};
use super::workspace::Workspace;
use scenario::Scenario;

/// Equal steps of the scan.
pub const SCAN_STEPS: u32 = 24;
/// Where the search ends.
const WIDTH: f64 = 1e-7;
/// How far the search goes from the line towards the middle at first, as a share of the span.
const SLOWNESS: f64 = 0.2;

/// What is asked of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SearchTarget {
    /// NPV is not negative.
    Npv,
    /// cash(T) is not negative.
    Cash,
    /// The payback comes within so many years.
    Payback(f64),
}

impl SearchTarget {
    /// Whether a run meets it.
    pub fn is_met(self, measures: &Measures) -> bool {
        self.surplus(measures) >= 0.0
    }

    /// By how much a run meets it, below 0 where it does not: $B, or years.
    pub fn surplus(self, measures: &Measures) -> f64 {
        match self {
            Self::Npv => measures.npv,
            Self::Cash => measures.cash_end,
            Self::Payback(years) => measures.payback_years.map_or(-1.0, |payback| years - payback),
        }
    }
}

/// A way from one value to another, either of which may be the larger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchRange {
    /// Where the search begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl SearchRange {
    /// The range of growth that the summary's break-even growths are sought in.
    pub const GROWTH: Self = Self { from: -0.5, to: 4.0 };

    /// The values of the scan, both ends included.
    pub fn stops(self) -> impl Iterator<Item = f64> {
        (0..=SCAN_STEPS).map(move |step| self.from + (self.to - self.from) * f64::from(step) / f64::from(SCAN_STEPS))
    }
}

/// The first value on the way that meets a target; `surplus` says by how much a value does, below 0 where it does not.
pub fn find_root(path: SearchRange, mut surplus: impl FnMut(f64) -> f64) -> SearchResult {
    let found = ScanResult::of(path, path.stops().map(&mut surplus));
    refine_root(found, surplus)
}

/// A value and its surplus.
type End = (f64, f64);

/// What a scan found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScanResult {
    /// No stop meets the target.
    NotReached,
    /// The first stop does.
    MetAtStart(f64),
    /// The first stop that does, and the one before it, which does not.
    Bracket(End, End),
}

impl ScanResult {
    /// Reads the surpluses of a path's stops, as far as the first that is met.
    pub fn of(path: SearchRange, surpluses: impl Iterator<Item = f64>) -> Self {
        let mut before = None;
        for end in path.stops().zip(surpluses) {
            if end.1 >= 0.0 {
                return before.map_or(Self::MetAtStart(end.0), |before| Self::Bracket(before, end));
            }
            before = Some(end);
        }
        Self::NotReached
    }
}

/// The search after the scan.
pub fn refine_root(found: ScanResult, surplus: impl FnMut(f64) -> f64) -> SearchResult {
    match found {
        ScanResult::NotReached => SearchResult { value: None, status: SearchStatus::NotReached },
        ScanResult::MetAtStart(value) => SearchResult { value: Some(value), status: SearchStatus::MetAtStart },
        ScanResult::Bracket(short, met) => {
            SearchResult { value: Some(narrow(short, met, surplus)), status: SearchStatus::Solved }
        }
    }
}

/// Closes in on the place between two ends where a surplus begins, and says the upper end: where the line between the ends
/// meets zero, moved a little towards the middle, so that both ends come near; never later than halving would by more than two
/// steps (the method of interpolation, truncation and projection).
fn narrow((mut short, mut lack): End, (mut met, mut surplus): End, mut run: impl FnMut(f64) -> f64) -> f64 {
    let width = (met - short).abs();
    let mut reach = WIDTH;
    while reach < width {
        reach *= 2.0;
    }
    while (met - short).abs() > WIDTH {
        let (span, middle) = (met - short, 0.5 * (short + met));
        let line = short - lack * span / (surplus - lack);
        let (away, side) = ((middle - line).abs(), (middle - line).signum());
        let nudge = SLOWNESS * span * span / width;
        let nudged = if nudge <= away { line + side * nudge } else { middle };
        let room = (reach - 0.5 * span.abs()).max(0.0);
        let next = if (nudged - middle).abs() <= room { nudged } else { middle - side * room };
        if next == short || next == met || !next.is_finite() {
            break;
        }
        reach *= 0.5;
        match run(next) {
            more if more >= 0.0 => (met, surplus) = (next, more),
            less => (short, lack) = (next, less),
        }
    }
    met
}

/// The growths at which NPV and cash at the horizon turn positive; both read the same scan.
pub(super) fn breakeven_growths(workspace: &mut Workspace, scenario: &Scenario) -> [SearchResult; 2] {
    let targets = [SearchTarget::Npv, SearchTarget::Cash];
    let mut run = |growth| workspace.run(&Scenario { growth, ..*scenario });
    let mut scan: Vec<Measures> = Vec::new();
    for growth in SearchRange::GROWTH.stops() {
        scan.push(run(growth));
        if targets.iter().all(|target| scan.iter().any(|measures| target.is_met(measures))) {
            break;
        }
    }
    targets.map(|target| {
        let found = ScanResult::of(SearchRange::GROWTH, scan.iter().map(|measures| target.surplus(measures)));
        refine_root(found, |growth| target.surplus(&run(growth)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_ends_where_halving_would_and_hardly_ever_later() {
        type Surplus = fn(f64) -> f64;
        let shapes: [(Surplus, f64); 7] = [
            (|x| x - 1.3, 1.3),
            (|x| 900.0 * (x * x * x - 1.953_125), 1.25),
            (|x| 1.0 - (2.0 - x).exp(), 2.0),
            (|x| if x < 1.7 { -1.0 } else { 1.0 }, 1.7),
            (|x| if x < 1.7 { -1e9 } else { x - 1.7 }, 1.7),
            (|x| if x < 0.9 { x - 0.9 } else { 1e-3 * (x - 0.9) }, 0.9),
            (|x| (x - 1.1).powi(9), 1.1),
        ];
        for (at, (surplus, root)) in shapes.into_iter().enumerate() {
            for path in [SearchRange { from: -0.5, to: 4.0 }, SearchRange { from: 0.0, to: 2.4 }] {
                let mut runs = 0;
                let goal = find_root(path, |x| {
                    runs += 1;
                    surplus(x)
                });
                let value = goal.value.unwrap();
                assert!(value - root >= -1e-12 && value - root <= WIDTH, "{at}: {value}");
                assert!(surplus(value) >= 0.0, "{at}: the upper end meets the target");
                let width = (path.to - path.from) / f64::from(SCAN_STEPS);
                let (scan, halvings) = (((root - path.from) / width).ceil() + 1.0, (width / WIDTH).log2().ceil());
                assert!(f64::from(runs) <= scan + halvings + 2.0, "{at}: {runs} runs");
                let smooth = at < 3;
                assert!(!smooth || f64::from(runs) <= scan + 9.0, "{at}: {runs} runs");
            }
        }
        let down = find_root(SearchRange { from: 4.0, to: -0.5 }, |x| 1.3 - x);
        assert!(down.value.is_some_and(|value| value <= 1.3 && value > 1.3 - WIDTH));
    }
}
