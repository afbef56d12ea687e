//! Menu of the remaining commands: open a file, print, history, help, and on a phone the theme.

use leptos::ev::{self, Targeted};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::app::components::{Menu, MenuItem, Segments, icon};
use crate::app::downloads;
use crate::app::state::{Dialog, use_ui, use_workbook};
use crate::platform::files;
use crate::scenario::link::Theme;
use crate::words::about;
use crate::words::controls;
use crate::words::glossary;

/// Menu of files, print, history and help.
#[component]
pub(super) fn MoreMenu() -> impl IntoView {
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
        <Menu label=controls::more_menu() path=icon::MORE class="icon">
            <MenuItem label=controls::open_json() on_press=pick_file/>
            <MenuItem label=controls::print() on_press=downloads::print/>
            <MenuItem label=controls::history() on_press=move || ui.dialog.set(Some(Dialog::History))/>
            <hr/>
            <MenuItem label=about::title() on_press=move || ui.dialog.set(Some(Dialog::AboutModel))/>
            <MenuItem label=glossary::title() on_press=move || ui.dialog.set(Some(Dialog::Glossary(None)))/>
            <MenuItem label=controls::tour() on_press=move || ui.tour_step.set(Some(0))/>
            <MenuItem label=controls::keyboard() on_press=move || ui.dialog.set(Some(Dialog::Shortcuts))/>
            <ThemeChoice/>
        </Menu>
        <input node_ref=file_input type="file" accept=".json,application/json" hidden on:change:target=open_file/>
    }
}

/// Choice of the theme on a phone, whose bar has no room for the button. The menu stays open, and shows the theme.
#[component]
fn ThemeChoice() -> impl IntoView {
    let options = vec![
        (Theme::Auto, controls::theme_auto()),
        (Theme::Light, controls::theme_light()),
        (Theme::Dark, controls::theme_dark()),
    ];
    view! {
        <div class="phone-only theme-choice" on:click=|event| event.stop_propagation()>
            <hr/>
            <Segments name="theme" label=controls::theme() options chosen=use_ui().theme.choice/>
        </div>
    }
}
