//! A file dropped on the page is opened.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

use super::download::take;
use super::store::Store;
use crate::platform::file;

/// Listens for files over the whole page.
pub fn listen(store: Store) {
    let options = EventListenerOptions::enable_prevent_default();
    for kind in ["dragenter", "dragover"] {
        EventListener::new_with_options(&window(), kind, options, |event| {
            if has_files(event) {
                event.prevent_default();
                mark(true);
            }
        })
        .forget();
    }
    EventListener::new(&window(), "dragleave", |event| {
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            mark(false);
        }
    })
    .forget();
    EventListener::new_with_options(&window(), "drop", options, move |event| {
        if !has_files(event) {
            return;
        }
        event.prevent_default();
        mark(false);
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        if let Some(dropped) = files.and_then(|files| files.get(0)) {
            file::text_of(&dropped, move |text| take(store, text));
        }
    })
    .forget();
}

fn has_files(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn mark(over: bool) {
    // Only a hint to the eye.
    let _ = document_element().class_list().toggle_with_force("dropping", over);
}
