//! Choice of a simulated case by its percentile, to read it and to open it as the scenario.

use leptos::html;
use leptos::prelude::*;

use crate::analysis::percentile;
use crate::app::state::use_workbook;
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::words::monte_carlo;

/// Percentiles of a bad, the median and a good case.
pub(super) const BAD: u8 = 5;
const MEDIAN: u8 = 50;
const GOOD: u8 = 95;

/// Slider over the percentiles, with the share of cases that are worth less, and the button that opens the case.
#[component]
pub(super) fn CaseReader(
    /// The chosen percentile, 1 to 99.
    chosen: RwSignal<u8>,
) -> impl IntoView {
    let workbook = use_workbook();
    let root = NodeRef::<html::Div>::new();
    let opened = RwSignal::new(false);
    let choose = move |percentile: u8| {
        opened.set(false);
        chosen.set(percentile.clamp(1, 99));
    };
    let worth = move || {
        let mut npv = workbook.sample.with(|sample| sample.npv.clone());
        let npv = percentile(&mut npv, f64::from(chosen.get()) / 100.0).unwrap_or_default();
        monte_carlo::case_worth(chosen.get(), npv)
    };
    let sentence = while_visible(use_visibility(root, NEAR), worth);
    let open = move |_| {
        workbook.open_case(chosen.get_untracked());
        opened.set(true);
    };
    let choices =
        [(BAD, monte_carlo::bad_case()), (MEDIAN, monte_carlo::median_case()), (GOOD, monte_carlo::good_case())];
    view! {
        <div node_ref=root class="case">
            <h3>{monte_carlo::case_title()}</h3>
            <p class="caption case-choices no-print">
                {choices
                    .map(|(percentile, words)| {
                        view! {
                            <button type="button" class="link" on:click=move |_| choose(percentile)>{words}</button>
                        }
                    })
                    .collect_view()}
            </p>
            <input
                type="range"
                id="case-percentile"
                name="case-percentile"
                class="no-print"
                min="1"
                max="99"
                step="1"
                aria-label=monte_carlo::case_slider()
                aria-valuetext=sentence
                prop:value=move || chosen.get().to_string()
                on:input:target=move |event| choose(event.target().value_as_number() as u8)
            />
            <p class="case-result">{sentence}</p>
            <p class="case-actions no-print">
                <button type="button" class="button" on:click=open>{monte_carlo::open_case()}</button>
                <span class="caption" role="status">
                    {move || opened.get().then(monte_carlo::case_opened)}
                </span>
            </p>
        </div>
    }
}
