//! Strips: NPV along the slider of an input, and the size of the business that strips are coloured by.

use super::measure::set_nearest_legal;
use crate::model::{Outcome, Workspace};
use crate::scenario::{Input, Scenario};

/// Fills `npv` with the net present values at equal steps along the slider of an input, including both ends. Without a
/// slider, all values are equal.
pub fn strip(workspace: &mut Workspace, scenario: &Scenario, input: Input, npv: &mut [f64]) {
    let last = npv.len().saturating_sub(1).max(1) as f64;
    let trials = (0..npv.len()).map(|step| {
        let mut trial = *scenario;
        if let Some(range) = input.range() {
            set_nearest_legal(&mut trial, input, range.value_along(step as f64 / last));
        }
        trial
    });
    workspace.run_many(trials, |run| {
        if let Some(npv) = npv.get_mut(run.index) {
            *npv = run.measures.npv;
        }
    });
}

/// The position along the slider, 0 to 1, at which the values of a strip change from loss to gain, seen from the worse end;
/// `None` if they do not.
pub fn sign_change(npv: &[f64]) -> Option<f64> {
    let (first, last) = (npv.first()?, npv.last()?);
    let first_crossing = |npv: &mut dyn Iterator<Item = f64>| {
        let mut previous = npv.next().filter(|npv| *npv < 0.0)?;
        for (step, npv) in npv.enumerate() {
            if npv >= 0.0 {
                return Some(step as f64 + previous / (previous - npv));
            }
            previous = npv;
        }
        None
    };
    let steps = (npv.len() - 1) as f64;
    if last >= first {
        Some(first_crossing(&mut npv.iter().copied())? / steps)
    } else {
        Some(1.0 - first_crossing(&mut npv.iter().rev().copied())? / steps)
    }
}

/// The capital of the default scenario, $B.
const DEFAULT_CAPITAL: f64 = 787.3;

/// The size of a business relative to the default scenario, by capital.
pub fn business_scale(outcome: &Outcome) -> f64 {
    let capital = outcome.summary.opening_capital + outcome.summary.total_capex;
    (capital / DEFAULT_CAPITAL).clamp(1e-6, 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Solution, break_even, break_even_from_strip};
    use crate::model::{SearchStatus, SearchTarget};

    #[test]
    fn a_search_from_the_strip_gives_the_same_break_even() {
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
    fn the_sign_of_a_strip_changes_at_the_break_even() {
        let (mut workspace, scenario) = (Workspace::new(), Scenario::DEFAULT);
        let mut npv = [0.0; 72];
        let mut solved = 0;
        for &input in Input::ALL {
            let Some(found) = break_even(&mut workspace, &scenario, input, SearchTarget::Npv) else { continue };
            strip(&mut workspace, &scenario, input, &mut npv);
            let range = input.range().unwrap();
            match (found.solution, sign_change(&npv)) {
                (Solution::Solved(value), Some(at)) => {
                    // The sign changes between two whole numbers, or within a step of the strip.
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
