//! `revenue`: demand, what can be served of it, and what is.

use super::figure::{Figure, Layer, Note, Panel, Reading, Span, Stroke};
use super::parts::{self, Subject, years};
use super::table::{Column, Measure, Row, RowHead, Table};
use super::{Align, At, Chart, End, Point, Role, ticks};
use crate::lang;

const DEMAND: Stroke = Stroke::solid(Role::Demand, 2.0);
const CAPACITY: Stroke = Stroke::solid(Role::Slate, 1.75);
const REVENUE: Stroke = Stroke::solid(Role::Gain, 3.0);
const GHOST: Stroke = Stroke::solid(Role::Ghost, 2.0);

/// The figure of run rates.
pub fn revenue(subject: &Subject) -> Figure {
    let lines = Lines::new(subject);
    let scale = ticks::scale(0.0, lines.highest(), 5);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: parts::gutters((124.0, 92.0), 8.0),
        x: parts::time_axis(subject.years()),
        y: parts::money_axis(&scale),
        layers: layers(subject, &lines, (scale.low, scale.high)),
        notes: notes(subject, &lines, scale.high),
        ends: ends(subject, &lines, scale.high),
    };
    Figure {
        chart: Chart::Revenue,
        title: lang::chart::revenue_title(subject.outcome),
        subtitle: lang::chart::revenue_subtitle().to_owned(),
        takeaway: lang::chart::revenue_takeaway(subject.outcome),
        panels: vec![panel],
        beside: false,
        reading: Reading::Time,
        stops: parts::stops((1..=lines.revenue.len()).map(years)),
        across: Vec::new(),
        grid_name: "".into(),
        table: table(subject),
        heights: (180.0, 240.0),
    }
}

struct Lines {
    demand: Vec<Point>,
    capacity: Vec<Point>,
    revenue: Vec<Point>,
    opened: Option<Vec<Point>>,
    pins: Vec<Vec<Point>>,
}

impl Lines {
    fn new(subject: &Subject) -> Self {
        let quarterly = &subject.outcome.quarterly;
        let line = |values: &[f64]| parts::series(values, 1, 4.0, subject.years());
        let revenue = line(&quarterly.revenue);
        let opened = subject.opened.map(|opened| line(&opened.quarterly.revenue));
        Self {
            demand: line(&quarterly.demand),
            capacity: line(&quarterly.capacity),
            opened: opened.filter(|points| *points != revenue),
            pins: subject.pinned().map(|(_, _, _, pin)| line(&pin.outcome.quarterly.revenue)).collect(),
            revenue,
        }
    }

    fn highest(&self) -> f64 {
        let own = [self.demand.as_slice(), &self.capacity, &self.revenue];
        let others = self.opened.iter().chain(&self.pins).map(Vec::as_slice);
        parts::extent_beside(own, others).1
    }
}

fn layers(subject: &Subject, lines: &Lines, range: (f64, f64)) -> Vec<Layer> {
    let mut layers = Vec::with_capacity(9);
    layers.extend(parts::fill(parts::against(&lines.revenue, 0.0, true), Role::GainWash, 1.0));
    layers.extend(parts::fill(parts::between(&lines.demand, &lines.revenue), Role::DemandWash, 1.0));
    layers.extend(lines.opened.iter().flat_map(|points| parts::beside(points, GHOST, range)));
    layers.push(parts::line(lines.demand.clone(), DEMAND));
    layers.push(parts::line(lines.capacity.clone(), CAPACITY));
    for ((_, role, dash, _), points) in subject.pinned().zip(&lines.pins) {
        layers.extend(parts::beside(points, Stroke { dash, ..Stroke::solid(role, 1.75) }, range));
    }
    layers.push(parts::line(lines.revenue.clone(), REVENUE));
    layers
}

fn notes(subject: &Subject, lines: &Lines, high: f64) -> Vec<Note> {
    unmet_note(subject, lines, high).into_iter().chain(capacity_note(lines, high)).collect()
}

