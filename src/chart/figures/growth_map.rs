//! `map`: the worth over two inputs, with its zero contour, its ridge, and the scenario's own point.

use std::borrow::Cow;

use super::contours::Grid;
use crate::analysis;
use crate::chart::{
    Align, At, AtWidth, Axis, AxisLook, Cell, ChartId, ColorKey, Column, Dash, Figure, Gutters, Mark, Measure, Note,
    Panel, Place, Point, Responsive, Role, Row, RowHead, SPLITS, Series, Span, Spot, Stop, Stroke, Table, Tick, scale,
};
use crate::model::Outcome;
use crate::scenario::{Input, Scenario};
use crate::words;

/// Data of the chart.
#[derive(Clone, Copy, Debug)]
pub struct GrowthMapView<'a> {
    /// The runs.
    pub map: &'a analysis::GrowthMap,
    /// The scenario at the point.
    pub scenario: &'a Scenario,
    /// The outcome of the scenario.
    pub outcome: &'a Outcome,
    /// Whether the colours show payback rather than worth.
    pub payback: bool,
    /// Reported values of the horizontal input.
    pub across: &'a [Reported<'a>],
    /// Reported values of the vertical input.
    pub upwards: &'a [Reported<'a>],
}

/// A reported value, marked at the edge.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The value.
    pub value: f64,
    /// The source.
    pub by: &'a str,
}

/// The limits of the payback classes from the latest, as shares of the horizon.
const PAYBACK_SHARES: [f64; 5] = [1.0, 0.9, 0.8, 0.7, 0.6];

/// The classes of payback, from none within the horizon to the soonest.
const PAYBACK_CLASSES: [Role; 6] = [Role::D2, Role::D5, Role::D6, Role::D7, Role::D8, Role::D9];

/// The factor from the limits of the colour classes to those of a map: a round number, 1 for maps of the usual size.
fn growth_map_scale(values: &[f64]) -> f64 {
    round_size(values.iter().map(|value| value.abs()).fold(0.0, f64::max) / 600.0)
}

/// A round number near a size; 1 for sizes near the default's.
fn round_size(size: f64) -> f64 {
    if (0.3..=4.0).contains(&size) || size <= 0.0 || !size.is_finite() {
        return 1.0;
    }
    let power = 10f64.powf(size.log10().floor());
    let digit = [1.0, 2.0, 5.0].into_iter().rfind(|digit| digit * power <= size * 1.0001).unwrap_or(1.0);
    digit * power
}

/// The figure of two inputs.
pub fn growth_map(view: &GrowthMapView) -> Figure {
    let field = Field::new(view);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (52.0, 44.0), right: (132.0, 20.0), top: (44.0, 26.0), bottom: (50.0, 46.0) },
        x: input_axis(view.map.x.input, AxisLook::Edges),
        y: input_axis(view.map.y.input, AxisLook::Marks),
        series: series(view, &field),
        marks: marks(view),
        notes: notes(view, &field),
        ends: Vec::new(),
    };
    let (x, y) = (view.map.x.input, view.map.y.input);
    let texts = (
        words::chart::growth_map_title(x, y, view.outcome.summary.npv),
        words::chart::map_subtitle(view.payback),
        words::chart::map_takeaway(x, y, &field.ridge),
    );
    let stops = field.grid.rows.iter().map(|at| Stop { panel: 0, at: *at, input: None }).collect();
    let figure = super::figure(ChartId::GrowthMap, texts, vec![panel], stops, table(view, &field), (460.0, 360.0));
    let (across, grid_name) = (field.grid.columns, words::chart::map_cell(view.payback).into());
    Figure { across, grid_name, legend: words::chart::growth_map_legend(), key: Some(key(view)), ..figure }
}

