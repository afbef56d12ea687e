//! Slider of an input.

use leptos::ev::{PointerEvent, Targeted};
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::app::state::use_workbook;
use crate::scenario::{Input, Range, Value};
use crate::words::inputs;
use crate::words::units;

/// Steps of Page Up, Page Down and Shift with an arrow key.
const LARGE_STEP: f64 = 10.0;

/// Range input over an input's own scale.
#[component]
pub(crate) fn Slider(
    /// The input.
    input: Input,
    /// Its current value.
    #[prop(into)]
    value: Signal<f64>,
    /// Its range and scale.
    range: &'static Range,
    /// Prefix of the element id, where a second slider of the same input is on the page.
    #[prop(optional)]
    id_prefix: &'static str,
) -> impl IntoView {
    let workbook = use_workbook();
    let track = range.track();
    let set_position = move |position: f64| workbook.set_live(&[(input, Value::Number(range.value_at(position)))]);
    // The browser reports a change after every key press, and after a drag once, at its end.
    let by_key = StoredValue::new(false);
    let on_keydown = move |event: KeyboardEvent| {
        by_key.set_value(true);
        let steps = match (event.shift_key(), event.key().as_str()) {
            (true, "ArrowRight" | "ArrowUp") | (_, "PageUp") => LARGE_STEP,
            (true, "ArrowLeft" | "ArrowDown") | (_, "PageDown") => -LARGE_STEP,
            _ => return,
        };
        event.prevent_default();
        set_position((range.position(value.get_untracked()) + steps * track.step).max(track.min).min(track.max));
        workbook.end_gesture_after_key_presses();
    };
    let on_change = move |_| match by_key.get_value() {
        true => workbook.end_gesture_after_key_presses(),
        false => workbook.end_gesture(),
    };
    // A touch moves the slider where it lands. If the touch then scrolls the page, the value goes back.
    let before_touch = StoredValue::new(None::<f64>);
    let on_pointerdown = move |event: PointerEvent| {
        by_key.set_value(false);
        before_touch.set_value((event.pointer_type() == "touch").then(|| value.get_untracked()));
    };
    let on_pointercancel = move |event: Targeted<PointerEvent, HtmlInputElement>| {
        let Some(before) = before_touch.get_value() else { return };
        before_touch.set_value(None);
        workbook.set_live(&[(input, Value::Number(before))]);
        workbook.end_gesture();
        // The signal is still at this value where the touch lasted less than a frame.
        event.target().set_value(&range.position(before).to_string());
    };
    view! {
        <input
            type="range"
            id=format!("{id_prefix}{}", input.id())
            name=input.id()
            min=track.min.to_string()
            max=track.max.to_string()
            step=track.step.to_string()
            aria-label=inputs::label(input)
            aria-valuetext=move || units::spoken(input, value.get())
            prop:value=move || range.position(value.get()).to_string()
            on:input:target=move |event| set_position(event.target().value_as_number())
            on:change=on_change
            on:pointerdown=on_pointerdown
            on:pointercancel:target=on_pointercancel
            on:keydown=on_keydown
        />
    }
}

/// Mark along a slider at the baseline's value, where the input has another value now.
#[component]
pub(crate) fn BaselineMark(
    /// The input.
    input: Input,
    /// Its current value.
    #[prop(into)]
    value: Signal<f64>,
    /// Its range and scale.
    range: &'static Range,
) -> impl IntoView {
    let baseline = use_workbook().baseline;
    let position = Memo::new(move |_| {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| range.fraction(opened))
    });
    view! {
        <div class="baseline-track">
            <i
                class="baseline-mark"
                hidden=move || position.get().is_none()
                style:left=move || position.get().map(percent).unwrap_or_default()
            ></i>
        </div>
    }
}

/// Formats a fraction of the slider's length for a style.
pub(crate) fn percent(fraction: f64) -> String {
    format!("{}%", (fraction * 1e5).round() / 1e3)
}
