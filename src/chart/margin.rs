//! `margin`: what is left of the revenue, and what the capital earns.

use super::figure::{AxisLook, Figure, Layer, Note, Panel, Place, Span, Spot, Stroke};
use super::parts::{self, Subject};
use super::table::{Measure, Row, RowHead, Table};
use super::{Align, At, Chart, End, Point, Role, ticks};
use crate::words;

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
    let (low, high) = parts::extent(&[&margins, &returns, &[(0.0, rate)]]);
    let scale = ticks::scale(low.max(-MOST), high.clamp(0.05, MOST), 5);
    let decimals = if scale.step < 0.01 - 1e-12 { 1 } else { 0 };
    let horizon = subject.years();
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: parts::gutters((112.0, 104.0), 10.0),
        x: parts::time_axis(horizon),
        y: parts::axis(&scale, AxisLook::Grid, |_, at| words::numbers::percent(at, decimals).into()),
        layers: layers(&margins, &returns, rate, (scale.low, scale.high)),
        notes: vec![rate_note(rate, horizon)],
        ends: ends(&margins, &returns, horizon, (scale.low, scale.high)),
    };
    let words = (
        words::chart::margin_title(&summary.roic_by_year, rate),
        words::chart::margin_subtitle(),
        words::chart::margin_takeaway(summary, rate),
    );
    let table = table(&summary.ebit_margin_by_year, &summary.roic_by_year);
    parts::figure(Chart::Margin, words, vec![panel], parts::stops(0.5, 1.0, table.rows.len()), table, (220.0, 230.0))
}

fn middle(index: usize) -> f64 {
    index as f64 + 0.5
}

fn yearly(values: &[Option<f64>]) -> Vec<Point> {
    values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (middle(index), value))).collect()
}

fn layers(margins: &[Point], returns: &[Point], rate: f64, range: (f64, f64)) -> Vec<Layer> {
    let level = |x: f64| At::place(Place::Plot(x), Place::Value(rate));
    let mut layers = vec![Layer::rule(level(0.0), level(1.0), Stroke::reference(Role::Ink2))];
    for (points, stroke) in [(margins, MARGIN), (returns, RETURN)] {
        let runs = points.chunk_by(|a, b| b.0 - a.0 < 1.1);
        layers.extend(runs.flat_map(|run| parts::clipped(run, stroke, range)));
        let shown = points.iter().filter(|(_, value)| (range.0..=range.1).contains(value));
        let dot = |(at, value): &Point| Layer::dot(At::point(*at, *value), 3.75, stroke.role, (Role::Paper, 1.0));
        layers.extend(shown.map(dot));
    }
    layers
}

fn rate_note(rate: f64, horizon: f64) -> Note {
    let words = Span::plain(words::chart::discount_rate(rate), Role::Ink2, 12.0);
    let mut spots = Spot::around(At::point(horizon, rate), &[(-4.0, 11.0, Align::Right), (-4.0, -11.0, Align::Right)]);
    spots.extend(Spot::around(At::point(0.0, rate), &[(4.0, -11.0, Align::Left), (4.0, 11.0, Align::Left)]));
    Note::line(words, spots)
}

fn ends(margins: &[Point], returns: &[Point], horizon: f64, range: (f64, f64)) -> Vec<End> {
    let lines =
        [(margins, words::chart::ebit_margin(), Role::Slate, 1), (returns, words::chart::roic(), Role::Gain, 0)];
    let last = |points: &[Point]| points.last().copied().filter(|point| point.0 > horizon - 1.1);
    let ends = lines.into_iter().filter_map(|(points, name, role, rank)| {
        let (_, value) = last(points)?;
        let label = parts::end(value.max(range.0).min(range.1), words::numbers::percent(value, 0), name, role, rank);
        Some(End { short: label.words.clone(), ..label })
    });
    ends.collect()
}

fn table(margins: &[Option<f64>], returns: &[Option<f64>]) -> Table {
    let columns = vec![
        parts::column(words::chart::ebit_margin(), Measure::Share, MARGIN),
        parts::column(words::chart::roic(), Measure::Share, RETURN),
    ];
    let rows = margins.iter().zip(returns).enumerate().map(|(index, (margin, roic))| {
        Row::new(RowHead::Year(index as u32 + 1), vec![(*margin).into(), (*roic).into()])
    });
    Table { head: words::chart::year_head().into(), columns, rows: rows.collect() }
}
