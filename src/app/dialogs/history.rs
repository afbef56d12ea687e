//! Undo history.

use leptos::prelude::*;

use crate::app::state::use_workbook;
use crate::scenario::workbook::Workbook;
use crate::words::controls;
use crate::words::history;

/// Steps of the history, newest first. Undone steps are above the current step, until the next edit removes them.
#[component]
pub(super) fn History() -> impl IntoView {
    let workbook = use_workbook();
    let count = Memo::new(move |_| workbook.workbook.with(|book| book.history().0.count()));
    view! {
        <div class="actions">
            <button
                type="button"
                class="button"
                disabled=move || !workbook.undo_redo.get().0
                on:click=move |_| workbook.edit(Workbook::undo)
            >
                {controls::undo()}
            </button>
            <button
                type="button"
                class="button"
                disabled=move || !workbook.undo_redo.get().1
                on:click=move |_| workbook.edit(Workbook::redo)
            >
                {controls::redo()}
            </button>
        </div>
        <ol class="steps">
            <For each=move || (0..count.get()).rev() key=|index| *index let(index)>
                <HistoryStep index/>
            </For>
        </ol>
    }
}

/// Step of the history, as a button that goes back or forward to it.
#[component]
fn HistoryStep(
    /// Position in the history, oldest first.
    index: usize,
) -> impl IntoView {
    let workbook = use_workbook();
    let current = Memo::new(move |_| workbook.workbook.with(|book| book.history().1));
    let words = move || workbook.workbook.with(|book| book.history().0.nth(index).map(history::step));
    let is_undone = move || index > current.get();
    let note = move || match index.cmp(&current.get()) {
        std::cmp::Ordering::Less => "",
        std::cmp::Ordering::Equal => history::present(),
        std::cmp::Ordering::Greater => history::undone(),
    };
    view! {
        <li>
            <button
                type="button"
                class:undone=is_undone
                aria-current=move || (index == current.get()).then_some("true")
                on:click=move |_| workbook.edit(|book| book.go(index))
            >
                <span>{words}</span>
                <span class="small">{note}</span>
            </button>
        </li>
    }
}
