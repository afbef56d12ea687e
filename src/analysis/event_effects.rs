//! The effect of each event on NPV.

use crate::model::Workspace;
use crate::scenario::Scenario;

/// The NPV of a scenario less its NPV without the event, for each of its events, $B.
pub fn event_effects(workspace: &mut Workspace, scenario: &Scenario) -> Vec<f64> {
    if scenario.events.is_empty() {
        return Vec::new();
    }
    let npv = workspace.run(scenario).npv;
    let without = |index: usize| Scenario { events: scenario.events.without(index), ..*scenario };
    let effect = |index: usize| npv - workspace.run(&without(index)).npv;
    (0..scenario.events.len()).map(effect).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Event, EventKind, Events};

    #[test]
    fn a_loss_of_demand_costs_and_an_event_of_size_zero_does_nothing() {
        let event = |size| Event { kind: EventKind::Demand, quarter: 8, size, quarters: None };
        let events = Events::from_items([event(-0.4), event(0.0)]).unwrap();
        let effects = event_effects(&mut Workspace::new(), &Scenario { events, ..Scenario::DEFAULT });
        assert!(effects[0] < -1.0 && effects[1] == 0.0, "{effects:?}");
        assert!(event_effects(&mut Workspace::new(), &Scenario::DEFAULT).is_empty());
    }
}
