//! Terms of the glossary within texts, as buttons that open their entries.

use leptos::prelude::*;

use crate::app::state::{Dialog, use_ui};
use crate::words::glossary::{Term, pieces};

/// Button around a term that opens its entry of the glossary.
#[component]
pub(crate) fn TermButton(
    /// The term.
    term: Term,
    /// The words that stand for the term.
    children: Children,
) -> impl IntoView {
    let ui = use_ui();
    view! {
        <button
            type="button"
            class="term"
            aria-haspopup="dialog"
            on:click=move |_| ui.dialog.set(Some(Dialog::Glossary(Some(term))))
        >
            {children()}
        </button>
    }
}

/// Text in which each term opens its entry where it occurs first.
#[component]
pub(crate) fn GlossaryText(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let piece = |(text, term): (&str, Option<Term>)| {
        let text = text.to_owned();
        match term {
            Some(term) => view! { <TermButton term>{text}</TermButton> }.into_any(),
            None => text.into_any(),
        }
    };
    pieces(&text).into_iter().map(piece).collect_view()
}
