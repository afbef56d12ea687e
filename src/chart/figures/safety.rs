//! `safety`: NPV over the way from the present values of all uncertain inputs to the ends of their ranges.

use super::axes::{axis, money_axis, under};
use super::lines::{area, extent, line};
use super::tables::{column, stops};
use crate::analysis::{MarginOfSafety, WAY_STEPS};
use crate::chart::{
    Align, At, Axis, AxisLook, Cell, ChartId, Figure, Gutters, Mark, Measure, Note, Panel, Place, Point, Responsive,
    Role, Row, RowHead, Span, Spot, Stroke, Table, scale,
};
use crate::words;

const NPV: Stroke = Stroke::solid(Role::Ink, 2.0);

/// The figure of the margin of safety.
pub fn safety(margin: &MarginOfSafety) -> Figure {
    let points: Vec<Point> = margin.npv.iter().enumerate().map(|(step, npv)| (share(step), *npv)).collect();
    let (low, high) = extent(&[&points]);
    let scale = scale::scale(low, high, 5);
    let ticks = scale::scale(0.0, 1.0, 5);
    let fills = [(true, Role::GainWash), (false, Role::LossWash)];
    let mut series: Vec<Responsive<_>> =
        fills.into_iter().filter_map(|(above, role)| area(&points, above, role, 1.0)).collect();
    series.push(line(points, NPV));
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (64.0, 56.0), right: (16.0, 16.0), top: (10.0, 10.0), bottom: (46.0, 46.0) },
        x: Axis { low: 0.0, high: 1.0, ..axis(&ticks, AxisLook::Edges, |_, at| words::numbers::percent(at, 0).into()) },
        y: money_axis(&scale),
        series,
        marks: turn(margin).map(|at| Mark::dot(at, 5.0, Role::Ink)).into_iter().collect(),
        notes: notes(margin),
        ends: Vec::new(),
    };
    let texts =
        (words::chart::safety_title(margin), words::chart::safety_subtitle(), words::chart::safety_takeaway(margin));
    let table = table(margin);
    let stops = stops(0.0, 1.0 / WAY_STEPS as f64, table.rows.len());
    super::figure(ChartId::Safety, texts, vec![panel], stops, table, (220.0, 220.0))
}

fn share(step: usize) -> f64 {
    step as f64 / WAY_STEPS as f64
}

/// The place where NPV turns.
fn turn(margin: &MarginOfSafety) -> Option<At> {
    margin.turns_at.map(|share| At::point(share, 0.0))
}

fn notes(margin: &MarginOfSafety) -> Vec<Note> {
    let mut notes = vec![under(words::chart::safety_axis(margin.to_good_ends), Place::Plot(0.5), 8.0)];
    if let Some((share, at)) = margin.turns_at.zip(turn(margin)) {
        let text = Span::bold(words::chart::turns_at(share, margin.to_good_ends), Role::Ink, 12.0);
        let moves = [
            (10.0, -14.0, Align::Left),
            (-10.0, -14.0, Align::Right),
            (10.0, 14.0, Align::Left),
            (-10.0, 14.0, Align::Right),
        ];
        notes.push(Note { keep: true, ..Note::line(text, Spot::around(at, &moves)) });
    }
    notes
}

fn table(margin: &MarginOfSafety) -> Table {
    let row = |(step, npv): (usize, &f64)| {
        Row::new(RowHead::Words(words::numbers::percent(share(step), 0).into()), vec![Cell::Number(*npv)])
    };
    let columns = vec![column(words::chart::worth_head(), Measure::SignedMoney, NPV)];
    Table { head: words::chart::safety_head().into(), columns, rows: margin.npv.iter().enumerate().map(row).collect() }
}
