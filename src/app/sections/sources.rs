//! Sources: reported statements, and values on which reports disagree and which can be loaded.

use leptos::html;
use leptos::prelude::*;

use crate::app::components::ToggleButton;
use crate::app::scroll;
use crate::app::section::Section;
use crate::app::state::{WorkbookStore, use_ui, use_workbook};
use crate::app::visibility::{NEAR, use_off_screen, use_visibility, while_visible};
use crate::facts::{Choice, Conflict, Fact, PressReport, facts};
use crate::model::Outcome;
use crate::scenario::{Input, Scenario, Value};
use crate::words::facts as words;
use crate::words::sections;

/// Section about the reports.
#[component]
pub(crate) fn Sources() -> impl IntoView {
    let (root, disputes) = (NodeRef::<html::Section>::new(), NodeRef::<html::Div>::new());
    let off_screen = use_off_screen(root);
    let visible = use_visibility(disputes, NEAR);
    let remarks = [
        (words::run_rate_title(), words::run_rate()),
        (words::chips_title(), words::chips()),
        (words::estimates_title(), words::estimates()),
    ];
    let remark = |(title, text)| view! { <div><h3>{title}</h3><p>{text}</p></div> };
    view! {
        <section
            node_ref=root
            class="section"
            class:off-screen=off_screen
            id=Section::Sources.id()
            aria-labelledby="reports-title"
        >
            <h2 id="reports-title">{Section::Sources.title()}</h2>
            <p class="lead">{sections::reports_lead()}</p>
            <div node_ref=disputes>
                {facts().conflicts.iter().map(|conflict| view! { <Dispute conflict visible/> }).collect_view()}
            </div>
            <div class="remarks">{remarks.map(remark).collect_view()}</div>
            <Statements/>
            <p class="caption unverified">{words::unverified()}</p>
        </section>
    }
}

/// Question on which reports disagree, with their values.
#[component]
fn Dispute(
    /// The question.
    conflict: &'static Conflict,
    /// Whether the questions are visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let chip = |choice: &'static Choice| match conflict.input.zip(choice.value) {
        Some((input, value)) => view! { <RivalValue choice input value visible/> }.into_any(),
        None => view! { <li class="chip"><span class="dead"><ChoiceLabel choice/></span></li> }.into_any(),
    };
    let heading_id = format!("dispute-{}", conflict.id);
    let moves_nothing = conflict.input.is_none() && !conflict.note.contains(words::no_input());
    view! {
        <div class="dispute">
            <h3 id=heading_id.clone()>{conflict.title.as_str()}</h3>
            <div>
                <ul class="chips" aria-labelledby=heading_id>{conflict.choices.iter().map(chip).collect_view()}</ul>
                <p class="caption">
                    {conflict.note.as_str()} {moves_nothing.then(|| format!(" {}", words::no_input()))}
                </p>
            </div>
        </div>
    }
}

/// Button that loads a reported value, with the outcome of the scenario at this value.
#[component]
fn RivalValue(
    /// The report's side of the question.
    choice: &'static Choice,
    /// Input that the value belongs to.
    input: Input,
    /// The value.
    value: f64,
    /// Whether the questions are visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let workbook = use_workbook();
    let is_loaded =
        while_visible(visible, move || workbook.scenario.with(|scenario| scenario.get(input) == Value::Number(value)));
    // The outcome at this value depends on every input but the one that it sets.
    let others = workbook.scenario_without(move || vec![input]);
    let outcome = Memo::new(move |before: Option<&String>| match (visible.get(), before) {
        (true, _) => outcome_at(workbook, others.get(), input, value),
        (false, before) => before.cloned().unwrap_or_default(),
    });
    view! {
        <li class="chip">
            <button
                type="button"
                aria-pressed=move || is_loaded().to_string()
                on:click=move |_| workbook.set(input, Value::Number(value))
            >
                <ChoiceLabel choice/>
            </button>
            <span>{move || outcome.get()}</span>
        </li>
    }
}

/// Label of a reported value, with the numbers of its reports.
#[component]
fn ChoiceLabel(choice: &'static Choice) -> impl IntoView {
    view! {
        {choice.label.as_str()}
        <sup>
            <span class="sr">{words::reports_after(&choice.reports)}</span>
            {words::report_marks(&choice.reports)}
        </sup>
    }
}

/// Returns payback and NPV of a scenario at a value of an input.
fn outcome_at(workbook: WorkbookStore, mut scenario: Scenario, input: Input, value: f64) -> String {
    if scenario.set(input, Value::Number(value)).is_err() {
        return String::new();
    }
    let mut outcome = Outcome::default();
    workbook.with_workspace(|workspace| workspace.fill_without_break_even(&scenario, &mut outcome));
    words::consequence(scenario.horizon, &outcome.summary)
}

/// List of all statements, each under the first report that makes it.
#[component]
fn Statements() -> impl IntoView {
    let open = use_ui().statements_open;
    let report = |report: &'static PressReport| {
        let statements = facts().facts.iter().filter(|fact| fact.reports.first() == Some(&report.number));
        view! {
            <h3>{report.title.as_str()}</h3>
            <ul class="fact-list">
                {statements.map(|fact| view! { <Statement fact attr:id=statement_id(fact)/> }).collect_view()}
            </ul>
        }
    };
    view! {
        <ToggleButton class="link statements" open>{words::statements_count(facts().facts.len())}</ToggleButton>
        <Show when=move || open.get()>{facts().reports.iter().map(report).collect_view()}</Show>
    }
}

/// Statement with its basis and its reports.
#[component]
fn Statement(fact: &'static Fact) -> impl IntoView {
    view! { <li>{fact.statement.as_str()}<small>{words::source(fact)}</small></li> }
}

fn statement_id(fact: &Fact) -> String {
    format!("fact-{}", fact.id)
}

/// Source of an input's default: its statements, or a note that it is published elsewhere or assumed here.
#[component]
pub(crate) fn SourceNote(
    /// The input.
    input: Input,
) -> impl IntoView {
    let ui = use_ui();
    let source = words::basis(input);
    let target = source.facts.first().map_or_else(|| Section::Sources.id().to_owned(), |fact| statement_id(fact));
    let show_reports = move |_| {
        ui.statements_open.set(true);
        scroll::focus(target.clone());
    };
    view! {
        <b>{source.kind}</b>
        <ul>{source.facts.into_iter().map(|fact| view! { <Statement fact/> }).collect_view()}</ul>
        {(!source.note.is_empty()).then(|| view! { <p>{source.note}</p> })}
        <button type="button" class="link" on:click=show_reports>{words::to_reports()}</button>
    }
}
