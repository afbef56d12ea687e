//! Picture of a triangular distribution over the input's slider, with a handle at each end.

use leptos::ev::{PointerEvent, Targeted};
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::range_control::{End, RangeControl};
use crate::words::ranges;
use crate::words::units;

/// Size of the picture, in its own units.
const WIDTH: f64 = 100.0;
const HEIGHT: f64 = 30.0;

/// Steps of Page Up, Page Down and Shift with an arrow key.
const LARGE_STEP: f64 = 10.0;

/// Picture of the distribution with its handles.
#[component]
pub(super) fn RangeShape(
    /// The range.
    control: RangeControl,
) -> impl IntoView {
    let at = move |value: f64| WIDTH * control.slider.fraction(value);
    let outline = move || {
        let Some(triangle) = control.triangle.get() else { return String::new() };
        let [low, mode, high] = [triangle.low, triangle.mode, triangle.high].map(at);
        format!("{low},{HEIGHT} {mode},2 {high},{HEIGHT}")
    };
    let peak = move || at(control.value.get()).to_string();
    view! {
        <div class="triangle">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path class="base" d=format!("M0 {HEIGHT}H{WIDTH}")></path>
                <polygon points=outline></polygon>
                <line class="peak" x1=peak x2=peak y1="2" y2=HEIGHT.to_string()></line>
            </svg>
            {End::BOTH.map(|end| view! { <Handle control end/> })}
        </div>
    }
}

/// Handle of an end: a range input of which only the thumb receives pointer events.
#[component]
fn Handle(
    /// The range.
    control: RangeControl,
    /// The end.
    end: End,
) -> impl IntoView {
    let (slider, input) = (control.slider, control.input);
    let track = slider.track();
    // The end that the distribution has: at most at the present value.
    let value = move || {
        let triangle = control.triangle.get().map(|triangle| End::of([triangle.low, triangle.high], end));
        triangle.unwrap_or_default()
    };
    let by_key = StoredValue::new(false);
    let on_keydown = move |event: KeyboardEvent| {
        let large = if event.shift_key() { LARGE_STEP } else { 1.0 };
        let steps = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => large,
            "ArrowLeft" | "ArrowDown" => -large,
            "PageUp" => LARGE_STEP,
            "PageDown" => -LARGE_STEP,
            _ => return by_key.set_value(true),
        };
        event.prevent_default();
        control.drag_end(end, slider.stepped(untrack(value), steps));
        control.end_gesture_after_key_presses();
    };
    let before_touch = StoredValue::new(None::<f64>);
    let on_pointerdown = move |event: PointerEvent| {
        by_key.set_value(false);
        before_touch.set_value((event.pointer_type() == "touch").then(|| untrack(value)));
    };
    // A touch that turns out to scroll the page: the end goes back.
    let on_pointercancel = move |event: Targeted<PointerEvent, HtmlInputElement>| {
        let Some(before) = before_touch.get_value() else { return };
        before_touch.set_value(None);
        control.drag_end(end, before);
        control.end_gesture();
        event.target().set_value(&slider.position(before).to_string());
    };
    let on_change = move |event: Targeted<leptos::ev::Event, HtmlInputElement>| {
        match by_key.get_value() {
            true => control.end_gesture_after_key_presses(),
            false => control.end_gesture(),
        }
        // A handle that was dragged past the peak stands there, not where the pointer is.
        event.target().set_value(&slider.position(untrack(value)).to_string());
    };
    view! {
        <input
            type="range"
            class=end.id()
            name=format!("{}-{}-handle", input.id(), end.id())
            min=track.min.to_string()
            max=track.max.to_string()
            // Ends between two steps of the slider stay where they are.
            step="any"
            aria-label=ranges::end_label(input, end.is_high())
            aria-valuetext=move || units::spoken(input, value())
            prop:value=move || slider.position(value()).to_string()
            on:input:target=move |event| control.drag_end(end, slider.value_at(event.target().value_as_number()))
            on:change:target=on_change
            on:pointerdown=on_pointerdown
            on:pointercancel:target=on_pointercancel
            on:keydown=on_keydown
        />
    }
}
