//! Sharing: the link, the words, and the code that puts the calculator into an article.

use leptos::html;
use leptos::prelude::*;

use super::super::store::store;
use super::super::{download, keeping};
use super::builder::Builder;
use crate::export::csv::{Dialect, Layout};
use crate::lang::controls;
use crate::platform::file;

/// Link, words, tables, embed.
#[component]
pub fn Share() -> impl IntoView {
    view! {
        <Link/>
        <Words/>
        <Tables/>
        <Builder chart=store().embedded.get_untracked()/>
    }
}

/// A button that copies, and says whether it did.
#[component]
pub fn Copy(
    label: &'static str,
    copied: &'static str,
    text: Callback<(), String>,
    #[prop(optional)] strong: bool,
) -> impl IntoView {
    let said = RwSignal::new("");
    let press = move |_| {
        file::copy(text.run(()), move |done| said.set(if done.is_ok() { copied } else { controls::copy_by_hand() }));
    };
    view! {
        <button type="button" class="button" class:solid=strong on:click=press>{label}</button>
        <span class="small" role="status">{said}</span>
    }
}

#[component]
fn Link() -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    view! {
        <h3><label for="share-link">{controls::link()}</label></h3>
        <input id="share-link" class="field text" type="text" readonly=true node_ref=node prop:value=keeping::link()
            on:focus=move |_| { if let Some(node) = node.get_untracked() { node.select() } }/>
        <div class="actions">
            <Copy label=controls::copy_link() copied=controls::link_copied() text=Callback::new(|()| keeping::link()) strong=true/>
        </div>
    }
}

/// The answer, the figures and what was changed, in words.
#[component]
fn Words() -> impl IntoView {
    view! {
        <h3>{controls::in_words()}</h3>
        <div class="actions">
            <Copy label=controls::copy_text() copied=controls::text_copied() text=Callback::new(|()| download::words(false))/>
            <Copy label=controls::copy_markdown() copied=controls::text_copied() text=Callback::new(|()| download::words(true))/>
        </div>
    }
}

/// How tables are written.
#[component]
fn Tables() -> impl IntoView {
    let layout = RwSignal::new(download::csv_layout());
    let keep = move |change: &dyn Fn(&mut Layout)| {
        layout.update(change);
        download::keep_csv_layout(layout.get_untracked());
    };
    let dialect = move |value: Dialect, words: &'static str| {
        view! {
            <label><input type="radio" name="csv-dialect" prop:checked=move || layout.get().dialect == value
                on:change=move |_| keep(&|layout| layout.dialect = value)/>{words}</label>
        }
    };
    view! {
        <h3>{controls::tables()}</h3>
        <div class="actions">
            <div class="segments" role="radiogroup" aria-label=controls::separators()>
                {dialect(Dialect::Comma, controls::commas())}
                {dialect(Dialect::Semicolon, controls::semicolons())}
            </div>
            <label class="switch"><input type="checkbox" prop:checked=move || layout.get().comment
                on:change=move |event| keep(&|layout| layout.comment = event_target_checked(&event))/>{controls::csv_comment()}</label>
            <button type="button" class="button" on:click=move |_| download::csv_years()>{controls::csv_years()}</button>
            <button type="button" class="button" on:click=move |_| download::csv()>{controls::csv_quarters()}</button>
        </div>
    }
}
