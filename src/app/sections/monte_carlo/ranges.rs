//! Ranges that the simulated cases are drawn from, and the inputs that move together.

use leptos::prelude::*;

use crate::analysis::{CORRELATIONS, Triangle, UNCERTAIN_INPUTS, UncertainInput};
use crate::app::components::{Cell, HeadRow, Line, TableRows};
use crate::app::state::use_workbook;
use crate::scenario::{Ranges, Scenario};
use crate::words::inputs;
use crate::words::monte_carlo;
use crate::words::units;

/// Table of the ranges, and list of the correlations.
#[component]
pub(super) fn SampledRanges() -> impl IntoView {
    let workbook = use_workbook();
    let lines = Memo::new(move |_| {
        workbook
            .scenario
            .with(|scenario| UNCERTAIN_INPUTS.iter().map(|range| line(range, scenario)).collect::<Vec<_>>())
    });
    let heads = vec![
        monte_carlo::drawn_input(),
        monte_carlo::drawn_low(),
        monte_carlo::drawn_mode(),
        monte_carlo::drawn_high(),
    ];
    view! {
        <div class="drawn">
            <table class="data">
                <thead><HeadRow heads/></thead>
                <tbody><TableRows lines/></tbody>
            </table>
            <div>
                <h4>{monte_carlo::correlations()}</h4>
                <ul>
                    {CORRELATIONS
                        .map(|(one, other, value)| view! { <li>{monte_carlo::correlation(one, other, value)}</li> })
                        .collect_view()}
                </ul>
                <p class="small">{monte_carlo::drawn_how()}</p>
            </div>
        </div>
    }
}

fn line(range: &UncertainInput, scenario: &Scenario) -> Line {
    let ends =
        Triangle::of(scenario, &Ranges::NONE, range.input).map_or([0.0; 3], |ends| [ends.low, ends.mode, ends.high]);
    let cells = ends.map(|value| Cell::new(units::amount(range.input, value))).into();
    Line { class: "", head: inputs::short(range.input).to_owned(), cells }
}
