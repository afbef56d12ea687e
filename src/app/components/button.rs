//! Buttons with an icon, and buttons that open and close an element.

use leptos::attr::Attribute;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

use super::Icon;

/// Button with an icon instead of words.
#[component]
pub(crate) fn IconButton(
    /// Reference to the button.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// Classes beside those of a button.
    #[prop(optional)]
    class: &'static str,
    /// Path of the icon.
    path: &'static str,
    /// Accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the button is disabled.
    #[prop(into, optional)]
    disabled: Signal<bool>,
    /// Runs when the button is pressed.
    on_press: impl Fn() + 'static,
    /// Content after the icon.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <button
            node_ref=node_ref
            type="button"
            class=class
            aria-label=move || label.get()
            disabled=move || disabled.get()
            on:click=move |_| on_press()
        >
            <Icon path/>
            {children.map(|children| children())}
        </button>
    }
}

/// Button that opens and closes an element, and exposes whether the element is open.
#[component]
pub(crate) fn ToggleButton(
    /// Reference to the button.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// Classes.
    #[prop(optional)]
    class: &'static str,
    /// Whether the element is open.
    open: RwSignal<bool>,
    /// Content of the button.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            node_ref=node_ref
            type="button"
            class=class
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {children()}
        </button>
    }
}

/// Closes the element that a button opened, and focuses the button.
pub(crate) fn close(open: RwSignal<bool>, opener: NodeRef<html::Button>) {
    open.set(false);
    if let Some(opener) = opener.get_untracked() {
        let _ = opener.focus();
    }
}

/// Returns the listeners for a parent of a button and of the element that the button opens. They close that element on
/// Escape, and when the focus leaves the parent.
pub(crate) fn closing(open: RwSignal<bool>, opener: NodeRef<html::Button>) -> impl Attribute {
    let on_focusout = move |event: FocusEvent| {
        let [next, here] = [event.related_target(), event.current_target()]
            .map(|target| target.and_then(|target| target.dyn_into::<Node>().ok()));
        if !here.is_some_and(|here| here.contains(next.as_ref())) {
            open.set(false);
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            close(open, opener);
        }
    };
    view! { <{..} on:focusout=on_focusout on:keydown=on_keydown/> }
}
