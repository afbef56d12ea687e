//! `tornado`: the inputs that move the answer, and how far.

use super::axes;
use super::tables::column;
use crate::analysis::{self, TornadoBar};
use crate::chart::{
    Align, At, AtWidth, Axis, AxisLook, Cell, ChartId, Column, Figure, Gutters, Mark, Measure, Note, Panel, Place,
    Point, Responsive, Role, Row, RowHead, Series, Span, Stop, Stroke, Table, scale,
};
use crate::scenario::{Input, Scenario};
use crate::words;

/// Data of the chart.
#[derive(Clone, Copy, Debug)]
pub struct TornadoView<'a> {
    /// The runs.
    pub tornado: &'a analysis::Tornado,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The measure.
    pub measure: analysis::OutcomeMeasure,
    /// The distance by which each input was moved.
    pub span: analysis::SwingRange,
    /// The number of inputs listed, beside the headline inputs.
    pub limit: usize,
}

/// The height of a row in CSS pixels: wide, and narrow.
const ROW: (f64, f64) = (27.0, 42.0);
/// The gap between the largest swings and the remaining headline inputs, in rows.
const GAP: f64 = 0.35;

/// The figure of swings.
pub fn tornado(view: &TornadoView) -> Figure {
    let rows = rows(view);
    let height = rows.last().map_or(1.0, |row| row.y + 0.5);
    let scale = Extent::new(view, &rows);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (284.0, 6.0), right: (40.0, 6.0), top: (48.0, 34.0), bottom: (4.0, 4.0) },
        x: scale.axis(view.measure),
        y: Axis::hidden(height, 0.0),
        series: bars(&rows, &scale),
        marks: marks(&rows, &scale),
        notes: notes(view, &rows, &scale),
        ends: Vec::new(),
    };
    let input = |row: usize| rows.get(row).map(|row| row.bar.input);
    let texts = (
        words::chart::tornado_title(input(0), input(1)),
        &*words::chart::tornado_subtitle(view.measure, view.span),
        words::chart::tornado_takeaway(input(0), input(1), view.measure),
    );
    let stops = rows.iter().map(|row| Stop { panel: 0, at: row.y, input: Some(row.bar.input) }).collect();
    let heights = (52.0 + ROW.0 * height, 38.0 + ROW.1 * height);
    super::figure(ChartId::Tornado, texts, vec![panel], stops, table(view, &rows), heights)
}

struct Listed<'a> {
    bar: &'a TornadoBar,
    y: f64,
}

/// The largest swings, then the remaining headline inputs.
fn rows<'a>(view: &TornadoView<'a>) -> Vec<Listed<'a>> {
    let (top, rest) = view.tornado.bars.split_at(view.limit.min(view.tornado.bars.len()));
    let mut rows: Vec<Listed> = top.iter().enumerate().map(|(row, bar)| Listed { bar, y: row as f64 + 0.5 }).collect();
    let headline = rest.iter().filter(|bar| Input::HEADLINE.contains(&bar.input));
    let from = top.len() as f64 + GAP + 0.5;
    rows.extend(headline.enumerate().map(|(row, bar)| Listed { bar, y: from + row as f64 }));
    rows
}

/// The range of the axis. `none` stands for "no answer", beyond the worse end.
struct Extent {
    low: f64,
    high: f64,
    none: f64,
    base: Option<f64>,
}

impl Extent {
    fn new(view: &TornadoView, rows: &[Listed]) -> Self {
        let base = view.tornado.base;
        let known = rows.iter().flat_map(|row| [row.bar.low, row.bar.high]).chain([base]).flatten();
        let (low, high) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
        let least = match view.measure {
            analysis::OutcomeMeasure::Npv => 1.0,
            analysis::OutcomeMeasure::Payback => 1.0,
            analysis::OutcomeMeasure::Irr => 0.02,
        };
        let (low, high) = if low <= high { (low, high) } else { (0.0, view.scenario.horizon.max(least)) };
        let wide = (high - low).max(1e-3 * high.abs()).max(1e-6 * least);
        let missing = base.is_none() || rows.iter().any(|row| row.bar.low.is_none() || row.bar.high.is_none());
        let later = view.measure == analysis::OutcomeMeasure::Payback;
        let none = if later { high + 0.12 * wide } else { low - 0.12 * wide };
        let (low, high) = if missing { (low.min(none), high.max(none)) } else { (low, high) };
        Self { low: low - 0.18 * wide, high: high + 0.18 * wide, none, base }
    }

