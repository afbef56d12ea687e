//! Bar with the answer on top of the page, once the answer itself has been scrolled away.

use leptos::prelude::*;

use super::components::Sentence;
use super::state::use_workbook;
use super::top_bar::{Home, PinButton, ShareButton, UndoRedo};
use crate::words::answer;
use crate::words::metrics;
use crate::words::metrics::Metric;
use crate::words::site;
use crate::words::text::Tone;

/// Bar with the answer in one line, on top of the page once the answer itself has been scrolled away.
#[component]
pub(crate) fn AnswerBar(
    /// Whether the answer has been scrolled away.
    passed: Signal<bool>,
) -> impl IntoView {
    view! {
        <div class="answer-bar" class:shown=move || passed.get() aria-hidden=move || (!passed.get()).to_string()>
            <div class="page-width">
                <Home
                    attr:aria-label=site::NAME
                    attr:tabindex=move || if passed.get() { "0" } else { "-1" }
                />
                <p class="full-answer"><Show when=move || passed.get()><AnswerLine/></Show></p>
                <div class="short-answer"><Show when=move || passed.get()><ShortAnswer/></Show></div>
                <Show when=move || passed.get()><UndoRedo/><PinButton/><ShareButton/></Show>
            </div>
        </div>
    }
}

/// The answer in one line.
#[component]
fn AnswerLine() -> impl IntoView {
    let workbook = use_workbook();
    let line = Memo::new(move |_| {
        let (scenario, outcome) = workbook.current();
        answer::in_one_line(&workbook.scenario_name.get(), &scenario, &outcome.summary)
    });
    view! { <Sentence text=line/> }
}

/// Payback, NPV and unmet demand in two short lines, for a phone.
#[component]
fn ShortAnswer() -> impl IntoView {
    let workbook = use_workbook();
    let growth_needed = move || {
        let (scenario, outcome) = workbook.current();
        answer::growth_needed(&scenario, &outcome.summary).unwrap_or_default()
    };
    let unmet = move || workbook.outcome.with(|outcome| answer::unmet_line(&outcome.summary));
    view! {
        <p>
            <ShortFigure metric=Metric::Payback/>
            " "
            <ShortFigure metric=Metric::Npv/>
            <span>{growth_needed}</span>
        </p>
        <p class="small">{unmet}</p>
    }
}

/// Value of a figure in its colour.
#[component]
fn ShortFigure(metric: Metric) -> impl IntoView {
    let workbook = use_workbook();
    let figure = Memo::new(move |_| {
        let (scenario, outcome) = workbook.current();
        metrics::metric_text(metric, &scenario, &outcome.summary, None)
    });
    let class = move || if figure.with(|figure| figure.tone == Tone::Good) { "gain" } else { "loss" };
    let text = move || {
        figure.with(|figure| {
            let unit = if metric == Metric::Payback { &*figure.unit } else { "" };
            format!("{} {unit}", figure.main.text)
        })
    };
    view! { <b class=class>{text}</b> }
}
