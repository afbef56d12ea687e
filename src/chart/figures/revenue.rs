//! `revenue`: run rates of demand, capacity and revenue.

use super::axes::{gutters, money_axis, time_axis};
use super::chart_data::{ChartData, Other};
use super::end_labels::{pin_labels, value_label};
use super::event_marks::{event_marks, event_sentence, remark_events};
use super::lines::{area, between, clipped, extent_beside, line, over_time};
use super::tables::{column, quarters, stops};
use crate::chart::{
    Align, At, ChartId, Column, EndLabel, Figure, Measure, Note, Panel, Point, Responsive, Role, Series, Span, Spot,
    Stroke, Table, scale,
};
use crate::model::Outcome;
use crate::words;

const DEMAND: Stroke = Stroke::solid(Role::Demand, 2.0);
const CAPACITY: Stroke = Stroke::solid(Role::Slate, 1.75);
const REVENUE: Stroke = Stroke::solid(Role::Gain, 3.0);

/// The figure of run rates.
pub fn revenue(data: &ChartData) -> Figure {
    let lines = Lines::new(data);
    let scale = scale::scale(0.0, lines.highest(), 5);
    let (marks, event_notes) = event_marks(data);
    let mut notes = notes(data, &lines, scale.high);
    notes.extend(event_notes);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: gutters((124.0, 92.0), 8.0),
        x: time_axis(data.years()),
        y: money_axis(&scale),
        series: series(&lines, (scale.low, scale.high)),
        marks,
        notes,
        ends: ends(data, &lines, scale.high),
    };
    let texts = (
        words::chart::revenue_title(data.outcome),
        words::chart::revenue_subtitle(),
        words::chart::revenue_takeaway(data.outcome) + &event_sentence(data),
    );
    let stops = stops(0.25, 0.25, lines.revenue.len());
    let figure = super::figure(ChartId::Revenue, texts, vec![panel], stops, table(data, &lines), (180.0, 240.0));
    Figure { legend: words::chart::revenue_legend(), ..figure }
}

struct Lines {
    demand: Vec<Point>,
    capacity: Vec<Point>,
    revenue: Vec<Point>,
    others: Vec<Other>,
}

impl Lines {
    fn new(data: &ChartData) -> Self {
        let quarterly = &data.outcome.quarterly;
        let line = |values: &[f64]| over_time(values, 1, 4.0, data.years());
        let revenue = line(&quarterly.revenue);
        let other = |outcome: &Outcome| line(&outcome.quarterly.revenue);
        Self {
            demand: line(&quarterly.demand),
            capacity: line(&quarterly.capacity),
            others: data.others(&revenue, words::chart::revenue_of, &other),
            revenue,
        }
    }

    fn highest(&self) -> f64 {
        extent_beside(&[&self.demand, &self.capacity, &self.revenue], &self.others).1
    }
}

fn series(lines: &Lines, range: (f64, f64)) -> Vec<Responsive<Series>> {
    let mut series = Vec::with_capacity(9);
    series.extend(area(&lines.revenue, true, Role::GainWash, 1.0));
    series.extend(between(&lines.demand, &lines.revenue, Role::DemandWash, 1.0));
    let (opened, pins): (Vec<&Other>, Vec<&Other>) = lines.others.iter().partition(|other| other.tag.is_none());
    let beside = |other: &Other| clipped(&other.points, other.stroke, range);
    series.extend(opened.into_iter().flat_map(beside));
    series.push(line(lines.demand.clone(), DEMAND));
    series.push(line(lines.capacity.clone(), CAPACITY));
    series.extend(pins.into_iter().flat_map(beside));
    series.push(line(lines.revenue.clone(), REVENUE));
    series
}

fn notes(data: &ChartData, lines: &Lines, high: f64) -> Vec<Note> {
    unmet_note(data, lines, high).into_iter().chain(capacity_note(lines, high)).collect()
}

