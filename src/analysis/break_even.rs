//! Break-even: the value of one input at which a target is just met (E29).

use super::measure::set_nearest_legal;
use crate::model::{
    Measures, SCAN_STEPS, ScanResult, SearchRange, SearchResult, SearchStatus, SearchTarget, Workspace, find_root,
    refine_root,
};
use crate::scenario::{Input, Range, Scale, Scenario};

/// The side of the break-even value on which the target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The target is met from the value upwards.
    AtLeast,
    /// The target is met from the value downwards.
    AtMost,
}

impl Bound {
    /// The slider range, searched from the end that is furthest from the target.
    fn search_range(self, range: &Range) -> SearchRange {
        match self {
            Self::AtLeast => SearchRange { from: range.min, to: range.max },
            Self::AtMost => SearchRange { from: range.max, to: range.min },
        }
    }
}

/// The result of a break-even search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Solution {
    /// The break-even value.
    Solved(f64),
    /// The target is met on the whole slider; the value is its least favourable end.
    Met(f64),
    /// The target is met nowhere on the slider; the value comes nearest.
    NotReached(f64),
}

/// The break-even of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// The input.
    pub input: Input,
    /// The target.
    pub target: SearchTarget,
    /// The side on which the target is met.
    pub bound: Bound,
    /// The result of the search.
    pub solution: Solution,
    /// The measures at the value of the solution.
    pub measures: Measures,
    /// Whether the unchanged scenario meets the target.
    pub is_met_now: bool,
}

impl BreakEven {
    /// The value of the solution: the break-even value, or else the value nearest to it.
    pub fn value(&self) -> f64 {
        match self.solution {
            Solution::Solved(value) | Solution::Met(value) | Solution::NotReached(value) => value,
        }
    }
}

/// Searches the slider range of an input; `None` for an input without a range.
pub fn break_even(
    workspace: &mut Workspace,
    scenario: &Scenario,
    input: Input,
    target: SearchTarget,
) -> Option<BreakEven> {
    let range = input.range()?;
    let mut trial = *scenario;
    let mut run = |value: f64| {
        set_nearest_legal(&mut trial, input, value);
        workspace.run(&trial)
    };
    let (low, high) = (run(range.min), run(range.max));
    let bound = if is_better(target, &low, &high) { Bound::AtMost } else { Bound::AtLeast };
    let search_range = bound.search_range(range);
    let result = if range.whole {
        first_whole_number(search_range, |value| target.is_met(&run(value)))
    } else {
        find_root(search_range, |value| target.surplus(&run(value)))
    };
    let solution = match (result.status, result.value) {
        (SearchStatus::Solved, Some(value)) => Solution::Solved(value),
        (SearchStatus::MetAtStart, Some(value)) => Solution::Met(value),
        _ => Solution::NotReached(nearest_value(range, target, &mut run)),
    };
    let mut answer = BreakEven { input, target, bound, solution, measures: Measures::default(), is_met_now: false };
    answer.measures = run(answer.value());
    answer.is_met_now = target.is_met(&workspace.run(scenario));
    Some(answer)
}

/// The break-even for NPV of an input whose strip is known. The values of the strip replace the scan if the steps of the
/// strip are a multiple of those of the scan.
pub fn break_even_from_strip(
    workspace: &mut Workspace,
    scenario: &Scenario,
    input: Input,
    npv: &[f64],
) -> Option<(Bound, SearchResult)> {
    let range = input.range()?;
    let bound = if npv.first()? > npv.last()? { Bound::AtMost } else { Bound::AtLeast };
    let search_range = bound.search_range(range);
    let mut trial = *scenario;
    let mut surplus = |value: f64| {
        set_nearest_legal(&mut trial, input, value);
        workspace.run(&trial).npv
    };
    let (stride, remainder) = ((npv.len() - 1) / SCAN_STEPS as usize, (npv.len() - 1) % SCAN_STEPS as usize);
    let result = if range.whole {
        first_whole_number(search_range, |value| surplus(value) >= 0.0)
    } else if range.scale == Scale::Linear && remainder == 0 && stride > 0 {
        let known = npv.iter().step_by(stride).copied();
        let scan = match bound {
            Bound::AtLeast => ScanResult::new(search_range, known),
            Bound::AtMost => ScanResult::new(search_range, known.rev()),
        };
        refine_root(scan, surplus)
    } else {
        find_root(search_range, surplus)
    };
    Some((bound, result))
}

/// The first whole number in a range that meets a target.
fn first_whole_number(range: SearchRange, mut is_met: impl FnMut(f64) -> bool) -> SearchResult {
    let steps = (range.to - range.from).abs() as u32;
    let direction = (range.to - range.from).signum();
    let mut values = (0..=steps).map(|step| range.from + direction * f64::from(step));
    match values.find(|&value| is_met(value)) {
        Some(value) if value == range.from => SearchResult { value: Some(value), status: SearchStatus::MetAtStart },
        Some(value) => SearchResult { value: Some(value), status: SearchStatus::Solved },
        None => SearchResult { value: None, status: SearchStatus::NotReached },
    }
}

/// Number of steps in the search for the value nearest to a target that is met nowhere.
const NEAREST_STEPS: u32 = 96;

fn nearest_value(range: &Range, target: SearchTarget, run: &mut impl FnMut(f64) -> Measures) -> f64 {
    let (mut nearest, mut nearest_measures) = (range.min, run(range.min));
    for step in 1..=NEAREST_STEPS {
        let value = range.min + (range.max - range.min) * f64::from(step) / f64::from(NEAREST_STEPS);
        let value = if range.whole { value.round() } else { value };
        let measures = run(value);
        if is_better(target, &measures, &nearest_measures) {
            (nearest, nearest_measures) = (value, measures);
        }
    }
    nearest
}

/// Whether a run comes nearer to the target than another one.
fn is_better(target: SearchTarget, one: &Measures, other: &Measures) -> bool {
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