/// The colour classes with the values between them.
fn key(view: &GrowthMapView) -> ColorKey {
    let (classes, ends): (&[Role], Vec<Option<String>>) = if view.payback {
        let end = |share| Some(words::numbers::number(share * view.scenario.horizon, 0));
        (&PAYBACK_CLASSES, PAYBACK_SHARES.map(end).to_vec())
    } else {
        let scale = growth_map_scale(&view.map.npv);
        // Every second value is enough to read off the others.
        let end =
            |(index, split): (usize, &f64)| (index % 2 == 0).then(|| words::numbers::signed_number(split * scale, 0));
        (&Role::CLASSES, SPLITS.iter().enumerate().map(end).collect())
    };
    let classes = classes.iter().copied().zip(ends.into_iter().chain([None])).collect();
    let measure = if view.payback { analysis::OutcomeMeasure::Payback } else { analysis::OutcomeMeasure::Npv };
    ColorKey { title: words::growth_map::key(measure).into(), classes }
}

/// The field of values and its colour classes.
struct Field<'a> {
    grid: Grid<'a>,
    levels: Vec<f64>,
    classes: Vec<Role>,
    ridge: Vec<Point>,
}

impl<'a> Field<'a> {
    fn new(view: &GrowthMapView<'a>) -> Self {
        let columns: Vec<f64> = view.map.x.values().collect();
        let rows: Vec<f64> = view.map.y.values().collect();
        let grid = Grid { columns, rows, values: &view.map.npv };
        let scale = growth_map_scale(&view.map.npv);
        let ridge = if view.payback { Vec::new() } else { ridge(&grid) };
        let levels = SPLITS.iter().map(|split| split * scale).collect();
        Self { grid, levels, classes: Role::CLASSES.to_vec(), ridge }
    }

    /// Payback as a height that falls with the years, below the lowest level where there is no payback.
    fn payback(map: &analysis::GrowthMap, horizon: f64) -> (Vec<f64>, Vec<f64>, Vec<Role>) {
        let heights = map.payback.iter().map(|payback| -payback.unwrap_or(1.08 * horizon)).collect();
        let levels = PAYBACK_SHARES.map(|share| -share * horizon).to_vec();
        let classes = PAYBACK_CLASSES.to_vec();
        (heights, levels, classes)
    }

    fn class_at(&self, column: f64, row: f64) -> Option<(f64, Role)> {
        let value = self.grid.between(column, row)?;
        let class = self.levels.iter().filter(|level| value >= **level).count();
        Some((value, self.classes.get(class).copied().unwrap_or(Role::D9)))
    }

    fn contours(&self, view: &GrowthMapView) -> Series {
        if view.payback {
            let (heights, levels, classes) = Self::payback(view.map, view.scenario.horizon);
            let grid = Grid { columns: self.grid.columns.clone(), rows: self.grid.rows.clone(), values: &heights };
            return grid.contours(&levels, &classes);
        }
        self.grid.contours(&self.levels, &self.classes)
    }
}

/// The best of each column between the rows, by the parabola through the best row and its neighbours; columns whose
/// best lies at an end have no ridge.
fn ridge(grid: &Grid) -> Vec<Point> {
    let best = |(column, x): (usize, &f64)| {
        let value = |row: usize| grid.at(column, row);
        let best = (0..grid.rows.len()).max_by(|a, b| {
            let (a, b) = (value(*a).unwrap_or(f64::MIN), value(*b).unwrap_or(f64::MIN));
            a.total_cmp(&b)
        })?;
        let (below, here, above) = (value(best.checked_sub(1)?)?, value(best)?, value(best + 1)?);
        let curve = below - 2.0 * here + above;
        let shift = if curve < -1e-9 { 0.5 * (below - above) / curve } else { 0.0 };
        let (from, to) = if shift < 0.0 { (best - 1, best) } else { (best, best + 1) };
        let (from, to) = (*grid.rows.get(from)?, *grid.rows.get(to)?);
        let at = *grid.rows.get(best)? + shift.clamp(-1.0, 1.0) * (to - from);
        Some((*x, at))
    };
    grid.columns.iter().enumerate().filter_map(best).collect()
}

