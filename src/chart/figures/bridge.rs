//! `bridge`: the steps from the worth of one scenario to that of another, input by input.

use super::axes::{axis, decimals};
use crate::analysis;
use crate::chart::{
    Align, At, AtWidth, Axis, AxisLook, Cell, ChartId, Column, Figure, Gutters, Measure, Note, Panel, Place, Point,
    Responsive, Role, Row, RowHead, Series, Span, Stop, Stroke, Table, scale,
};
use crate::scenario::ScenarioPart;
use crate::words;

/// The height of a row in CSS pixels: wide, and narrow.
const ROW: (f64, f64) = (27.0, 40.0);

/// The figure of the steps from one scenario to another. Steps beyond `limit` are joined into one.
pub fn bridge(bridge: &analysis::Bridge, from: &str, to: &str, limit: usize) -> Figure {
    let steps = steps(bridge, limit);
    let rows = steps.len() + 2;
    let all = steps.iter().flat_map(|step| [step.from, step.to]).chain([bridge.start, bridge.end]);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let wide = (high - low).max(1e-3 * high.abs()).max(1e-6);
    let (low, high) = (low - 0.08 * wide, high + 0.14 * wide);
    let scale = scale::scale(low, high, 7);
    let decimals = decimals(scale.step);
    let mut x = axis(&scale, AxisLook::GridBelow, |_, at| words::chart::signed_tick(at, decimals).into());
    x.ticks.retain(|tick| tick.at >= low && tick.at <= high);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (240.0, 6.0), right: (24.0, 12.0), top: (2.0, 2.0), bottom: (28.0, 28.0) },
        x: Axis { low, high, ..x },
        y: Axis::hidden(rows as f64, 0.0),
        series: series(bridge, &steps),
        marks: Vec::new(),
        notes: notes(bridge, &steps, from, to),
        ends: Vec::new(),
    };
    let first = steps.first().map(|step| step.name());
    let texts = (
        words::chart::bridge_title(bridge.end - bridge.start, from, to),
        words::chart::bridge_subtitle(),
        words::chart::bridge_takeaway(bridge.start, bridge.end, from, to, first),
    );
    let heights = (30.0 + ROW.0 * rows as f64, 30.0 + ROW.1 * rows as f64);
    let table = table(bridge, &steps, from, to);
    super::figure(ChartId::Bridge, texts, vec![panel], stops(&steps), table, heights)
}

/// A step of one part of the scenario, or of everything else.
struct Step {
    part: Option<ScenarioPart>,
    from: f64,
    to: f64,
}

impl Step {
    fn name(&self) -> &'static str {
        self.part.map_or(words::chart::everything_else(), words::scenario_parts::short)
    }

    fn difference(&self) -> f64 {
        self.to - self.from
    }
}

/// The steps in order: losses from the largest, gains from the smallest, everything else.
fn steps(bridge: &analysis::Bridge, limit: usize) -> Vec<Step> {
    let mut sorted: Vec<_> = bridge.steps.iter().map(|step| (step.part, step.difference)).collect();
    sorted.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
    let kept = if sorted.len() > limit { limit.saturating_sub(1) } else { sorted.len() };
    let rest: f64 = sorted.iter().skip(kept).map(|step| step.1).sum();
    let remainder = sorted.len() > kept;
    sorted.truncate(kept);
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let all = sorted.into_iter().map(|(part, by)| (Some(part), by)).chain(remainder.then_some((None, rest)));
    let mut here = bridge.start;
    let step = |(part, by): (Option<ScenarioPart>, f64)| {
        let from = here;
        here += by;
        Step { part, from, to: here }
    };
    all.map(step).collect()
}

/// The upper and lower edge of a bar at a width, in rows from the middle of its row.
fn bar_span(shown: AtWidth) -> (f64, f64) {
    if shown == AtWidth::Narrow { (0.0, 0.4) } else { (-0.25, 0.25) }
}

