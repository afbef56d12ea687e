//! A button with a list that opens below it and closes by itself.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};

use super::icons::{DOWN, Icon};

/// A button that opens its children as a list.
#[component]
pub fn Menu(label: &'static str, icon: &'static str, children: ChildrenFn) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let left = move |event: FocusEvent| {
        let inside = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if !root.get_untracked().is_some_and(|root| root.contains(inside.as_ref())) {
            open.set(false);
        }
    };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => close(),
        "ArrowDown" if open.get_untracked() => walk(&event, true),
        "ArrowUp" if open.get_untracked() => walk(&event, false),
        _ => {}
    };
    view! {
        <div class="menu" node_ref=root on:focusout=left on:keydown=key>
            <button type="button" class="button" node_ref=button aria-label=label aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)><Icon path=icon/><span class="label">{label}</span><Icon path=DOWN/></button>
            // A click on an entry moves the focus first, so that closing does not swallow it.
            <Show when=move || open.get()>
                <div class="menu-list" tabindex="-1" on:click=move |_| close()>{children()}</div>
            </Show>
        </div>
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
