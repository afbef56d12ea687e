//! The answer first: one sentence that is always true, its caveat, and the same in one line once it has scrolled away.

use leptos::html;
use leptos::prelude::*;

use super::bar::UndoRedo;
use super::icons::Logo;
use super::seen::{seen, while_seen};
use super::store::store;
use super::text::words;
use crate::lang::answer::{self, Subject};
use crate::platform::observe;

/// The subject of the present sheet.
pub fn subject() -> Memo<Subject> {
    let workbook = store().workbook;
    Memo::new(move |_| workbook.with(|book| Subject::of(book.sheet())))
}

/// The sentence and its caveat.
#[component]
pub fn Answer(passed: WriteSignal<bool>) -> impl IntoView {
    let store = store();
    let subject = subject();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            observe::visible(&node, "-48px 0px 0px 0px", move |seen| passed.set(!seen));
        }
    });
    let sentence = move || {
        let answer = answer::answer(&subject.get(), &store.scenario.get(), &store.outcome.get().summary);
        view! { {words(answer.outcome)}" "<span class="aside">{words(answer.condition)}</span> }
    };
    view! {
        <div node_ref=node>
            <h1 class="answer" data-answer="">{sentence}</h1>
            <Caveat/>
        </div>
    }
}

/// What the answer stands on.
#[component]
pub fn Caveat() -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::P>::new();
    // Hundreds of cases are simulated for it, so it follows only where it is read.
    let caveat = while_seen(seen(node), move || {
        words(answer::caveat(&store.scenario.get(), &store.outcome.get().summary, store.cases()))
    });
    view! { <p class="caveat" node_ref=node>{caveat}</p> }
}

/// The settled answer, for those who hear the page.
#[component]
pub fn Spoken() -> impl IntoView {
    let store = store();
    let subject = subject();
    let sentence = move || {
        let (scenario, outcome) = store.settled.get()?;
        Some(answer::answer(&subject.get_untracked(), &scenario, &outcome.summary).to_string())
    };
    view! { <p class="sr" role="status" aria-live="polite">{sentence}</p> }
}

/// The one-line answer that stays on top when the sentence has scrolled away.
#[component]
pub fn Brief(passed: ReadSignal<bool>) -> impl IntoView {
    let store = store();
    let subject = subject();
    let line = move || {
        passed
            .get()
            .then(|| words(answer::in_one_line(&subject.get(), &store.scenario.get(), &store.outcome.get().summary)))
    };
    view! {
        <div class="brief" class:on=move || passed.get() aria-hidden=move || (!passed.get()).to_string()>
            <div class="wide">
                <a class="logo" href="#top" aria-label="Payback" tabindex=move || if passed.get() { "0" } else { "-1" }
                    on:click=super::page::to_top><Logo/></a>
                <p>{line}</p>
                <Show when=move || passed.get()><UndoRedo/></Show>
            </div>
        </div>
    }
}
