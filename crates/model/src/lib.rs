//! The model: what a scenario leads to, quarter by quarter. It cannot fail; absence is `None`. One text runs a scenario
//! alone, and four side by side where many are run.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod calendar;
mod chip_ages;
mod demand;
mod detail;
mod document;
mod fleet;
mod form;
mod many;
mod measures;
mod mix;
mod multiple;
mod number;
mod operations;
mod orders;
mod outcome;
mod percentile;
mod quarters;
mod rates;
mod run;
mod seek;
mod summary;
mod unit;
mod window;
mod workspace;

pub use chip_ages::ChipAge;
pub use detail::{Detail, Opening};
pub use document::Document;
pub use many::Case;
pub use measures::Measures;
pub use outcome::{Goal, GoalStatus, IrrStatus, Outcome, Quarterly, Summary, UnitEconomics};
pub use percentile::percentile;
pub use rates::Rates;
pub use seek::{Found, Path, STEPS, Target, close_in, seek};
pub use workspace::Workspace;

use scenario::Scenario;

/// Everything the model says about a scenario. Who runs many keeps a [`Workspace`].
pub fn run(scenario: &Scenario) -> Outcome {
    Workspace::new().outcome(scenario)
}
