//! `bridge`: from the worth of one scenario to that of another, input by input.

use super::figure::{Axis, AxisLook, Figure, Gutters, Layer, Mark, Note, Panel, Place, Reading, Span, Stroke, When};
use super::table::{Cell, Column, Measure, Row, RowHead, Table};
use super::{Align, At, Chart, Point, Role, Stop, parts, ticks};
use crate::analysis;
use crate::scenario::Input;
use crate::words;

const ROW: (f64, f64) = (27.0, 40.0);

/// The figure of the steps from one scenario to the other; beyond `limit`, the smallest are one step.
pub fn bridge(bridge: &analysis::Bridge, from: &str, to: &str, limit: usize) -> Figure {
    let steps = steps(bridge, limit);
    let rows = steps.len() + 2;
    let all = steps.iter().flat_map(|step| [step.from, step.to]).chain([bridge.start, bridge.end]);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let wide = (high - low).max(1e-3 * high.abs()).max(1e-6);
    let (low, high) = (low - 0.08 * wide, high + 0.14 * wide);
    let scale = ticks::scale(low, high, 7);
    let decimals = parts::decimals(scale.step);
    let mut x = parts::axis(&scale, AxisLook::GridBelow, |_, at| words::chart::signed_tick(at, decimals).into());
    x.ticks.retain(|tick| tick.at >= low && tick.at <= high);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (240.0, 6.0), right: (24.0, 12.0), top: (2.0, 2.0), bottom: (28.0, 28.0) },
        x: Axis { low, high, ..x },
        y: Axis { low: rows as f64, high: 0.0, ticks: Vec::new(), look: AxisLook::Hidden },
        layers: layers(bridge, &steps),
        notes: notes(bridge, &steps, from, to),
        ends: Vec::new(),
    };
    let first = steps.first().map(|step| step.name());
    let words = (
        words::chart::bridge_title(bridge.end - bridge.start, from, to),
        words::chart::bridge_subtitle(),
        words::chart::bridge_takeaway(bridge.start, bridge.end, from, to, first),
    );
    let heights = (30.0 + ROW.0 * rows as f64, 30.0 + ROW.1 * rows as f64);
    let table = table(bridge, &steps, from, to);
    let figure = parts::figure(Chart::Bridge, words, vec![panel], stops(&steps), table, heights);
    Figure { reading: Reading::Rows, ..figure }
}

/// A step; without an input it is everything else.
struct Piece {
    input: Option<Input>,
    from: f64,
    to: f64,
}

impl Piece {
    fn name(&self) -> &'static str {
        self.input.map_or(words::chart::everything_else(), words::inputs::short)
    }

    fn difference(&self) -> f64 {
        self.to - self.from
    }
}

/// Losses first, the largest at the top; then gains, the smallest first; the remainder last.
fn steps(bridge: &analysis::Bridge, limit: usize) -> Vec<Piece> {
    let mut sorted: Vec<(Input, f64)> = bridge.steps.iter().map(|step| (step.input, step.difference)).collect();
    sorted.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
    let kept = if sorted.len() > limit { limit.saturating_sub(1) } else { sorted.len() };
    let rest: f64 = sorted.iter().skip(kept).map(|step| step.1).sum();
    let remainder = sorted.len() > kept;
    sorted.truncate(kept);
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let all = sorted.into_iter().map(|(input, by)| (Some(input), by)).chain(remainder.then_some((None, rest)));
    let mut here = bridge.start;
    let step = |(input, by): (Option<Input>, f64)| {
        let from = here;
        here += by;
        Piece { input, from, to: here }
    };
    all.map(step).collect()
}

fn lies(when: When) -> (f64, f64) {
    if when == When::Narrow { (0.0, 0.4) } else { (-0.25, 0.25) }
}

fn middle(row: usize) -> f64 {
    row as f64 + 0.5
}

