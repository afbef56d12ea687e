//! Menu of downloads.

use leptos::prelude::*;

use crate::app::components::{Menu, MenuItem, icon};
use crate::app::downloads;
use crate::app::state::{use_ui, use_workbook};
use crate::words::controls;

/// Menu of downloads.
#[component]
pub(super) fn DownloadMenu() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    view! {
        <Menu label=controls::download() path=icon::DOWNLOAD>
            <MenuItem label=controls::json() on_press=move || downloads::json(workbook, ui)/>
            <MenuItem label=controls::csv() on_press=move || downloads::csv_quarters(workbook, ui)/>
            <MenuItem label=controls::xlsx() on_press=move || downloads::xlsx(workbook, ui)/>
            <MenuItem label=controls::offline_copy() on_press=move || downloads::offline_copy(workbook, ui)/>
        </Menu>
    }
}
