//! The model: computes the outcome of a scenario, quarter by quarter.
//!
//! Infallible: scenarios are validated before they get here, and a result that does not exist is `None`. The same generic
//! code runs one scenario, or four in SIMD lanes. Comments cite the equations of the model's specification as E1 to E32.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod batch;
mod calendar;
mod chip_mix;
mod demand;
mod fleet;
mod measures;
mod number;
mod operations;
mod orders;
mod outcome;
mod percentile;
mod rates;
mod report;
mod required_multiple;
mod root_search;
mod run;
mod shape;
mod sliding_sum;
mod summary;
mod unit_economics;
mod workspace;

pub use batch::BatchRun;
pub use measures::Measures;
pub use outcome::{ChipAge, Detail, OpeningPosition, Outcome, Quarterly};
pub use percentile::percentile;
pub use rates::Rates;
pub use root_search::{SCAN_STEPS, ScanResult, SearchRange, SearchTarget, find_root, refine_root};
pub use summary::{IrrStatus, SearchResult, SearchStatus, Summary, UnitEconomics};
pub use workspace::Workspace;

use scenario::Scenario;

/// Runs a scenario and computes its complete outcome. A [`Workspace`] is faster for repeated runs.
pub fn run(scenario: &Scenario) -> Outcome {
    Workspace::new().outcome(scenario)
}
