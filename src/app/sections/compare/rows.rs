//! Rows of the comparison: the figures with their differences, and the inputs that differ.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis;
use crate::app::components::{Cell, Line, TableRows, ToggleButton};
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::workbook::Pin;
use crate::scenario::{Input, Scenario};
use crate::words::compare;
use crate::words::inputs;
use crate::words::metrics::Metric;
use crate::words::metrics::MetricText;
use crate::words::metrics::metric_text;
use crate::words::numbers::NARROW_SPACE;
use crate::words::units;

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
    let comparison = Memo::new(move |before: Option<&Arc<Comparison>>| match before {
        // Off the screen the rows stay as they are.
        Some(before) if !visible.get() => before.clone(),
        _ => Arc::new(compare(workbook)),
    });
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
    view! { <tr class="head"><th scope="rowgroup" colspan=move || columns.get()>{words}</th></tr> }
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
    let mut differing = differing_inputs(workbook, &scenario, &pins);
    let mut more = differing.split_off(FIRST_INPUTS.min(differing.len()));
    // The inputs that matter most come first; within both parts they have the order of the page.
    differing.sort_unstable();
    more.sort_unstable();
    let line = |input| input_line(input, &scenario, &pins);
    Comparison {
        figures: figures.collect(),
        inputs: differing.into_iter().map(line).collect(),
        more_inputs: more.into_iter().map(line).collect(),
    }
}

/// Returns the inputs that differ, the one with the largest effect on NPV on the way to a pin first.
fn differing_inputs(workbook: WorkbookStore, scenario: &Scenario, pins: &[Pin]) -> Vec<Input> {
    let mut effects: Vec<(Input, f64)> = Vec::new();
    for pin in pins {
        for step in workbook.with_workspace(|workspace| analysis::bridge(workspace, scenario, &pin.scenario)).steps {
            let Some(input) = step.part.input() else { continue };
            match effects.iter_mut().find(|(known, _)| *known == input) {
                Some((_, effect)) => *effect = effect.max(step.difference.abs()),
                None => effects.push((input, step.difference.abs())),
            }
        }
    }
    effects.sort_by(|one, other| other.1.total_cmp(&one.1));
    effects.into_iter().map(|(input, _)| input).collect()
}

fn input_line(input: Input, scenario: &Scenario, pins: &[Pin]) -> Line {
    let current = scenario.get(input);
    let pinned = pins.iter().map(|pin| {
        let value = pin.scenario.get(input);
        let class = if value == current { "same" } else { "" };
        Cell { class, ..Cell::new(units::value(input, value)) }
    });
    let cells = std::iter::once(Cell::new(units::value(input, current))).chain(pinned).collect();
    Line { class: "", head: inputs::label(input).to_owned(), cells }
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
