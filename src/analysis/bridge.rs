//! Where a difference comes from: from one scenario to another, input by input.

use crate::model::Workspace;
use crate::scenario::{Input, Scenario, Value};

/// What changing one input adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeStep {
    /// The input.
    pub input: Input,
    /// Its value at the start.
    pub from: Value,
    /// Its value at the end.
    pub to: Value,
    /// What it adds to NPV, $B.
    pub difference: f64,
}

/// The way from one NPV to another, in table order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bridge {
    /// NPV of the first scenario.
    pub start: f64,
    /// NPV of the second.
    pub end: f64,
    /// One step for every input that differs; they add up to the difference.
    pub steps: Vec<BridgeStep>,
}

/// Changes the inputs one at a time in table order, and again in reverse, and takes the mean of the two.
pub fn bridge(workspace: &mut Workspace, from: &Scenario, to: &Scenario) -> Bridge {
    let differs = |input: &Input| from.get(*input) != to.get(*input);
    let mut steps: Vec<BridgeStep> = Input::ALL
        .iter()
        .copied()
        .filter(differs)
        .map(|input| BridgeStep { input, from: from.get(input), to: to.get(input), difference: 0.0 })
        .collect();
    let start = workspace.run(from).npv;
    walk(workspace, from, start, steps.iter_mut());
    let end = walk(workspace, from, start, steps.iter_mut().rev());
    Bridge { start, end, steps }
}

/// Goes one way, adds half of what each step brings, and says where it ends.
fn walk<'a>(
    workspace: &mut Workspace,
    from: &Scenario,
    start: f64,
    steps: impl Iterator<Item = &'a mut BridgeStep>,
) -> f64 {
    let (mut scenario, mut before) = (*from, start);
    for step in steps {
        scenario.set_unchecked(step.input, step.to);
        let npv = workspace.run(&scenario).npv;
        step.difference += 0.5 * (npv - before);
        before = npv;
    }
    before
}
