//! The tornado: the sensitivity of a measure to each input, one at a time.

use std::cmp::Ordering;

use super::measure::{OutcomeMeasure, nearest_legal, set_nearest_legal};
use super::uncertainty::Triangle;
use crate::model::Workspace;
use crate::scenario::{Input, Ranges, Scenario, Unit};

/// The range over which each input is varied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SwingRange {
    /// 20 % below to 20 % above the value of the input.
    #[default]
    TwentyPercent,
    /// The range of the input in the Monte Carlo simulation; 20 % for other inputs.
    Plausible,
}

/// The variation of [`SwingRange::TwentyPercent`].
const VARIATION: f64 = 0.2;

/// The bar of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoBar {
    /// The input.
    pub input: Input,
    /// Lower value of the input.
    pub low_value: f64,
    /// Upper value of the input.
    pub high_value: f64,
    /// The measure at the lower value, if it exists.
    pub low: Option<f64>,
    /// The measure at the upper value, if it exists.
    pub high: Option<f64>,
}

impl TornadoBar {
    /// The difference between the ends; `None` if the measure exists at only one of them, which counts as wider than any
    /// number.
    pub fn swing(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) => Some((high - low).abs()),
            (None, None) => Some(0.0),
            _ => None,
        }
    }
}

/// The bars of all inputs, the widest first, equal ones in table order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tornado {
    /// The measure of the unchanged scenario, if it exists.
    pub base: Option<f64>,
    /// The bars.
    pub bars: Vec<TornadoBar>,
}

impl Tornado {
    /// The tornado of a scenario with the ranges of the analysis.
    pub fn of(workspace: &mut Workspace, scenario: &Scenario, measure: OutcomeMeasure, range: SwingRange) -> Self {
        Self::with_ranges(workspace, scenario, &Ranges::NONE, measure, range)
    }

    /// The tornado of a scenario whose plausible ranges a reader may have set.
    pub fn with_ranges(
        workspace: &mut Workspace,
        scenario: &Scenario,
        ranges: &Ranges,
        measure: OutcomeMeasure,
        range: SwingRange,
    ) -> Self {
        let mut tornado = Self::default();
        tornado.fill(workspace, scenario, ranges, measure, range);
        tornado
    }

    /// Replaces the bars by those of a scenario, reusing the buffer.
    pub fn fill(
        &mut self,
        workspace: &mut Workspace,
        scenario: &Scenario,
        ranges: &Ranges,
        measure: OutcomeMeasure,
        range: SwingRange,
    ) {
        self.bars.clear();
        self.bars.extend(Input::ALL.iter().filter(|&&input| input != Input::Horizon).filter_map(|&input| {
            let (low_value, high_value) = ends(scenario, ranges, input, range)?;
            Some(TornadoBar { input, low_value, high_value, low: None, high: None })
        }));
        let trial = |input, value| {
            let mut trial = *scenario;
            set_nearest_legal(&mut trial, input, value);
            trial
        };
        let changes: Vec<_> =
            self.bars.iter().flat_map(|bar| [(bar.input, bar.low_value), (bar.input, bar.high_value)]).collect();
        let trials = changes.into_iter().map(|(input, value)| trial(input, value)).chain([*scenario]);
        workspace.run_many(trials, |run| {
            let result = measure.of(&run);
            match self.bars.get_mut(run.index / 2) {
                Some(bar) if run.index % 2 == 0 => bar.low = result,
                Some(bar) => bar.high = result,
                None => self.base = result,
            }
        });
        self.bars.sort_by(|one, other| compare_swings(other.swing(), one.swing()));
    }
}

fn compare_swings(one: Option<f64>, other: Option<f64>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

/// The lower and upper value of an input; `None` for switches and choices, and for 0 without a range of its own, whose relative
/// variation is nothing.
fn ends(scenario: &Scenario, ranges: &Ranges, input: Input, swing: SwingRange) -> Option<(f64, f64)> {
    let (value, range) = (scenario.get(input).number()?, input.range()?);
    let triangle = Triangle::of(scenario, ranges, input).filter(|_| swing == SwingRange::Plausible);
    if let Some(triangle) = triangle.filter(Triangle::has_spread) {
        return Some((triangle.low, triangle.high));
    }
    let (low, high) = (rounded(input, value * (1.0 - VARIATION)), rounded(input, value * (1.0 + VARIATION)));
    let (low, high) = (nearest_legal(range, low), nearest_legal(range, high));
    (value != 0.0).then_some((low.min(high), low.max(high)))
}

/// Rounds years to quarters of a year, and quarters to whole numbers.
fn rounded(input: Input, value: f64) -> f64 {
    match input.spec().unit {
        Unit::Years => (4.0 * value + 0.5).floor() / 4.0,
        Unit::Quarters => (value + 0.5).floor(),
        _ => value,
    }
}
