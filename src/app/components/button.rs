//! Buttons with an icon, and buttons that open and close an element.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

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

/// Whether the focus leaves the element that listens to a `focusout` event.
pub(crate) fn leaves(event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let here = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    !here.is_some_and(|here| here.contains(next.as_ref()))
}
