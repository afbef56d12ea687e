//! `mix`: compute in service by kind of chip, and the cost of the next unit.

use super::axes::{axis, decimals, gutters, time_axis};
use super::chart_data::ChartData;
use super::end_labels::text_label;
use super::lines::{area, between, extent, line, over_time};
use super::tables::{column, quarters, stops};
use crate::chart::{
    Align, At, Axis, AxisLook, ChartId, EndLabel, Figure, Gutters, Mark, Measure, Note, Panel, Place, Point, Role,
    Span, Spot, Stroke, Table, scale,
};
use crate::model::Detail;
use crate::words;

const CUSTOM: Stroke = Stroke::solid(Role::Gold, 1.75);
const MERCHANT: Stroke = Stroke::solid(Role::Slate, 1.75);
const COST: Stroke = Stroke::solid(Role::Ink, 2.0);

/// The figure of compute in service and the cost of a unit.
pub fn mix(data: &ChartData) -> Figure {
    let detail = &data.outcome.detail;
    let horizon = data.years();
    let custom = over_time(&detail.custom_cu, 1, 1.0, horizon);
    let merchant = over_time(&detail.merchant_cu, 1, 1.0, horizon);
    let total: Vec<Point> = custom.iter().zip(&merchant).map(|(one, two)| (one.0, one.1 + two.1)).collect();
    let whole = whole_cost(detail, data.scenario.shell_cost);
    let cost = over_time(&whole, 1, 1.0, horizon);
    let texts = (
        words::chart::mix_title(detail),
        words::chart::mix_subtitle(),
        words::chart::mix_takeaway(detail, whole.last().copied().unwrap_or_default()),
    );
    let stops = stops(0.25, 0.25, custom.len());
    let table = table(&merchant, &custom, &cost);
    let panels = vec![fleet(horizon, custom, total), price(horizon, cost)];
    super::figure(ChartId::Mix, texts, panels, stops, table, (230.0, 240.0))
}

/// The cost of a unit ordered, with its shell.
fn whole_cost(detail: &Detail, shell: f64) -> Vec<f64> {
    detail.cu_cost.iter().zip(&detail.cu_power).map(|(chips, power)| chips + power * shell).collect()
}

fn fleet(horizon: f64, custom: Vec<Point>, total: Vec<Point>) -> Panel {
    let scale = scale::scale(0.0, extent(&[&total]).1, 4);
    let decimals = decimals(scale.step);
    let y = axis(&scale, AxisLook::Grid, |_, at| words::numbers::number(at, decimals).into());
    let ends = ends(&custom, &total);
    let mut series = Vec::with_capacity(4);
    series.extend(area(&custom, true, Role::GoldMid, 0.75));
    series.extend(between(&total, &custom, Role::Slate, 0.3));
    series.push(line(total, MERCHANT));
    series.push(line(custom, CUSTOM));
    let room = Gutters { bottom: (8.0, 8.0), ..gutters((92.0, 92.0), 8.0) };
    let x = Axis { look: AxisLook::Hidden, ..time_axis(horizon) };
    Panel { share: 0.68, heading: None, gutters: room, x, y, series, marks: Vec::new(), notes: Vec::new(), ends }
}

fn ends(custom: &[Point], total: &[Point]) -> Vec<EndLabel> {
    let last = |points: &[Point]| points.last().map_or(0.0, |point| point.1);
    let (custom, total) = (last(custom), last(total));
    let mut ends = vec![text_label(total, words::chart::compute(total), Role::Ink, 0)];
    if total > 0.0 {
        let share = custom / total;
        ends.push(text_label(custom / 2.0, words::chart::custom_part(share), Role::Gold, 1));
        ends.push(text_label((custom + total) / 2.0, words::chart::merchant_part(1.0 - share), Role::Slate, 2));
    }
    ends
}

/// The cost in a thin panel of its own, rather than on a second axis.
fn price(horizon: f64, cost: Vec<Point>) -> Panel {
    let values = || cost.iter().map(|point| point.1);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let (low, high) = if low.is_finite() && high > 0.0 { (low * 0.8, high * 1.06) } else { (0.0, 1.0) };
    let first = cost.first().map_or(0.0, |point| point.1);
    let end = cost.last().map_or(0.0, |point| point.1);
    let ends = vec![text_label(end, words::chart::cost_now(end), Role::Ink, 0)];
    let text = Span::plain(words::chart::cost_first(first), Role::Ink2, 12.0);
    let later = cost.iter().filter(|point| point.0 > 0.14 * horizon).map(|point| point.1).fold(0.0, f64::max);
    let moves = [(0.0, -10.0, Align::Left), (0.0, 14.0, Align::Left)];
    let notes = vec![Note::line(text, Spot::around(At::point(horizon * 0.14, later), &moves))];
    let y = Axis::hidden(low, high);
    let edge = |x: f64| At::place(Place::Plot(x), Place::Plot(1.0));
    let marks = vec![Mark::rule(edge(0.0), edge(1.0), Stroke::solid(Role::Edge, 1.0))];
    let series = vec![line(cost, COST)];
    let gutters = gutters((92.0, 92.0), 16.0);
    Panel { share: 0.32, heading: None, gutters, x: time_axis(horizon), y, series, marks, notes, ends }
}

fn table(merchant: &[Point], custom: &[Point], cost: &[Point]) -> Table {
    let columns = vec![
        column(words::chart::merchant(), Measure::Compute, MERCHANT),
        column(words::chart::custom(), Measure::Compute, CUSTOM),
        column(words::chart::cost_of_cu(), Measure::Money, COST),
    ];
    quarters(1, columns, &[merchant, custom, cost])
}
