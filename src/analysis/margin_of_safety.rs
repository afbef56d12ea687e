//! The margin of safety: the share of the way from the present values to the bad ends of all uncertain inputs at which NPV turns.

use super::measure::set_nearest_legal;
use super::uncertainty::{Triangle, drawn_inputs};
use crate::model::Workspace;
use crate::scenario::{Input, Ranges, Scenario};

/// Number of equal steps of the way, between which NPV is taken as straight.
pub const WAY_STEPS: usize = 50;

/// The margin of safety of a scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarginOfSafety {
    /// Whether the way leads to the good ends, because NPV is negative already.
    pub to_good_ends: bool,
    /// The share of the way at which NPV turns; `None` where even the ends do not turn it.
    pub turns_at: Option<f64>,
    /// Number of uncertain inputs.
    pub uncertain: usize,
    /// NPV from the present values (share 0) to the ends (share 1), in equal steps, $B.
    pub npv: Vec<f64>,
}

impl MarginOfSafety {
    /// The margin of a scenario over the ranges of its uncertain inputs.
    pub fn of(workspace: &mut Workspace, scenario: &Scenario, ranges: &Ranges) -> Self {
        let now = workspace.run(scenario).npv;
        let to_good_ends = now < 0.0;
        let ways = ways(workspace, scenario, ranges, to_good_ends);
        let mut npv = vec![0.0; WAY_STEPS + 1];
        let trials = (0..=WAY_STEPS).map(|step| {
            let share = step as f64 / WAY_STEPS as f64;
            let mut trial = *scenario;
            for &(input, from, to) in ways.iter().filter(|_| step > 0) {
                set_nearest_legal(&mut trial, input, from + share * (to - from));
            }
            trial
        });
        workspace.run_many(trials, |run| {
            if let Some(npv) = npv.get_mut(run.index) {
                *npv = run.measures.npv;
            }
        });
        Self { to_good_ends, turns_at: turns_at(&npv, to_good_ends), uncertain: ways.len(), npv }
    }

    /// The share at which NPV turns, with a minus sign where the way leads to the good ends, as files and hosts get it.
    pub fn signed_share(&self) -> Option<f64> {
        self.turns_at.map(|share| if self.to_good_ends { -share } else { share })
    }
}

/// Each uncertain input with its value and the end that it goes to.
fn ways(workspace: &mut Workspace, scenario: &Scenario, ranges: &Ranges, to_good: bool) -> Vec<(Input, f64, f64)> {
    let drawn: Vec<(Input, Triangle)> = drawn_inputs(scenario, ranges)
        .into_iter()
        .filter_map(|drawn| Some((drawn.input, drawn.triangle.filter(Triangle::has_spread)?)))
        .collect();
    let mut npv = vec![[0.0; 2]; drawn.len()];
    let ends = drawn.iter().flat_map(|&(input, triangle)| [(input, triangle.low), (input, triangle.high)]);
    let trials = ends.map(|(input, end)| {
        let mut trial = *scenario;
        set_nearest_legal(&mut trial, input, end);
        trial
    });
    workspace.run_many(trials, |run| {
        if let Some(npv) = npv.get_mut(run.index / 2).and_then(|ends| ends.get_mut(run.index % 2)) {
            *npv = run.measures.npv;
        }
    });
    let way = |(&(input, triangle), [low, high]): (&(Input, Triangle), [f64; 2])| {
        // At a tie the lower end is the bad one.
        let is_low_bad = low <= high;
        (input, triangle.mode, if is_low_bad == to_good { triangle.high } else { triangle.low })
    };
    drawn.iter().zip(npv).map(way).collect()
}

/// The share of the way at which NPV turns negative, or positive on the way to the good ends.
fn turns_at(npv: &[f64], to_good: bool) -> Option<f64> {
    let has_turned = |npv: f64| if to_good { npv >= 0.0 } else { npv < 0.0 };
    let (step, (before, after)) =
        npv.iter().zip(npv.iter().skip(1)).enumerate().find(|(_, (_, after))| has_turned(**after))?;
    Some((step as f64 + before / (before - after)) / WAY_STEPS as f64)
}
