//! What several charts are made of: axes over time and money, series, areas, and labels at line ends.

use std::borrow::Cow;

use super::figure::{Axis, AxisLook, Dash, End, Figure, Gutters, Layer, Mark, Panel, Reading, Span, Stroke, Tick};
use super::table::{Column, Key, Measure, Row, RowHead, Table};
use super::ticks::Scale;
use super::{Chart, Point, Role, Stop};
use crate::analysis::CashBand;
use crate::model::Outcome;
use crate::scenario::Scenario;
use crate::words;

/// What a chart is of: a scenario and its outcome, beside what it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its outcome.
    pub outcome: &'a Outcome,
    /// The outcome of the baseline, where it is another scenario.
    pub opened: Option<&'a Outcome>,
    /// The pinned scenarios, at most three.
    pub pins: &'a [Pinned<'a>],
    /// The simulated cases.
    pub band: Option<&'a CashBand>,
}

/// A pinned scenario.
#[derive(Clone, Copy, Debug)]
pub struct Pinned<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its outcome.
    pub outcome: &'a Outcome,
}

impl<'a> Subject<'a> {
    /// A scenario alone.
    pub fn of(scenario: &'a Scenario, outcome: &'a Outcome) -> Self {
        Self { scenario, outcome, opened: None, pins: &[], band: None }
    }

    /// The lines beside the scenario's own: the baseline's, where it is another one, and the pins'.
    pub fn others(&self, own: &[Point], opened: &'static str, line: &dyn Fn(&Outcome) -> Vec<Point>) -> Vec<Other> {
        let mut others = Vec::with_capacity(4);
        if let Some(points) = self.opened.map(line).filter(|points| points != own) {
            others.push(Other { points, stroke: Stroke::solid(Role::Ghost, 2.0), name: opened.into(), tag: None });
        }
        for (index, pin) in self.pins.iter().enumerate() {
            if let (Some(&role), Some(&dash)) = (Role::PINS.get(index), Dash::PINS.get(index)) {
                let stroke = Stroke { dash, ..Stroke::solid(role, 1.75) };
                let tag = Some((char::from(b'A' + index as u8), role));
                others.push(Other { points: line(pin.outcome), stroke, name: pin.name.to_owned().into(), tag });
            }
        }
        others
    }

    /// The horizon in years.
    pub fn years(&self) -> f64 {
        years(self.outcome.quarterly.revenue.len()).max(0.25)
    }
}

/// A line beside the scenario's own.
pub struct Other {
    /// Its points.
    pub points: Vec<Point>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// What it is of.
    pub name: Cow<'static, str>,
    /// The letter and colour of a pin; the baseline has none.
    pub tag: Option<(char, Role)>,
}

impl Other {
    /// Its last value, where it reaches a time.
    pub fn end(&self, at: f64) -> Option<f64> {
        self.points.last().filter(|point| point.0 >= at - 1e-9).map(|point| point.1)
    }
}

/// Quarters as years.
pub fn years(quarters: usize) -> f64 {
    quarters as f64 / 4.0
}

/// A series that begins at quarter `first`, over years, as far as the horizon.
pub fn series(values: &[f64], first: usize, factor: f64, horizon: f64) -> Vec<Point> {
    let points = values.iter().enumerate().map(|(index, value)| (years(index + first), value * factor));
    points.take_while(|(at, _)| *at <= horizon + 1e-9).collect()
}

/// The time axis: a tick each year, the first with its quarter.
pub fn time_axis(horizon: f64) -> Axis {
    let ticks =
        (0..=horizon.floor() as u32).map(|year| Tick { at: f64::from(year), text: words::chart::tick_year(year) });
    Axis { low: 0.0, high: horizon, ticks: ticks.collect(), look: AxisLook::Time }
}

/// A money axis; its top tick carries the unit.
pub fn money_axis(scale: &Scale) -> Axis {
    let decimals = decimals(scale.step);
    let last = scale.ticks.len().saturating_sub(1);
    let text = |index: usize, at: f64| words::numbers::money_tick(at, decimals, index == last);
    axis(scale, AxisLook::Grid, |index, at| text(index, at).into())
}

/// An axis with words of its own.
pub fn axis(scale: &Scale, look: AxisLook, text: impl Fn(usize, f64) -> Cow<'static, str>) -> Axis {
    let tick = |(index, at): (usize, &f64)| Tick { at: *at, text: text(index, *at) };
    Axis { low: scale.low, high: scale.high, ticks: scale.ticks.iter().enumerate().map(tick).collect(), look }
}

/// Decimals that tell ticks of that distance apart.
pub fn decimals(step: f64) -> usize {
    if step >= 1.0 || step <= 0.0 { 0 } else { ((-step.log10()).ceil() as usize).min(6) }
}

/// The lowest and the highest of several series, with zero.
pub fn extent(all: &[&[Point]]) -> (f64, f64) {
    let values = all.iter().copied().flatten().map(|(_, value)| *value);
    values.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)))
}

/// The lowest and the highest of a scenario's own lines and of those beside it; what is of another order of size does not
/// flatten the scenario, but leaves the plot.
pub fn extent_beside(own: &[&[Point]], others: &[Other]) -> (f64, f64) {
    let (low, high) = extent(own);
    let span = high - low;
    let others: Vec<&[Point]> = others.iter().map(|other| other.points.as_slice()).collect();
    let (least, most) = extent(&others);
    if span <= 0.0 {
        (least, most)
    } else {
        (low.min(least.max(low - 1.5 * span)), high.max(most.min(high + 1.5 * span)))
    }
}

