//! Sharing: the link, the words, and the code that puts the calculator into an article.

use leptos::prelude::event_target;
use web_sys::{Event, HtmlInputElement};

use super::builder::builder;
use crate::app::dom::{View, all, button, el};
use crate::app::parts::{radio, radios, tick};
use crate::app::store::store;
use crate::app::{download, keeping};
use crate::export::csv::{Dialect, Layout};
use crate::platform::file;
use crate::platform::reactive::RwSignal;
use crate::words::controls;

/// Link, words, tables, embed.
pub fn share() -> View {
    all([link(), in_words(), tables(), builder(store().embedded.get_untracked())])
}

/// A button that copies, and says whether it did.
pub fn copy(look: &str, label: &str, copied: &'static str, text: impl Fn() -> String + 'static) -> View {
    let said = RwSignal::new("");
    let press = move || {
        file::copy(text(), move |done| said.set(if done.is_ok() { copied } else { controls::copy_refused() }));
    };
    let button = button(look, press).with(label);
    all([button, el("span", "small").attr("role", "status").says(move || said.get())])
}

fn link() -> View {
    let label = el("label", "").attr("for", "share-link").with(controls::link());
    let field = el("input", "field text")
        .attr("id", "share-link")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("value", &keeping::link())
        .on("focus", |event: Event| event_target::<HtmlInputElement>(&event).select());
    let copies = copy("button solid", controls::copy_link(), controls::link_copied(), keeping::link);
    all([el("h3", "").with(label), field, el("div", "actions").with(copies)])
}

/// The answer, the figures and what was changed, in words.
fn in_words() -> View {
    let words = |label, markdown| copy("button", label, controls::text_copied(), move || download::words(markdown));
    let copies = all([words(controls::copy_text(), false), words(controls::copy_markdown(), true)]);
    all([el("h3", "").with(controls::in_words()), el("div", "actions").with(copies)])
}

/// How tables are written.
fn tables() -> View {
    let layout = RwSignal::new(download::csv_layout());
    let keep = move |change: &dyn Fn(&mut Layout)| {
        layout.update(change);
        download::keep_csv_layout(layout.get_untracked());
    };
    let dialect = move |value: Dialect, words: &str| {
        let choose = move || keep(&|layout| layout.dialect = value);
        el("label", "").with(radio("csv-dialect", move || layout.get().dialect == value, choose)).with(words)
    };
    let dialects =
        all([dialect(Dialect::Comma, controls::commas()), dialect(Dialect::Semicolon, controls::semicolons())]);
    let comment = move |on| keep(&|layout| layout.comment = on);
    let actions = el("div", "actions")
        .with(radios(controls::separators(), dialects))
        .with(tick(controls::csv_comment(), move || layout.get().comment, comment))
        .with(button("button", download::csv_years).with(controls::csv_years()))
        .with(button("button", download::csv).with(controls::csv_quarters()));
    all([el("h3", "").with(controls::tables()), actions])
}
