//! What matters: each input a little lower and a little higher, by how far the answer swings.

use std::cmp::Ordering;

use super::draws::UncertainInput;
use super::measure::{OutcomeMeasure, legal, put};
use crate::model::Workspace;
use crate::scenario::{Input, Scenario, Unit};

/// How far an input is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SwingRange {
    /// A fifth of its own value, down and up.
    #[default]
    TwentyPercent,
    /// Its plausible range, where the odds have one; else a fifth.
    Plausible,
}

/// A fifth.
const SHARE: f64 = 0.2;

/// One input's ends and what they lead to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoBar {
    /// The input.
    pub input: Input,
    /// Its lower value.
    pub low_value: f64,
    /// Its upper value.
    pub high_value: f64,
    /// The measure at the lower value, where there is one.
    pub low: Option<f64>,
    /// The measure at the upper value, where there is one.
    pub high: Option<f64>,
}

impl TornadoBar {
    /// How far apart the ends are; none where only one of them has an answer, which is further than any number.
    pub fn swing(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) => Some((high - low).abs()),
            (None, None) => Some(0.0),
            _ => None,
        }
    }
}

/// Every bar, the widest first; equal ones in table order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tornado {
    /// The measure of the scenario itself.
    pub base: Option<f64>,
    /// The bars.
    pub bars: Vec<TornadoBar>,
}

impl Tornado {
    /// Works out the bars of a scenario.
    pub fn of(workspace: &mut Workspace, scenario: &Scenario, measure: OutcomeMeasure, span: SwingRange) -> Self {
        let mut tornado = Self::default();
        tornado.fill(workspace, scenario, measure, span);
        tornado
    }

    /// The same in place.
    pub fn fill(&mut self, workspace: &mut Workspace, scenario: &Scenario, measure: OutcomeMeasure, span: SwingRange) {
        self.bars.clear();
        self.bars.extend(Input::ALL.iter().filter(|&&input| input != Input::Horizon).filter_map(|&input| {
            let (low_value, high_value) = ends(scenario, input, span)?;
            Some(TornadoBar { input, low_value, high_value, low: None, high: None })
        }));
        let trial = |input, value| {
            let mut trial = *scenario;
            put(&mut trial, input, value);
            trial
        };
        let moves: Vec<_> =
            self.bars.iter().flat_map(|bar| [(bar.input, bar.low_value), (bar.input, bar.high_value)]).collect();
        let trials = moves.into_iter().map(|(input, value)| trial(input, value)).chain([*scenario]);
        workspace.run_many(trials, |case| {
            let found = measure.of(&case);
            match self.bars.get_mut(case.index / 2) {
                Some(bar) if case.index % 2 == 0 => bar.low = found,
                Some(bar) => bar.high = found,
                None => self.base = found,
            }
        });
        self.bars.sort_by(|one, other| wider(other.swing(), one.swing()));
    }
}

fn wider(one: Option<f64>, other: Option<f64>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

/// The values to try; none for what is no number, or 0, of which a fifth is nothing.
fn ends(scenario: &Scenario, input: Input, span: SwingRange) -> Option<(f64, f64)> {
    let value = scenario.get(input).number().filter(|&value| value != 0.0)?;
    let range = input.range()?;
    let (low, high) = match UncertainInput::of(input).filter(|_| span == SwingRange::Plausible) {
        Some(uncertain) => (value * uncertain.low, value * uncertain.high),
        None => (rounded(input, value * (1.0 - SHARE)), rounded(input, value * (1.0 + SHARE))),
    };
    let (low, high) = (legal(range, low), legal(range, high));
    Some((low.min(high), low.max(high)))
}

/// Years to whole quarters, quarters to whole ones.
fn rounded(input: Input, value: f64) -> f64 {
    match input.spec().unit {
        Unit::Years => (4.0 * value + 0.5).floor() / 4.0,
        Unit::Quarters => (value + 0.5).floor(),
        _ => value,
    }
}