/// The wedge between demand and revenue named with its sum, where it is high enough to hold the words.
fn unmet_note(subject: &Subject, lines: &Lines, high: f64) -> Option<Note> {
    let gap = |index: usize| Some(lines.demand.get(index)?.1 - lines.revenue.get(index)?.1);
    let widest = (0..lines.demand.len()).max_by(|a, b| gap(*a).unwrap_or(0.0).total_cmp(&gap(*b).unwrap_or(0.0)))?;
    let before = widest.saturating_sub(lines.demand.len().div_ceil(5));
    let room = gap(before)?.min(gap(widest)?) / high;
    if room < 0.27 {
        return None;
    }
    let summary = &subject.outcome.summary;
    let (first, second) = lang::chart::unmet(summary.unmet_total, summary.unmet_in_build);
    let lines_of = vec![vec![Span::bold(first, Role::Demand, 13.0)], vec![Span::plain(second, Role::Demand, 12.0)]];
    let x = lines.revenue.get(widest)?.0;
    let highest = lines.revenue.get(before..=widest)?.iter().map(|point| point.1).fold(0.0, f64::max);
    let at = |up: f64| parts::spot(At::point(x, highest).moved(-8.0, -up), Align::Right);
    // Higher in the wedge where lines beside it run through the words.
    let higher = if room > 0.45 { vec![at(21.0), at(34.0), at(46.0)] } else { vec![at(21.0)] };
    Some(Note { short: Some(Vec::new()), halo: false, ..Note::new(lines_of, higher) })
}

/// The capacity line named where it stands out most.
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
    let words = vec![vec![Span::bold(lang::chart::capacity(), Role::Slate, 13.0)]];
    let at = |dx: f64, dy: f64| At::point(point.0, point.1).moved(dx, dy);
    let spots = vec![
        parts::spot(at(-8.0, -13.0), Align::Right),
        parts::spot(at(0.0, -15.0), Align::Centre),
        parts::spot(at(8.0, -13.0), Align::Left),
    ];
    Some(Note { short: Some(Vec::new()), ..Note::new(words, spots) })
}

fn ends(subject: &Subject, lines: &Lines, high: f64) -> Vec<End> {
    let last = |points: &[Point]| points.last().map(|point| point.1).unwrap_or_default();
    let mut ends = Vec::with_capacity(6);
    for (points, name, role, rank) in [
        (&lines.revenue, lang::chart::revenue(), Role::Gain, 0),
        (&lines.demand, lang::chart::demand(), Role::Demand, 1),
    ] {
        let at = last(points);
        let label = parts::end(at, lang::numbers::money(at), name, role, rank);
        ends.push(End { short: label.words.clone(), ..label });
    }
    let horizon = subject.years();
    for (index, ((letter, role, _, pin), points)) in subject.pinned().zip(&lines.pins).enumerate() {
        if points.last().is_some_and(|point| point.0 >= horizon - 1e-9) {
            let at = last(points);
            let label = parts::end(at, lang::numbers::money(at), lang::chart::shorten(pin.name), role, 2 + index as u8);
            ends.push(End { tag: Some((letter, role)), ..label });
        }
    }
    if let Some(points) =
        lines.opened.as_ref().filter(|points| points.len() == lines.revenue.len() && last(points) <= high)
    {
        let words = vec![Span::plain(lang::chart::revenue_as_opened(), Role::Ink3, 12.0)];
        ends.push(End { at: last(points), words, short: Vec::new(), tag: None, rank: 6 });
    }
    ends
}

fn table(subject: &Subject) -> Table {
    let unit = Measure::MoneyPerYear;
    let quarterly = &subject.outcome.quarterly;
    let mut columns = vec![
        parts::column(lang::chart::demand(), unit, DEMAND),
        parts::column(lang::chart::capacity(), unit, CAPACITY),
        parts::column(lang::chart::revenue(), unit, REVENUE),
        Column { name: lang::chart::use_of_fleet().into(), unit: Measure::Share, key: None },
    ];
    let mut series = vec![
        (quarterly.demand.as_slice(), 4.0),
        (&quarterly.capacity, 4.0),
        (&quarterly.revenue, 4.0),
        (&quarterly.utilisation, 1.0),
    ];
    if let Some(opened) = subject.opened.filter(|opened| opened.quarterly.revenue != quarterly.revenue) {
        columns.push(parts::column(lang::chart::revenue_as_opened(), unit, GHOST));
        series.push((&opened.quarterly.revenue, 4.0));
    }
    for (_, role, dash, pin) in subject.pinned() {
        columns.push(parts::column(pin.name.to_owned(), unit, Stroke { dash, ..Stroke::solid(role, 1.75) }));
        series.push((&pin.outcome.quarterly.revenue, 4.0));
    }
    let row = |index: usize| {
        let cells = series.iter().map(|(values, factor)| parts::cell(values, Some(index), *factor)).collect();
        Row::new(RowHead::Quarter(index as u32 + 1), cells)
    };
    Table { head: lang::chart::quarter_head().into(), columns, rows: (0..quarterly.revenue.len()).map(row).collect() }
}
