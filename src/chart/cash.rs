//! `cash`: how deep the cash goes, when it is back, and where it ends.

use super::figure::{Figure, Gutters, Layer, Mark, Note, Panel, Place, Reading, Span, Stroke};
use super::parts::{self, Subject, years};
use super::table::{Cell, Column, Measure, Row, RowHead, Table};
use super::{Align, At, Chart, Point, Role, ticks};
use crate::lang;
use crate::model::Outcome;

/// The figure of cumulative cash.
pub fn cash(subject: &Subject) -> Figure {
    let lines = Lines::new(subject);
    let summary = &subject.outcome.summary;
    let (low, high) = lines.extent();
    let trough = summary.peak_deficit.min(0.0);
    let below = trough - 0.1 * (high - low);
    let scale = ticks::scale_half(low.min(below).min(0.0), high + 0.06 * (high - low), 5);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { bottom: (28.0, 28.0), ..parts::gutters((124.0, 64.0), 12.0) },
        x: parts::time_axis(subject.years()),
        y: parts::money_axis(&scale),
        layers: layers(subject, &lines, (scale.low, scale.high)),
        notes: notes(subject),
        ends: ends(subject, &lines, scale.high),
    };
    let table = table(subject, &lines);
    Figure {
        chart: Chart::Cash,
        title: lang::chart::cash_title(summary),
        subtitle: lang::chart::cash_subtitle().to_owned(),
        takeaway: lang::chart::cash_takeaway(summary, subject.years()),
        panels: vec![panel],
        beside: false,
        reading: Reading::Time,
        stops: parts::stops((0..table.rows.len()).map(years)),
        across: Vec::new(),
        grid_name: "".into(),
        table,
        heights: (250.0, 250.0),
    }
}

/// The lines of the chart, from quarter 0 on.
struct Lines {
    main: Vec<Point>,
    opened: Option<Vec<Point>>,
    pins: Vec<Vec<Point>>,
    band: Option<(Vec<Point>, Vec<Point>)>,
}

impl Lines {
    fn new(subject: &Subject) -> Self {
        let horizon = subject.years();
        let line = |outcome: &Outcome| {
            let mut points = vec![(0.0, outcome.summary.opening_cash)];
            points.extend(parts::series(&outcome.quarterly.cumulative_cash, 1, 1.0, horizon));
            points
        };
        let opened = subject.opened.map(line);
        let band = subject.band.map(|band| (band.p10.as_slice(), band.p90.as_slice()));
        let main = line(subject.outcome);
        Self {
            opened: opened.filter(|points| *points != main),
            main,
            pins: subject.pinned().map(|(_, _, _, pin)| line(pin.outcome)).collect(),
            band: band.map(|(low, high)| (parts::series(low, 0, 1.0, horizon), parts::series(high, 0, 1.0, horizon))),
        }
    }

    fn extent(&self) -> (f64, f64) {
        let band = self.band.iter().flat_map(|(low, high)| [low.as_slice(), high.as_slice()]);
        let others = self.opened.iter().chain(&self.pins).map(Vec::as_slice);
        parts::extent_beside([self.main.as_slice()].into_iter().chain(band), others)
    }
}

/// This scenario's line: in ink, or in the colour of loss where it never comes back.
fn main_stroke(outcome: &Outcome) -> Stroke {
    Stroke::solid(if outcome.summary.payback_years.is_some() { Role::Ink } else { Role::Loss }, 3.0)
}

const GHOST: Stroke = Stroke::solid(Role::Ghost, 2.0);

fn layers(subject: &Subject, lines: &Lines, range: (f64, f64)) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::with_capacity(16);
    layers.extend(parts::fill(parts::against(&lines.main, 0.0, false), Role::LossWash, 1.0));
    layers.extend(parts::fill(parts::against(&lines.main, 0.0, true), Role::GainWash, 1.0));
    if let Some((low, high)) = &lines.band {
        layers.extend(parts::fill(parts::between(high, low), Role::Slate, 0.11));
        for edge in [low, high] {
            let stroke = Stroke::solid(Role::Ghost, 0.75);
            layers.push(Mark::Line { points: edge.clone(), stroke, traced: false }.into());
        }
    }
    layers.extend(windows(subject));
    if let Some(opened) = &lines.opened {
        layers.extend(parts::beside(opened, GHOST, range));
        layers.extend(subject.opened.and_then(|opened| returned(opened, 4.5, Role::Ghost)));
    }
    for ((_, role, dash, _), points) in subject.pinned().zip(&lines.pins) {
        layers.extend(parts::beside(points, Stroke { dash, ..Stroke::solid(role, 1.75) }, range));
    }
    layers.push(parts::line(lines.main.clone(), main_stroke(subject.outcome)));
    layers.extend(marks(subject));
    layers
}

