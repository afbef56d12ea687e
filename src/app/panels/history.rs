//! The steps so far, newest first, each leading back or forward to itself.

use crate::app::reactive::memo;
use leptos::prelude::*;

use crate::app::store::store;
use crate::lang::{controls, history};
use crate::scenario::workbook::Workbook;

/// The list of steps. What was undone stands above the present step, and is gone with the next change.
#[component]
pub fn History() -> impl IntoView {
    let store = store();
    let steps = move || {
        store.workbook.with(|book| {
            let (changes, present) = book.history();
            let words: Vec<_> = changes.map(history::step).collect();
            words.into_iter().enumerate().rev().map(|(at, words)| (at, words, present)).collect::<Vec<_>>()
        })
    };
    let line = move |(at, words, present): (usize, String, usize)| {
        let note = if at == present {
            history::present()
        } else if at > present {
            history::undone()
        } else {
            ""
        };
        view! {
            <li>
                <button type="button" class:undone={at > present} aria-current=(at == present).then_some("true")
                    on:click=move |_| store.act(|book| book.go(at))>
                    <span>{words}</span><span class="small">{note}</span>
                </button>
            </li>
        }
    };
    let (back, forth) =
        (memo(move || store.workbook.with(Workbook::can_undo)), memo(move || store.workbook.with(Workbook::can_redo)));
    view! {
        <div class="actions">
            <button type="button" class="button" disabled=move || !back.get() on:click=move |_| store.act(Workbook::undo)>{controls::undo()}</button>
            <button type="button" class="button" disabled=move || !forth.get() on:click=move |_| store.act(Workbook::redo)>{controls::redo()}</button>
        </div>
        <ol class="steps">{move || steps().into_iter().map(line).collect_view()}</ol>
    }
}
