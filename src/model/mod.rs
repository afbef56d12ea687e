//! The model: what a scenario leads to, quarter by quarter. It cannot fail; absence is `None`.

mod outcome;

pub use outcome::{Goal, GoalStatus, IrrStatus, Outcome, Quarterly, Summary, UnitEconomics};
