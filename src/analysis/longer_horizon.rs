//! The payback of a scenario at a longer horizon, where it has none within its own.

use crate::model::Workspace;
use crate::scenario::{Input, Scenario};

/// A payback that is reached only at a longer horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaterPayback {
    /// The payback, in years.
    pub years: f64,
    /// The shortest horizon at which it is reached, in years.
    pub horizon: f64,
}

/// The payback at the shortest longer horizon that has one; `None` where the scenario's own horizon has one, or none does.
pub fn later_payback(workspace: &mut Workspace, scenario: &Scenario) -> Option<LaterPayback> {
    if workspace.run(scenario).payback_years.is_some() {
        return None;
    }
    let longest = Input::Horizon.range()?.highest;
    let horizons = (1..).map(|years| scenario.horizon + f64::from(years)).take_while(|horizon| *horizon <= longest);
    horizons.into_iter().find_map(|horizon| {
        let years = workspace.run(&Scenario { horizon, ..*scenario }).payback_years?;
        Some(LaterPayback { years, horizon })
    })
}
