//! `mix`: whose chips are in service, and what the next one costs.

use super::figure::{Axis, AxisLook, Figure, Gutters, Layer, Note, Panel, Place, Span, Spot, Stroke};
use super::parts::{self, Subject};
use super::table::{Measure, Table};
use super::{Align, At, Chart, End, Point, Role, ticks};
use crate::model::Detail;
use crate::words;

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
    let words = (
        words::chart::mix_title(detail),
        words::chart::mix_subtitle(),
        words::chart::mix_takeaway(detail, whole.last().copied().unwrap_or_default()),
    );
    let stops = parts::stops(0.25, 0.25, custom.len());
    let table = table(&merchant, &custom, &cost);
    let panels = vec![fleet(horizon, custom, total), price(horizon, cost)];
    parts::figure(Chart::Mix, words, panels, stops, table, (230.0, 240.0))
}

/// What a unit ordered costs with the shell it needs.
fn whole_cost(detail: &Detail, shell: f64) -> Vec<f64> {
    detail.cu_cost.iter().zip(&detail.cu_power).map(|(chips, power)| chips + power * shell).collect()
}

fn fleet(horizon: f64, custom: Vec<Point>, total: Vec<Point>) -> Panel {
    let scale = ticks::scale(0.0, parts::extent(&[&total]).1, 4);
    let decimals = parts::decimals(scale.step);
    let y = parts::axis(&scale, AxisLook::Grid, |_, at| words::numbers::number(at, decimals).into());
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
    let mut ends = vec![parts::label(total, words::chart::compute(total), Role::Ink, 0)];
    if total > 0.0 {
        let share = custom / total;
        ends.push(parts::label(custom / 2.0, words::chart::custom_part(share), Role::Gold, 1));
        ends.push(parts::label((custom + total) / 2.0, words::chart::merchant_part(1.0 - share), Role::Slate, 2));
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
    let ends = vec![parts::label(end, words::chart::cost_now(end), Role::Ink, 0)];
    let words = Span::plain(words::chart::cost_first(first), Role::Ink2, 12.0);
    let later = cost.iter().filter(|point| point.0 > 0.2 * horizon).map(|point| point.1).fold(0.0, f64::max);
    let moves = [(0.0, -10.0, Align::Left), (0.0, 14.0, Align::Left)];
    let notes = vec![Note::line(words, Spot::around(At::point(horizon * 0.2, later), &moves))];
    let y = Axis { low, high, ticks: Vec::new(), look: AxisLook::Hidden };
    let gutters = parts::gutters((92.0, 92.0), 16.0);
    let edge = |x: f64| At::place(Place::Plot(x), Place::Plot(1.0));
    let axis = Layer::rule(edge(0.0), edge(1.0), Stroke::solid(Role::Edge, 1.0));
    let layers = vec![axis, parts::line(cost, COST)];
    Panel { share: 0.32, heading: None, gutters, x: parts::time_axis(horizon), y, layers, notes, ends }
}

fn table(merchant: &[Point], custom: &[Point], cost: &[Point]) -> Table {
    let columns = vec![
        parts::column(words::chart::merchant(), Measure::Compute, MERCHANT),
        parts::column(words::chart::custom(), Measure::Compute, CUSTOM),
        parts::column(words::chart::cost_of_cu(), Measure::Money, COST),
    ];
    parts::quarters(1, columns, &[merchant, custom, cost])
}
