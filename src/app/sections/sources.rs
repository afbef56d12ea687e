//! Sources: reported statements, and values on which reports disagree and which can be loaded.

use leptos::html;
use leptos::prelude::*;

use crate::app::components::{PageSection, ToggleButton};
use crate::app::scroll;
use crate::app::section::Section;
use crate::app::state::{UiState, WorkbookStore, use_ui, use_workbook};
use crate::app::visibility::{NEAR, memo_while_visible, use_visibility, while_visible};
use crate::facts::{Choice, Conflict, Fact, PressReport, PublishedSource, facts, published_source};
use crate::model::Outcome;
use crate::scenario::{Input, Scenario, Value};
use crate::words::facts as words;
use crate::words::inputs;
use crate::words::sections;

/// Section about the reports.
#[component]
pub(crate) fn Sources() -> impl IntoView {
    let conflicts = NodeRef::<html::Div>::new();
    let visible = use_visibility(conflicts, NEAR);
    let remarks = [
        (words::run_rate_title(), words::run_rate()),
        (words::chips_title(), words::chips()),
        (words::estimates_title(), words::estimates()),
    ];
    let remark = |(title, text)| view! { <div><h3>{title}</h3><p>{text}</p></div> };
    view! {
        <PageSection section=Section::Sources>
            <p class="lead">{sections::reports_lead()}</p>
            <div node_ref=conflicts>
                {facts().conflicts.iter().map(|conflict| view! { <ConflictRow conflict visible/> }).collect_view()}
            </div>
            <div class="remarks">{remarks.map(remark).collect_view()}</div>
            <ReportList/>
            <Statements/>
            <Publications/>
            <p class="caption unverified">{words::unverified()}</p>
        </PageSection>
    }
}

/// Question on which reports disagree, with their values.
#[component]
fn ConflictRow(
    /// The question.
    conflict: &'static Conflict,
    /// Whether the questions are visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let item = |choice: &'static Choice| match conflict.input.zip(choice.value) {
        Some((input, value)) => view! { <RivalValue choice input value visible/> }.into_any(),
        None => view! {
            <li class="choice"><div><span class="not-pressable">{choice.label.as_str()}</span><Marks choice/></div></li>
        }
        .into_any(),
    };
    let heading_id = format!("conflict-{}", conflict.id);
    let moves_nothing = conflict.input.is_none() && !conflict.note.contains(words::no_input());
    view! {
        <div class="conflict">
            <h3 id=heading_id.clone()>{conflict.title.as_str()}</h3>
            <div>
                <ul class="choices" aria-labelledby=heading_id>{conflict.choices.iter().map(item).collect_view()}</ul>
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
    let outcome = memo_while_visible(visible, move || outcome_at(workbook, others.get(), input, value));
    view! {
        <li class="choice">
            <div>
                <button
                    type="button"
                    aria-pressed=move || is_loaded().to_string()
                    on:click=move |_| workbook.set(input, Value::Number(value))
                >
                    {choice.label.as_str()}
                </button>
                <Marks choice/>
            </div>
            <span>{move || outcome.get()}</span>
        </li>
    }
}

/// Small numbers of the reports that state a value.
#[component]
fn Marks(choice: &'static Choice) -> impl IntoView {
    view! { <sup><ReportNumbers numbers=&choice.reports separator=" "/></sup> }
}

/// Numbers of reports, each of which leads to the report.
#[component]
fn ReportNumbers(
    /// The numbers.
    numbers: &'static [u32],
    /// Text between two numbers.
    separator: &'static str,
) -> impl IntoView {
    let ui = use_ui();
    let number = move |(index, &number): (usize, &u32)| {
        let show = move |_| show_on_page(ui, report_id(number));
        let number = match has_section(ui) {
            true => view! {
                <button type="button" class="link" aria-label=words::report(number) on:click=show>{number}</button>
            }
            .into_any(),
            false => number.into_any(),
        };
        view! { {(index != 0).then_some(separator)} {number} }
    };
    numbers.iter().enumerate().map(number).collect_view()
}

/// Whether the section is on the page: an embedded view has none.
fn has_section(ui: UiState) -> bool {
    !ui.link.with_untracked(|link| link.embed)
}

/// Scrolls to an element of the section. Closes the drawer on a phone, where the drawer covers the page.
fn show_on_page(ui: UiState, id: String) {
    if ui.phone.get_untracked() {
        ui.drawer_open.set(false);
    }
    scroll::focus(id);
}

/// List of the reports.
#[component]
fn ReportList() -> impl IntoView {
    let report = |report: &'static PressReport| {
        view! { <li id=report_id(report.number)>{report.title.as_str()}<small>{words::report_unknown()}</small></li> }
    };
    view! {
        <div class="report-list">
            <h3>{words::report_list()}</h3>
            <ol class="fact-list">{facts().reports.iter().map(report).collect_view()}</ol>
        </div>
    }
}

fn report_id(number: u32) -> String {
    format!("report-{number}")
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
    view! {
        <li>
            {fact.statement.as_str()}
            <small>{words::source(fact)}<ReportNumbers numbers=&fact.reports separator=", "/></small>
        </li>
    }
}

fn statement_id(fact: &Fact) -> String {
    format!("fact-{}", fact.id)
}

/// List of the values that third parties published.
#[component]
fn Publications() -> impl IntoView {
    let open = RwSignal::new(false);
    let published = || Input::ALL.iter().filter_map(|&input| Some((input, published_source(input)?)));
    let entry = |(input, source): (Input, &'static PublishedSource)| {
        view! { <li><b>{inputs::label(input)}</b>": "<Publication source/></li> }
    };
    view! {
        <div>
            <ToggleButton class="link statements" open>{words::publications_count(published().count())}</ToggleButton>
            <Show when=move || open.get()>
                <ul class="fact-list">{published().map(entry).collect_view()}</ul>
            </Show>
        </div>
    }
}

/// A publication: its statement, publisher, date and address.
#[component]
fn Publication(source: &'static PublishedSource) -> impl IntoView {
    let place = match source.address.as_deref() {
        Some(address) => {
            view! { <a href=address target="_blank" rel="noreferrer">{words::host(address)}</a> }.into_any()
        }
        None => words::no_address().into_any(),
    };
    view! { {source.says.as_str()} <small>{words::publication(source)} " · " {place}</small> }
}

/// Source of an input's default: its statements, its publication, or the reason of our assumption.
#[component]
pub(crate) fn SourceNote(
    /// The input.
    input: Input,
) -> impl IntoView {
    let ui = use_ui();
    let source = words::basis(input);
    let target = source.facts.first().filter(|_| has_section(ui)).map(|fact| statement_id(fact));
    let show_reports = move |id: String| {
        ui.statements_open.set(true);
        show_on_page(ui, id);
    };
    view! {
        <b>{source.kind}</b>
        <ul>{source.facts.into_iter().map(|fact| view! { <Statement fact/> }).collect_view()}</ul>
        {source.published.map(|source| view! { <p><Publication source/></p> })}
        {(!source.note.is_empty()).then(|| view! { <p>{source.note}</p> })}
        {target.map(|id| view! {
            <button type="button" class="link" on:click=move |_| show_reports(id.clone())>{words::to_reports()}</button>
        })}
    }
}
