//! What it would take: the value of one input at which a target is just met (E29).

use super::measure::put;
use crate::model::{
    Measures, SCAN_STEPS, ScanResult, SearchRange, SearchResult, SearchStatus, SearchTarget, Workspace, find_root,
    refine_root,
};
use crate::scenario::{Input, Range, Scale, Scenario};

/// Which side of the answer meets the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// More helps.
    AtLeast,
    /// Less helps.
    AtMost,
}

impl Bound {
    /// From the end where the target is furthest.
    fn path(self, range: &Range) -> SearchRange {
        match self {
            Self::AtLeast => SearchRange { from: range.min, to: range.max },
            Self::AtMost => SearchRange { from: range.max, to: range.min },
        }
    }
}

/// How the search ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Solution {
    /// The target is met from this value on, or up to it.
    Solved(f64),
    /// The target is met even at this, the worst end of the slider.
    Met(f64),
    /// The target is met nowhere on the slider; this is the value that comes nearest.
    NotReached(f64),
}

/// What it would take of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// The input.
    pub input: Input,
    /// What is asked.
    pub target: SearchTarget,
    /// Which side meets it.
    pub bound: Bound,
    /// How the search ended.
    pub solution: Solution,
    /// The run at the solution's value.
    pub measures: Measures,
    /// Whether the scenario as it is meets the target.
    pub is_met_now: bool,
}

impl BreakEven {
    /// The value to apply: the answer, or the best the input can do.
    pub fn value(&self) -> f64 {
        match self.solution {
            Solution::Solved(value) | Solution::Met(value) | Solution::NotReached(value) => value,
        }
    }
}

/// Seeks over the range of the input's slider; none for an input without one.
pub fn break_even(
    workspace: &mut Workspace,
    scenario: &Scenario,
    input: Input,
    target: SearchTarget,
) -> Option<BreakEven> {
    let range = input.range()?;
    let mut trial = *scenario;
    let mut run = |value: f64| {
        put(&mut trial, input, value);
        workspace.run(&trial)
    };
    let (low, high) = (run(range.min), run(range.max));
    let bound = if better(target, &low, &high) { Bound::AtMost } else { Bound::AtLeast };
    let path = bound.path(range);
    let goal = if range.whole {
        seek_whole(path, |value| target.is_met(&run(value)))
    } else {
        find_root(path, |value| target.surplus(&run(value)))
    };
    let solution = match (goal.status, goal.value) {
        (SearchStatus::Solved, Some(value)) => Solution::Solved(value),
        (SearchStatus::MetAtStart, Some(value)) => Solution::Met(value),
        _ => Solution::NotReached(best(range, target, &mut run)),
    };
    let mut answer = BreakEven { input, target, bound, solution, measures: Measures::default(), is_met_now: false };
    answer.measures = run(answer.value());
    answer.is_met_now = target.is_met(&workspace.run(scenario));
    Some(answer)
}

/// Where NPV turns positive, for a slider whose strip is known: it has the values of the scan, where its steps take in the
/// scan's.
pub fn break_even_from_strip(
    workspace: &mut Workspace,
    scenario: &Scenario,
    input: Input,
    npv: &[f64],
) -> Option<(Bound, SearchResult)> {
    let range = input.range()?;
    let bound = if npv.first()? > npv.last()? { Bound::AtMost } else { Bound::AtLeast };
    let path = bound.path(range);
    let mut trial = *scenario;
    let mut surplus = |value: f64| {
        put(&mut trial, input, value);
        workspace.run(&trial).npv
    };
    let (stride, left) = ((npv.len() - 1) / SCAN_STEPS as usize, (npv.len() - 1) % SCAN_STEPS as usize);
    let goal = if range.whole {
        seek_whole(path, |value| surplus(value) >= 0.0)
    } else if range.scale == Scale::Linear && left == 0 && stride > 0 {
        let known = npv.iter().step_by(stride).copied();
        let found = match bound {
            Bound::AtLeast => ScanResult::of(path, known),
            Bound::AtMost => ScanResult::of(path, known.rev()),
        };
        refine_root(found, surplus)
    } else {
        find_root(path, surplus)
    };
    Some((bound, goal))
}

/// The same search over whole numbers.
fn seek_whole(path: SearchRange, mut is_met: impl FnMut(f64) -> bool) -> SearchResult {
    let steps = (path.to - path.from).abs() as u32;
    let direction = (path.to - path.from).signum();
    let mut values = (0..=steps).map(|step| path.from + direction * f64::from(step));
    match values.find(|&value| is_met(value)) {
        Some(value) if value == path.from => SearchResult { value: Some(value), status: SearchStatus::MetAtStart },
        Some(value) => SearchResult { value: Some(value), status: SearchStatus::Solved },
        None => SearchResult { value: None, status: SearchStatus::NotReached },
    }
}

/// Points at which the best value is looked for where the target is met nowhere.
const POINTS: u32 = 96;

fn best(range: &Range, target: SearchTarget, run: &mut impl FnMut(f64) -> Measures) -> f64 {
    let (mut best, mut found) = (range.min, run(range.min));
    for point in 1..=POINTS {
        let value = range.min + (range.max - range.min) * f64::from(point) / f64::from(POINTS);
        let value = if range.whole { value.round() } else { value };
        let measures = run(value);
        if better(target, &measures, &found) {
            (best, found) = (value, measures);
        }
    }
    best
}

/// Whether one run comes nearer to the target than another.
fn better(target: SearchTarget, one: &Measures, other: &Measures) -> bool {
    match target {
        SearchTarget::Npv => one.npv > other.npv,
        SearchTarget::Cash => one.cash_end > other.cash_end,
        SearchTarget::Payback(_) => match (one.payback_years, other.payback_years) {
            (Some(one), Some(other)) => one < other,
            (None, None) => one.cash_end > other.cash_end,
            (one, _) => one.is_some(),
        },
    }
}
