//! The model: what a scenario leads to, quarter by quarter. It cannot fail; absence is `None`.

mod calendar;
mod demand;
mod fleet;
mod measures;
mod mix;
mod operations;
mod orders;
mod outcome;
mod window;
mod workspace;

pub use measures::Measures;
pub use outcome::{Goal, GoalStatus, IrrStatus, Outcome, Quarterly, Summary, UnitEconomics};
pub use workspace::Workspace;
