//! `cash`: cumulative cash, with its lowest point, its payback and its end.

use super::axes::{gutters, money_axis, time_axis};
use super::chart_data::{ChartData, Other};
use super::end_labels::{pin_labels, value_label};
use super::event_marks::{event_marks, event_sentence, remark_events};
use super::lines::{area, between, clipped, extent_beside, line, over_time};
use super::tables::{column, quarters, stops};
use crate::chart::{
    Align, At, Cell, ChartId, Column, EndLabel, Figure, Gutters, Mark, Measure, Note, Panel, Place, Point, Responsive,
    Role, Series, Span, Spot, Stroke, Table, scale,
};
use crate::model::Outcome;
use crate::words;

/// The figure of cumulative cash.
pub fn cash(data: &ChartData) -> Figure {
    let lines = Lines::new(data);
    let summary = &data.outcome.summary;
    let (low, high) = lines.extent();
    let trough = summary.peak_deficit.min(0.0);
    let below = trough - 0.1 * (high - low);
    let scale = scale::scale_half(low.min(below).min(0.0), high + 0.06 * (high - low), 5);
    let (event_marks, event_notes) = event_marks(data);
    let (mut marks, mut notes) = (marks(data), notes(data));
    marks.extend(event_marks);
    notes.extend(event_notes);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { bottom: (28.0, 28.0), ..gutters((124.0, 64.0), 12.0) },
        x: time_axis(data.years()),
        y: money_axis(&scale),
        series: series(data, &lines, (scale.low, scale.high)),
        marks,
        notes,
        ends: ends(data, &lines, scale.high),
    };
    let texts = (
        words::chart::cash_title(summary, data.years()),
        words::chart::cash_subtitle(),
        words::chart::cash_takeaway(summary, data.years()) + &event_sentence(data),
    );
    let stops = stops(0.0, 0.25, lines.main.len());
    let figure = super::figure(ChartId::Cash, texts, vec![panel], stops, table(data, &lines), (250.0, 250.0));
    Figure { legend: words::chart::cash_legend(), ..figure }
}

/// The lines of the chart, from quarter 0 on. The band is its lower and its upper edge.
struct Lines {
    main: Vec<Point>,
    /// Cash after interest, where there is any.
    after_interest: Option<Vec<Point>>,
    others: Vec<Other>,
    band: Option<(Vec<Point>, Vec<Point>)>,
}

impl Lines {
    fn new(data: &ChartData) -> Self {
        let horizon = data.years();
        let from_start = |outcome: &Outcome, cash: &[f64]| {
            let mut points = vec![(0.0, outcome.summary.opening_cash)];
            points.extend(over_time(cash, 1, 1.0, horizon));
            points
        };
        let line = |outcome: &Outcome| from_start(outcome, &outcome.quarterly.cumulative_cash);
        let own = data.outcome;
        let has_interest = own.summary.interest_total > 0.0;
        let main = line(data.outcome);
        let edge = |values: &[f64]| over_time(values, 0, 1.0, horizon);
        Self {
            others: data.others(&main, str::to_owned, &line),
            main,
            after_interest: has_interest.then(|| from_start(own, &own.quarterly.cash_after_interest)),
            band: data.band.map(|band| (edge(&band.p10), edge(&band.p90))),
        }
    }

    fn extent(&self) -> (f64, f64) {
        let mut own = vec![self.main.as_slice()];
        own.extend(self.after_interest.as_deref());
        own.extend(self.band.iter().flat_map(|(low, high)| [low.as_slice(), high]));
        extent_beside(&own, &self.others)
    }
}

const AFTER_INTEREST: Stroke = Stroke::solid(Role::Ink3, 1.75);

/// The look of this scenario's line: ink, or the colour of loss where cash never comes back.
fn main_stroke(outcome: &Outcome) -> Stroke {
    Stroke::solid(if outcome.summary.payback_years.is_some() { Role::Ink } else { Role::Loss }, 3.0)
}

fn series(data: &ChartData, lines: &Lines, range: (f64, f64)) -> Vec<Responsive<Series>> {
    let mut series = Vec::with_capacity(16);
    series.extend(area(&lines.main, false, Role::LossWash, 1.0));
    series.extend(area(&lines.main, true, Role::GainWash, 1.0));
    if let Some((low, high)) = &lines.band {
        series.extend(between(high, low, Role::Slate, 0.11));
        for edge in [low, high] {
            let stroke = Stroke::solid(Role::Ghost, 0.75);
            series.push(Series::Line { points: edge.clone(), stroke, traced: false }.into());
        }
    }
    for other in &lines.others {
        series.extend(clipped(&other.points, other.stroke, range));
        if let Some(at) = data.baseline.filter(|_| other.tag.is_none()).and_then(|baseline| payback(baseline.outcome)) {
            let ring = (Role::Paper, 1.5);
            series.push(Series::Dots { points: vec![(at, 0.0)], radius: 4.5, fill: Role::Ghost, ring }.into());
        }
    }
    series.extend(lines.after_interest.clone().map(|points| line(points, AFTER_INTEREST)));
    series.push(line(lines.main.clone(), main_stroke(data.outcome)));
    series
}

