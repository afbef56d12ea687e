//! The part of the capex plan that is not spent, and what keeps it from being spent.

use crate::model::Outcome;

/// The least part of the plan that counts as unspent. The years that follow demand seldom spend the plan to the last dollar.
const NOTABLE: f64 = 0.2;

/// Limit that keeps the plan from being spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanLimit {
    /// No more power can be connected.
    Power,
    /// No more is demanded.
    Demand,
}

/// A capex plan that is spent only in part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnspentPlan {
    /// AI capex planned over the build-out, $B.
    pub planned: f64,
    /// AI capex spent in those quarters, $B.
    pub spent: f64,
    /// Limit that keeps most of the rest from being spent.
    pub limit: PlanLimit,
}

/// The plan and what is spent of it; `None` where at least four fifths are spent.
pub fn unspent_plan(outcome: &Outcome) -> Option<UnspentPlan> {
    let (quarterly, detail) = (&outcome.quarterly, &outcome.detail);
    let (mut planned, mut spent, mut unspent) = (0.0, 0.0, [0.0; 2]);
    let orders = detail.orders.iter().zip(&detail.powered);
    for ((plan, capex), (ordered, powered)) in quarterly.capex_planned.iter().zip(&quarterly.capex).zip(orders) {
        // After the build-out, nothing is planned, and capex is for replacements.
        let bought = capex.min(*plan);
        let [power, demand] = &mut unspent;
        *(if *ordered >= powered * (1.0 - 1e-9) { power } else { demand }) += plan - bought;
        planned += plan;
        spent += bought;
    }
    let [power, demand] = unspent;
    let limit = if power >= demand { PlanLimit::Power } else { PlanLimit::Demand };
    (spent < (1.0 - NOTABLE) * planned).then_some(UnspentPlan { planned, spent, limit })
}
