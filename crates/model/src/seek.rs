//! The value of an input at which a target is just met: a scan, then bisection (E29).

use super::measures::Measures;
use super::outcome::{Goal, GoalStatus};
use super::workspace::Workspace;
use scenario::Scenario;

/// Equal steps of the scan.
pub const STEPS: u32 = 24;
/// Where bisection ends.
const WIDTH: f64 = 1e-7;

/// What is asked of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// NPV is not negative.
    Npv,
    /// cash(T) is not negative.
    Cash,
    /// The payback comes within so many years.
    Payback(f64),
}

impl Target {
    /// Whether a run meets it.
    pub fn is_met(self, measures: &Measures) -> bool {
        match self {
            Self::Npv => measures.npv >= 0.0,
            Self::Cash => measures.cash_end >= 0.0,
            Self::Payback(years) => measures.payback_years.is_some_and(|payback| payback <= years),
        }
    }
}

/// A way from one value to another, either of which may be the larger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Path {
    /// Where the search begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Path {
    /// The range of growth that the summary's break-even growths are sought in.
    pub const GROWTH: Self = Self { from: -0.5, to: 4.0 };

    /// The values of the scan, both ends included.
    pub fn stops(self) -> impl Iterator<Item = f64> {
        (0..=STEPS).map(move |step| self.from + (self.to - self.from) * f64::from(step) / f64::from(STEPS))
    }

    fn stop(self, step: u32) -> f64 {
        self.from + (self.to - self.from) * f64::from(step) / f64::from(STEPS)
    }
}

/// The first value on the way that meets a condition.
pub fn seek(path: Path, mut is_met: impl FnMut(f64) -> bool) -> Goal {
    let found = path.stops().position(&mut is_met);
    close_in(path, found, is_met)
}

/// The search once a scan has said which stop is the first that meets the condition.
pub fn close_in(path: Path, found: Option<usize>, mut is_met: impl FnMut(f64) -> bool) -> Goal {
    let Some(step) = found.map(|step| step as u32) else { return Goal { value: None, status: GoalStatus::NotReached } };
    if step == 0 {
        return Goal { value: Some(path.from), status: GoalStatus::Met };
    }
    let (mut short, mut met) = (path.stop(step - 1), path.stop(step));
    while (met - short).abs() > WIDTH {
        let middle = 0.5 * (short + met);
        if middle == short || middle == met {
            break;
        }
        if is_met(middle) {
            met = middle;
        } else {
            short = middle;
        }
    }
    Goal { value: Some(met), status: GoalStatus::Solved }
}

/// The growths at which NPV and cash at the horizon turn positive; both read the same scan.
pub(super) fn breakeven_growths(workspace: &mut Workspace, scenario: &Scenario) -> [Goal; 2] {
    let targets = [Target::Npv, Target::Cash];
    let mut found = [None; 2];
    for (step, growth) in Path::GROWTH.stops().enumerate() {
        let measures = workspace.run(&Scenario { growth, ..*scenario });
        for (found, target) in found.iter_mut().zip(targets) {
            if found.is_none() && target.is_met(&measures) {
                *found = Some(step);
            }
        }
        if found.iter().all(Option::is_some) {
            break;
        }
    }
    let mut goals = [Goal::default(); 2];
    for ((goal, found), target) in goals.iter_mut().zip(found).zip(targets) {
        let is_met = |growth| target.is_met(&workspace.run(&Scenario { growth, ..*scenario }));
        *goal = close_in(Path::GROWTH, found, is_met);
    }
    goals
}