/// The axis of an input over its slider's range.
fn input_axis(input: Input, look: AxisLook) -> Axis {
    let (low, high) = input.range().map_or((0.0, 1.0), |range| (range.min, range.max));
    let scale = scale::scale(low, high, if look == AxisLook::Edges { 8 } else { 5 });
    let inside: Vec<f64> = scale.ticks.iter().copied().filter(|at| (low - 1e-9..=high + 1e-9).contains(at)).collect();
    let last = inside.len().saturating_sub(1);
    let text = |index: usize, at: f64| Cow::from(words::chart::input_tick(input, at, index == last));
    let ticks = inside.iter().enumerate().map(|(index, at)| Tick { at: *at, text: text(index, *at) });
    Axis { low, high, ticks: ticks.collect(), look }
}

/// The scenario's point, moved to the edge where it lies beyond the ranges.
fn point(view: &GrowthMapView) -> Point {
    let at = |input: Input| {
        let value = view.scenario.get(input).number().unwrap_or_default();
        input.range().map_or(value, |range| value.max(range.min).min(range.max))
    };
    (at(view.map.x.input), at(view.map.y.input))
}

const RIDGE: Stroke = Stroke { role: Role::Ink, width: 1.75, dash: Dash::Dots, casing: 5.0 };

fn series(view: &GrowthMapView, field: &Field) -> Vec<Responsive<Series>> {
    let line = |points, stroke| Responsive::from(Series::Line { points, stroke, traced: false });
    let mut series = vec![field.contours(view).into()];
    series.extend(view.map.break_even().into_iter().map(|points| line(points, Stroke::solid(Role::Ink, 2.0))));
    let runs = field.ridge.chunk_by(|a, b| b.0 - a.0 < 1.5 * step(&field.grid.columns));
    series.extend(runs.map(|run| line(run.to_vec(), RIDGE)));
    let (points, ring) = (ridge_points(view, field), (Role::Ink, 1.75));
    series.push(Series::Dots { points, radius: 4.5, fill: Role::Surface, ring }.into());
    series
}

fn step(columns: &[f64]) -> f64 {
    columns.windows(2).filter_map(|pair| Some(pair.last()? - pair.first()?)).fold(0.0, f64::max)
}

/// The points of the ridge at the ticks of the horizontal axis.
fn ridge_points(view: &GrowthMapView, field: &Field) -> Vec<Point> {
    let axis = input_axis(view.map.x.input, AxisLook::Edges);
    let on = |at: f64| {
        let pairs = field.ridge.iter().zip(field.ridge.iter().skip(1));
        let mut around = pairs.filter(|(from, to)| (from.0..=to.0).contains(&at));
        let (from, to) = around.next()?;
        Some((at, from.1 + (to.1 - from.1) * (at - from.0) / (to.0 - from.0)))
    };
    axis.ticks.iter().filter_map(|tick| on(tick.at)).collect()
}

/// The handle of the point, dotted lines from it to both axes, and reported values as small triangles on the edges.
fn marks(view: &GrowthMapView) -> Vec<Responsive<Mark>> {
    let point = point(view);
    let at = At::point(point.0, point.1);
    let dotted = Stroke { dash: Dash::Dots, ..Stroke::solid(Role::Ink, 1.0) };
    let mut marks = vec![
        Mark::rule(at, At { x: Place::Plot(0.0), ..at }, dotted),
        Mark::rule(at, At { y: Place::Plot(1.0), ..at }, dotted),
        Mark::Handle { at: point, arrows: true }.into(),
    ];
    let shown = |input: Input| {
        move |reported: &&Reported| input.range().is_some_and(|range| (range.min..=range.max).contains(&reported.value))
    };
    for reported in view.across.iter().filter(shown(view.map.x.input)) {
        let at = At::place(Place::Value(reported.value), Place::Plot(0.0)).moved(0.0, -2.0);
        let corners = vec![(0.0, 0.0), (-4.0, -7.0), (4.0, -7.0)];
        marks.push(Mark::Shape { at, corners, role: Role::Ink2 }.into());
    }
    for reported in view.upwards.iter().filter(shown(view.map.y.input)) {
        let at = At::place(Place::Plot(1.0), Place::Value(reported.value)).moved(2.0, 0.0);
        let corners = vec![(0.0, 0.0), (7.0, -4.0), (7.0, 4.0)];
        marks.push(Mark::Shape { at, corners, role: Role::Ink2 }.into());
    }
    marks
}

