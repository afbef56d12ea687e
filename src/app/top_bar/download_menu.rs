//! Menu of downloads, files and dialogs.

use leptos::ev::{self, Targeted};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::app::components::{Menu, icon};
use crate::app::downloads;
use crate::app::state::{Dialog, use_ui, use_workbook};
use crate::platform::files;
use crate::words::about;
use crate::words::controls;

/// Menu of downloads, files and dialogs.
#[component]
pub(super) fn DownloadMenu() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let file_input = NodeRef::<html::Input>::new();
    let pick_file = move || {
        if let Some(input) = file_input.get_untracked() {
            input.click();
        }
    };
    let open_file = move |event: Targeted<ev::Event, HtmlInputElement>| {
        let input = event.target();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            files::read_text(&file, move |text| downloads::open_file(workbook, ui, text));
        }
        // Without a value, the same file can be picked again.
        input.set_value("");
    };
    view! {
        <Menu label=controls::download() path=icon::DOWNLOAD>
            <MenuItem label=controls::json() on_press=move || downloads::json(workbook, ui)/>
            <MenuItem label=controls::csv() on_press=move || downloads::csv_quarters(workbook, ui)/>
            <MenuItem label=controls::xlsx() on_press=move || downloads::xlsx(workbook, ui)/>
            <MenuItem label=controls::offline_copy() on_press=move || downloads::offline_copy(workbook, ui)/>
            <hr/>
            <MenuItem label=controls::open_json() on_press=pick_file/>
            <MenuItem label=controls::print() on_press=downloads::print/>
            <MenuItem label=controls::history() on_press=move || ui.dialog.set(Some(Dialog::History))/>
            <MenuItem label=controls::keyboard() on_press=move || ui.dialog.set(Some(Dialog::Shortcuts))/>
            <MenuItem label=about::title() on_press=move || ui.dialog.set(Some(Dialog::AboutModel))/>
            <MenuItem label=controls::guide() on_press=move || ui.tour_step.set(Some(0))/>
        </Menu>
        <input node_ref=file_input type="file" accept=".json,application/json" hidden on:change:target=open_file/>
    }
}

/// Entry of the menu.
#[component]
fn MenuItem(
    /// Words of the entry.
    label: &'static str,
    /// Runs when the entry is pressed.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    view! { <button type="button" on:click=move |_| on_press()>{label}</button> }
}
