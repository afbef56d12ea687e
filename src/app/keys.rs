//! The keys that work everywhere on the page: one step back, one step forward.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use super::store::Store;
use crate::scenario::workbook::Workbook;

#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

/// Listens from now on.
pub fn listen(store: Store) {
    // A field that was typed in keeps the browser's own undo, until it is left.
    let typed = StoredValue::new(false);
    let typing = |event: &Event| text(event).is_some();
    EventListener::new(&window(), "input", move |event| typed.set_value(typing(event))).forget();
    EventListener::new(&window(), "focusin", move |_| typed.set_value(false)).forget();
    EventListener::new(&window(), "change", move |_| typed.set_value(false)).forget();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(way) = event.dyn_ref::<KeyboardEvent>().and_then(way) else { return };
        match text(event).filter(|_| typed.get_value()) {
            Some(before) => {
                let event = event.clone();
                // Where the browser has nothing left to take back, the page has.
                Timeout::new(0, move || {
                    if text(&event).as_ref() == Some(&before) {
                        go(store, way);
                    }
                })
                .forget();
            }
            None => {
                event.prevent_default();
                go(store, way);
            }
        }
    })
    .forget();
}

fn go(store: Store, way: Way) {
    store.act(match way {
        Way::Back => Workbook::undo,
        Way::Forth => Workbook::redo,
    });
}

fn way(event: &KeyboardEvent) -> Option<Way> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Way::Back),
        ("z", true) | ("y", false) => Some(Way::Forth),
        _ => None,
    }
}

/// What stands in the text field that the event came from, if it came from one.
fn text(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    let input = target.dyn_ref::<HtmlInputElement>()?;
    matches!(input.type_().as_str(), "text" | "search" | "number" | "url").then(|| input.value())
}
