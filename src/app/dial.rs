//! A headline slider: label, field, reset, and the strip of the outcome over its whole range.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::event_target;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::badge::badge;
use super::dom::{Element, el, together};
use super::field::{Drafting, field, field_notice, reset};
use super::seen::while_seen;
use super::store::store;
use super::strip::{Even, StripOf, strip, strip_of};
use crate::platform::reactive::{Memo, memo};
use crate::scenario::{Input, Range, Value};
use crate::words::{inputs, units};

/// A slider, as the browser makes it, over the input's own scale. Its id begins with the prefix where the page has another
/// one of the same input.
pub fn slider(input: Input, value: Memo<f64>, range: &'static Range, prefix: &str) -> Element {
    let track = range.track();
    let moved = move |position: f64| store().nudge(&[(input, Value::Number(range.value_at(position)))]);
    // Every press of a key is a change to the browser; a hand changes once, when it lets go.
    let by_key = Rc::new(Cell::new(false));
    let (pressed, held) = (by_key.clone(), by_key.clone());
    let key = move |event: KeyboardEvent| {
        pressed.set(true);
        let steps = match (event.shift_key(), event.key().as_str()) {
            (true, "ArrowRight" | "ArrowUp") | (_, "PageUp") => 10.0,
            (true, "ArrowLeft" | "ArrowDown") | (_, "PageDown") => -10.0,
            _ => return,
        };
        event.prevent_default();
        moved((range.position(value.get_untracked()) + steps * track.step).max(track.min).min(track.max));
        store().settle_soon();
    };
    let slid = move |event: Event| moved(event_target::<HtmlInputElement>(&event).value_as_number());
    el("input", "")
        .attr("type", "range")
        .attr("id", &format!("{prefix}{}", input.id()))
        .attr("name", input.id())
        .attr("aria-label", inputs::label(input))
        .attr("min", &track.min.to_string())
        .attr("max", &track.max.to_string())
        .attr("step", &track.step.to_string())
        .keep("aria-valuetext", move || units::spoken(input, value.get()))
        .keep_property("value", move || range.position(value.get()).to_string())
        .on("input", slid)
        .on("change", move |_: Event| if by_key.get() { store().settle_soon() } else { store().settle() })
        .on("pointerdown", move |_: Event| held.set(false))
        .on("keydown", key)
}

/// One of the three sliders that the answer hangs on.
pub fn dial(input: Input, chosen: impl Fn() -> bool + 'static) -> Option<Element> {
    let range = input.range()?;
    Some(together(|| dial_of(input, range, chosen)))
}

fn dial_of(input: Input, range: &'static Range, chosen: impl Fn() -> bool + 'static) -> Element {
    let drafting = Drafting::new(input);
    let value = drafting.value();
    let StripOf { values, even } = strip_of(input);
    let baseline = store().baseline;
    let was = memo(move || {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| range.fraction(opened))
    });
    let head = el("div", "dial-head")
        .with(el("label", "").attr("for", input.id()).with(inputs::short(input)))
        .with(
            el("span", "dial-word")
                .attr("aria-hidden", "true")
                .says(while_seen(store().phone, move || even.get().words)),
        )
        .with(badge(input))
        .with(field(drafting))
        .with(el("span", "unit").attr("aria-hidden", "true").with(units::field_unit(input)))
        .with(reset(input));
    let strip = el("div", "strip")
        .with(strip(input, values, even))
        .with(el("div", "travel").with(was_mark(was)))
        .with(slider(input, value, range, ""))
        .with(store().link.with_untracked(|link| link.embed).then(|| below(input, even)));
    let dial = el("div", "dial").keep_class("chosen", chosen).attr("data-input", input.id());
    dial.with(head).with(strip).with(field_notice(drafting))
}

/// The mark along a slider where it was, while it is elsewhere.
pub fn was_mark(at: Memo<Option<f64>>) -> Element {
    el("i", "was")
        .keep("hidden", move || at.get().is_none())
        .keep_style("left", move || at.get().map_or_else(String::new, percent))
}

/// Unit and break-even below a low strip, which has no words of its own.
fn below(input: Input, even: Memo<Even>) -> Element {
    let words = el("span", "even")
        .keep_class("gain", move || even.get().good == Some(true))
        .keep_class("loss", move || even.get().good == Some(false))
        .says(move || even.get().words);
    el("div", "below").attr("aria-hidden", "true").with(el("span", "").with(units::field_unit(input))).with(words)
}

/// A fraction of the travel, for a style.
pub fn percent(fraction: f64) -> String {
    format!("{}%", (fraction * 1e5).round() / 1e3)
}