/// The callout, the names of axes and lines, the reported values, and the meaning of the colours.
fn notes(view: &GrowthMapView, field: &Field) -> Vec<Note> {
    let mut notes = vec![callout(view)];
    notes.extend(axis_names(view));
    notes.extend(reported(view));
    if !view.payback {
        notes.extend(contour_name(view));
        notes.extend(ridge_name(view, field));
        notes.extend(side_name(field, true));
        notes.extend(side_name(field, false));
    }
    notes
}

fn callout(view: &GrowthMapView) -> Note {
    let summary = &view.outcome.summary;
    let text = words::chart::you_are_here(view.payback, summary.npv, summary.payback_years, view.scenario.horizon);
    let lines =
        vec![vec![Span::bold(text, Role::Ink, 13.0)], vec![Span::plain(words::chart::drag_both(), Role::Ink2, 12.0)]];
    let (x, y) = point(view);
    // Far enough up and down that a callout that is moved sideways on a narrow chart leaves the handle's arrows free.
    let moves = [
        (28.0, 48.0, Align::Left),
        (28.0, -48.0, Align::Left),
        (-28.0, 48.0, Align::Right),
        (-28.0, -48.0, Align::Right),
    ];
    let spots = Spot::around(At::point(x, y), &moves);
    Note { boxed: true, keep: true, hint_lines: 1, ..Note::new(lines, spots) }
}

fn axis_names(view: &GrowthMapView) -> [Note; 2] {
    let note =
        |text: String, at: At, align| Note { halo: false, ..Note::at(Span::plain(text, Role::Ink2, 12.0), at, align) };
    let upwards = At::place(Place::Panel(0.0), Place::Panel(0.0)).moved(0.0, 9.0);
    let across = At::place(Place::Plot(1.0), Place::Panel(1.0)).moved(0.0, -10.0);
    [
        note(words::chart::upwards(view.map.y.input), upwards, Align::Left),
        note(words::chart::across(view.map.x.input), across, Align::Right),
    ]
}

fn reported(view: &GrowthMapView) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut name = |input: Input, reported: &Reported, at: At| {
        let value = Span::bold(words::units::amount(input, reported.value), Role::Ink, 12.0);
        let by = Span::plain(format!("\u{a0}{}", reported.by), Role::Ink3, 12.0);
        let spots = Spot::around(at, &[(0.0, 0.0, Align::Left)]);
        notes.push(Note { shown: AtWidth::Wide, ..Note::new(vec![vec![value, by]], spots) });
    };
    for reported in view.across {
        let at = At::place(Place::Value(reported.value), Place::Panel(0.0));
        name(view.map.x.input, reported, at.moved(8.0, 36.0));
    }
    for reported in view.upwards {
        let at = At::place(Place::Panel(1.0), Place::Value(reported.value));
        name(view.map.y.input, reported, at.moved(-120.0, 0.0));
    }
    notes
}

/// The name of the break-even line, along it on its losing side.
fn contour_name(view: &GrowthMapView) -> Option<Note> {
    let lines = view.map.break_even();
    let longest = lines.iter().max_by_key(|line| line.len()).filter(|line| line.len() > 8)?;
    Some(named_along(longest, words::chart::npv_zero().to_owned(), Role::D4))
}

fn ridge_name(view: &GrowthMapView, field: &Field) -> Option<Note> {
    let text = words::chart::best_of_each(view.map.x.input, view.map.y.input);
    (field.ridge.len() > 5).then(|| named_along(&field.ridge, text, Role::D7))
}

