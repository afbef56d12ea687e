//! The bridge: the difference in NPV between two scenarios, attributed to the inputs that differ.

use crate::model::Workspace;
use crate::scenario::{Input, Scenario, Value};

/// The contribution of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeStep {
    /// The input.
    pub input: Input,
    /// Its value in the first scenario.
    pub from: Value,
    /// Its value in the second scenario.
    pub to: Value,
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
    /// One step for every input that differs, in table order. Their sum is the difference.
    pub steps: Vec<BridgeStep>,
}

/// Changes the inputs one by one in table order and in reverse order, and averages the contributions.
pub fn bridge(workspace: &mut Workspace, from: &Scenario, to: &Scenario) -> Bridge {
    let differs = |input: &Input| from.get(*input) != to.get(*input);
    let mut steps: Vec<BridgeStep> = Input::ALL
        .iter()
        .copied()
        .filter(differs)
        .map(|input| BridgeStep { input, from: from.get(input), to: to.get(input), difference: 0.0 })
        .collect();
    let start = workspace.run(from).npv;
    add_half_differences(workspace, from, start, steps.iter_mut());
    let end = add_half_differences(workspace, from, start, steps.iter_mut().rev());
    Bridge { start, end, steps }
}

/// Applies the steps in the given order, adds half of the change in NPV to each, and returns the final NPV.
fn add_half_differences<'a>(
    workspace: &mut Workspace,
    from: &Scenario,
    start: f64,
    steps: impl Iterator<Item = &'a mut BridgeStep>,
) -> f64 {
    let (mut scenario, mut previous) = (*from, start);
    for step in steps {
        scenario.set_unchecked(step.input, step.to);
        let npv = workspace.run(&scenario).npv;
        step.difference += 0.5 * (npv - previous);
        previous = npv;
    }
    previous
}
