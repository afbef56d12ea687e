//! Head of the drawer: title, number of changes, reset and close; the groups, and the search field.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent};

use super::section::DrawerSection;
use crate::app::components::{IconButton, icon};
use crate::app::element_ids;
use crate::app::scroll;
use crate::app::state::{use_ui, use_workbook};
use crate::scenario::ScenarioPart;
use crate::scenario::workbook::Workbook;
use crate::words::controls;

/// Title of the drawer, with the number of changed inputs, reset and close. The title takes the focus when the drawer opens.
#[component]
pub(super) fn Head(
    /// Parts that differ from the preset.
    changed: Memo<Vec<ScenarioPart>>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let count = Memo::new(move |_| changed.with(Vec::len));
    let title = NodeRef::<html::H2>::new();
    title.on_load(|title| {
        let _ = title.focus();
    });
    view! {
        <div class="drawer-title">
            <h2 node_ref=title tabindex="-1">{controls::all_assumptions()}</h2>
            <span class="caption">{move || controls::changed_count(count.get())}</span>
            <button
                type="button"
                class="button push"
                disabled=move || count.get() == 0
                on:click=move |_| workbook.edit(Workbook::reset_all)
            >
                {controls::reset_all()}
            </button>
            <IconButton
                class="icon"
                path=icon::CLOSE
                label=controls::close()
                on_press=move || ui.drawer_open.set(false)
            />
        </div>
    }
}

/// Links to the groups.
#[component]
pub(super) fn GroupTabs(
    /// Parts that differ from the preset.
    changed: Memo<Vec<ScenarioPart>>,
    /// Section at the upper edge of the list.
    current: RwSignal<DrawerSection>,
) -> impl IntoView {
    let tab = move |section: DrawerSection| view! { <SectionTab section changed current/> };
    view! {
        <nav class="drawer-tabs" aria-label=controls::groups()>
            {DrawerSection::all().map(tab).collect_view()}
        </nav>
    }
}

/// Link to a section.
#[component]
fn SectionTab(
    section: DrawerSection,
    changed: Memo<Vec<ScenarioPart>>,
    current: RwSignal<DrawerSection>,
) -> impl IntoView {
    let ui = use_ui();
    let on_click = move |event: MouseEvent| {
        event.prevent_default();
        // The section may be hidden by the search.
        ui.search.set(String::new());
        scroll::to_start(section.element_id());
        current.set(section);
    };
    view! {
        <a
            href=format!("#{}", section.element_id())
            aria-current=move || (current.get() == section).then_some("true")
            on:click=on_click
        >
            {section.name()}
            <Show when=move || changed.read().iter().any(|part| section.holds(*part))>
                <i class="dot" role="img" aria-label=controls::changed()></i>
            </Show>
        </a>
    }
}

/// Field that finds an input by its name, group or help.
#[component]
pub(super) fn SearchField() -> impl IntoView {
    let ui = use_ui();
    let on_keydown = move |event: KeyboardEvent| {
        // The first Escape clears the text; the next one closes the drawer.
        if event.key() == "Escape" && ui.search.with_untracked(|text| !text.is_empty()) {
            event.stop_propagation();
            ui.search.set(String::new());
        }
    };
    view! {
        <div class="drawer-search">
            <input
                class="field text"
                type="search"
                id=element_ids::DRAWER_SEARCH
                aria-label=controls::find()
                placeholder=controls::find_hint()
                autocomplete="off"
                spellcheck="false"
                prop:value=move || ui.search.get()
                on:input:target=move |event| ui.search.set(event.target().value())
                on:keydown=on_keydown
            />
        </div>
    }
}