/// A line as far as it lies in the plot.
pub fn clipped(points: &[Point], stroke: Stroke, range: (f64, f64)) -> Vec<Layer> {
    clip(points, range).into_iter().map(|part| line(part, stroke)).collect()
}

/// The outline between a line and a level, of the part above it or below it.
pub fn against(points: &[Point], level: f64, above: bool) -> Vec<Point> {
    let clip = |value: f64| if above { value.max(level) } else { value.min(level) };
    let mut outline = Vec::with_capacity(points.len() + 8);
    if let (Some(first), Some(last)) = (points.first(), points.last()) {
        outline.push((last.0, level));
        outline.push((first.0, level));
    }
    let mut before: Option<Point> = None;
    for &(at, value) in points {
        if let Some((x, y)) = before.filter(|(_, y)| (y - level) * (value - level) < 0.0) {
            outline.push((x + (at - x) * (level - y) / (value - y), level));
        }
        outline.push((at, clip(value)));
        before = Some((at, value));
    }
    let flat = outline.iter().all(|(_, value)| (value - level).abs() < 1e-12);
    if flat { Vec::new() } else { outline }
}

/// The parts of a line that lie between two levels.
pub fn clip(points: &[Point], (low, high): (f64, f64)) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::with_capacity(1);
    let mut put = |point: Point, open: bool| match parts.last_mut().filter(|_| open) {
        Some(part) => part.push(point),
        None => parts.push(vec![point]),
    };
    let mut open = false;
    let mut before: Option<Point> = None;
    for &(at, value) in points {
        if let Some((x, y)) = before {
            let levels = if y < value { [low, high] } else { [high, low] };
            for level in levels.into_iter().filter(|level| (y - level) * (value - level) < 0.0) {
                put((x + (at - x) * (level - y) / (value - y), level), open);
                open = !open;
            }
        }
        if (low..=high).contains(&value) {
            put((at, value), open);
            open = true;
        }
        before = Some((at, value));
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// The outline between two lines over the same places.
pub fn between(top: &[Point], bottom: &[Point]) -> Vec<Point> {
    top.iter().chain(bottom.iter().rev()).copied().collect()
}

/// A filled outline as a layer.
pub fn fill(outline: Vec<Point>, role: Role, alpha: f64) -> Option<Layer> {
    (outline.len() > 2).then(|| Mark::Fill { outline, role, alpha }.into())
}

/// A line that the crosshair reads, as a layer.
pub fn line(points: Vec<Point>, stroke: Stroke) -> Layer {
    Mark::Line { points, stroke, traced: true }.into()
}

/// A column of a series.
pub fn column(name: impl Into<Cow<'static, str>>, unit: Measure, stroke: Stroke) -> Column {
    Column {
        name: name.into(),
        unit,
        key: Some(Key { role: stroke.role, dash: stroke.dash, width: stroke.width.min(3.0) }),
    }
}

/// A label at a line's end: its value in bold, its name after it.
pub fn end(at: f64, value: String, name: &str, role: Role, rank: u8) -> End {
    let value = Span::bold(value, role, 13.0);
    let mut words = vec![value.clone()];
    if !name.is_empty() {
        words.push(Span::plain(format!("\u{a0}{name}"), role, 12.0));
    }
    End { at, words, short: vec![value], tag: None, rank }
}

/// A label at a line's end that is the same on a phone.
pub fn label(at: f64, words: String, role: Role, rank: u8) -> End {
    let words = vec![Span::bold(words, role, 12.0)];
    End { at, short: words.clone(), words, tag: None, rank }
}

/// The labels of the pins that reach the horizon.
pub fn pin_ends(others: &[Other], horizon: f64, write: fn(f64) -> String, rank: u8) -> Vec<End> {
    let pins = others.iter().filter_map(|other| Some((other, other.tag?))).zip(rank..);
    let label = |((other, (letter, role)), rank): ((&Other, (char, Role)), u8)| {
        let at = other.end(horizon)?;
        let label = end(at, write(at), &words::chart::shorten(&other.name), role, rank);
        Some(End { tag: Some((letter, role)), ..label })
    };
    pins.filter_map(label).collect()
}

/// A figure that is read at a time, of panels that stand one over the other.
pub fn figure(
    chart: Chart,
    (title, subtitle, takeaway): (String, &str, String),
    panels: Vec<Panel>,
    stops: Vec<Stop>,
    table: Table,
    heights: (f64, f64),
) -> Figure {
    let (beside, reading, across, grid_name) = (false, Reading::Time, Vec::new(), "".into());
    let subtitle = subtitle.to_owned();
    Figure { chart, title, subtitle, takeaway, panels, beside, reading, stops, across, grid_name, table, heights }
}

/// The values of lines, quarter by quarter from the given one.
pub fn quarters(first: u32, columns: Vec<Column>, lines: &[&[Point]]) -> Table {
    let rows = lines.first().map_or(0, |line| line.len());
    let row = |index: usize| {
        let cell = |line: &&[Point]| line.get(index).map(|point| point.1).into();
        Row::new(RowHead::Quarter(first + index as u32), lines.iter().map(cell).collect())
    };
    Table { head: words::chart::quarter_head().into(), columns, rows: (0..rows).map(row).collect() }
}

/// A stop at even distances along the first panel's axis.
pub fn stops(first: f64, step: f64, count: usize) -> Vec<Stop> {
    (0..count).map(|index| Stop { panel: 0, at: first + step * index as f64, input: None }).collect()
}

/// Gutters of a chart over time with labels at the right.
pub fn gutters(right: (f64, f64), top: f64) -> Gutters {
    Gutters { left: (52.0, 44.0), right, top: (top, top), bottom: (28.0, 28.0) }
}