/// The name and sum of unmet demand, where the wedge between demand and revenue is high enough for the text.
fn unmet_note(data: &ChartData, lines: &Lines, high: f64) -> Option<Note> {
    let gap = |index: usize| Some(lines.demand.get(index)?.1 - lines.revenue.get(index)?.1);
    let widest = (0..lines.demand.len()).max_by(|a, b| gap(*a).unwrap_or(0.0).total_cmp(&gap(*b).unwrap_or(0.0)))?;
    let before = widest.saturating_sub(lines.demand.len().div_ceil(5));
    let room = gap(before)?.min(gap(widest)?) / high;
    if room < 0.27 {
        return None;
    }
    let summary = &data.outcome.summary;
    let (first, second) = words::chart::unmet(summary.unmet_total, summary.unmet_in_build);
    let text = vec![vec![Span::bold(first, Role::Demand, 13.0)], vec![Span::plain(second, Role::Demand, 12.0)]];
    let x = lines.revenue.get(widest)?.0;
    let highest = lines.revenue.get(before..=widest)?.iter().map(|point| point.1).fold(0.0, f64::max);
    let moves = [21.0, 34.0, 46.0].map(|up: f64| (-8.0, -up, Align::Right));
    let mut spots = Spot::around(At::point(x, highest), &moves);
    // Higher in a wedge through which other lines run.
    spots.truncate(if room > 0.45 { 3 } else { 1 });
    Some(Note { short: Some(Vec::new()), halo: false, ..Note::new(text, spots) })
}

/// The name of the capacity line, where the line stands out most.
fn capacity_note(lines: &Lines, high: f64) -> Option<Note> {
    let spare = |index: &usize| {
        let above = lines.demand.get(*index).map_or(0.0, |point| point.1).max(lines.revenue.get(*index)?.1);
        Some(lines.capacity.get(*index)?.1 - above)
    };
    let most = (2..lines.capacity.len()).max_by(|a, b| spare(a).unwrap_or(0.0).total_cmp(&spare(b).unwrap_or(0.0)))?;
    if spare(&most)? < 0.02 * high {
        return None;
    }
    let point = *lines.capacity.get(most)?;
    let text = Span::bold(words::chart::capacity(), Role::Slate, 13.0);
    let moves = [(-8.0, -13.0, Align::Right), (0.0, -15.0, Align::Centre), (8.0, -13.0, Align::Left)];
    Some(Note { short: Some(Vec::new()), ..Note::line(text, Spot::around(At::point(point.0, point.1), &moves)) })
}

fn ends(data: &ChartData, lines: &Lines, high: f64) -> Vec<EndLabel> {
    let last = |points: &[Point]| points.last().map(|point| point.1).unwrap_or_default();
    let mut ends = Vec::with_capacity(6);
    for (points, name, role, rank) in [
        (&lines.revenue, words::chart::revenue(), Role::Gain, 0),
        (&lines.demand, words::chart::demand(), Role::Demand, 1),
    ] {
        let at = last(points);
        let label = value_label(at, words::numbers::money(at), name, role, rank);
        ends.push(EndLabel { short: label.spans.clone(), ..label });
    }
    let horizon = data.years();
    ends.extend(pin_labels(&lines.others, horizon, words::numbers::money, 2));
    let baseline = lines.others.iter().find(|other| other.tag.is_none());
    if let Some((baseline, at)) = baseline.and_then(|baseline| Some((baseline, baseline.end(horizon)?)))
        && at <= high
    {
        let spans = vec![Span::plain(baseline.name.clone(), Role::Ink3, 12.0)];
        ends.push(EndLabel { at, spans, short: Vec::new(), tag: None, rank: 6 });
    }
    ends
}

fn table(data: &ChartData, lines: &Lines) -> Table {
    let unit = Measure::MoneyPerYear;
    let used = over_time(&data.outcome.quarterly.utilisation, 1, 1.0, data.years());
    let mut columns = vec![
        column(words::chart::demand(), unit, DEMAND),
        column(words::chart::capacity(), unit, CAPACITY),
        column(words::chart::revenue(), unit, REVENUE),
        Column { name: words::chart::use_of_fleet().into(), unit: Measure::Share, key: None },
    ];
    columns.extend(lines.others.iter().map(|other| column(other.name.clone(), unit, other.stroke)));
    let mut all = vec![lines.demand.as_slice(), &lines.capacity, &lines.revenue, &used];
    all.extend(lines.others.iter().map(|other| other.points.as_slice()));
    let mut table = quarters(1, columns, &all);
    remark_events(&mut table, data);
    table
}
