//! Rows of the comparison: the figures with their differences, and the inputs that differ.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis;
use crate::app::components::{Cell, Line, TableRows, ToggleButton};
use crate::app::state::{WorkbookStore, use_workbook};
use crate::app::visibility::memo_while_visible;
use crate::model::{Outcome, Summary};
use crate::scenario::workbook::Pin;
use crate::scenario::{Scenario, ScenarioPart};
use crate::words::compare;
use crate::words::financing;
use crate::words::metrics::Metric;
use crate::words::metrics::MetricText;
use crate::words::metrics::metric_text;
use crate::words::numbers::NARROW_SPACE;
use crate::words::scenario_parts;

/// Differing inputs that are listed at first.
const FIRST_INPUTS: usize = 5;

/// Figures in bold.
const STRONG_FIGURES: usize = 2;

/// Rows of the comparison.
#[derive(PartialEq)]
struct Comparison {
    figures: Vec<Line>,
    /// Differing inputs that matter most.
    inputs: Vec<Line>,
    /// Other differing inputs.
    more_inputs: Vec<Line>,
}

/// Bodies of the comparison's table.
#[component]
pub(super) fn ComparisonRows(
    /// Whether the comparison is visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let workbook = use_workbook();
    let comparison = memo_while_visible(visible, move || Arc::new(compare(workbook)));
    let show_all = RwSignal::new(false);
    let figures = Memo::new(move |_| comparison.with(|comparison| comparison.figures.clone()));
    let inputs = Memo::new(move |_| {
        let show_all = show_all.get();
        comparison.with(|comparison| {
            let more = comparison.more_inputs.iter().filter(|_| show_all);
            comparison.inputs.iter().chain(more).cloned().collect::<Vec<_>>()
        })
    });
    let more = Memo::new(move |_| comparison.with(|comparison| comparison.more_inputs.len()));
    let more_text =
        move || if show_all.get() { compare::fewer().to_owned() } else { compare::more_that_differ(more.get()) };
    let columns = Memo::new(move |_| workbook.pins.with(Vec::len) + 2);
    view! {
        <tbody>
            <GroupHead columns words=compare::answers()/>
            <TableRows lines=figures/>
        </tbody>
        <tbody>
            <GroupHead columns words=compare::differing()/>
            <TableRows lines=inputs/>
            <Show when=move || { more.get() > 0 }>
                <tr class="more">
                    <td colspan=move || columns.get()>
                        <ToggleButton class="link" open=show_all>{more_text}</ToggleButton>
                    </td>
                </tr>
            </Show>
            <Show when=move || inputs.with(Vec::is_empty)>
                <tr><td colspan=move || columns.get()>{compare::nothing_differs()}</td></tr>
            </Show>
        </tbody>
    }
}

/// Head of a group of rows.
#[component]
fn GroupHead(
    /// Number of columns of the table.
    columns: Memo<usize>,
    /// Text of the head.
    words: &'static str,
) -> impl IntoView {
    view! { <tr class="group-head"><th scope="rowgroup" colspan=move || columns.get()>{words}</th></tr> }
}

/// Compares the current scenario with the pinned scenarios.
fn compare(workbook: WorkbookStore) -> Comparison {
    let ((scenario, outcome), pins, outcomes) =
        (workbook.current(), workbook.pins.get(), workbook.pinned_outcomes.get());
    let figures = Metric::ALL.iter().enumerate().map(|(index, &metric)| {
        let current = figure_cell(metric_text(metric, &scenario, &outcome.summary, None));
        let pinned = pins.iter().zip(&outcomes).map(|(pin, pinned)| {
            figure_cell(metric_text(metric, &pin.scenario, &pinned.summary, Some(&outcome.summary)))
        });
        let class = if index < STRONG_FIGURES { "strong" } else { "" };
        Line { class, head: metric.label().to_owned(), cells: std::iter::once(current).chain(pinned).collect() }
    });
    let financing = financing_lines(&scenario, &outcome, &pins, &outcomes);
    let mut differing = workbook.with_workspace(|workspace| {
        analysis::differing_parts(workspace, &scenario, pins.iter().map(|pin| &pin.scenario))
    });
    let mut more = differing.split_off(FIRST_INPUTS.min(differing.len()));
    // The inputs that matter most come first; within both parts they have the order of the page.
    differing.sort_unstable();
    more.sort_unstable();
    let line = |part| part_line(part, &scenario, &pins);
    Comparison {
        figures: figures.chain(financing).collect(),
        inputs: differing.into_iter().map(line).collect(),
        more_inputs: more.into_iter().map(line).collect(),
    }
}

/// Returns the lines of interest and payback after it, where any of the scenarios borrows.
fn financing_lines(scenario: &Scenario, outcome: &Outcome, pins: &[Pin], outcomes: &[Arc<Outcome>]) -> Vec<Line> {
    let pinned = pins.iter().map(|pin| &pin.scenario).zip(outcomes.iter().map(|outcome| &outcome.summary));
    let all: Vec<_> = std::iter::once((scenario, &outcome.summary)).chain(pinned).collect();
    if all.iter().all(|(scenario, _)| scenario.debt_share <= 0.0) {
        return Vec::new();
    }
    let line = |head: &str, text: &dyn Fn(&Scenario, &Summary) -> String| {
        let cells = all.iter().map(|(scenario, summary)| Cell::new(text(scenario, summary))).collect();
        Line { class: "", head: head.to_owned(), cells }
    };
    vec![
        line(financing::interest_head(), &|_, summary| financing::interest(summary).text),
        line(financing::payback_head(), &|scenario, summary| financing::payback(scenario, summary).text),
    ]
}

fn part_line(part: ScenarioPart, scenario: &Scenario, pins: &[Pin]) -> Line {
    let current = scenario_parts::value(scenario, part);
    let pinned = pins.iter().map(|pin| {
        let value = scenario_parts::value(&pin.scenario, part);
        let class = if value == current { "same" } else { "" };
        Cell { class, ..Cell::new(value) }
    });
    let cells = std::iter::once(Cell::new(current.clone())).chain(pinned).collect();
    Line { class: "", head: scenario_parts::label(part).to_owned(), cells }
}

fn figure_cell(figure: MetricText) -> Cell {
    let text = match (figure.metric, figure.second) {
        (Metric::Unmet, Some(second)) => format!("{} {}", figure.main.text, second.text),
        (Metric::Npv, _) => figure.main.text,
        _ if figure.unit.is_empty() => figure.main.text,
        _ if figure.unit == "%" => format!("{}{NARROW_SPACE}%", figure.main.text),
        _ => format!("{} {}", figure.main.text, figure.unit),
    };
    let note = figure.change.and_then(|change| Some((if change.good? { "gain" } else { "loss" }, change.text)));
    Cell { note, ..Cell::new(text) }
}
