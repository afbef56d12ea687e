//! `margin`: yearly EBIT margin and return on invested capital.

use super::axes::{axis, gutters, time_axis};
use super::chart_data::ChartData;
use super::end_labels::value_label;
use super::lines::{clipped, extent};
use super::tables::{column, stops};
use crate::chart::{
    Align, At, AxisLook, ChartId, EndLabel, Figure, Measure, Note, Panel, Point, Responsive, Role, Row, RowHead,
    Series, Span, Spot, Stroke, Table, scale,
};
use crate::words;

const MARGIN: Stroke = Stroke::solid(Role::Slate, 1.75);
const RETURN: Stroke = Stroke::solid(Role::Gain, 2.25);
/// The end of the axis. Years beyond it, of a business with hardly any revenue or assets, are cut off.
const MOST: f64 = 1.0;

/// The figure of margin and return.
pub fn margin(data: &ChartData) -> Figure {
    let summary = &data.outcome.summary;
    let rate = data.scenario.discount_rate;
    let margins = yearly(&summary.ebit_margin_by_year);
    let returns = yearly(&summary.roic_by_year);
    let (low, high) = extent(&[&margins, &returns, &[(0.0, rate)]]);
    let scale = scale::scale(low.max(-MOST), high.clamp(0.05, MOST), 5);
    let decimals = if scale.step < 0.01 - 1e-12 { 1 } else { 0 };
    let horizon = data.years();
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: gutters((112.0, 104.0), 10.0),
        x: time_axis(horizon),
        y: axis(&scale, AxisLook::Grid, |_, at| words::numbers::percent(at, decimals).into()),
        series: series(&margins, &returns, (rate, horizon), (scale.low, scale.high)),
        marks: Vec::new(),
        notes: vec![rate_note(rate, horizon)],
        ends: ends(&margins, &returns, horizon, (scale.low, scale.high)),
    };
    let texts = (
        words::chart::margin_title(&summary.roic_by_year, rate),
        words::chart::margin_subtitle(),
        words::chart::margin_takeaway(summary, rate),
    );
    let table = table(&summary.ebit_margin_by_year, &summary.roic_by_year);
    super::figure(ChartId::Margin, texts, vec![panel], stops(0.5, 1.0, table.rows.len()), table, (220.0, 230.0))
}

fn middle(index: usize) -> f64 {
    index as f64 + 0.5
}

fn yearly(values: &[Option<f64>]) -> Vec<Point> {
    values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (middle(index), value))).collect()
}

fn series(
    margins: &[Point],
    returns: &[Point],
    (rate, horizon): (f64, f64),
    range: (f64, f64),
) -> Vec<Responsive<Series>> {
    let reference = vec![(0.0, rate), (horizon, rate)];
    let stroke = Stroke::reference(Role::Ink2);
    let mut series = vec![Series::Line { points: reference, stroke, traced: false }.into()];
    for (points, stroke) in [(margins, MARGIN), (returns, RETURN)] {
        let runs = points.chunk_by(|a, b| b.0 - a.0 < 1.1);
        series.extend(runs.flat_map(|run| clipped(run, stroke, range)));
        let shown = points.iter().filter(|(_, value)| (range.0..=range.1).contains(value));
        let ring = (Role::Paper, 1.0);
        series.push(Series::Dots { points: shown.copied().collect(), radius: 3.75, fill: stroke.role, ring }.into());
    }
    series
}

fn rate_note(rate: f64, horizon: f64) -> Note {
    let text = Span::plain(words::chart::discount_rate(rate), Role::Ink2, 12.0);
    let mut spots = Spot::around(At::point(horizon, rate), &[(-4.0, 11.0, Align::Right), (-4.0, -11.0, Align::Right)]);
    spots.extend(Spot::around(At::point(0.0, rate), &[(4.0, -11.0, Align::Left), (4.0, 11.0, Align::Left)]));
    Note::line(text, spots)
}

fn ends(margins: &[Point], returns: &[Point], horizon: f64, range: (f64, f64)) -> Vec<EndLabel> {
    let lines =
        [(margins, words::chart::ebit_margin(), Role::Slate, 1), (returns, words::chart::roic(), Role::Gain, 0)];
    let last = |points: &[Point]| points.last().copied().filter(|point| point.0 > horizon - 1.1);
    let ends = lines.into_iter().filter_map(|(points, name, role, rank)| {
        let (_, value) = last(points)?;
        let label = value_label(value.max(range.0).min(range.1), words::numbers::percent(value, 0), name, role, rank);
        Some(EndLabel { short: label.spans.clone(), ..label })
    });
    ends.collect()
}

fn table(margins: &[Option<f64>], returns: &[Option<f64>]) -> Table {
    let columns = vec![
        column(words::chart::ebit_margin(), Measure::Share, MARGIN),
        column(words::chart::roic(), Measure::Share, RETURN),
    ];
    let rows = margins.iter().zip(returns).enumerate().map(|(index, (margin, roic))| {
        Row::new(RowHead::Year(index as u32 + 1), vec![(*margin).into(), (*roic).into()])
    });
    Table { head: words::chart::year_head().into(), columns, rows: rows.collect() }
}
