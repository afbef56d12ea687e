//! What was reported, and where reports disagree: every rival number can be loaded, and says what it does.

use crate::app::reactive::memo;
use leptos::html;
use leptos::prelude::*;

use super::seen::seen;
use super::store::{store, with_workspace};
use crate::facts::{Choice, Conflict, Fact, Report, facts};
use crate::lang::facts as words;
use crate::lang::page::{self, Section};
use crate::model::Outcome;
use crate::scenario::{Input, Scenario, Value};

/// Disagreements, what a run rate is not, and all statements.
#[component]
pub fn Reports() -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let seen = seen(node);
    view! {
        <section class="section" id=Section::Reports.id() aria-labelledby="reports-title">
            <h2 id="reports-title">{Section::Reports.title()}</h2>
            <p class="lead">{page::lead(Section::Reports)}</p>
            <div node_ref=node>
                {facts().conflicts.iter().map(|conflict| view! { <Dispute conflict seen/> }).collect_view()}
            </div>
            <div class="remarks">
                {[(words::run_rate_title(), words::run_rate()), (words::chips_title(), words::chips()), (words::estimates_title(), words::estimates())]
                    .map(|(title, text)| view! { <div><h3>{title}</h3><p>{text}</p></div> })}
            </div>
            <Statements/>
            <p class="caption unverified">{words::unverified()}</p>
        </section>
    }
}

/// A question on which reports disagree.
#[component]
fn Dispute(conflict: &'static Conflict, seen: RwSignal<bool>) -> impl IntoView {
    let chip = |choice: &'static Choice| match conflict.input.zip(choice.value) {
        Some((input, value)) => view! { <Chip choice input value seen/> }.into_any(),
        None => view! { <li class="chip"><span class="dead">{label(choice)}</span></li> }.into_any(),
    };
    let inert = conflict.input.is_none() && !conflict.note.contains(words::no_input());
    let heading = format!("dispute-{}", conflict.id);
    view! {
        <div class="dispute">
            <h3 id=heading.clone()>{conflict.title.as_str()}</h3>
            <div>
                <ul class="chips" aria-labelledby=heading>{conflict.choices.iter().map(chip).collect_view()}</ul>
                <p class="caption">{conflict.note.as_str()}{inert.then(|| format!(" {}", words::no_input()))}</p>
            </div>
        </div>
    }
}

/// A rival number: pressed, it is the model's.
#[component]
fn Chip(choice: &'static Choice, input: Input, value: f64, seen: RwSignal<bool>) -> impl IntoView {
    let store = store();
    let here = memo(move || store.scenario.with(|scenario| scenario.get(input) == Value::Number(value)));
    // The answer with this value depends on every input but the one it sets.
    let others = store.without(vec![input]);
    let does = Memo::new(move |before: Option<&String>| match before {
        Some(before) if !seen.get() => before.clone(),
        None if !seen.get() => String::new(),
        _ => consequence(others.get(), input, value),
    });
    view! {
        <li class="chip">
            <button type="button" aria-pressed=move || here.get().to_string()
                on:click=move |_| store.set(input, Value::Number(value))>{label(choice)}</button>
            <span>{does}</span>
        </li>
    }
}

fn label(choice: &'static Choice) -> impl IntoView {
    view! { {choice.label.as_str()}<sup><span class="sr">{words::reports_after(&choice.reports)}</span>{words::report_marks(&choice.reports)}</sup> }
}

fn consequence(mut scenario: Scenario, input: Input, value: f64) -> String {
    if scenario.set(input, Value::Number(value)).is_err() {
        return String::new();
    }
    let mut outcome = Outcome::default();
    with_workspace(|workspace| workspace.account(&scenario, &mut outcome));
    words::consequence(&outcome.summary)
}

/// Every statement, under the first report that makes it.
#[component]
fn Statements() -> impl IntoView {
    let open = store().statements;
    let listed = |report: &'static Report| {
        let facts = facts().facts.iter().filter(|fact| fact.reports.first() == Some(&report.number));
        view! {
            <h3>{report.title.as_str()}</h3>
            <ul class="fact-list">{facts.map(|fact| view! { <Statement fact anchor=true/> }).collect_view()}</ul>
        }
    };
    view! {
        <button type="button" class="link statements" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>{words::statements_count(facts().facts.len())}</button>
        <Show when=move || open.get()>{facts().reports.iter().map(listed).collect_view()}</Show>
    }
}

/// A statement with what it rests on.
#[component]
fn Statement(fact: &'static Fact, anchor: bool) -> impl IntoView {
    view! {
        <li id=anchor.then(|| id(fact))>
            {fact.statement.as_str()}
            <small>{words::source(fact)}</small>
        </li>
    }
}

fn id(fact: &Fact) -> String {
    format!("fact-{}", fact.id)
}

/// What stands behind an input's default: its statements, or whose number it is.
pub fn behind(input: Input) -> impl IntoView {
    let behind = words::behind(input);
    let first = behind.facts.first().copied();
    let lead = move |_| {
        store().statements.set(true);
        super::scroll::focus(first.map_or_else(|| Section::Reports.id().to_owned(), id));
    };
    view! {
        <b>{behind.kind}</b>
        <ul>{behind.facts.iter().map(|&fact| view! { <Statement fact anchor=false/> }).collect_view()}</ul>
        {(!behind.note.is_empty()).then(|| view! { <p>{behind.note}</p> })}
        <button type="button" class="link" on:click=lead>{words::to_reports()}</button>
    }
}