/// The bar along the top: dark while committed, lighter to the end of the build-out.
fn windows(subject: &Subject) -> impl Iterator<Item = Layer> {
    let build = subject.scenario.build_years.min(subject.years());
    let committed = subject.scenario.commit_years.min(build);
    let spans = [(0.0, committed, Role::Ink2), (committed, build, Role::Ghost)];
    spans.into_iter().filter(|(from, to, _)| to > from).map(|(from, to, role)| {
        let at = |x: f64| At::place(Place::Value(x), Place::Plot(0.0)).moved(0.0, -5.0);
        Mark::Rule { from: at(from), to: at(to), stroke: Stroke::solid(role, 3.0) }.into()
    })
}

/// The dot where cash is back, if it ever was away.
fn returned(outcome: &Outcome, radius: f64, role: Role) -> Option<Layer> {
    let at = outcome.summary.payback_years.filter(|years| *years > 0.0)?;
    Some(Mark::Dot { at: At::point(at, 0.0), radius, fill: role, ring: Role::Paper, width: 1.5 }.into())
}

fn marks(subject: &Subject) -> Vec<Layer> {
    let summary = &subject.outcome.summary;
    let mut layers = Vec::new();
    let horizon = subject.years();
    match summary.payback_years {
        Some(at) if at > 0.0 => {
            let upright = |share: f64| At::place(Place::Value(at), Place::Plot(share));
            let (from, to) = (upright(0.0).moved(0.0, 4.0), upright(1.0));
            layers.push(Mark::Rule { from, to, stroke: Stroke::solid(Role::Gain, 1.5) }.into());
            layers.extend(returned(subject.outcome, 7.5, Role::Gain));
        }
        Some(_) => {}
        None => {
            let short = summary.cumulative_cash_end;
            let at = |value: f64, dx: f64| At::point(horizon, value).moved(dx, 0.0);
            let stroke = Stroke::solid(Role::Loss, 1.5);
            layers.push(Mark::Rule { from: at(0.0, 0.0), to: at(short, 0.0), stroke }.into());
            for end in [0.0, short] {
                layers.push(Mark::Rule { from: at(end, -4.0), to: at(end, 4.0), stroke }.into());
            }
        }
    }
    if summary.peak_deficit < 0.0 && summary.peak_deficit_years > 0.0 {
        let at = At::point(summary.peak_deficit_years, summary.peak_deficit);
        let fill = main_stroke(subject.outcome).role;
        layers.push(Mark::Dot { at, radius: 6.5, fill, ring: Role::Paper, width: 1.5 }.into());
    }
    layers
}

fn notes(subject: &Subject) -> Vec<Note> {
    let mut notes = Vec::with_capacity(5);
    let summary = &subject.outcome.summary;
    match summary.payback_years {
        Some(at) if at > 0.0 => notes.push(payback_note(at)),
        Some(_) => {}
        None => notes.push(short_note(subject)),
    }
    if summary.peak_deficit < 0.0 && summary.peak_deficit_years > 0.0 {
        notes.push(trough_note(summary.peak_deficit, summary.peak_deficit_years));
    }
    if summary.opening_cash < 0.0 {
        notes.push(spent_note(summary.opening_cash));
    }
    notes.extend(window_notes(subject));
    notes
}

fn payback_note(at: f64) -> Note {
    let date = Span::plain(lang::moments::date(at), Role::Ink2, 13.0);
    let lines = vec![vec![Span::bold(lang::chart::pays_back(at), Role::Gain, 15.0)], vec![date.clone()]];
    let short = vec![vec![Span::bold(lang::numbers::years(at), Role::Gain, 14.0)], vec![date]];
    let place = |share: f64, dx: f64, dy: f64| At::place(Place::Value(at), Place::Plot(share)).moved(dx, dy);
    let spots = vec![
        parts::spot(place(0.0, -9.0, 22.0), Align::Right),
        parts::spot(place(0.0, 9.0, 22.0), Align::Left),
        parts::spot(place(1.0, 9.0, -30.0), Align::Left),
        parts::spot(place(1.0, -9.0, -30.0), Align::Right),
    ];
    Note { short: Some(short), keep: true, ..Note::new(lines, spots) }
}

fn short_note(subject: &Subject) -> Note {
    let (end, horizon) = (subject.outcome.summary.cumulative_cash_end, subject.years());
    let first = Span::bold(lang::chart::still_short(-end), Role::Loss, 15.0);
    let short = vec![vec![Span::bold(lang::chart::short_by(-end), Role::Loss, 13.0)]];
    let lines = vec![vec![first], vec![Span::plain(lang::chart::at_horizon(horizon), Role::Ink2, 13.0)]];
    let at = |value: f64, dy: f64| parts::spot(At::point(horizon, value).moved(-10.0, dy), Align::Right);
    let spots = vec![at(end * 0.45, 0.0), at(0.0, 22.0), at(0.0, -24.0), at(end, 28.0)];
    Note { short: Some(short), keep: true, ..Note::new(lines, spots) }
}

