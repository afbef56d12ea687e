//! The pieces that recur on the page: signs, toggles, lists of choices.

use leptos::prelude::{event_target_checked, event_target_value};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, Node};

use super::dom::{Element, Value, View, all, button, el};
use super::icons::icon;
use super::section::Section;
use super::seen::{in_view_by, while_seen};
use crate::platform::reactive::RwSignal;

/// A button that opens and closes something.
pub fn toggle(class: &str, open: RwSignal<bool>) -> Element {
    button(class, move || open.update(|open| *open = !*open)).keep("aria-expanded", move || truth(open.get()))
}

/// A button with a sign instead of words.
pub fn sign(class: &str, path: &str, label: &str, press: impl Fn() + 'static) -> Element {
    button(class, press).attr("aria-label", label).with(icon(path))
}

/// A list to choose from, and what is done with the value that is chosen.
pub fn select(label: &str, choose: impl Fn(String) + 'static) -> Element {
    el("select", "select")
        .attr("aria-label", label)
        .on("change", move |event: Event| choose(event_target_value(&event)))
}

/// An entry of such a list.
pub fn option(value: &str, words: &str) -> Element {
    el("option", "").attr("value", value).with(words)
}

/// A box to tick, in its label.
pub fn tick(words: &str, ticked: impl Fn() -> bool + 'static, tick: impl Fn(bool) + 'static) -> Element {
    let input = el("input", "").attr("type", "checkbox").keep_property("checked", ticked);
    let input = input.on("change", move |event: Event| tick(event_target_checked(&event)));
    el("label", "switch").with(input).with(words)
}

/// One of several choices side by side: a radio button.
pub fn radio(name: &str, chosen: impl Fn() -> bool + 'static, choose: impl Fn() + 'static) -> Element {
    let input = el("input", "").attr("type", "radio").attr("name", name).keep_property("checked", chosen);
    input.on("change", move |_: Event| choose())
}

/// Choices side by side.
pub fn radios(label: &str, choices: impl Into<View>) -> Element {
    el("div", "segments").attr("role", "radiogroup").attr("aria-label", label).with(choices)
}

/// A choice of a few values, side by side.
pub fn segments<T>(name: &'static str, label: &str, options: &[(T, &str)], chosen: RwSignal<T>) -> Element
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let option = |&(value, text): &(T, &str)| {
        let input = radio(name, move || chosen.get() == value, move || chosen.set(value));
        el("label", "").with(input).with(el("span", "").with(text))
    };
    radios(label, all(options.iter().map(option)))
}

/// A section that is named by its words: its heading and its lead, which follows while the section is seen.
pub fn room<T: Value + 'static>(
    section: Section,
    lead: impl Fn() -> T + Copy + Send + Sync + 'static,
) -> (Element, RwSignal<bool>) {
    let room = el("section", "section").attr("id", section.id()).attr("aria-label", section.name());
    // A heading that just comes up from below is not worth a hundred runs in every frame.
    let seen = in_view_by(&room, "64px 0px -140px");
    let lead = el("p", "lead two-lines").says(while_seen(*seen, lead));
    (room.with(el("h2", "").with(section.title())).with(lead), seen)
}

/// A truth as attributes have it.
pub fn truth(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}

/// Whether the focus leaves the element that listens.
pub fn leaves(event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let here = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    !here.is_some_and(|here| here.contains(next.as_ref()))
}
