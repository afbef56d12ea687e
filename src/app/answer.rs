//! The answer first: one sentence that is always true, its caveat, and the same in one line once it has scrolled away.

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::bar::{Pin, Share, UndoRedo};
use super::icons::Logo;
use super::seen::{seen, while_seen};
use super::store::{Store, store};
use super::text::words;
use crate::lang::answer::{self, Subject};
use crate::lang::metrics::{self, Metric};
use crate::lang::text::Tone;
use crate::platform::observe;

/// The subject of the present sheet.
pub fn subject() -> Memo<Subject> {
    let workbook = store().workbook;
    memo(move || workbook.with(|book| Subject::of(book.sheet())))
}

/// The sentence and its caveat.
#[component]
pub fn Answer(passed: WriteSignal<bool>) -> impl IntoView {
    let store = store();
    let subject = subject();
    let node = NodeRef::<html::Div>::new();
    effect(move || {
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
    let short = move || passed.get().then(|| view! { <Short subject/> });
    view! {
        <div class="brief" class:on=move || passed.get() aria-hidden=move || (!passed.get()).to_string()>
            <div class="wide">
                <a class="logo" href="#top" aria-label="Payback" tabindex=move || if passed.get() { "0" } else { "-1" }
                    on:click=super::page::to_top><Logo/></a>
                <p class="in-line">{line}</p>
                <div class="in-short">{short}</div>
                <Show when=move || passed.get()><UndoRedo/><Pin/><Share/></Show>
            </div>
        </div>
    }
}

/// Payback, worth and unmet demand in two short lines, for a phone.
#[component]
fn Short(subject: Memo<Subject>) -> impl IntoView {
    let store = store();
    let part = move |metric: Metric| {
        let figure = metrics::figure(metric, &store.scenario.get(), &store.outcome.get().summary, None);
        let unit = if metric == Metric::Payback { figure.unit } else { String::new() };
        let good = figure.tone == Tone::Good;
        view! { <b class:gain=good class:loss=!good>{figure.main.text}" "{unit}</b> }
    };
    let needed = move || answer::growth_needed(&store.scenario.get(), &store.outcome.get().summary);
    let unmet = move || answer::unmet_line(&store.outcome.get().summary);
    view! {
        <p>{move || part(Metric::Payback)}" "{move || part(Metric::Npv)}<span>{needed}</span></p>
        <p class="small">{move || subject.get().name()}" · "{unmet}</p>
    }
}

/// Keeps the window's title with the answer, once the hand has rested.
pub fn title_window(store: Store) {
    let subject = subject();
    effect(move || {
        if let Some((_, outcome)) = store.settled.get() {
            gloo::utils::document().set_title(&answer::window_title(&subject.get_untracked(), &outcome.summary));
        }
    });
}
