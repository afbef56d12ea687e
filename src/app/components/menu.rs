//! Button that opens a list of entries below it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{Icon, ToggleButton, close, closing, icon};

/// Entry of a menu.
#[component]
pub(crate) fn MenuItem(
    /// Words of the entry.
    label: &'static str,
    /// Runs when the entry is pressed.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    view! { <button type="button" on:click=move |_| on_press()>{label}</button> }
}

/// Button with a list of entries. The list closes on a press of an entry, on Escape, and when the focus leaves the menu.
#[component]
pub(crate) fn Menu(
    /// Words of the button.
    label: &'static str,
    /// Path of the button's icon.
    path: &'static str,
    /// Class of the button.
    #[prop(default = "button")]
    class: &'static str,
    /// The entries: buttons, and lines between them.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    let on_keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" if open.get_untracked() => move_focus(&event, Element::next_element_sibling),
        "ArrowUp" if open.get_untracked() => move_focus(&event, Element::previous_element_sibling),
        _ => {}
    };
    view! {
        <div class="menu" {..closing(open, opener)} on:keydown=on_keydown>
            <ToggleButton node_ref=opener class open attr:aria-label=label>
                <Icon path/>
                <span class="label">{label}</span>
                <Icon path=icon::CHEVRON_DOWN/>
            </ToggleButton>
            <Show when=move || open.get()>
                // The list can have the focus: Safari focuses no pressed button, and without the focus the list would close
                // before the click.
                <div class="menu-list" tabindex="-1" on:click=move |_| close(open, opener)>{children()}</div>
            </Show>
        </div>
    }
}

/// Moves the focus to the next entry in a direction; from the button, to the first entry.
fn move_focus(event: &KeyboardEvent, step: fn(&Element) -> Option<Element>) {
    let Some(focused) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let is_button = |element: &Element| element.matches("button").unwrap_or(false);
    let next = match focused.closest(".menu-list") {
        Ok(Some(_)) => std::iter::successors(step(&focused), step).find(is_button),
        _ => focused.parent_element().and_then(|menu| menu.query_selector(".menu-list button").ok().flatten()),
    };
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