fn trough_note(deficit: f64, at: f64) -> Note {
    let worst = Span::bold(lang::chart::at_worst(deficit), Role::Loss, 13.0);
    let date = Span::plain(lang::chart::comma_date(at), Role::Ink2, 13.0);
    let place = |dx: f64, dy: f64| At::point(at, deficit).moved(dx, dy);
    let spots = vec![
        parts::spot(place(0.0, 16.0), Align::Centre),
        parts::spot(place(4.0, 16.0), Align::Left),
        parts::spot(place(-4.0, 16.0), Align::Right),
        parts::spot(place(12.0, 2.0), Align::Left),
        parts::spot(place(0.0, -20.0), Align::Centre),
    ];
    let lines = vec![vec![worst.clone(), date]];
    Note { short: Some(vec![vec![worst]]), keep: true, ..Note::new(lines, spots) }
}

fn spent_note(opening: f64) -> Note {
    let lines = vec![vec![Span::plain(lang::chart::spent_before(opening), Role::Ink2, 12.0)]];
    let short = vec![vec![Span::plain(lang::numbers::signed_money(opening), Role::Ink2, 12.0)]];
    let place = |dx: f64, dy: f64| parts::spot(At::point(0.0, opening).moved(dx, dy), Align::Left);
    Note { short: Some(short), ..Note::new(lines, vec![place(7.0, -11.0), place(7.0, 15.0)]) }
}

fn window_notes(subject: &Subject) -> impl Iterator<Item = Note> {
    let build = subject.scenario.build_years.min(subject.years());
    let committed = subject.scenario.commit_years.min(build);
    let place = |x: f64, align| parts::spot(At::place(Place::Value(x), Place::Plot(0.0)).moved(0.0, 6.0), align);
    let words = [
        (lang::chart::committed(), place(0.0, Align::Left), committed > 0.0),
        (lang::chart::build_out(), place(committed, Align::Left), build > committed),
    ];
    words.into_iter().filter(|(_, _, shown)| *shown).map(|(words, spot, _)| {
        let lines = vec![vec![Span::plain(words, Role::Ink3, 11.0)]];
        Note { short: Some(Vec::new()), ..Note::new(lines, vec![spot]) }
    })
}

fn ends(subject: &Subject, lines: &Lines, high: f64) -> Vec<super::End> {
    let last = |points: &[Point]| points.last().map(|point| point.1).unwrap_or_default();
    let horizon = subject.years();
    let stroke = main_stroke(subject.outcome);
    let end = last(&lines.main);
    let mut ends = vec![parts::end(end, lang::numbers::signed_money(end), "", stroke.role, 0)];
    if let Some(first) = ends.first_mut() {
        first.words.push(Span::plain(lang::chart::in_date(horizon), Role::Ink3, 12.0));
    }
    for (index, ((letter, role, _, pin), points)) in subject.pinned().zip(&lines.pins).enumerate() {
        if points.last().is_some_and(|point| point.0 >= horizon - 1e-9) {
            let at = last(points);
            let label =
                parts::end(at, lang::numbers::signed_money(at), lang::chart::shorten(pin.name), role, 1 + index as u8);
            ends.push(super::End { tag: Some((letter, role)), ..label });
        }
    }
    if let Some(points) =
        lines.opened.as_ref().filter(|points| points.len() == lines.main.len() && last(points) <= high)
    {
        let at = last(points);
        let label = parts::end(at, lang::numbers::signed_money(at), lang::chart::as_opened(), Role::Ink3, 5);
        ends.push(super::End { short: Vec::new(), ..label });
    }
    if let Some((low, _)) = &lines.band {
        let words = vec![Span::plain(lang::chart::of_cases(), Role::Ink3, 12.0)];
        ends.push(super::End { at: last(low), words, short: Vec::new(), tag: None, rank: 6 });
    }
    ends
}

fn table(subject: &Subject, lines: &Lines) -> Table {
    let unit = Measure::SignedMoney;
    let mut columns = vec![parts::column(lang::chart::this_scenario(), unit, main_stroke(subject.outcome))];
    columns.extend(lines.opened.iter().map(|_| parts::column(lang::chart::as_opened(), unit, GHOST)));
    columns.extend(subject.pinned().map(|(_, role, dash, pin)| {
        parts::column(pin.name.to_owned(), unit, Stroke { dash, ..Stroke::solid(role, 1.75) })
    }));
    columns.extend(lines.band.iter().map(|_| Column { name: lang::chart::of_cases().into(), unit, key: None }));
    let others: Vec<&Vec<Point>> = [&lines.main].into_iter().chain(&lines.opened).chain(&lines.pins).collect();
    let row = |index: usize| {
        let value = |points: &&Vec<Point>| Cell::from(points.get(index).map(|point| point.1));
        let mut cells: Vec<Cell> = others.iter().map(value).collect();
        if let Some((low, high)) = &lines.band {
            let range = low.get(index).zip(high.get(index)).map(|(low, high)| Cell::Range(low.1, high.1));
            cells.push(range.unwrap_or(Cell::Empty));
        }
        Row::new(RowHead::Quarter(index as u32), cells)
    };
    Table { head: lang::chart::quarter_head().into(), columns, rows: (0..lines.main.len()).map(row).collect() }
}
