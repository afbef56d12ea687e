//! What was reported, and where reports disagree: every rival number can be loaded, and says what it does.

use super::dom::{Element, View, all, button, el, when};
use super::parts::{toggle, truth};
use super::seen::{in_view, while_seen};
use super::store::{store, with_workspace};
use crate::facts::{Choice, Conflict, Fact, PressReport, facts};
use crate::model::Outcome;
use crate::platform::reactive::{RwSignal, memo, memo_after};
use crate::scenario::{Input, Scenario, Value};
use crate::words::facts as words;
use crate::words::page::{self, Section};

/// Disagreements, what a run rate is not, and all statements.
pub fn reports() -> Element {
    let disputes = el("div", "");
    let seen = in_view(&disputes);
    let remark =
        |(title, text): (&str, &str)| el("div", "").with(el("h3", "").with(title)).with(el("p", "").with(text));
    let remarks = [
        (words::run_rate_title(), words::run_rate()),
        (words::chips_title(), words::chips()),
        (words::estimates_title(), words::estimates()),
    ];
    el("section", "section")
        .attr("id", Section::Reports.id())
        .attr("aria-labelledby", "reports-title")
        .with(el("h2", "").attr("id", "reports-title").with(Section::Reports.title()))
        .with(el("p", "lead").with(page::lead(Section::Reports)))
        .with(disputes.with(all(facts().conflicts.iter().map(|conflict| dispute(conflict, seen)))))
        .with(el("div", "remarks").with(all(remarks.map(remark))))
        .with(statements())
        .with(el("p", "caption unverified").with(words::unverified()))
}

/// A question on which reports disagree.
fn dispute(conflict: &'static Conflict, seen: RwSignal<bool>) -> Element {
    let one = |choice: &'static Choice| match conflict.input.zip(choice.value) {
        Some((input, value)) => chip(choice, input, value, seen),
        None => el("li", "chip").with(el("span", "dead").with(label(choice))),
    };
    let inert = conflict.input.is_none() && !conflict.note.contains(words::no_input());
    let heading = format!("dispute-{}", conflict.id);
    let chips = el("ul", "chips").attr("aria-labelledby", &heading).with(all(conflict.choices.iter().map(one)));
    let note = el("p", "caption").with(conflict.note.as_str()).with(inert.then(|| format!(" {}", words::no_input())));
    el("div", "dispute")
        .with(el("h3", "").attr("id", &heading).with(conflict.title.as_str()))
        .with(el("div", "").with(chips).with(note))
}

/// A rival number: pressed, it is the model's.
fn chip(choice: &'static Choice, input: Input, value: f64, seen: RwSignal<bool>) -> Element {
    let store = store();
    let chosen = move || store.scenario.with(|scenario| scenario.get(input) == Value::Number(value));
    let here = memo(while_seen(*seen, chosen));
    // The answer with this value depends on every input but the one it sets.
    let others = store.without(vec![input]);
    let does = memo_after(move |before: Option<&String>| match before {
        Some(before) if !seen.get() => before.clone(),
        None if !seen.get() => String::new(),
        _ => consequence(others.get(), input, value),
    });
    let press = button("", move || store.set(input, Value::Number(value)))
        .keep("aria-pressed", move || truth(here.get()))
        .with(label(choice));
    el("li", "chip").with(press).with(el("span", "").says(move || does.get()))
}

fn label(choice: &Choice) -> View {
    let spoken = el("span", "sr").with(words::reports_after(&choice.reports));
    let marks = el("sup", "").with(spoken).with(words::report_marks(&choice.reports));
    all::<View>([choice.label.as_str().into(), marks.into()])
}

fn consequence(mut scenario: Scenario, input: Input, value: f64) -> String {
    if scenario.set(input, Value::Number(value)).is_err() {
        return String::new();
    }
    let mut outcome = Outcome::default();
    with_workspace(|workspace| workspace.fill_without_break_even(&scenario, &mut outcome));
    words::consequence(&outcome.summary)
}

/// Every statement, under the first report that makes it.
fn statements() -> View {
    let open = store().statements;
    let listed = |report: &'static PressReport| {
        let facts = facts().facts.iter().filter(|fact| fact.reports.first() == Some(&report.number));
        let list = facts.map(|fact| statement(fact).attr("id", &id(fact)));
        all([el("h3", "").with(report.title.as_str()), el("ul", "fact-list").with(all(list))])
    };
    let opener = toggle("link statements", open).with(words::statements_count(facts().facts.len()));
    all::<View>([opener.into(), when(move || open.get(), move || all(facts().reports.iter().map(listed)))])
}

/// A statement with what it rests on.
fn statement(fact: &Fact) -> Element {
    el("li", "").with(fact.statement.as_str()).with(el("small", "").with(words::source(fact)))
}

fn id(fact: &Fact) -> String {
    format!("fact-{}", fact.id)
}

/// What stands behind an input's default: its statements, or whose number it is.
pub fn behind(input: Input) -> View {
    let behind = words::behind(input);
    let first = behind.facts.first().copied();
    let lead = move || {
        store().statements.set(true);
        super::scroll::focus(first.map_or_else(|| Section::Reports.id().to_owned(), id));
    };
    let note = (!behind.note.is_empty()).then(|| el("p", "").with(behind.note));
    all::<View>([
        el("b", "").with(behind.kind).into(),
        el("ul", "").with(all(behind.facts.iter().map(|&fact| statement(fact)))).into(),
        note.into(),
        button("link", lead).with(words::to_reports()).into(),
    ])
}
