//! Ranges that the simulated cases are drawn from, and the inputs that move together.

use leptos::prelude::*;

use crate::analysis::{CORRELATIONS, INPUTS, Uncertain};
use crate::app::components::{Cell, HeadRow, Line, TableRows};
use crate::app::state::use_workbook;
use crate::scenario::Scenario;
use crate::words::{analysis as words, inputs, units};

/// Table of the ranges, and list of the correlations.
#[component]
pub(super) fn SampledRanges() -> impl IntoView {
    let workbook = use_workbook();
    let lines = Memo::new(move |_| {
        workbook.scenario.with(|scenario| INPUTS.iter().map(|range| line(range, scenario)).collect::<Vec<_>>())
    });
    let heads = vec![words::drawn_input(), words::drawn_low(), words::drawn_mode(), words::drawn_high()];
    view! {
        <div class="drawn">
            <table class="data">
                <thead><HeadRow heads/></thead>
                <tbody><TableRows lines/></tbody>
            </table>
            <div>
                <h4>{words::correlations()}</h4>
                <ul>
                    {CORRELATIONS
                        .map(|(one, other, value)| view! { <li>{words::correlation(one, other, value)}</li> })
                        .collect_view()}
                </ul>
                <p class="small">{words::drawn_how()}</p>
            </div>
        </div>
    }
}

fn line(range: &Uncertain, scenario: &Scenario) -> Line {
    let ends = range.ends(scenario).unwrap_or_default();
    let cells = ends.map(|value| Cell::new(units::amount(range.input, value))).into();
    Line { class: "", head: inputs::short(range.input).to_owned(), cells }
}
