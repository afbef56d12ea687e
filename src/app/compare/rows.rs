//! The rows of the comparison: the figures with their differences, and the inputs that differ.

use crate::analysis;
use crate::app::dom::{View, all, el, when};
use crate::app::lines::{Cell, Line, lines};
use crate::app::parts::toggle;
use crate::app::store::{Shared, Store, store, with_workspace};
use crate::platform::reactive::{RwSignal, memo_after};
use crate::scenario::Input;
use crate::words::metrics::{Metric, MetricText, metric_text};
use crate::words::numbers::NARROW_SPACE;
use crate::words::{compare, inputs, units};

/// So many inputs are listed before the rest is asked for.
const FIRST: usize = 5;

/// So many figures are set in bold.
const STRONG: usize = 2;

/// All lines.
#[derive(PartialEq)]
struct Lines {
    figures: Vec<Line>,
    inputs: Vec<Line>,
    /// Inputs that differ but matter less.
    rest: Vec<Line>,
}

/// The bodies of the table; they stand still while they are off the screen.
pub fn rows(seen: RwSignal<bool>) -> View {
    let store = store();
    let open = RwSignal::new(false);
    let all_lines = memo_after(move |old: Option<&Shared<Lines>>| match old {
        Some(old) if !seen.get() => old.clone(),
        _ => Shared::new(all_of(store)),
    });
    let count = move || all_lines.with(|lines| (lines.inputs.len(), lines.rest.len()));
    let columns = move || (store.pins.with(Vec::len) + 2).to_string();
    let head = move |words: &str| {
        let head = el("th", "").attr("scope", "rowgroup").keep("colspan", columns).with(words);
        el("tr", "head").with(head)
    };
    let more = move || match (open.get(), count().1) {
        (true, _) => compare::fewer().to_owned(),
        (false, count) => compare::more_that_differ(count),
    };
    let listed = move || {
        all_lines.with(|lines| match open.get() {
            true => lines.inputs.iter().chain(&lines.rest).cloned().collect(),
            false => lines.inputs.clone(),
        })
    };
    let rest = move || {
        let cell = el("td", "").keep("colspan", columns).with(toggle("link", open).says(more));
        el("tr", "more").with(cell)
    };
    let none = move || el("tr", "").with(el("td", "").keep("colspan", columns).with(compare::nothing_differs()));
    let figures = el("tbody", "").with(head(compare::answers())).with(lines(move || all_lines.get().figures.clone()));
    let inputs = el("tbody", "")
        .with(head(compare::differing()))
        .with(lines(listed))
        .with(when(move || count().1 > 0, rest))
        .with(when(move || count().0 == 0, none));
    all([figures, inputs])
}

fn all_of(store: Store) -> Lines {
    let ((scenario, outcome), pins, pinned) = (store.present(), store.pins.get(), store.pinned.get());
    let figures = Metric::ALL.iter().enumerate().map(|(at, &metric)| {
        let present = cell(metric_text(metric, &scenario, &outcome.summary, None));
        let of_pin = pins
            .iter()
            .zip(&pinned)
            .map(|(pin, run)| cell(metric_text(metric, &pin.scenario, &run.summary, Some(&outcome.summary))));
        let class = if at < STRONG { "strong" } else { "" };
        Line { class, head: metric.label().to_owned(), cells: std::iter::once(present).chain(of_pin).collect() }
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
    weights.sort_by(|one, other| other.1.total_cmp(&one.1));
    let line = |&(input, _): &(Input, f64)| {
        let now = scenario.get(input);
        let values = std::iter::once(now).chain(pins.iter().map(|pin| pin.scenario.get(input))).enumerate();
        let cell = |(at, value)| Cell {
            class: if at > 0 && value == now { "same" } else { "" },
            ..Cell::new(units::value(input, value))
        };
        Line { class: "", head: inputs::label(input).to_owned(), cells: values.map(cell).collect() }
    };
    let listed = FIRST.min(weights.len());
    let (first, rest) = weights.split_at_mut(listed);
    for part in [&mut *first, &mut *rest] {
        part.sort_by(|one, other| one.0.cmp(&other.0));
    }
    Lines {
        figures: figures.collect(),
        inputs: first.iter().map(line).collect(),
        rest: rest.iter().map(line).collect(),
    }
}

fn cell(figure: MetricText) -> Cell {
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
