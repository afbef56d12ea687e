//! A button with a list that opens below it and closes by itself.

use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent};

use super::dom::{Element, View, el, when};
use super::icons::{DOWN, icon};
use super::parts::{leaves, toggle};
use crate::platform::reactive::RwSignal;

/// A button that opens its entries as a list.
pub fn menu(label: &'static str, path: &str, entries: impl Fn() -> View + 'static) -> Element {
    let open = RwSignal::new(false);
    let opener = toggle("button", open)
        .attr("aria-label", label)
        .with(icon(path))
        .with(el("span", "label").with(label))
        .with(icon(DOWN));
    let list = move || {
        // A click on an entry moves the focus first, so that closing does not swallow it.
        el("div", "menu-list").attr("tabindex", "-1").on("click", move |event| close(open, &event)).with(entries())
    };
    el("div", "menu")
        .on("focusout", move |event: FocusEvent| {
            if leaves(&event) {
                open.set(false);
            }
        })
        .on("keydown", move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if open.get_untracked() => close(open, &event),
            "ArrowDown" if open.get_untracked() => walk(&event, true),
            "ArrowUp" if open.get_untracked() => walk(&event, false),
            _ => {}
        })
        .with(opener)
        .with(when(move || open.get(), list))
}

/// Closes the list; the button that opened it has the focus again.
fn close(open: RwSignal<bool>, event: &Event) {
    open.set(false);
    let here = event.current_target().and_then(|here| here.dyn_into::<HtmlElement>().ok());
    let opener = here.and_then(|here| here.closest(".menu").ok()??.query_selector("button").ok()?);
    if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
        let _ = opener.focus();
    }
}

fn walk(event: &KeyboardEvent, down: bool) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    let list = target.closest(".menu-list").ok().flatten();
    let next = match (list, down) {
        (Some(_), true) => target.next_element_sibling(),
        (Some(_), false) => target.previous_element_sibling(),
        (None, _) => target.parent_element().and_then(|menu| menu.query_selector(".menu-list button").ok().flatten()),
    };
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