/// The payback in years, where cash ever was below zero.
fn payback(outcome: &Outcome) -> Option<f64> {
    outcome.summary.payback_years.filter(|years| *years > 0.0)
}

/// The spans of the plan that are not empty: start, end, colour and name.
fn plan_spans(data: &ChartData) -> impl Iterator<Item = (f64, f64, Role, &'static str)> {
    let build = data.scenario.build_years.min(data.years());
    let committed = data.scenario.commit_years.min(build);
    let spans = [
        (0.0, committed, Role::Ink2, words::chart::committed()),
        (committed, build, Role::Ghost, words::chart::build_out()),
    ];
    spans.into_iter().filter(|(from, to, ..)| to > from)
}

fn marks(data: &ChartData) -> Vec<Responsive<Mark>> {
    let summary = &data.outcome.summary;
    let mut marks = Vec::new();
    for (from, to, role, _) in plan_spans(data) {
        let at = |x: f64| At::place(Place::Value(x), Place::Plot(0.0)).moved(0.0, -5.0);
        marks.push(Mark::rule(at(from), at(to), Stroke::solid(role, 3.0)));
    }
    if let Some(at) = payback(data.outcome) {
        let vertical = |share: f64| At::place(Place::Value(at), Place::Plot(share));
        let (from, to) = (vertical(0.0).moved(0.0, 4.0), vertical(1.0));
        marks.push(Mark::rule(from, to, Stroke::solid(Role::Gain, 1.5)));
        marks.push(Mark::dot(At::point(at, 0.0), 7.5, Role::Gain));
    }
    if summary.payback_years.is_none() {
        let horizon = data.years();
        let (from, to) = ((horizon, 0.0), (horizon, summary.cumulative_cash_end));
        marks.push(Mark::Bracket { from, to, stroke: Stroke::solid(Role::Loss, 1.5) }.into());
    }
    if summary.peak_deficit < 0.0 && summary.peak_deficit_years > 0.0 {
        let at = At::point(summary.peak_deficit_years, summary.peak_deficit);
        marks.push(Mark::dot(at, 6.5, main_stroke(data.outcome).role));
    }
    marks
}

fn notes(data: &ChartData) -> Vec<Note> {
    let mut notes = Vec::with_capacity(5);
    let summary = &data.outcome.summary;
    match summary.payback_years {
        Some(at) if at > 0.0 => notes.push(payback_note(at)),
        Some(_) => {}
        None => notes.push(short_note(data)),
    }
    if summary.peak_deficit < 0.0 && summary.peak_deficit_years > 0.0 {
        notes.push(trough_note(summary.peak_deficit, summary.peak_deficit_years));
    }
    if summary.opening_cash < 0.0 {
        notes.push(spent_note(summary.opening_cash));
    }
    notes.extend(window_notes(data));
    notes
}

fn payback_note(at: f64) -> Note {
    let date = Span::plain(words::dates::date(at), Role::Ink2, 13.0);
    let lines = vec![vec![Span::bold(words::chart::pays_back(at), Role::Gain, 15.0)], vec![date.clone()]];
    let short = vec![vec![Span::bold(words::numbers::years(at), Role::Gain, 14.0)], vec![date]];
    let place = |share: f64| At::place(Place::Value(at), Place::Plot(share));
    let mut spots = Spot::around(place(0.0), &[(-9.0, 22.0, Align::Right), (9.0, 22.0, Align::Left)]);
    spots.extend(Spot::around(place(1.0), &[(9.0, -30.0, Align::Left), (-9.0, -30.0, Align::Right)]));
    Note { short: Some(short), keep: true, ..Note::new(lines, spots) }
}

