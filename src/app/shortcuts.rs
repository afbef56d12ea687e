//! Keyboard shortcuts of the whole page: undo, redo, and single letters.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos_use::use_event_listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::sections::compare;
use super::state::{Dialog, UiState, WorkbookStore};
use super::{element_ids, scroll};
use crate::platform::storage;
use crate::scenario::Input;
use crate::scenario::workbook::Workbook;

/// Listens for shortcuts.
pub(crate) fn listen(workbook: WorkbookStore, ui: UiState) {
    // A field that was typed in keeps the browser's own undo until the field is left.
    let typed_in = StoredValue::new(false);
    let _ = use_event_listener(window(), ev::input, move |event| typed_in.set_value(field_text(&event).is_some()));
    let _ = use_event_listener(window(), ev::focusin, move |_| typed_in.set_value(false));
    let _ = use_event_listener(window(), ev::change, move |_| typed_in.set_value(false));
    let _ = use_event_listener(window(), ev::keydown, move |event: KeyboardEvent| {
        let Some(step) = history_step(&event) else { return run_letter(workbook, ui, &event) };
        match field_text(&event).filter(|_| typed_in.get_value()) {
            Some(before) => {
                // Where the browser has nothing left to undo in the field, the page undoes.
                let after_browser = move || {
                    if field_text(&event).as_ref() == Some(&before) {
                        workbook.edit(step);
                    }
                };
                set_timeout(after_browser, Duration::ZERO);
            }
            None => {
                event.prevent_default();
                workbook.edit(step);
            }
        }
    });
}

/// Runs the shortcut of a single letter, except in fields and lists, where letters are text.
fn run_letter(workbook: WorkbookStore, ui: UiState, event: &KeyboardEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let in_list = event.target().is_some_and(|target| target.dyn_ref::<HtmlSelectElement>().is_some());
    if modified
        || !letters_enabled()
        || in_list
        || field_text(event).is_some()
        || event.default_prevented()
        || ui.dialog.get_untracked().is_some()
    {
        return;
    }
    match event.key().as_str() {
        "g" => ui.reveal(Input::Growth),
        "c" => ui.reveal(Input::Capex),
        "m" => ui.reveal(Input::CustomShare),
        "a" => ui.drawer_open.update(|open| *open = !*open),
        "/" => {
            ui.drawer_open.set(true);
            scroll::focus(element_ids::DRAWER_SEARCH.to_owned());
        }
        "p" => compare::pin_current(workbook),
        "?" => ui.dialog.set(Some(Dialog::Shortcuts)),
        _ => return,
    }
    event.prevent_default();
}

/// Key of the setting in the local storage.
const LETTERS_KEY: &str = "payback-letters";

/// Whether single letters are shortcuts. Readers who use speech input can turn them off.
pub(crate) fn letters_enabled() -> bool {
    storage::read(LETTERS_KEY).is_none_or(|setting| setting != "off")
}

/// Stores whether single letters are shortcuts.
pub(crate) fn set_letters_enabled(enabled: bool) {
    storage::write(LETTERS_KEY, if enabled { "on" } else { "off" });
}

/// Returns the undo or redo that a key combination stands for.
fn history_step(event: &KeyboardEvent) -> Option<fn(&mut Workbook)> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Workbook::undo),
        ("z", true) | ("y", false) => Some(Workbook::redo),
        _ => None,
    }
}

/// Returns the text of the text field that an event comes from.
fn field_text(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return matches!(input.type_().as_str(), "text" | "search" | "number" | "url").then(|| input.value());
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}