/// Text along a line, on its left, at one of several places.
fn named_along(line: &[Point], text: String, on: Role) -> Note {
    let rising = line.first().zip(line.last()).is_some_and(|(first, last)| first.1 <= last.1);
    let line: Vec<Point> = if rising { line.to_vec() } else { line.iter().rev().copied().collect() };
    let spot = |share: f64| {
        let middle = (line.len() as f64 * share) as usize;
        let (from, to) = (*line.get(middle.saturating_sub(2))?, *line.get((middle + 2).min(line.len() - 1))?);
        let at = At::point((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0).moved(-9.0, -9.0);
        Some(Spot { at, align: Align::Centre, along: Some((from, to)) })
    };
    let spots = [0.62, 0.75, 0.85, 0.5, 0.4, 0.3].into_iter().filter_map(spot).collect();
    let note = Note::line(Span::bold(text, Role::Ink, 12.0), spots);
    Note { shown: AtWidth::Wide, halo: false, on: Some(on), ..note }
}

/// The meaning of the colours of one side, where that side has the most room.
fn side_name(field: &Field, loses: bool) -> Option<Note> {
    let (columns, rows) = (field.grid.columns.len() as f64 - 1.0, field.grid.rows.len() as f64 - 1.0);
    let mut best: Option<(f64, f64, f64, Role)> = None;
    for across in [0.13, 0.3, 0.5, 0.7, 0.86] {
        for upwards in [0.1, 0.25, 0.5, 0.75, 0.9] {
            let corners = [(-0.11, -0.06), (0.11, -0.06), (-0.11, 0.06), (0.11, 0.06), (0.0, 0.0)];
            let inside = corners.map(|(dx, dy)| field.class_at((across + dx) * columns, (upwards + dy) * rows));
            let [.., Some((_, role))] = inside else { continue };
            let even = inside.iter().filter(|corner| corner.is_some_and(|(_, class)| class == role)).count();
            let sure = |corner: &Option<(f64, Role)>| corner.is_some_and(|(value, _)| (value < 0.0) == loses);
            let least = inside.iter().flatten().map(|(value, _)| value.abs()).fold(f64::INFINITY, f64::min);
            let merit = least + 1e6 * even as f64;
            if inside.iter().all(sure) && best.is_none_or(|best| merit > best.0) {
                best = Some((merit, across, upwards, role));
            }
        }
    }
    let (_, across, upwards, role) = best?;
    let [first, second] = words::chart::side(loses);
    let span = |text| vec![Span::bold(text, Role::Ink, 14.0)];
    let at = At::place(Place::Plot(across), Place::Plot(1.0 - upwards));
    let note = Note::new(vec![span(first), span(second)], Spot::around(at, &[(0.0, 0.0, Align::Centre)]));
    Some(Note { shown: AtWidth::Wide, halo: false, on: Some(role), ..note })
}

fn table(view: &GrowthMapView, field: &Field) -> Table {
    let unit = if view.payback { Measure::Years } else { Measure::SignedMoney };
    let (x, y) = (view.map.x.input, view.map.y.input);
    let column = |at: &f64| Column { name: words::units::amount(x, *at).into(), unit, key: None };
    let count = field.grid.columns.len();
    let cell = |index: usize| match view.payback {
        true => view.map.payback.get(index).copied().flatten().into(),
        false => Cell::from(view.map.npv.get(index).copied()),
    };
    let row = |(row, at): (usize, &f64)| {
        let cells = (0..count).map(|column| cell(row * count + column)).collect();
        Row::new(RowHead::Words(words::units::amount(y, *at).into()), cells)
    };
    Table {
        head: words::inputs::short(y).into(),
        columns: field.grid.columns.iter().map(column).collect(),
        rows: field.grid.rows.iter().enumerate().map(row).collect(),
    }
}
