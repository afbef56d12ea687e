//! The bridge: the difference in NPV between two scenarios, attributed to the inputs, the capex plan and the events that
//! differ.

use crate::model::Workspace;
use crate::scenario::{Scenario, ScenarioPart};

/// The contribution of one part of the scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeStep {
    /// The part that differs.
    pub part: ScenarioPart,
    /// Its contribution to the difference in NPV, $B.
    pub difference: f64,
}

/// The difference in NPV between two scenarios.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bridge {
    /// NPV of the first scenario, $B.
    pub start: f64,
    /// NPV of the second scenario, $B.
    pub end: f64,
    /// One step for every part that differs, inputs in table order first. Their sum is the difference.
    pub steps: Vec<BridgeStep>,
}

/// Changes the parts one by one in order and in reverse order, and averages the contributions.
pub fn bridge(workspace: &mut Workspace, from: &Scenario, to: &Scenario) -> Bridge {
    let parts = from.differences(to).into_iter();
    let mut steps: Vec<BridgeStep> = parts.map(|part| BridgeStep { part, difference: 0.0 }).collect();
    let start = workspace.run(from).npv;
    add_half_differences(workspace, (from, to), start, steps.iter_mut());
    let end = add_half_differences(workspace, (from, to), start, steps.iter_mut().rev());
    Bridge { start, end, steps }
}

/// Applies the steps in the given order, adds half of the change in NPV to each, and returns the final NPV.
fn add_half_differences<'a>(
    workspace: &mut Workspace,
    (from, to): (&Scenario, &Scenario),
    start: f64,
    steps: impl Iterator<Item = &'a mut BridgeStep>,
) -> f64 {
    let (mut scenario, mut previous) = (*from, start);
    for step in steps {
        scenario.take(step.part, to);
        let npv = workspace.run(&scenario).npv;
        step.difference += 0.5 * (npv - previous);
        previous = npv;
    }
    previous
}

/// The parts in which a scenario differs from others, the one with the largest effect on NPV on the way to another first.
pub fn differing_parts<'a>(
    workspace: &mut Workspace,
    scenario: &Scenario,
    others: impl Iterator<Item = &'a Scenario>,
) -> Vec<ScenarioPart> {
    let mut effects: Vec<(ScenarioPart, f64)> = Vec::new();
    for step in others.flat_map(|other| bridge(workspace, scenario, other).steps) {
        match effects.iter_mut().find(|(known, _)| *known == step.part) {
            Some((_, effect)) => *effect = effect.max(step.difference.abs()),
            None => effects.push((step.part, step.difference.abs())),
        }
    }
    effects.sort_by(|one, other| other.1.total_cmp(&one.1));
    effects.into_iter().map(|(part, _)| part).collect()
}
