//! Many runs of the model: what it would take, what matters, how sure, and where a difference comes from.
//!
//! Everything runs in a [`Workspace`](crate::model::Workspace) that the caller keeps, and gives the same answer for the
//! same scenario.

mod break_even;
mod bridge;
mod contour;
mod draws;
mod histogram;
mod map;
mod measure;
mod odds;
mod rulers;
mod strip;
mod tornado;

pub use crate::model::percentile;
pub use break_even::{Bound, BreakEven, Solution, break_even, break_even_from_strip};
pub use bridge::{Bridge, BridgeStep, bridge};
pub use contour::contours;
pub use draws::{CORRELATIONS, Draws, UNCERTAIN_INPUTS, UncertainInput};
pub use histogram::{HistogramBin, PaybackHistogram, npv_histogram, payback_histogram};
pub use map::{GrowthMap, MapAxis, RidgePoint, best_value};
pub use measure::OutcomeMeasure;
pub use odds::{CashBand, MonteCarlo, MonteCarloSummary, Percentiles};
pub use rulers::{RuleCheck, RuleOfThumb, rules_of_thumb};
pub use strip::{business_scale, sign_change, strip};
pub use tornado::{SwingRange, Tornado, TornadoBar};
