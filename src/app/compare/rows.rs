//! The rows of the comparison: the figures with their differences, and the inputs that differ.

use leptos::prelude::*;

use crate::analysis;
use crate::app::store::{Shared, Store, store, with_workspace};
use crate::lang::metrics::{Change, Figure, Metric, figure};
use crate::lang::numbers::THIN;
use crate::lang::{inputs, page, pins, units};
use crate::order;
use crate::scenario::Input;

/// So many inputs are listed before the rest is asked for.
const FIRST: usize = 5;

/// What a cell shows.
struct Cell {
    text: String,
    change: Option<Change>,
    same: bool,
}

/// A line of the table.
struct Line {
    name: &'static str,
    cells: Vec<Cell>,
}

/// All lines.
struct Lines {
    figures: Vec<Line>,
    inputs: Vec<Line>,
    /// Inputs that differ but matter less.
    rest: Vec<Line>,
}

/// The bodies of the table; they stand still while they are off the screen.
#[component]
pub fn Rows(seen: RwSignal<bool>) -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let lines = Memo::new(move |old: Option<&Shared<Lines>>| match old {
        Some(old) if !seen.get() => old.clone(),
        _ => Shared::new(lines(store)),
    });
    let columns = move || (store.pins.with(Vec::len) + 2).to_string();
    let more = move || match (open.get(), lines.with(|lines| lines.rest.len())) {
        (true, _) => pins::fewer().to_owned(),
        (false, count) => page::more_that_differ(count),
    };
    view! {
        <tbody>
            <tr class="head"><th scope="rowgroup" colspan=columns>{page::answers()}</th></tr>
            {move || lines.with(|lines| lines.figures.iter().enumerate().map(|(at, one)| line(one, at < 2)).collect_view())}
        </tbody>
        <tbody>
            <tr class="head"><th scope="rowgroup" colspan=columns>{page::differing()}</th></tr>
            {move || lines.with(|lines| lines.inputs.iter().map(|one| line(one, false)).collect_view())}
            {move || lines.with(|lines| open.get().then(|| lines.rest.iter().map(|one| line(one, false)).collect_view()))}
            <Show when=move || lines.with(|lines| !lines.rest.is_empty())>
                <tr class="more"><td colspan=columns>
                    <button type="button" class="link" aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)>{more}</button>
                </td></tr>
            </Show>
            <Show when=move || lines.with(|lines| lines.inputs.is_empty())>
                <tr><td colspan=columns>{pins::nothing_differs()}</td></tr>
            </Show>
        </tbody>
    }
}

fn line(line: &Line, strong: bool) -> impl IntoView + use<> {
    let cell = |cell: &Cell| {
        let change = cell.change.as_ref().map(|change| {
            let class = match change.good {
                Some(true) => "gain",
                Some(false) => "loss",
                None => "same",
            };
            view! { <small class=class>{change.text.clone()}</small> }
        });
        view! { <td class:same=cell.same>{change}{cell.text.clone()}</td> }
    };
    view! { <tr class:strong=strong><th scope="row">{line.name}</th>{line.cells.iter().map(cell).collect_view()}</tr> }
}

fn lines(store: Store) -> Lines {
    let (scenario, outcome, pins, pinned) =
        (store.scenario.get(), store.outcome.get(), store.pins.get(), store.pinned.get());
    let figures = Metric::ALL.map(|metric| {
        let present = cell(figure(metric, &scenario, &outcome.summary, None));
        let of_pin = pins
            .iter()
            .zip(&pinned)
            .map(|(pin, run)| cell(figure(metric, &pin.scenario, &run.summary, Some(&outcome.summary))));
        Line { name: metric.label(), cells: std::iter::once(present).chain(of_pin).collect() }
    });
    // What an input is worth on the way to a pin says how much it matters; listed they are as everywhere.
    let mut weights: Vec<(Input, f64)> = Vec::new();
    for pin in &pins {
        for step in with_workspace(|workspace| analysis::bridge(workspace, &scenario, &pin.scenario)).steps {
            match weights.iter_mut().find(|(input, _)| *input == step.input) {
                Some((_, weight)) => *weight = weight.max(step.difference.abs()),
                None => weights.push((step.input, step.difference.abs())),
            }
        }
    }
    order::sort(&mut weights, |one, other| other.1.total_cmp(&one.1));
    let line = |&(input, _): &(Input, f64)| {
        let now = scenario.get(input);
        let values = std::iter::once(now).chain(pins.iter().map(|pin| pin.scenario.get(input))).enumerate();
        let cell = |(at, value)| Cell { text: units::value(input, value), change: None, same: at > 0 && value == now };
        Line { name: inputs::label(input), cells: values.map(cell).collect() }
    };
    let listed = FIRST.min(weights.len());
    let (first, rest) = weights.split_at_mut(listed);
    for part in [&mut *first, &mut *rest] {
        order::sort(part, |one, other| one.0.cmp(&other.0));
    }
    Lines { figures: figures.into(), inputs: first.iter().map(line).collect(), rest: rest.iter().map(line).collect() }
}

fn cell(figure: Figure) -> Cell {
    let text = match (figure.metric, figure.second) {
        (Metric::Unmet, Some(second)) => format!("{} {}", figure.main.text, second.text),
        (Metric::Npv, _) => figure.main.text,
        _ if figure.unit.is_empty() => figure.main.text,
        _ if figure.unit == "%" => format!("{}{THIN}%", figure.main.text),
        _ => format!("{} {}", figure.main.text, figure.unit),
    };
    Cell { text, change: figure.change.filter(|change| change.good.is_some()), same: false }
}
