//! What the simulated cases are drawn from: the range of every uncertain input, and which of them move together.

use leptos::prelude::*;

use crate::analysis::{CORRELATIONS, INPUTS, Uncertain};
use crate::app::store::store;
use crate::lang::{analysis as lang, inputs, units};

/// Both tables.
#[component]
pub fn Drawn() -> impl IntoView {
    let scenario = store().scenario;
    let row = move |uncertain: &'static Uncertain| {
        let cells = move || {
            let ends = scenario.with(|scenario| uncertain.ends(scenario)).unwrap_or_default();
            ends.map(|value| view! { <td>{units::amount(uncertain.input, value)}</td> }).collect_view()
        };
        view! { <tr><th scope="row">{inputs::short(uncertain.input)}</th>{cells}</tr> }
    };
    let pair = |(one, other, value)| view! { <li>{lang::correlation(one, other, value)}</li> };
    view! {
        <div class="drawn">
            <table class="data">
                <thead><tr>
                    <th scope="col">{lang::drawn_input()}</th>
                    <th scope="col">{lang::drawn_low()}</th>
                    <th scope="col">{lang::drawn_mode()}</th>
                    <th scope="col">{lang::drawn_high()}</th>
                </tr></thead>
                <tbody>{INPUTS.iter().map(row).collect_view()}</tbody>
            </table>
            <div>
                <h4>{lang::correlations()}</h4>
                <ul>{CORRELATIONS.into_iter().map(pair).collect_view()}</ul>
                <p class="small">{lang::drawn_how()}</p>
            </div>
        </div>
    }
}
