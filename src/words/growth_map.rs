//! Texts of the growth map, which shows the outcome over two inputs, demand growth and capex at first.

use super::inputs::noun;
use super::numbers::money;
use super::text::Text;
use super::units::amount;
use crate::analysis::OutcomeMeasure;
use crate::scenario::{Input, Scenario};

phrases! {
    /// Accessible name of the choice of the input on the horizontal axis.
    across = "Horizontal axis";
    /// Accessible name of the choice of the input on the vertical axis.
    up = "Vertical axis";
    /// Instructions for moving the point.
    point = "Drag the point (with a finger sideways at first: upwards scrolls the page), or focus the map and use the arrow keys; with Shift the steps are larger.";
}

/// The lead of the map of growth and capex, with the best capex at some growth rates.
pub fn lead(scenario: &Scenario, ridge: &[(f64, f64)]) -> Text {
    let capex = amount(Input::Capex, scenario.capex);
    let text = Text::new().plain(format!("Whether {capex} is right depends on the growth you expect."));
    if ridge.is_empty() {
        return text;
    }
    let mut text = text.plain(" The dotted line shows the best capex at each growth: ");
    for (at, (growth, capex)) in ridge.iter().enumerate() {
        text = text.strong(money(*capex)).plain(format!(" at {}", amount(Input::Growth, *growth)));
        text = text.plain(if at + 1 == ridge.len() { "." } else { ", " });
    }
    text
}

/// The lead of the map of two other inputs.
pub fn lead_of(across: Input, up: Input) -> String {
    format!(
        "Each point of the map is this scenario with other values of {} and {}; all other inputs stay the same.",
        noun(across),
        noun(up)
    )
}

/// Title of the colour key.
pub fn key(measure: OutcomeMeasure) -> &'static str {
    match measure {
        OutcomeMeasure::Payback => "Payback within, years",
        OutcomeMeasure::Npv => "NPV, $B",
        OutcomeMeasure::Irr => "IRR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_names_the_best_capex_at_each_growth() {
        let lead = lead(&Scenario::DEFAULT, &[(0.5, 40.0), (1.5, 370.0)]).to_string().replace('\u{202f}', " ");
        assert_eq!(
            lead,
            "Whether $200B is right depends on the growth you expect. \
             The dotted line shows the best capex at each growth: $40B at 50 %, $370B at 150 %."
        );
    }
}
