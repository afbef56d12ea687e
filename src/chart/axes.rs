//! Axes: gridlines under the data, the zero line, ticks and their words.

use super::brush::Brush;
use super::figure::{Axis, AxisLook, Panel, Stroke, Tick};
use super::layout::{Area, Plot};
use super::{Align, Role, ticks};

const SIZE: f64 = 12.0;
const GRID: Stroke = Stroke::solid(Role::Grid, 1.0);
const TICK: Stroke = Stroke::solid(Role::Edge, 1.0);
const ZERO: Stroke = Stroke::solid(Role::Ink2, 1.0);

/// The panel's own title and subtitle, a little smaller where they would not fit.
pub fn heading(brush: &mut Brush, panel: &Panel, plot: &Plot) {
    let Some((title, subtitle)) = &panel.heading else { return };
    let Area { left, top, .. } = plot.outer;
    for (words, size, bold, role, y) in
        [(title, 16.0, true, Role::Ink, 11.0), (subtitle, 13.0, false, Role::Ink3, 32.0)]
    {
        let room = plot.outer.width() / brush.width(words, size, bold).max(1.0);
        brush.words(words, size * room.clamp(0.7, 1.0), bold, role, (left, top + y), Align::Left);
    }
}

/// Gridlines, but for zero.
pub fn grid(brush: &mut Brush, panel: &Panel, plot: &Plot) {
    let Area { left, right, top, bottom } = plot.inner;
    for tick in gridded(&panel.y, AxisLook::Grid).filter(|tick| tick.at != 0.0) {
        let (_, y) = plot.pixel((panel.x.low, tick.at));
        brush.rule((left, y), (right, y), &GRID);
    }
    let upright = matches!(panel.x.look, AxisLook::GridBelow | AxisLook::GridAbove);
    for tick in panel.x.ticks.iter().filter(|tick| upright && tick.at != 0.0) {
        let (x, _) = plot.pixel((tick.at, panel.y.low));
        brush.rule((x, top), (x, bottom), &GRID);
    }
}

/// The zero lines, over areas and bars.
pub fn zero(brush: &mut Brush, panel: &Panel, plot: &Plot) {
    let Area { left, right, top, bottom } = plot.inner;
    if gridded(&panel.y, AxisLook::Grid).any(|tick| tick.at == 0.0) {
        let (_, y) = plot.pixel((panel.x.low, 0.0));
        brush.rule((left, y), (right, y), &ZERO);
    }
    let upright = matches!(panel.x.look, AxisLook::GridBelow | AxisLook::GridAbove);
    if upright && panel.x.ticks.iter().any(|tick| tick.at == 0.0) {
        let (x, _) = plot.pixel((0.0, panel.y.low));
        brush.rule((x, top), (x, bottom), &ZERO);
    }
}

fn gridded(axis: &Axis, look: AxisLook) -> impl Iterator<Item = &Tick> {
    axis.ticks.iter().filter(move |_| axis.look == look)
}

/// The little lines at the places that have labels.
pub fn ticks(brush: &mut Brush, panel: &Panel, plot: &Plot) {
    let Area { left, bottom, .. } = plot.inner;
    if panel.y.look == AxisLook::Marks {
        for tick in &panel.y.ticks {
            let (_, y) = plot.pixel((panel.x.low, tick.at));
            brush.rule((left - 5.0, y), (left, y), &TICK);
        }
    }
    if matches!(panel.x.look, AxisLook::Time | AxisLook::Edges) {
        for (_, x) in thinned(brush, panel, plot) {
            brush.rule((x, bottom), (x, bottom + 5.0), &TICK);
        }
    }
}

/// The labels of both axes, without those that `hidden` covers.
pub fn labels(brush: &mut Brush, panel: &Panel, plot: &Plot, hidden: Option<Area>) {
    let Area { left, top, bottom, .. } = plot.inner;
    if matches!(panel.y.look, AxisLook::Grid | AxisLook::Marks) {
        for tick in &panel.y.ticks {
            let (_, y) = plot.pixel((panel.x.low, tick.at));
            brush.words(&tick.text, SIZE, false, Role::Ink3, (left - 8.0, y), Align::Right);
        }
    }
    match panel.x.look {
        AxisLook::Hidden | AxisLook::Grid | AxisLook::Marks => {}
        AxisLook::GridAbove if top - plot.outer.top < 40.0 => {}
        AxisLook::GridAbove => below(brush, panel, plot, top - 10.0, hidden),
        AxisLook::GridBelow => below(brush, panel, plot, bottom + 16.0, hidden),
        AxisLook::Time | AxisLook::Edges => below(brush, panel, plot, bottom + 18.0, hidden),
    }
}

/// The labels of the axis across, where there is room for them.
fn below(brush: &mut Brush, panel: &Panel, plot: &Plot, y: f64, hidden: Option<Area>) {
    let mut free = f64::NEG_INFINITY;
    for (tick, x) in thinned(brush, panel, plot) {
        let half = brush.width(&tick.text, SIZE, false) / 2.0;
        let covered = hidden.is_some_and(|tag| x + half + 4.0 > tag.left && x - half - 4.0 < tag.right);
        let x = x.max(plot.outer.left + half).min(plot.outer.right - half);
        if x - half > free && !covered {
            brush.words(&tick.text, SIZE, false, Role::Ink3, (x, y), Align::Centre);
            free = x + half + 4.0;
        }
    }
}

/// The ticks of the axis across, as many as there is room for their labels, and where they stand.
fn thinned<'a>(brush: &Brush, panel: &'a Panel, plot: &Plot) -> Vec<(&'a Tick, f64)> {
    let axis = &panel.x;
    let place = |tick: &Tick| plot.pixel((tick.at, panel.y.low)).0;
    let widest = axis.ticks.iter().skip(1).map(|tick| brush.width(&tick.text, SIZE, false)).fold(0.0, f64::max);
    let distance = match axis.ticks.as_slice() {
        [first, second, ..] => place(second) - place(first),
        _ => f64::INFINITY,
    };
    let room = if axis.look == AxisLook::Time { widest + 12.0 } else { widest + 8.0 };
    let every = ticks::every(room, distance);
    axis.ticks.iter().step_by(every.max(1)).map(|tick| (tick, place(tick))).collect()
}
