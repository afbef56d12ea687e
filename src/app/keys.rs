//! The keys that work everywhere on the page: one step back, one step forward, and the letters of the sheet of keys.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::store::{Panel, Store};
use super::{compare, drawer, scroll};
use crate::platform::memory;
use crate::platform::reactive::StoredValue;
use crate::platform::rest::later;
use crate::scenario::Input;
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
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(way) = way(pressed) else { return letter(store, pressed) };
        match text(event).filter(|_| typed.get_value()) {
            Some(before) => {
                let event = event.clone();
                // Where the browser has nothing left to take back, the page has.
                later(0, move || {
                    if text(&event).as_ref() == Some(&before) {
                        go(store, way);
                    }
                });
            }
            None => {
                event.prevent_default();
                go(store, way);
            }
        }
    })
    .forget();
}

/// The letters of the sheet of keys; they are letters wherever one can write or choose by them.
fn letter(store: Store, event: &KeyboardEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    let choosing = event.target().is_some_and(|target| target.dyn_ref::<HtmlSelectElement>().is_some());
    if held
        || !letters()
        || choosing
        || text(event).is_some()
        || event.default_prevented()
        || store.panel.get_untracked().is_some()
    {
        return;
    }
    match event.key().as_str() {
        "g" => store.reveal(Input::Growth),
        "c" => store.reveal(Input::Capex),
        "m" => store.reveal(Input::CustomShare),
        "a" => store.drawer.update(|open| *open = !*open),
        "/" => {
            store.drawer.set(true);
            scroll::focus(drawer::FIND.to_owned());
        }
        "p" => compare::pin(store),
        "?" => store.panel.set(Some(Panel::Keys)),
        _ => return,
    }
    event.prevent_default();
}

const LETTERS: &str = "payback-letters";

thread_local! {
    static OFF: Cell<bool> = Cell::new(memory::read(LETTERS).is_some_and(|kept| kept == "off"));
}

/// Whether single letters are keys: who speaks to the computer, or slips, can do without.
pub fn letters() -> bool {
    !OFF.get()
}

/// Remembers whether they are.
pub fn set_letters(on: bool) {
    OFF.set(!on);
    memory::write(LETTERS, if on { "on" } else { "off" });
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
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Way::Back),
        ("z", true) | ("y", false) => Some(Way::Forth),
        _ => None,
    }
}

/// What stands in the text field that the event came from, if it came from one.
fn text(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return matches!(input.type_().as_str(), "text" | "search" | "number" | "url").then(|| input.value());
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}
