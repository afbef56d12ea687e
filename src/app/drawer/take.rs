//! What it would take of one input: the question, then its answer, ready to be taken over.

use super::pace::{Lane, Pace};
use crate::analysis::Solution;
use crate::app::dom::{Element, View, anew, button, el};
use crate::app::store::store;
use crate::platform::reactive::{Memo, StoredValue, effect, memo, untrack};
use crate::scenario::{Input, Value};
use crate::words::{controls, goals, units};

/// The question and its answer.
pub fn take(input: Input, value: Memo<f64>, lane: Lane, pace: Pace) -> View {
    let store = store();
    let asked = memo(move || store.asked.with(|asked| asked.contains(&input)));
    // The answer takes the focus from the question that it replaces.
    let by_hand = StoredValue::new(false);
    let ask = move || {
        pace.search(lane);
        by_hand.set_value(true);
        store.asked.update(|asked| asked.push(input));
    };
    let question = move || {
        let button = button("link", ask).attr("aria-label", &controls::what_would_it_take_of(input));
        el("p", "row-take").with(button.with(controls::what_would_it_take()))
    };
    anew(move || match asked.get() {
        true => untrack(|| answer(input, value, lane, by_hand)),
        false => question(),
    })
}

fn answer(input: Input, value: Memo<f64>, lane: Lane, by_hand: StoredValue<bool>) -> Element {
    let store = store();
    let said = move || lane.found.get().map_or_else(String::new, |found| goals::found(&found, value.get()));
    let best = memo(move || {
        let found = lane.found.get().filter(|found| !matches!(found.solution, Solution::Met(_)))?;
        Some(goals::value_to_set(&found, value.get()))
    });
    let ends = move |is: fn(&Solution) -> bool| {
        lane.found.with(|found| found.as_ref().is_some_and(|found| is(&found.solution)))
    };
    let set = move || {
        if let Some(best) = best.get_untracked() {
            store.set(input, Value::Number(best));
        }
    };
    let set = button("button", set)
        .keep("aria-label", move || best.get().map(|best| goals::set_to(input, &units::amount(input, best))))
        .keep("hidden", move || best.get().is_none())
        .keep("disabled", move || best.get() == Some(value.get()))
        .with(controls::set());
    let words = el("b", "").attr("tabindex", "-1").says(said);
    let focused = words.clone();
    effect(move || {
        if by_hand.get_value() {
            by_hand.set_value(false);
            focused.focus();
        }
    });
    el("p", "row-take")
        .keep_class("met", move || ends(|ending| matches!(ending, Solution::Met(_))))
        .keep_class("long", move || ends(|ending| matches!(ending, Solution::NotReached(_))))
        .with(words)
        .with(set)
}