    fn at(&self, value: Option<f64>) -> f64 {
        value.unwrap_or(self.none)
    }

    fn axis(&self, measure: analysis::OutcomeMeasure) -> Axis {
        let scale = scale::scale(self.low, self.high, 5);
        let axis = axes::axis(&scale, AxisLook::GridAbove, |_, at| {
            words::chart::measured_tick(measure, at, scale.step).into()
        });
        let inside = |at: f64| at > self.low && at < self.high;
        let ticks = axis.ticks.into_iter().filter(|tick| inside(tick.at)).collect();
        Axis { low: self.low, high: self.high, ticks, ..axis }
    }
}

/// The upper and lower edge of a bar at a width, in rows from the middle of its row.
fn bar_span(shown: AtWidth) -> (f64, f64) {
    if shown == AtWidth::Narrow { (0.0, 0.4) } else { (-0.3, 0.3) }
}

fn bars(rows: &[Listed], scale: &Extent) -> Vec<Responsive<Series>> {
    let base = scale.at(scale.base);
    let mut series = Vec::with_capacity(4);
    for shown in [AtWidth::Wide, AtWidth::Narrow] {
        let (from, to) = bar_span(shown);
        let middle = (from + to) / 2.0;
        for (role, low) in [(Role::Sand, true), (Role::Slate, false)] {
            let bar = |row: &Listed| -> (Point, Point) {
                let (own, other) = if low { (row.bar.low, row.bar.high) } else { (row.bar.high, row.bar.low) };
                let (own, other) = (scale.at(own), scale.at(other));
                // Two ends on the same side share the row, so that neither hides the other.
                let shared = (own - base) * (other - base) > 0.0;
                let (from, to) = match (shared, low) {
                    (false, _) => (from, to),
                    (true, true) => (from, middle),
                    (true, false) => (middle, to),
                };
                ((base, row.y + from), (own, row.y + to))
            };
            let bars = rows.iter().map(bar).collect();
            series.push(Responsive { shown, item: Series::Bars { bars, role, inset: 0.0 } });
        }
    }
    series
}

fn marks(rows: &[Listed], scale: &Extent) -> Vec<Responsive<Mark>> {
    let base = scale.at(scale.base);
    let mut marks = Vec::with_capacity(rows.len() + 3);
    let line = |share: f64, dy: f64| At::place(Place::Value(base), Place::Plot(share)).moved(0.0, dy);
    marks.push(Mark::rule(line(0.0, -4.0), line(1.0, 0.0), Stroke::solid(Role::Ink, 2.0)));
    for row in rows {
        let at = At::place(Place::Panel(1.0), Place::Value(row.y)).moved(-12.0, 0.0);
        let item = Mark::Badge { at, source: row.bar.input.spec().source };
        marks.push(Responsive { shown: AtWidth::Wide, item });
    }
    for (role, dx) in [(Role::Sand, 0.0), (Role::Slate, SWATCH)] {
        let at = At::place(Place::Panel(0.0), Place::Panel(0.0)).moved(dx, 4.0);
        let corners = vec![(0.0, 0.0), (11.0, 0.0), (11.0, 11.0), (0.0, 11.0)];
        marks.push(Mark::Shape { at, corners, role }.into());
    }
    marks
}

/// The distance between the swatches of the key, in CSS pixels.
const SWATCH: f64 = 136.0;

fn notes(view: &TornadoView, rows: &[Listed], scale: &Extent) -> Vec<Note> {
    let (lower, higher) = words::chart::span_ends(view.span);
    let key = |text: &'static str, dx: f64| {
        let at = At::place(Place::Panel(0.0), Place::Panel(0.0)).moved(dx + 17.0, 10.0);
        Note::at(Span::plain(text, Role::Ink2, 12.0), at, Align::Left)
    };
    let mut notes = vec![key(lower, 0.0), key(higher, SWATCH), now(view, scale)];
    for row in rows {
        notes.extend(names(view, row));
        notes.extend(values(view, row, scale));
    }
    notes
}

