//! `margin`: what is left of the revenue, and what the capital earns.

use super::figure::{AxisLook, Figure, Layer, Mark, Note, Panel, Place, Reading, Span, Stroke};
use super::parts::{self, Subject};
use super::table::{Measure, Row, RowHead, Table};
use super::{Align, At, Chart, End, Point, Role, ticks};
use crate::lang;

const MARGIN: Stroke = Stroke::solid(Role::Slate, 1.75);
const RETURN: Stroke = Stroke::solid(Role::Gain, 2.25);
/// Years further out than this, of a business with hardly any revenue or assets, are cut off rather than rule the axis.
const MOST: f64 = 1.0;

/// The figure of margin and return.
pub fn margin(subject: &Subject) -> Figure {
    let summary = &subject.outcome.summary;
    let rate = subject.scenario.discount_rate;
    let margins = yearly(&summary.ebit_margin_by_year);
    let returns = yearly(&summary.roic_by_year);
    let all = [margins.as_slice(), returns.as_slice(), &[(0.0, rate)]];
    let (low, high) = parts::extent(all);
    let scale = ticks::scale(low.max(-MOST), high.clamp(0.05, MOST), 5);
    let decimals = if scale.step < 0.01 - 1e-12 { 1 } else { 0 };
    let horizon = subject.years();
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: parts::gutters((112.0, 104.0), 10.0),
        x: parts::time_axis(horizon),
        y: parts::axis(&scale, AxisLook::Grid, |_, at| lang::numbers::percent(at, decimals).into()),
        layers: layers(&margins, &returns, rate, (scale.low, scale.high)),
        notes: vec![rate_note(rate, horizon)],
        ends: ends(&margins, &returns, horizon, (scale.low, scale.high)),
    };
    let years = summary.ebit_margin_by_year.len();
    Figure {
        chart: Chart::Margin,
        title: lang::chart::margin_title(&summary.roic_by_year, rate),
        subtitle: lang::chart::margin_subtitle().to_owned(),
        takeaway: lang::chart::margin_takeaway(summary, rate),
        panels: vec![panel],
        beside: false,
        reading: Reading::Time,
        stops: parts::stops((0..years).map(middle)),
        across: Vec::new(),
        grid_name: "".into(),
        table: table(&summary.ebit_margin_by_year, &summary.roic_by_year),
        heights: (220.0, 230.0),
    }
}

fn middle(index: usize) -> f64 {
    index as f64 + 0.5
}

fn yearly(values: &[Option<f64>]) -> Vec<Point> {
    values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (middle(index), value))).collect()
}

fn layers(margins: &[Point], returns: &[Point], rate: f64, range: (f64, f64)) -> Vec<Layer> {
    let level = |x: Place| At { x, y: Place::Value(rate), dx: 0.0, dy: 0.0 };
    let (from, to) = (level(Place::Plot(0.0)), level(Place::Plot(1.0)));
    let mut layers = vec![Mark::Rule { from, to, stroke: Stroke::reference(Role::Ink2) }.into()];
    for (points, stroke) in [(margins, MARGIN), (returns, RETURN)] {
        let runs = points.chunk_by(|a, b| b.0 - a.0 < 1.1);
        layers.extend(runs.flat_map(|run| parts::clip(run, range)).map(|run| parts::line(run, stroke)));
        let shown = points.iter().filter(|(_, value)| (range.0..=range.1).contains(value));
        layers.extend(shown.map(|(at, value)| {
            let at = At::point(*at, *value);
            Mark::Dot { at, radius: 3.75, fill: stroke.role, ring: Role::Paper, width: 1.0 }.into()
        }));
    }
    layers
}

fn rate_note(rate: f64, horizon: f64) -> Note {
    let words = vec![vec![Span::plain(lang::chart::discount_rate(rate), Role::Ink2, 12.0)]];
    let at = |dy: f64| parts::spot(At::point(horizon, rate).moved(-4.0, dy), Align::Right);
    let left = |dy: f64| parts::spot(At::point(0.0, rate).moved(4.0, dy), Align::Left);
    Note::new(words, vec![at(11.0), at(-11.0), left(-11.0), left(11.0)])
}

fn ends(margins: &[Point], returns: &[Point], horizon: f64, range: (f64, f64)) -> Vec<End> {
    let lines = [(margins, lang::chart::ebit_margin(), Role::Slate, 1), (returns, lang::chart::roic(), Role::Gain, 0)];
    let last = |points: &[Point]| points.last().copied().filter(|point| point.0 > horizon - 1.1);
    let ends = lines.into_iter().filter_map(|(points, name, role, rank)| {
        let (_, value) = last(points)?;
        let label = parts::end(value.clamp(range.0, range.1), lang::numbers::percent(value, 0), name, role, rank);
        Some(End { short: label.words.clone(), ..label })
    });
    ends.collect()
}

fn table(margins: &[Option<f64>], returns: &[Option<f64>]) -> Table {
    let columns = vec![
        parts::column(lang::chart::ebit_margin(), Measure::Share, MARGIN),
        parts::column(lang::chart::roic(), Measure::Share, RETURN),
    ];
    let rows = margins.iter().zip(returns).enumerate().map(|(index, (margin, roic))| {
        Row::new(RowHead::Year(index as u32 + 1), vec![(*margin).into(), (*roic).into()])
    });
    Table { head: lang::chart::year_head().into(), columns, rows: rows.collect() }
}
