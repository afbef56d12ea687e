//! Range input that is moved by a drag, by keys, or by a touch.

use leptos::ev::{Event, PointerEvent, Targeted};
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::steps_of_key;
use crate::app::state::use_workbook;
use crate::scenario::Range;

/// Range input over a scale. A drag, or key presses that follow one another, are one step of the history.
#[component]
pub(crate) fn RangeInput(
    /// The value.
    #[prop(into)]
    value: Signal<f64>,
    /// The scale.
    #[prop(into)]
    range: Signal<Range>,
    /// Step of the thumb, where it is not the scale’s.
    #[prop(optional)]
    step: Option<&'static str>,
    /// Sets the value while a gesture lasts.
    #[prop(into)]
    set_live: Callback<f64>,
) -> impl IntoView {
    let workbook = use_workbook();
    let track = move || range.with(Range::track);
    let step = step.map_or_else(|| untrack(track).step.to_string(), str::to_owned);
    let position = move || range.with(|range| range.position(value.get())).to_string();
    // The browser reports a change after every key press, and after a drag once, at its end.
    let by_key = StoredValue::new(false);
    let on_keydown = move |event: KeyboardEvent| {
        by_key.set_value(true);
        let Some(steps) = steps_of_key(&event) else { return };
        event.prevent_default();
        set_live.run(range.with_untracked(|range| range.stepped(value.get_untracked(), steps)));
        workbook.end_gesture_after_key_presses();
    };
    let on_change = move |event: Targeted<Event, HtmlInputElement>| {
        match by_key.get_value() {
            true => workbook.end_gesture_after_key_presses(),
            false => workbook.end_gesture(),
        }
        // A thumb that was dragged to a place without a value of its own stands at the value.
        event.target().set_value(&untrack(position));
    };
    // A touch moves the thumb where it lands. If the touch then scrolls the page, the value goes back.
    let before_touch = StoredValue::new(None::<f64>);
    let on_pointerdown = move |event: PointerEvent| {
        by_key.set_value(false);
        before_touch.set_value((event.pointer_type() == "touch").then(|| value.get_untracked()));
    };
    let on_pointercancel = move |event: Targeted<PointerEvent, HtmlInputElement>| {
        let Some(before) = before_touch.get_value() else { return };
        before_touch.set_value(None);
        set_live.run(before);
        workbook.end_gesture();
        // The signal is still at this value where the touch lasted less than a frame.
        event.target().set_value(&untrack(position));
    };
    view! {
        <input
            type="range"
            min=move || track().min.to_string()
            max=move || track().max.to_string()
            step=step
            prop:value=position
            on:input:target=move |event| {
                set_live.run(range.with_untracked(|range| range.value_at(event.target().value_as_number())));
            }
            on:change:target=on_change
            on:pointerdown=on_pointerdown
            on:pointercancel:target=on_pointercancel
            on:keydown=on_keydown
        />
    }
}
