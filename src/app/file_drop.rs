//! Opens a file that is dropped on the page. leptos-use's drop zone also takes dragged text, which belongs to the fields.

use leptos::ev;
use leptos::prelude::*;
use leptos_use::use_event_listener;
use web_sys::DragEvent;

use super::downloads::open_file;
use super::state::{UiState, WorkbookStore};
use crate::platform::{boot, files};

/// Listens for dropped files.
pub(crate) fn listen(workbook: WorkbookStore, ui: UiState) {
    let over = |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            mark(true);
        }
    };
    let _ = use_event_listener(window(), ev::dragenter, over);
    let _ = use_event_listener(window(), ev::dragover, over);
    let _ = use_event_listener(window(), ev::dragleave, |event: DragEvent| {
        if event.related_target().is_none() {
            mark(false);
        }
    });
    let _ = use_event_listener(window(), ev::drop, move |event: DragEvent| {
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        mark(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            files::read_text(&file, move |text| open_file(workbook, ui, text));
        }
    });
}

fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Marks the page while a file is over it.
fn mark(over: bool) {
    if let Some(root) = boot::root() {
        let _ = root.class_list().toggle_with_force("drop-target", over);
    }
}
