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
pub use break_even::{Bound, BreakEven, Ending, break_even, turning_point};
pub use bridge::{Bridge, Step, bridge};
pub use contour::contours;
pub use draws::{CORRELATIONS, Draws, INPUTS, Uncertain};
pub use histogram::{Column, PaybackHistogram, npv_histogram, payback_histogram};
pub use map::{Axis, Best, Map, best};
pub use measure::Measure;
pub use odds::{Band, Odds, Report, Spread};
pub use rulers::{Rule, Ruler, rulers};
pub use strip::{scale, strip, turn};
pub use tornado::{Bar, Span, Tornado};
