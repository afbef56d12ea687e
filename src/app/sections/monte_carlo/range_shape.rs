//! Picture of a triangular distribution over the input's slider, with a handle at each end.

use leptos::prelude::*;

use super::range_control::{End, RangeControl};
use crate::app::components::RangeInput;
use crate::words::ranges;
use crate::words::units;

/// Size of the picture, in its own units.
const WIDTH: f64 = 100.0;
const HEIGHT: f64 = 30.0;

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
    let input = control.input;
    // The end that the distribution has: at most at the present value.
    let value = Signal::derive(move || {
        let triangle = control.triangle.get().map(|triangle| End::of([triangle.low, triangle.high], end));
        triangle.unwrap_or_default()
    });
    view! {
        <RangeInput
            value
            range=*control.slider
            // Ends between two steps of the slider stay where they are.
            step="any"
            set_live=move |value| control.drag_end(end, value)
            attr:class=end.id()
            attr:name=format!("{}-{}-handle", input.id(), end.id())
            attr:aria-label=ranges::end_label(input, end.is_high())
            attr:aria-valuetext=move || units::spoken(input, value.get())
        />
    }
}
