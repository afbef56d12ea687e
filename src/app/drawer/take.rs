//! What it would take of one input: the question, then its answer, ready to be taken over.

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::pace::{Lane, Pace};
use crate::analysis::Ending;
use crate::app::store::store;
use crate::lang::{controls, goals, units};
use crate::scenario::{Input, Value};

/// The question and its answer.
#[component]
pub fn Take(input: Input, value: Memo<f64>, lane: Lane, pace: Pace) -> impl IntoView {
    let store = store();
    let asked = memo(move || store.asked.with(|asked| asked.contains(&input)));
    // The answer takes the focus from the question that it replaces.
    let by_hand = StoredValue::new(false);
    let ask = move |_| {
        pace.search(lane);
        by_hand.set_value(true);
        store.asked.update(|asked| asked.push(input));
    };
    view! {
        <Show when=move || asked.get() fallback=move || view! {
            <p class="row-take">
                <button type="button" class="link" aria-label=controls::what_would_it_take_of(input) on:click=ask>{controls::what_would_it_take()}</button>
            </p>
        }>
            <Answer input value lane by_hand/>
        </Show>
    }
}

#[component]
fn Answer(input: Input, value: Memo<f64>, lane: Lane, by_hand: StoredValue<bool>) -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::B>::new();
    effect(move || {
        if let Some(node) = node.get().filter(|_| by_hand.get_value()) {
            by_hand.set_value(false);
            let _ = node.focus();
        }
    });
    let said = memo(move || Some(goals::found(&lane.found.get()?, value.get())));
    let best = memo(move || {
        let found = lane.found.get().filter(|found| !matches!(found.ending, Ending::Met(_)))?;
        Some(goals::value_to_set(&found, value.get()))
    });
    let ends =
        move |is: fn(&Ending) -> bool| lane.found.with(|found| found.as_ref().is_some_and(|found| is(&found.ending)));
    let name = move || best.get().map(|best| goals::set_to(input, &units::amount(input, best)));
    view! {
        <p class="row-take" class:met=move || ends(|ending| matches!(ending, Ending::Met(_))) class:long=move || ends(|ending| matches!(ending, Ending::NotReached(_)))>
            <b node_ref=node tabindex="-1">{said}</b>
            <button type="button" class="button" aria-label=name hidden=move || best.get().is_none()
                disabled=move || best.get() == Some(value.get())
                on:click=move |_| if let Some(best) = best.get_untracked() { store.set(input, Value::Number(best)) }>{controls::set()}</button>
        </p>
    }
}
