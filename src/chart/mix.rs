//! `mix`: whose chips are in service, and what the next one costs.

use super::figure::{Axis, AxisLook, Figure, Gutters, Mark, Note, Panel, Place, Reading, Span, Stroke};
use super::parts::{self, Subject, years};
use super::table::{Measure, Row, RowHead, Table};
use super::{Align, At, Chart, End, Point, Role, ticks};
use crate::lang;
use crate::model::Detail;

const CUSTOM: Stroke = Stroke::solid(Role::Gold, 1.75);
const MERCHANT: Stroke = Stroke::solid(Role::Slate, 1.75);
const COST: Stroke = Stroke::solid(Role::Ink, 2.0);

/// The figure of compute in service and the cost of a unit.
pub fn mix(subject: &Subject) -> Figure {
    let detail = &subject.outcome.detail;
    let horizon = subject.years();
    let custom = parts::series(&detail.custom_cu, 1, 1.0, horizon);
    let merchant = parts::series(&detail.merchant_cu, 1, 1.0, horizon);
    let total: Vec<Point> = custom.iter().zip(&merchant).map(|(one, two)| (one.0, one.1 + two.1)).collect();
    let whole = whole_cost(detail, subject.scenario.shell_cost);
    let cost = parts::series(&whole, 1, 1.0, horizon);
    let rows = custom.len();
    Figure {
        chart: Chart::Mix,
        title: lang::chart::mix_title(detail),
        subtitle: lang::chart::mix_subtitle().to_owned(),
        takeaway: lang::chart::mix_takeaway(detail, whole.last().copied().unwrap_or_default()),
        panels: vec![fleet(horizon, custom, total), price(horizon, cost)],
        beside: false,
        reading: Reading::Time,
        stops: parts::stops((1..=rows).map(years)),
        across: Vec::new(),
        grid_name: "".into(),
        table: table(detail, &whole, rows),
        heights: (230.0, 240.0),
    }
}

/// What a unit ordered costs with the shell it needs.
fn whole_cost(detail: &Detail, shell: f64) -> Vec<f64> {
    detail.cu_cost.iter().zip(&detail.cu_power).map(|(chips, power)| chips + power * shell).collect()
}

fn fleet(horizon: f64, custom: Vec<Point>, total: Vec<Point>) -> Panel {
    let scale = ticks::scale(0.0, parts::extent([total.as_slice()]).1, 4);
    let decimals = parts::decimals(scale.step);
    let y = parts::axis(&scale, AxisLook::Grid, |_, at| lang::numbers::number(at, decimals).into());
    let ends = ends(&custom, &total);
    let mut layers = Vec::with_capacity(4);
    layers.extend(parts::fill(parts::against(&custom, 0.0, true), Role::GoldMid, 0.75));
    layers.extend(parts::fill(parts::between(&total, &custom), Role::Slate, 0.3));
    layers.push(parts::line(total, MERCHANT));
    layers.push(parts::line(custom, CUSTOM));
    let gutters = Gutters { bottom: (8.0, 8.0), ..parts::gutters((92.0, 92.0), 8.0) };
    let x = Axis { look: AxisLook::Hidden, ..parts::time_axis(horizon) };
    Panel { share: 0.68, heading: None, gutters, x, y, layers, notes: Vec::new(), ends }
}

fn ends(custom: &[Point], total: &[Point]) -> Vec<End> {
    let last = |points: &[Point]| points.last().map_or(0.0, |point| point.1);
    let (custom, total) = (last(custom), last(total));
    let end = |at: f64, words: String, role, rank| {
        let words = vec![Span::bold(words, role, 12.0)];
        End { at, short: words.clone(), words, tag: None, rank }
    };
    let mut ends = vec![end(total, lang::chart::compute(total), Role::Ink, 0)];
    if total > 0.0 {
        let share = custom / total;
        ends.push(end(custom / 2.0, lang::chart::custom_part(share), Role::Gold, 1));
        ends.push(end((custom + total) / 2.0, lang::chart::merchant_part(1.0 - share), Role::Slate, 2));
    }
    ends
}

/// A thin panel of its own: never a second axis.
fn price(horizon: f64, cost: Vec<Point>) -> Panel {
    let values = || cost.iter().map(|point| point.1);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let (low, high) = if low.is_finite() && high > 0.0 { (low * 0.8, high * 1.06) } else { (0.0, 1.0) };
    let first = cost.first().map_or(0.0, |point| point.1);
    let end = cost.last().map_or(0.0, |point| point.1);
    let words = vec![Span::bold(lang::chart::cost_now(end), Role::Ink, 12.0)];
    let ends = vec![End { at: end, short: words.clone(), words, tag: None, rank: 0 }];
    let lines = vec![vec![Span::plain(lang::chart::cost_first(first), Role::Ink2, 12.0)]];
    let later = cost.iter().filter(|point| point.0 > 0.2 * horizon).map(|point| point.1).fold(0.0, f64::max);
    let at = |dy: f64| parts::spot(At::point(horizon * 0.2, later).moved(0.0, dy), Align::Left);
    let notes = vec![Note::new(lines, vec![at(-10.0), at(14.0)])];
    let y = Axis { low, high, ticks: Vec::new(), look: AxisLook::Hidden };
    let gutters = parts::gutters((92.0, 92.0), 16.0);
    let edge = |x: f64| At::place(Place::Plot(x), Place::Plot(1.0));
    let axis = Mark::Rule { from: edge(0.0), to: edge(1.0), stroke: Stroke::solid(Role::Edge, 1.0) };
    let layers = vec![axis.into(), parts::line(cost, COST)];
    Panel { share: 0.32, heading: None, gutters, x: parts::time_axis(horizon), y, layers, notes, ends }
}

fn table(detail: &Detail, cost: &[f64], rows: usize) -> Table {
    let columns = vec![
        parts::column(lang::chart::merchant(), Measure::Compute, MERCHANT),
        parts::column(lang::chart::custom(), Measure::Compute, CUSTOM),
        parts::column(lang::chart::cost_of_cu(), Measure::Money, COST),
    ];
    let row = |index: usize| {
        let all = [detail.merchant_cu.as_slice(), &detail.custom_cu, cost];
        let cells = all.iter().map(|values| parts::cell(values, Some(index), 1.0)).collect();
        Row::new(RowHead::Quarter(index as u32 + 1), cells)
    };
    Table { head: lang::chart::quarter_head().into(), columns, rows: (0..rows).map(row).collect() }
}