fn now(view: &TornadoView, scale: &Extent) -> Note {
    let text = Span::bold(words::chart::now(view.measure, scale.base), Role::Ink, 12.0);
    let at = At::place(Place::Value(scale.at(scale.base)), Place::Panel(0.0)).moved(0.0, 21.0);
    Note { keep: true, shown: AtWidth::Wide, ..Note::at(text, at, Align::Centre) }
}

/// The input and its value at the left; in a narrow figure the input stands over its bar.
fn names(view: &TornadoView, row: &Listed) -> Vec<Note> {
    let input = row.bar.input;
    let headline = Input::HEADLINE.contains(&input);
    let name = words::chart::starred(input, headline);
    let span = if headline { Span::bold(name, Role::Ink, 13.0) } else { Span::plain(name, Role::Ink, 13.0) };
    let value = view.scenario.get(input).number().map_or_else(String::new, |value| words::units::amount(input, value));
    let at = |dx: f64, dy: f64| At::place(Place::Panel(0.0), Place::Value(row.y)).moved(dx, dy);
    let note = |shown, span, at, align| Note { shown, halo: false, ..Note::at(span, at, align) };
    let named = note(AtWidth::Wide, span.clone(), at(0.0, 0.0), Align::Left);
    let valued = note(AtWidth::Wide, Span::plain(value, Role::Ink2, 13.0), at(256.0, 0.0), Align::Right);
    let over = Note { halo: true, ..note(AtWidth::Narrow, span, at(0.0, -11.0), Align::Left) };
    vec![named, valued, over]
}

/// The answers at both ends of a bar, or inside it where they would cross the zero line.
fn values(view: &TornadoView, row: &Listed, scale: &Extent) -> Vec<Note> {
    let base = scale.at(scale.base);
    let room = 0.1 * (scale.high - scale.low);
    let mut notes = Vec::with_capacity(4);
    for (value, other, role) in [(row.bar.low, row.bar.high, Role::Sand), (row.bar.high, row.bar.low, Role::Slate)] {
        let (at, other) = (scale.at(value), scale.at(other));
        let left = at < base || (at == base && other > base);
        let hidden = (at - base) * (other - base) > 0.0 && (at - base).abs() < (other - base).abs();
        if hidden || at == base && other == base && role == Role::Slate {
            continue;
        }
        let zero_between = if left { at - room < 0.0 && at > 0.0 } else { at + room > 0.0 && at < 0.0 };
        let inside = zero_between && (at - base).abs() > room;
        let (dx, align) = match (left, inside) {
            (true, false) => (-5.0, Align::Right),
            (true, true) => (5.0, Align::Left),
            (false, false) => (5.0, Align::Left),
            (false, true) => (-5.0, Align::Right),
        };
        for shown in [AtWidth::Wide, AtWidth::Narrow] {
            let (from, to) = bar_span(shown);
            // A bar without room for its label has it on the other side of the zero line, which would strike it through.
            let end = if zero_between && !inside { 0.0 } else { at };
            let place = At::point(end, row.y + (from + to) / 2.0).moved(dx, 0.0);
            let text = Span::plain(words::chart::measured(view.measure, value), Role::Ink2, 12.0);
            let note = Note::at(text, place, align);
            notes.push(Note { shown, halo: !inside, on: inside.then_some(role), ..note });
        }
    }
    notes
}

fn table(view: &TornadoView, rows: &[Listed]) -> Table {
    let unit = match view.measure {
        analysis::OutcomeMeasure::Npv => Measure::SignedMoney,
        analysis::OutcomeMeasure::Payback => Measure::Years,
        analysis::OutcomeMeasure::Irr => Measure::Share,
    };
    let (lower, higher) = words::chart::span_ends(view.span);
    let plain = |name: &'static str| Column { name: name.into(), unit: Measure::Plain, key: None };
    let columns = vec![
        plain(words::chart::value_head()),
        column(lower, unit, Stroke::solid(Role::Sand, 3.0)),
        column(higher, unit, Stroke::solid(Role::Slate, 3.0)),
    ];
    let row = |row: &Listed| {
        let input = row.bar.input;
        let value = view.scenario.get(input).number().map_or(Cell::Empty, |value| Cell::Of(input, value));
        let head = RowHead::Words(words::inputs::label(input).into());
        Row::new(head, vec![value, row.bar.low.into(), row.bar.high.into()])
    };
    Table { head: words::chart::input_head().into(), columns, rows: rows.iter().map(row).collect() }
}