fn middle(row: usize) -> f64 {
    row as f64 + 0.5
}

fn series(bridge: &analysis::Bridge, steps: &[Step]) -> Vec<Responsive<Series>> {
    let mut series = Vec::new();
    for shown in [AtWidth::Wide, AtWidth::Narrow] {
        let mut add = |item| series.push(Responsive { shown, item });
        let (from, to) = bar_span(shown);
        let centre = (from + to) / 2.0;
        for (role, gains) in [(Role::Loss, false), (Role::Gain, true)] {
            let chosen = steps.iter().enumerate().filter(|(_, step)| (step.difference() > 0.0) == gains);
            let bar = |(row, step): (usize, &Step)| -> (Point, Point) {
                ((step.from, middle(row + 1) + from), (step.to, middle(row + 1) + to))
            };
            add(Series::Bars { bars: chosen.map(bar).collect(), role, inset: 0.0 });
        }
        let totals = [bridge.start].into_iter().chain(steps.iter().map(|step| step.to)).enumerate();
        for (row, at) in totals {
            let points = vec![(at, middle(row) + centre), (at, middle(row + 1) + centre)];
            add(Series::Line { points, stroke: Stroke::solid(Role::Edge, 1.0), traced: false });
        }
        let last = middle(steps.len() + 1) + centre;
        let points = vec![(bridge.start, middle(0) + centre), (bridge.end, last)];
        add(Series::Dots { points, radius: 5.5, fill: Role::Ink, ring: (Role::Paper, 1.0) });
    }
    series
}

fn notes(bridge: &analysis::Bridge, steps: &[Step], from: &str, to: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut name = |row: usize, span: Span| {
        let at = |dy: f64| At::place(Place::Panel(0.0), Place::Value(middle(row))).moved(0.0, dy);
        for (shown, dy) in [(AtWidth::Wide, 0.0), (AtWidth::Narrow, -10.0)] {
            let note = Note::at(span.clone(), at(dy), Align::Left);
            notes.push(Note { shown, halo: shown == AtWidth::Narrow, ..note });
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
        let text = words::chart::step(step.difference());
        notes.extend(value(row + 1, step.from.max(step.to), Span::bold(text, role, 12.0), 6.0));
    }
    notes
}

fn value(row: usize, at: f64, span: Span, dx: f64) -> impl Iterator<Item = Note> {
    [AtWidth::Wide, AtWidth::Narrow].into_iter().map(move |shown| {
        let (from, to) = bar_span(shown);
        let at = At::point(at, middle(row) + (from + to) / 2.0).moved(dx, 0.0);
        Note { shown, keep: true, ..Note::at(span.clone(), at, Align::Left) }
    })
}

fn stops(steps: &[Step]) -> Vec<Stop> {
    let inputs =
        [None].into_iter().chain(steps.iter().map(|step| step.part.and_then(ScenarioPart::input))).chain([None]);
    inputs.enumerate().map(|(row, input)| Stop { panel: 0, at: middle(row), input }).collect()
}

fn table(bridge: &analysis::Bridge, steps: &[Step], from: &str, to: &str) -> Table {
    let column = |name: &'static str| Column { name: name.into(), unit: Measure::SignedMoney, key: None };
    let total = |name: &str, worth: f64| {
        Row::new(RowHead::Words(name.to_owned().into()), vec![Cell::Empty, Cell::Number(worth)])
    };
    let step = |step: &Step| {
        let head =
            RowHead::Words(step.part.map_or(words::chart::everything_else(), words::scenario_parts::label).into());
        Row::new(head, vec![Cell::Number(step.difference()), Cell::Number(step.to)])
    };
    let rows = [total(from, bridge.start)].into_iter().chain(steps.iter().map(step)).chain([total(to, bridge.end)]);
    let columns = vec![column(words::chart::difference_head()), column(words::chart::worth_head())];
    Table { head: words::chart::input_head().into(), columns, rows: rows.collect() }
}