fn short_note(data: &ChartData) -> Note {
    let (end, horizon) = (data.outcome.summary.cumulative_cash_end, data.years());
    let first = Span::bold(words::chart::still_short(-end), Role::Loss, 15.0);
    let short = vec![vec![Span::bold(words::chart::short_by(-end), Role::Loss, 13.0)]];
    let lines = vec![vec![first], vec![Span::plain(words::chart::at_horizon(horizon), Role::Ink2, 13.0)]];
    let spots = [(end * 0.45, 0.0), (0.0, 22.0), (0.0, -24.0), (end, 28.0)];
    let spots = spots.map(|(value, dy)| Spot::around(At::point(horizon, value), &[(-10.0, dy, Align::Right)])).concat();
    Note { short: Some(short), keep: true, ..Note::new(lines, spots) }
}

fn trough_note(deficit: f64, at: f64) -> Note {
    let worst = Span::bold(words::chart::at_worst(deficit), Role::Loss, 13.0);
    let date = Span::plain(words::chart::comma_date(at), Role::Ink2, 13.0);
    let moves = [
        (0.0, 16.0, Align::Centre),
        (4.0, 16.0, Align::Left),
        (-4.0, 16.0, Align::Right),
        (12.0, 2.0, Align::Left),
        (0.0, -20.0, Align::Centre),
    ];
    let spots = Spot::around(At::point(at, deficit), &moves);
    let lines = vec![vec![worst.clone(), date]];
    Note { short: Some(vec![vec![worst]]), keep: true, ..Note::new(lines, spots) }
}

fn spent_note(opening: f64) -> Note {
    let text = Span::plain(words::chart::spent_before(opening), Role::Ink2, 12.0);
    let short = vec![vec![Span::plain(words::numbers::signed_money(opening), Role::Ink2, 12.0)]];
    let spots = Spot::around(At::point(0.0, opening), &[(7.0, -11.0, Align::Left), (7.0, 15.0, Align::Left)]);
    Note { short: Some(short), ..Note::line(text, spots) }
}

fn window_notes(data: &ChartData) -> impl Iterator<Item = Note> {
    plan_spans(data).map(|(from, _, _, name)| {
        let at = At::place(Place::Value(from), Place::Plot(0.0));
        let note = Note::line(Span::plain(name, Role::Ink3, 11.0), Spot::around(at, &[(0.0, 6.0, Align::Left)]));
        Note { short: Some(Vec::new()), ..note }
    })
}

fn ends(data: &ChartData, lines: &Lines, high: f64) -> Vec<EndLabel> {
    let last = |points: &[Point]| points.last().map(|point| point.1).unwrap_or_default();
    let horizon = data.years();
    let (end, money) = (last(&lines.main), words::numbers::signed_money);
    let mut own = value_label(end, money(end), "", main_stroke(data.outcome).role, 0);
    own.spans.push(Span::plain(words::chart::in_date(horizon), Role::Ink3, 12.0));
    let mut ends = vec![own];
    ends.extend(pin_labels(&lines.others, horizon, money, 1));
    if let Some(line) = &lines.after_interest {
        let at = last(line);
        ends.push(value_label(at, money(at), words::chart::after_interest(), Role::Ink3, 4));
    }
    let baseline = lines.others.iter().find(|other| other.tag.is_none());
    if let Some((baseline, at)) = baseline.and_then(|baseline| Some((baseline, baseline.end(horizon)?)))
        && at <= high
    {
        let label = value_label(at, money(at), &baseline.name, Role::Ink3, 5);
        ends.push(EndLabel { short: Vec::new(), ..label });
    }
    if let Some((low, _)) = &lines.band {
        let spans = vec![Span::plain(words::chart::of_cases(), Role::Ink3, 12.0)];
        ends.push(EndLabel { at: last(low), spans, short: Vec::new(), tag: None, rank: 6 });
    }
    ends
}

fn table(data: &ChartData, lines: &Lines) -> Table {
    let unit = Measure::SignedMoney;
    let mut columns = vec![column(words::chart::this_scenario(), unit, main_stroke(data.outcome))];
    columns.extend(lines.after_interest.as_ref().map(|_| column(words::chart::after_interest(), unit, AFTER_INTEREST)));
    columns.extend(lines.others.iter().map(|other| column(other.name.clone(), unit, other.stroke)));
    let mut all = vec![lines.main.as_slice()];
    all.extend(lines.after_interest.as_deref());
    all.extend(lines.others.iter().map(|other| other.points.as_slice()));
    let mut table = quarters(0, columns, &all);
    remark_events(&mut table, data);
    if let Some((low, high)) = &lines.band {
        table.columns.push(Column { name: words::chart::of_cases().into(), unit, key: None });
        for (index, row) in table.rows.iter_mut().enumerate() {
            let range = low.get(index).zip(high.get(index)).map(|(low, high)| Cell::Range(low.1, high.1));
            row.cells.push(range.unwrap_or(Cell::Empty));
        }
    }
    table
}
