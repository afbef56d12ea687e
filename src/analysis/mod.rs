//! Analyses that run the model many times: break-even, tornado, growth map, Monte Carlo, bridge and strips.
//!
//! Every analysis runs in a [`Workspace`](crate::model::Workspace) of the caller and is deterministic.

mod break_even;
mod bridge;
mod contour;
mod draws;
mod event_effects;
mod growth_map;
mod histogram;
mod longer_horizon;
mod margin_of_safety;
mod measure;
mod monte_carlo;
mod rules_of_thumb;
mod share_of_variance;
mod strip;
mod tornado;
mod uncertainty;
mod unspent_plan;

pub use crate::model::percentile;
pub use break_even::{Bound, BreakEven, Solution, break_even, break_even_from_strip};
pub use bridge::{Bridge, BridgeStep, bridge, differing_parts};
pub use contour::contours;
pub use draws::{CORRELATIONS, Draws, apply_draw};
pub use event_effects::event_effects;
pub use growth_map::{GrowthMap, MapAxis, RidgePoint, best_capex, best_value};
pub use histogram::{HistogramBin, PaybackHistogram, npv_histogram, payback_histogram};
pub use longer_horizon::{LaterPayback, later_payback};
pub use margin_of_safety::{MarginOfSafety, WAY_STEPS};
pub use measure::OutcomeMeasure;
pub use monte_carlo::{CashBand, MonteCarlo, MonteCarloSummary, Percentiles};
pub use rules_of_thumb::{RuleCheck, RuleOfThumb, SpendingRatios, rules_of_thumb, spending_ratios};
pub use share_of_variance::VarianceShare;
pub use strip::{business_scale, sign_change, strip};
pub use tornado::{SwingRange, Tornado, TornadoBar};
pub use uncertainty::{DrawnInput, Triangle, UNCERTAIN_INPUTS, UncertainInput, added_inputs, drawn_inputs};
pub use unspent_plan::{PlanLimit, UnspentPlan, unspent_plan};