fn layers(bridge: &analysis::Bridge, steps: &[Piece]) -> Vec<Layer> {
    let mut layers = Vec::new();
    for when in [When::Wide, When::Narrow] {
        let (from, to) = lies(when);
        let centre = (from + to) / 2.0;
        for (role, gains) in [(Role::Loss, false), (Role::Gain, true)] {
            let chosen = steps.iter().enumerate().filter(|(_, step)| (step.difference() > 0.0) == gains);
            let bar = |(row, step): (usize, &Piece)| -> (Point, Point) {
                ((step.from, middle(row + 1) + from), (step.to, middle(row + 1) + to))
            };
            let bars = chosen.map(bar).collect();
            layers.push(Layer { when, mark: Mark::Bars { bars, role, inset: 0.0, trim: 0.0 } });
        }
        let joints = [bridge.start].into_iter().chain(steps.iter().map(|step| step.to)).enumerate();
        layers.extend(joints.map(|(row, at)| {
            let place = |y: f64| At::point(at, y);
            let (from, to) = (place(middle(row) + centre), place(middle(row + 1) + centre));
            Layer { when, ..Layer::rule(from, to, Stroke::solid(Role::Edge, 1.0)) }
        }));
        for (row, at) in [(0, bridge.start), (steps.len() + 1, bridge.end)] {
            let at = At::point(at, middle(row) + centre);
            layers.push(Layer { when, ..Layer::dot(at, 5.5, Role::Ink, (Role::Paper, 1.0)) });
        }
    }
    layers
}

fn notes(bridge: &analysis::Bridge, steps: &[Piece], from: &str, to: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut name = |row: usize, span: Span| {
        let at = |dy: f64| At::place(Place::Panel(0.0), Place::Value(middle(row))).moved(0.0, dy);
        for (when, dy) in [(When::Wide, 0.0), (When::Narrow, -10.0)] {
            let note = Note::at(span.clone(), at(dy), Align::Left);
            notes.push(Note { when, halo: when == When::Narrow, ..note });
        }
    };
    name(0, Span::bold(from.to_owned(), Role::Ink, 13.0));
    steps.iter().enumerate().for_each(|(row, step)| name(row + 1, Span::plain(step.name(), Role::Ink, 13.0)));
    name(steps.len() + 1, Span::bold(to.to_owned(), Role::Ink, 13.0));
    let ends = [(0, bridge.start), (steps.len() + 1, bridge.end)];
    for (row, worth) in ends {
        notes.extend(value(row, worth, Span::bold(words::numbers::signed_money(worth), Role::Ink, 13.0), 11.0));
    }
    for (row, step) in steps.iter().enumerate() {
        let role = if step.difference() > 0.0 { Role::Gain } else { Role::Loss };
        let words = words::chart::step(step.difference());
        notes.extend(value(row + 1, step.from.max(step.to), Span::bold(words, role, 12.0), 6.0));
    }
    notes
}

fn value(row: usize, at: f64, span: Span, dx: f64) -> impl Iterator<Item = Note> {
    [When::Wide, When::Narrow].into_iter().map(move |when| {
        let (from, to) = lies(when);
        let at = At::point(at, middle(row) + (from + to) / 2.0).moved(dx, 0.0);
        Note { when, keep: true, ..Note::at(span.clone(), at, Align::Left) }
    })
}

fn stops(steps: &[Piece]) -> Vec<Stop> {
    let inputs = [None].into_iter().chain(steps.iter().map(|step| step.input)).chain([None]);
    inputs.enumerate().map(|(row, input)| Stop { panel: 0, at: middle(row), input }).collect()
}

fn table(bridge: &analysis::Bridge, steps: &[Piece], from: &str, to: &str) -> Table {
    let column = |name: &'static str| Column { name: name.into(), unit: Measure::SignedMoney, key: None };
    let total = |name: &str, worth: f64| {
        Row::new(RowHead::Words(name.to_owned().into()), vec![Cell::Empty, Cell::Number(worth)])
    };
    let step = |step: &Piece| {
        let head = RowHead::Words(step.input.map_or(words::chart::everything_else(), words::inputs::label).into());
        Row::new(head, vec![Cell::Number(step.difference()), Cell::Number(step.to)])
    };
    let rows = [total(from, bridge.start)].into_iter().chain(steps.iter().map(step)).chain([total(to, bridge.end)]);
    let columns = vec![column(words::chart::difference_head()), column(words::chart::worth_head())];
    Table { head: words::chart::input_head().into(), columns, rows: rows.collect() }
}
