//! What several charts are made of: axes over time and money, series, areas, and labels at line ends.

use std::borrow::Cow;

use super::figure::{Axis, AxisLook, Dash, End, Gutters, Layer, Mark, Span, Spot, Stroke, Tick};
use super::table::{Column, Key, Measure};
use super::ticks::Scale;
use super::{Align, At, Point, Role, Stop};
use crate::analysis::Band;
use crate::lang;
use crate::model::Outcome;
use crate::scenario::Scenario;

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
    pub band: Option<&'a Band>,
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

    /// The pins with their letter, colour and dashes.
    pub fn pinned(&self) -> impl Iterator<Item = (char, Role, Dash, &'a Pinned<'a>)> {
        let looks = ['A', 'B', 'C'].into_iter().zip(Role::PINS).zip(Dash::PINS);
        looks.zip(self.pins).map(|(((letter, role), dash), pin)| (letter, role, dash, pin))
    }

    /// The horizon in years.
    pub fn years(&self) -> f64 {
        years(self.outcome.quarterly.revenue.len()).max(0.25)
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

/// A value of a series at a table's row, where it reaches that far.
pub fn cell(values: &[f64], index: Option<usize>, factor: f64) -> super::Cell {
    index.and_then(|index| values.get(index)).map(|value| value * factor).into()
}

/// The time axis: a tick each year, the first with its quarter.
pub fn time_axis(horizon: f64) -> Axis {
    let ticks =
        (0..=horizon.floor() as u32).map(|year| Tick { at: f64::from(year), text: lang::chart::tick_year(year) });
    Axis { low: 0.0, high: horizon, ticks: ticks.collect(), look: AxisLook::Time }
}

/// A money axis; its top tick carries the unit.
pub fn money_axis(scale: &Scale) -> Axis {
    let decimals = decimals(scale.step);
    let last = scale.ticks.len().saturating_sub(1);
    let text = |index: usize, at: f64| lang::numbers::money_tick(at, decimals, index == last);
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
pub fn extent<'a>(all: impl IntoIterator<Item = &'a [Point]>) -> (f64, f64) {
    let values = all.into_iter().flatten().map(|(_, value)| *value);
    values.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)))
}

/// The lowest and the highest of a scenario's own lines and of those beside it; what is of another order of size does not
/// flatten the scenario, but leaves the plot.
pub fn extent_beside<'a>(
    own: impl IntoIterator<Item = &'a [Point]>,
    others: impl IntoIterator<Item = &'a [Point]>,
) -> (f64, f64) {
    let (low, high) = extent(own);
    let span = high - low;
    let (least, most) = extent(others);
    if span <= 0.0 {
        (least, most)
    } else {
        (low.min(least.max(low - 1.5 * span)), high.max(most.min(high + 1.5 * span)))
    }
}

/// A line beside the scenario's own, as far as it lies in the plot.
pub fn beside(points: &[Point], stroke: Stroke, range: (f64, f64)) -> impl Iterator<Item = Layer> {
    clip(points, range).into_iter().map(move |part| line(part, stroke))
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
pub fn end(at: f64, value: String, name: impl Into<Cow<'static, str>>, role: Role, rank: u8) -> End {
    let value = Span::bold(value, role, 13.0);
    let name = name.into();
    let mut words = vec![value.clone()];
    if !name.is_empty() {
        words.push(Span::plain(format!("\u{a0}{name}"), role, 12.0));
    }
    End { at, words, short: vec![value], tag: None, rank }
}

/// A stop for every place of a panel's axis.
pub fn stops(places: impl Iterator<Item = f64>) -> Vec<Stop> {
    places.map(|at| Stop { panel: 0, at, input: None }).collect()
}

/// A spot at a place.
pub fn spot(at: At, align: Align) -> Spot {
    Spot { at, align, along: None }
}

/// Gutters of a chart over time with labels at the right.
pub fn gutters(right: (f64, f64), top: f64) -> Gutters {
    Gutters { left: (52.0, 44.0), right, top: (top, top), bottom: (28.0, 28.0) }
}
