//! Persistence: the address and the local storage follow the workbook once editing pauses.

use leptos::prelude::*;
use leptos_use::use_debounce_fn;

use super::startup::STORAGE_KEY;
use super::state::{IDLE_MS, UiState, WorkbookStore};
use crate::platform::{address, boot, storage};
use crate::scenario::link::{self, Link};
use crate::scenario::saved_state;

/// Returns the link of the page as it is now, with the view settings of the link that opened it.
fn fragment(workbook: WorkbookStore, ui: UiState) -> String {
    let opened = ui.link.get_untracked();
    let link = workbook.workbook.with_untracked(Link::of);
    link::write(&Link {
        view: opened.view,
        theme: opened.theme,
        embed: opened.embed,
        charts: opened.charts,
        controls: opened.controls,
        title: opened.title,
        ..link
    })
}

/// Returns the address that opens the full page with the current workbook.
pub(crate) fn full_address(workbook: WorkbookStore) -> String {
    let link = workbook.workbook.with_untracked(Link::of);
    format!("{}#{}", address::shared_page(), link::write(&link))
}

/// Saves the workbook after every pause of editing.
pub(crate) fn keep(workbook: WorkbookStore, ui: UiState) {
    let save_soon = use_debounce_fn(move || save(workbook, ui), IDLE_MS);
    workbook.on_edit(move || drop(save_soon()));
}

fn save(workbook: WorkbookStore, ui: UiState) {
    let fragment = fragment(workbook, ui);
    boot::remember_link(&fragment);
    if fragment != address::fragment() {
        address::replace_fragment(&fragment);
    }
    if !ui.link.with_untracked(|link| link.embed) {
        storage::write(STORAGE_KEY, &workbook.workbook.with_untracked(saved_state::write));
    }
}
