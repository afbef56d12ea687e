//! A headline slider: label, field, reset, and the strip of the outcome over its whole range.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::field::{Drafting, Field, FieldNotice, Reset};
use super::store::store;
use super::strip::{Even, Strip, strip_of};
use crate::lang::{inputs, units};
use crate::scenario::{Input, Range, Value, decimal};

/// A slider, as the browser makes it, over the input's own scale.
#[component]
pub fn Slider(
    input: Input,
    value: Memo<f64>,
    range: &'static Range,
    /// What its id begins with, where the page has another one of the same input.
    #[prop(optional)]
    prefix: &'static str,
) -> impl IntoView {
    let track = range.track();
    let moved = move |position: f64| store().nudge(&[(input, Value::Number(range.value_at(position)))]);
    let key = move |event: KeyboardEvent| {
        let steps = match (event.shift_key(), event.key().as_str()) {
            (true, "ArrowRight" | "ArrowUp") | (_, "PageUp") => 10.0,
            (true, "ArrowLeft" | "ArrowDown") | (_, "PageDown") => -10.0,
            _ => return,
        };
        event.prevent_default();
        moved((range.position(value.get_untracked()) + steps * track.step).clamp(track.min, track.max));
        store().settle();
    };
    view! {
        <input
            type="range" id=format!("{prefix}{}", input.id()) name=input.id() aria-label=inputs::label(input)
            min=track.min max=track.max step=track.step
            aria-valuetext=move || units::spoken(input, value.get())
            prop:value=move || range.position(value.get()).to_string()
            on:input=move |event| {
                if let Some(position) = decimal(&event_target_value(&event)) {
                    moved(position);
                }
            }
            on:change=move |_| store().settle()
            on:keydown=key
        />
    }
}

/// One of the three sliders that the answer hangs on.
#[component]
pub fn Dial(input: Input, chosen: Signal<bool>) -> impl IntoView {
    let range = input.range()?;
    let drafting = Drafting::new(input);
    let value = drafting.value();
    let strip = strip_of(input);
    let baseline = store().baseline;
    let was = move || {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| percent(range.fraction(opened)))
    };
    Some(view! {
        <div class="dial" class:chosen=chosen data-input=input.id()>
            <div class="dial-head">
                <label for=input.id()>{inputs::short(input)}</label>
                <span class="dial-word" aria-hidden="true">{move || strip.even.get().words}</span>
                <super::badge::Badge input/>
                <Field drafting/>
                <span class="unit" aria-hidden="true">{units::field_unit(input)}</span>
                <Reset input/>
            </div>
            <div class="strip">
                <Strip input values=strip.values/>
                <div class="travel">
                    {move || was().map(|left| view! { <i class="was" style:left=left></i> })}
                    {move || strip.even.get().position.map(|at| view! { <i class="tick" style:left=percent(at)></i> })}
                </div>
                <Slider input value range/>
                <Ends input range even=strip.even/>
            </div>
            <FieldNotice drafting/>
        </div>
    })
}

/// The range's ends and the words of the break-even, none on top of another.
#[component]
fn Ends(input: Input, range: &'static Range, even: Memo<Even>) -> impl IntoView {
    let (low, high) = (units::range_end(input, range.min), units::range_end(input, range.max));
    // In fractions of the travel: about where the words of the ends stop.
    let at = move || even.get().position.unwrap_or(0.5).clamp(0.17, 0.83);
    view! {
        <div class="ends" data-unit=units::field_unit(input) class:solved=move || even.get().position.is_some() aria-hidden="true">
            <span class="low" class:gone=move || { hides(&even.get(), 0.0..0.28) }>{low}</span>
            <span class="high" class:gone=move || { hides(&even.get(), 0.72..1.01) }>{high}</span>
            <span class="even" class:gain=move || even.get().good == Some(true) class:loss=move || even.get().good == Some(false)
                style:left=move || percent(at())>{move || even.get().words}</span>
        </div>
    }
}

/// Whether the break-even's words stand where an end's words would.
fn hides(even: &Even, where_end: std::ops::Range<f64>) -> bool {
    even.position.is_some_and(|at| where_end.contains(&at))
}

/// A fraction of the travel, for a style.
pub fn percent(fraction: f64) -> String {
    format!("{:.3}%", fraction * 100.0)
}
