//! The bar on top: company, case, debate, undo, compare, download, share, theme.

use super::dom::{Element, View, all, button, el};
use super::icons::{DOWN, HALF, MOON, REDO, SHARE, SUN, TRAY, UNDO, icon, logo};
use super::menu::menu;
use super::parts::{option, radio, radios, select, sign, toggle};
use super::store::{Panel, store};
use super::{compare, download};
use crate::platform::reactive::{RwSignal, memo};
use crate::scenario::link::Theme;
use crate::scenario::workbook::{Action, Workbook};
use crate::scenario::{Origin, Preset, presets};
use crate::words::{about, controls as lang, history};

/// The bar.
pub fn bar() -> Element {
    let choosing = RwSignal::new(false);
    let subject = store().subject;
    let choosers = el("div", "choosers").keep_class("open", move || choosing.get());
    let inside = el("div", "wide bar-in")
        .with(home().attr("aria-label", lang::NAME).with(el("span", "").with(lang::NAME)))
        .with(toggle("button who", choosing).says(move || subject.get().name()).with(icon(DOWN)))
        .with(choosers.with(companies()).with(cases()).with(debates()))
        .with(el("span", "push"))
        .with(undo_redo())
        .with(pin())
        .with(downloads())
        .with(share())
        .with(theme_switch());
    el("header", "bar").with(inside)
}

/// The mark, which leads back to the top.
pub fn home() -> Element {
    el("a", "logo").attr("href", "#top").on("click", super::page::to_top).with(logo())
}

fn companies() -> Element {
    let origin = move |id: &str, now: &Origin| Origin::new(id, now.case_id());
    let words = |preset: &'static Preset| {
        let estimated = preset.estimate.then(|| el("small", "").with(lang::estimated()));
        el("span", "").with(preset.label.as_str()).with(estimated)
    };
    presets_of("company", lang::company(), &presets().companies, Origin::company_id, origin, words)
}

fn cases() -> Element {
    let origin = move |id: &str, now: &Origin| Origin::new(now.company_id(), id);
    let words = |preset: &'static Preset| el("span", "").with(preset.label.as_str());
    presets_of("case", lang::case(), &presets().cases, Origin::case_id, origin, words)
}

/// A choice among presets: the one that the present sheet began with, and where another one leads.
fn presets_of(
    name: &'static str,
    label: &str,
    presets: &'static [Preset],
    now: fn(&Origin) -> &'static str,
    origin: fn(&str, &Origin) -> Origin,
    words: fn(&'static Preset) -> Element,
) -> Element {
    let origin_now = store().origin;
    let now = memo(move || origin_now.with(now));
    let one = |preset: &'static Preset| {
        let choose = move || store().act(|book| book.choose(origin(&preset.id, &book.sheet().origin)));
        let input = radio(name, move || now.get() == preset.id, choose);
        let input = input.attr("value", &preset.id).attr("aria-label", &preset.label);
        el("label", "").with(input).with(words(preset).attr("aria-hidden", "true"))
    };
    radios(label, all(presets.iter().map(one)))
}

/// The debates: named questions that change an input or two.
fn debates() -> Element {
    let origin = store().origin;
    let now = move || origin.with(|origin| origin.debate_preset().map_or("", |preset| preset.id.as_str()));
    let choose = move |id: String| match id.as_str() {
        "" => store().act(|book| book.choose(book.sheet().origin.without_debate())),
        id => store().act(|book| book.choose(Origin::debate(id))),
    };
    let one = |preset: &'static Preset| option(&preset.id, &preset.label);
    select(lang::what_if(), choose)
        .attr("class", "select debates")
        .with(option("", lang::what_if_button()))
        .with(all(presets().debates.iter().map(one)))
        .keep_property("value", now)
}

/// One step back, one step forward, and the list of them all.
pub fn undo_redo() -> View {
    let steps = store().steps;
    let (no_back, no_forth) = (move || !steps.get().0, move || !steps.get().1);
    let list = sign("icon narrow wide-only", DOWN, lang::history(), || store().panel.set(Some(Panel::History)))
        .attr("title", lang::history())
        .attr("aria-haspopup", "dialog")
        .keep("disabled", move || no_back() && no_forth());
    // The step's own words change in every frame of a drag, and nobody reads them before it ends.
    let title = move |change: fn(&Workbook) -> Option<&Action>, say: fn(&Action) -> String, none: &'static str| {
        move || {
            store().rests.track();
            store().workbook.with_untracked(|book| change(book).map_or_else(|| none.to_owned(), say))
        }
    };
    let back = sign("icon", UNDO, lang::undo(), || store().act(Workbook::undo))
        .keep("title", title(Workbook::next_undo, history::undo, lang::undo()))
        .keep("disabled", no_back);
    let forth = sign("icon redo", REDO, lang::redo(), || store().act(Workbook::redo))
        .keep("title", title(Workbook::next_redo, history::redo, lang::redo()))
        .keep("disabled", no_forth);
    all([back, forth, list])
}

fn downloads() -> Element {
    let entry = |words: &str, press: fn()| button("", press).with(words);
    menu(lang::download(), TRAY, move || {
        all([
            entry(lang::json(), download::json),
            entry(lang::csv(), download::csv),
            entry(lang::xlsx(), download::xlsx),
            entry(lang::offline_copy(), download::offline),
            el("hr", ""),
            entry(lang::open_json(), download::open_json),
            entry(lang::print(), download::print),
            entry(lang::history(), || store().panel.set(Some(Panel::History))),
            entry(lang::keyboard(), || store().panel.set(Some(Panel::Keys))),
            entry(about::link(), || store().panel.set(Some(Panel::Model))),
            entry(lang::guide(), || store().guide.set(Some(0))),
        ])
    })
}

/// Keeps the scenario for comparison.
pub fn pin() -> Element {
    button("button wide-only", compare::pin_present).with(lang::pin())
}

/// Sends it on.
pub fn share() -> Element {
    sign("button solid", SHARE, lang::share(), || store().panel.set(Some(Panel::Share)))
        .with(el("span", "label").with(lang::share()))
}

/// Light, dark, automatic, in turn.
fn theme_switch() -> Element {
    let theme = store().theme;
    let next = move || match theme.get_untracked() {
        Theme::Auto => Theme::Dark,
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Auto,
    };
    let path = move || match theme.get() {
        Theme::Auto => HALF,
        Theme::Dark => MOON,
        Theme::Light => SUN,
    };
    button("icon wide-only", move || theme.set(next()))
        .keep("aria-label", move || theme_words(theme.get()))
        .keep("title", move || theme_words(theme.get()))
        .with(super::dom::anew(move || icon(path())))
}

fn theme_words(theme: Theme) -> String {
    let now = match theme {
        Theme::Auto => lang::theme_auto(),
        Theme::Dark => lang::theme_dark(),
        Theme::Light => lang::theme_light(),
    };
    format!("{}: {now}", lang::theme())
}
