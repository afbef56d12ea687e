//! Bar on top of the page: company, case, debate, undo and redo, compare, downloads, share, theme.

mod download_menu;
mod more_menu;
mod scenario_choice;

use leptos::html;
use leptos::prelude::*;

use super::components::{Icon, IconButton, Logo, ToggleButton, icon};
use super::scroll;
use super::sections::compare;
use super::state::{Dialog, use_ui, use_workbook};
use super::visibility::use_size;
use crate::platform::boot;
use crate::scenario::link::Theme;
use crate::scenario::workbook::{Action, Workbook};
use crate::words::controls;
use crate::words::history;
use crate::words::site;
use download_menu::DownloadMenu;
use more_menu::MoreMenu;
use scenario_choice::{Cases, Companies, Debates};

/// Bar on top of the page.
#[component]
pub(crate) fn TopBar() -> impl IntoView {
    let workbook = use_workbook();
    let choices_open = RwSignal::new(false);
    let bar = NodeRef::<html::Header>::new();
    let size = use_size(bar);
    // The drawer begins below the bar.
    Effect::new(move || boot::set_length("--bar", size.get().1));
    view! {
        <header class="top-bar" node_ref=bar>
            <div class="page-width top-bar-content">
                <Home attr:aria-label=site::NAME><span>{site::NAME}</span></Home>
                <ToggleButton class="button scenario-button" open=choices_open>
                    <span>{move || workbook.scenario_name.get().name()}</span>
                    <Icon path=icon::CHEVRON_DOWN/>
                </ToggleButton>
                <div class="scenario-choice" class:open=move || choices_open.get()>
                    <Companies/>
                    <Cases/>
                    <Debates/>
                </div>
                <span class="push"></span>
                <UndoRedo/>
                <PinButton/>
                <DownloadMenu/>
                <ShareButton/>
                <ThemeSwitch/>
                <MoreMenu/>
            </div>
        </header>
    }
}

/// Logo, as a link to the top of the page.
#[component]
pub(crate) fn Home(
    /// Words after the logo.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <a class="logo" href="#top" on:click=scroll::to_top>
            <Logo/>
            {children.map(|children| children())}
        </a>
    }
}

/// Undo and redo.
#[component]
pub(crate) fn UndoRedo() -> impl IntoView {
    let workbook = use_workbook();
    let cannot_undo = Signal::derive(move || !workbook.undo_redo.get().0);
    let cannot_redo = Signal::derive(move || !workbook.undo_redo.get().1);
    // The step's words change in every frame of a drag; they are needed once the drag is over.
    let title = move |change: fn(&Workbook) -> Option<&Action>, words: fn(&Action) -> String, none: &'static str| {
        Memo::new(move |_| {
            workbook.idle_count.track();
            workbook.workbook.with_untracked(|book| change(book).map_or_else(|| none.to_owned(), words))
        })
    };
    let undo_title = title(Workbook::next_undo, history::undo, controls::undo());
    let redo_title = title(Workbook::next_redo, history::redo, controls::redo());
    view! {
        <IconButton
            class="icon"
            path=icon::UNDO
            label=controls::undo()
            disabled=cannot_undo
            on_press=move || workbook.edit(Workbook::undo)
            attr:title=move || undo_title.get()
        />
        <IconButton
            class="icon redo"
            path=icon::REDO
            label=controls::redo()
            disabled=cannot_redo
            on_press=move || workbook.edit(Workbook::redo)
            attr:title=move || redo_title.get()
        />
    }
}

/// Button that pins the current scenario for comparison.
#[component]
pub(crate) fn PinButton() -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <button type="button" class="button wide-only" on:click=move |_| compare::pin_current(workbook)>
            {controls::pin()}
        </button>
    }
}

/// Button that opens the share dialog.
#[component]
pub(crate) fn ShareButton() -> impl IntoView {
    let ui = use_ui();
    view! {
        <IconButton
            class="button solid"
            path=icon::SHARE
            label=controls::share()
            on_press=move || ui.dialog.set(Some(Dialog::Share(None)))
        >
            <span class="label">{controls::share()}</span>
        </IconButton>
    }
}

/// Button that changes the theme: automatic, dark, light, and automatic again.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let choice = use_ui().theme.choice;
    let name = move || theme_name(choice.get());
    let path = Signal::derive(move || match choice.get() {
        Theme::Auto => icon::HALF,
        Theme::Dark => icon::MOON,
        Theme::Light => icon::SUN,
    });
    let choose_next = move |_| {
        choice.update(|theme| {
            *theme = match theme {
                Theme::Auto => Theme::Dark,
                Theme::Dark => Theme::Light,
                Theme::Light => Theme::Auto,
            }
        });
    };
    view! {
        <button type="button" class="icon theme" aria-label=name title=name on:click=choose_next>
            <Icon path/>
        </button>
    }
}

fn theme_name(theme: Theme) -> String {
    let name = match theme {
        Theme::Auto => controls::theme_auto(),
        Theme::Dark => controls::theme_dark(),
        Theme::Light => controls::theme_light(),
    };
    format!("{}: {name}", controls::theme())
}
