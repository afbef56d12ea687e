//! The bar on top: company, case, debate, undo, compare, download, share, theme.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::icons::{DOWN, HALF, Icon, Logo, MOON, REDO, SHARE, SUN, TRAY, UNDO};
use super::menu::Menu;
use super::store::{Panel, store};
use super::{compare, download};
use crate::lang::{about, controls as lang, history};
use crate::scenario::link::Theme;
use crate::scenario::workbook::{Change, Workbook};
use crate::scenario::{Origin, Preset, presets};

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let choosing = RwSignal::new(false);
    let subject = super::answer::subject();
    let who = move || subject.get().name();
    view! {
        <header class="bar">
            <div class="wide bar-in">
                <a class="logo" href="#top" aria-label=lang::NAME on:click=super::page::to_top><Logo/><span>{lang::NAME}</span></a>
                <button type="button" class="button who" aria-expanded=move || choosing.get().to_string()
                    on:click=move |_| choosing.update(|open| *open = !*open)>{who}<Icon path=DOWN/></button>
                <div class="choosers" class:open=move || choosing.get()>
                    <Companies/>
                    <Cases/>
                    <Debates/>
                </div>
                <span class="push"></span>
                <UndoRedo/>
                <Pin/>
                <Downloads/>
                <Share/>
                <ThemeSwitch/>
            </div>
        </header>
    }
}

#[component]
fn Companies() -> impl IntoView {
    let workbook = store().workbook;
    let now = memo(move || workbook.with(|book| book.sheet().origin.company_id()));
    let option = move |preset: &'static Preset| {
        let choose = move |_| store().act(|book| book.choose(Origin::new(&preset.id, book.sheet().origin.case_id())));
        let estimated = lang::is_estimate(&preset.id);
        view! {
            <label>
                <input type="radio" name="company" value=preset.id.as_str() prop:checked=move || now.get() == preset.id
                    aria-label=preset.label.as_str() on:change=choose/>
                <span aria-hidden="true">{preset.label.as_str()}{estimated.then(|| view! { <small>{lang::estimated()}</small> })}</span>
            </label>
        }
    };
    view! {
        <div class="segments" role="radiogroup" aria-label=lang::company()>{presets().companies.iter().map(option).collect_view()}</div>
    }
}

#[component]
fn Cases() -> impl IntoView {
    let workbook = store().workbook;
    let now = memo(move || workbook.with(|book| book.sheet().origin.case_id()));
    let option = move |preset: &'static Preset| {
        let choose =
            move |_| store().act(|book| book.choose(Origin::new(book.sheet().origin.company_id(), &preset.id)));
        view! {
            <label>
                <input type="radio" name="case" value=preset.id.as_str() prop:checked=move || now.get() == preset.id
                    aria-label=preset.label.as_str() on:change=choose/>
                <span aria-hidden="true">{preset.label.as_str()}</span>
            </label>
        }
    };
    view! { <div class="segments" role="radiogroup" aria-label=lang::case()>{presets().cases.iter().map(option).collect_view()}</div> }
}

/// The debates: named questions that change an input or two.
#[component]
fn Debates() -> impl IntoView {
    let workbook = store().workbook;
    let now =
        memo(move || workbook.with(|book| book.sheet().origin.debate_preset().map_or("", |preset| preset.id.as_str())));
    let choose = move |event| match event_target_value(&event).as_str() {
        "" => store().act(|book| book.choose(book.sheet().origin.undebated())),
        id => store().act(|book| book.choose(Origin::debate(id))),
    };
    let option = |preset: &'static Preset| view! { <option value=preset.id.as_str()>{preset.label.as_str()}</option> };
    view! {
        <select class="select debates" aria-label=lang::what_if() prop:value=move || now.get() on:change=choose>
            <option value="">{lang::what_if_button()}</option>
            {presets().debates.iter().map(option).collect_view()}
        </select>
    }
}

/// One step back, one step forward, and the list of them all.
#[component]
pub fn UndoRedo() -> impl IntoView {
    let workbook = store().workbook;
    let words = move |change: fn(&Workbook) -> Option<&Change>, say: fn(&Change) -> String| {
        memo(move || workbook.with(|book| change(book).map(say)))
    };
    let (back, forth) = (words(Workbook::undone_next, history::undo), words(Workbook::redone_next, history::redo));
    view! {
        <button type="button" class="icon" aria-label=lang::undo() title=move || back.get().unwrap_or_else(|| lang::undo().to_owned())
            disabled=move || back.get().is_none() on:click=move |_| store().act(Workbook::undo)><Icon path=UNDO/></button>
        <button type="button" class="icon redo" aria-label=lang::redo() title=move || forth.get().unwrap_or_else(|| lang::redo().to_owned())
            disabled=move || forth.get().is_none() on:click=move |_| store().act(Workbook::redo)><Icon path=REDO/></button>
        <button type="button" class="icon narrow wide-only" aria-label=lang::history() title=lang::history() aria-haspopup="dialog"
            disabled=move || back.get().is_none() && forth.get().is_none()
            on:click=move |_| store().panel.set(Some(Panel::History))><Icon path=DOWN/></button>
    }
}

#[component]
fn Downloads() -> impl IntoView {
    view! {
        <Menu label=lang::download() icon=TRAY>
            <button type="button" on:click=move |_| download::json()>{lang::json()}</button>
            <button type="button" on:click=move |_| download::csv()>{lang::csv()}</button>
            <button type="button" on:click=move |_| download::xlsx()>{lang::xlsx()}</button>
            <button type="button" on:click=move |_| download::offline()>{lang::offline_copy()}</button>
            <hr/>
            <button type="button" on:click=move |_| download::open_json()>{lang::open_json()}</button>
            <button type="button" on:click=move |_| download::print()>{lang::print()}</button>
            <button type="button" on:click=move |_| store().panel.set(Some(Panel::History))>{lang::history()}</button>
            <button type="button" on:click=move |_| store().panel.set(Some(Panel::Keys))>{lang::keyboard()}</button>
            <button type="button" on:click=move |_| store().panel.set(Some(Panel::Model))>{about::link()}</button>
            <button type="button" on:click=move |_| store().guide.set(Some(0))>{lang::guide()}</button>
        </Menu>
    }
}

/// Keeps the scenario for comparison.
#[component]
pub fn Pin() -> impl IntoView {
    view! { <button type="button" class="button wide-only" on:click=move |_| compare::pin_present()>{lang::pin()}</button> }
}

/// Sends it on.
#[component]
pub fn Share() -> impl IntoView {
    view! {
        <button type="button" class="button solid" aria-label=lang::share()
            on:click=move |_| store().panel.set(Some(Panel::Share))>
            <Icon path=SHARE/><span class="label">{lang::share()}</span>
        </button>
    }
}

/// Light, dark, automatic, in turn.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let theme = store().theme;
    let next = move || match theme.get() {
        Theme::Auto => Theme::Dark,
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Auto,
    };
    let path = move || match theme.get() {
        Theme::Auto => HALF,
        Theme::Dark => MOON,
        Theme::Light => SUN,
    };
    view! {
        <button type="button" class="icon wide-only" aria-label=move || theme_words(theme.get()) title=move || theme_words(theme.get())
            on:click=move |_| theme.set(next())>{move || view! { <Icon path=path()/> }}</button>
    }
}

fn theme_words(theme: Theme) -> String {
    let now = match theme {
        Theme::Auto => lang::theme_auto(),
        Theme::Dark => lang::theme_dark(),
        Theme::Light => lang::theme_light(),
    };
    format!("{}: {now}", lang::theme())
}
