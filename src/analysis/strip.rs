//! The outcome along the whole travel of a slider, and how large the business is that it is measured by.

use super::measure::put;
use crate::model::{Outcome, Workspace};
use crate::scenario::{Input, Scenario};

/// Fills `npv` with the net present values at equal steps of the input's slider, both ends included. An input without a
/// slider has the same value everywhere.
pub fn strip(workspace: &mut Workspace, scenario: &Scenario, input: Input, npv: &mut [f64]) {
    let last = npv.len().saturating_sub(1).max(1) as f64;
    let trials = (0..npv.len()).map(|step| {
        let mut trial = *scenario;
        if let Some(range) = input.range() {
            put(&mut trial, input, range.value_along(step as f64 / last));
        }
        trial
    });
    workspace.run_many(trials, |case| {
        if let Some(npv) = npv.get_mut(case.index) {
            *npv = case.measures.npv;
        }
    });
}

/// Where along the travel, 0 to 1, values at equal steps of it turn from loss to gain, seen from the end that is worse;
/// `None` where they do not turn.
pub fn sign_change(npv: &[f64]) -> Option<f64> {
    let (first, last) = (npv.first()?, npv.last()?);
    let along = |npv: &mut dyn Iterator<Item = f64>| {
        let mut before = npv.next().filter(|npv| *npv < 0.0)?;
        for (step, npv) in npv.enumerate() {
            if npv >= 0.0 {
                return Some(step as f64 + before / (before - npv));
            }
            before = npv;
        }
        None
    };
    let steps = (npv.len() - 1) as f64;
    if last >= first {
        Some(along(&mut npv.iter().copied())? / steps)
    } else {
        Some(1.0 - along(&mut npv.iter().rev().copied())? / steps)
    }
}

/// The capital of the default scenario, $B.
const USUAL: f64 = 787.3;

/// How large a business is beside the default one: what is large for that is huge for a smaller one.
pub fn business_scale(outcome: &Outcome) -> f64 {
    let capital = outcome.summary.opening_capital + outcome.summary.total_capex;
    (capital / USUAL).clamp(1e-6, 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Solution, break_even, break_even_from_strip};
    use crate::model::{SearchStatus, SearchTarget};

    #[test]
    fn a_strip_tells_the_search_where_to_begin() {
        let (mut workspace, scenario) = (Workspace::new(), Scenario { growth: 0.7, ..Scenario::DEFAULT });
        let mut npv = [0.0; 49];
        let mut solved = 0;
        for &input in Input::ALL {
            let Some(found) = break_even(&mut workspace, &scenario, input, SearchTarget::Npv) else { continue };
            strip(&mut workspace, &scenario, input, &mut npv);
            let (bound, goal) = break_even_from_strip(&mut workspace, &scenario, input, &npv).unwrap();
            assert_eq!(bound, found.bound, "{input:?}");
            match (found.solution, goal.value) {
                (Solution::Solved(value), Some(turning)) | (Solution::Met(value), Some(turning)) => {
                    assert!((value - turning).abs() < 1e-9, "{input:?} {value} {turning}");
                    solved += usize::from(goal.status == SearchStatus::Solved);
                }
                (solution, value) => {
                    assert!(matches!(solution, Solution::NotReached(_)) && value.is_none(), "{input:?}")
                }
            }
        }
        assert!(solved > 10);
    }

    #[test]
    fn a_strip_turns_where_the_search_ends() {
        let (mut workspace, scenario) = (Workspace::new(), Scenario::DEFAULT);
        let mut npv = [0.0; 72];
        let mut solved = 0;
        for &input in Input::ALL {
            let Some(found) = break_even(&mut workspace, &scenario, input, SearchTarget::Npv) else { continue };
            strip(&mut workspace, &scenario, input, &mut npv);
            let range = input.range().unwrap();
            match (found.solution, sign_change(&npv)) {
                (Solution::Solved(value), Some(at)) => {
                    // Whole numbers turn between two of them, anything else within a column.
                    let near = if range.whole { 1.0 / (range.max - range.min) } else { 1.0 / 71.0 };
                    assert!((at - range.fraction(value)).abs() <= near + 1e-9, "{input:?} {at} {value}");
                    solved += 1;
                }
                (Solution::Solved(value), None) => panic!("{input:?} is solved at {value}"),
                (_, at) => assert_eq!(at, None, "{input:?}"),
            }
        }
        assert!(solved > 10);
        assert_eq!(sign_change(&[-1.0, 1.0, -3.0]), Some(0.625), "the last end is worse");
        assert_eq!(sign_change(&[1.0, 2.0]), None);
    }
}
