//! Goal seek for an input: a button that starts the search, and then the result with a button that sets the input.

use leptos::html;
use leptos::prelude::*;

use super::row_scheduler::{RowAnalysis, RowScheduler};
use crate::analysis::Solution;
use crate::app::state::{use_ui, use_workbook};
use crate::scenario::{Input, Value};
use crate::words::controls;
use crate::words::goal_seek;
use crate::words::units;

/// Button that searches the value of an input for the goal, and then the result.
#[component]
pub(super) fn GoalSeek(
    /// The input.
    input: Input,
    /// Its current value.
    #[prop(into)]
    value: Signal<f64>,
    /// Strip and break-even of its row.
    analysis: RowAnalysis,
    /// Scheduler of the searches.
    scheduler: RowScheduler,
) -> impl IntoView {
    let ui = use_ui();
    let answer = NodeRef::<html::B>::new();
    let asked = Memo::new(move |_| ui.goal_seek_inputs.with(|inputs| inputs.contains(&input)));
    let ask = move |_| {
        scheduler.seek_now(analysis);
        // The answer takes the focus from the question, which it replaces.
        request_animation_frame(move || {
            if let Some(Some(answer)) = answer.try_get_untracked() {
                let _ = answer.focus();
            }
        });
    };
    let question = move || {
        view! {
            <p class="goal-seek">
                <button type="button" class="link" aria-label=controls::what_would_it_take_of(input) on:click=ask>
                    {controls::what_would_it_take()}
                </button>
            </p>
        }
    };
    view! {
        <Show when=move || asked.get() fallback=question>
            <GoalSeekAnswer input value analysis element=answer/>
        </Show>
    }
}

/// Break-even in words, and the button that sets the input to it.
#[component]
fn GoalSeekAnswer(
    input: Input,
    value: Signal<f64>,
    analysis: RowAnalysis,
    /// Element of the text.
    element: NodeRef<html::B>,
) -> impl IntoView {
    let workbook = use_workbook();
    let break_even = analysis.break_even;
    let words = move || break_even.get().map_or_else(String::new, |found| goal_seek::found(&found, value.get()));
    let best = Memo::new(move |_| goal_seek::value_to_set(&break_even.get()?, value.get()));
    let is_met = move || matches!(break_even.get().map(|found| found.solution), Some(Solution::Met(_)));
    let is_not_reached = move || matches!(break_even.get().map(|found| found.solution), Some(Solution::NotReached(_)));
    let set = move |_| {
        if let Some(best) = best.get_untracked() {
            workbook.set(input, Value::Number(best));
        }
    };
    view! {
        <p class="goal-seek" class:met=is_met class:not-reached=is_not_reached>
            <b node_ref=element tabindex="-1">{words}</b>
            <button
                type="button"
                class="button"
                aria-label=move || best.get().map(|best| goal_seek::set_to(input, &units::amount(input, best)))
                hidden=move || best.get().is_none()
                disabled=move || best.get() == Some(value.get())
                on:click=set
            >
                {controls::set()}
            </button>
        </p>
    }
}
