//! The crosshair: a line at the time that is read, dots on every series, and what stands there.

use super::brush::{Brush, Hand};
use super::figure::{Mark, Reading, Span, Stroke};
use super::layout::{Area, Layout, Plot};
use super::read::{Readout, readout};
use super::{Align, Figure, Focus, Point, Role};

const INK: Stroke = Stroke::solid(Role::Ink, 1.0);
const LINE: f64 = 19.0;
const HEAD: f64 = 30.0;
const KEY: f64 = 22.0;

/// Where the tag with the time will cover the axis of a panel.
pub fn tag(brush: &Brush, figure: &Figure, layout: &Layout, panel: usize, focus: Option<Focus>) -> Option<Area> {
    let focus = focus.filter(|_| figure.reading == Reading::Time)?;
    let plot = layout.plots.get(panel)?;
    let stop = figure.stops.get(focus.row)?;
    let text = figure.table.rows.get(focus.row)?.head.text();
    let half = brush.width(&text, 12.0, true) / 2.0 + 7.0;
    let x = plot.stop(figure.reading, stop.at);
    let bottom = plot.inner.bottom;
    let area = Area { left: x - half, right: x + half, top: bottom + 8.0, bottom: bottom + 27.0 };
    Some(area.moved_into(&Area { top: area.top, bottom: area.bottom, ..plot.outer }))
}

/// Draws the crosshair and its readout over the figure.
pub fn draw(brush: &mut Brush, figure: &Figure, layout: &Layout, focus: Focus) {
    let Some(stop) = figure.stops.get(focus.row) else { return };
    match figure.reading {
        Reading::Time => time(brush, figure, layout, focus, stop.at),
        Reading::Columns => {
            let Some(plot) = layout.plots.get(stop.panel) else { return };
            let x = plot.stop(figure.reading, stop.at);
            brush.rule((x, plot.inner.top), (x, plot.inner.bottom), &INK);
            beside(brush, figure, plot, focus, x, &[])
        }
        Reading::Rows => {
            let Some(plot) = layout.plots.get(stop.panel) else { return };
            let edge = Stroke::solid(Role::Edge, 1.0);
            for at in [stop.at - 0.5, stop.at + 0.5] {
                let y = plot.stop(figure.reading, at);
                brush.rule((plot.outer.left, y), (plot.outer.right, y), &edge);
            }
        }
        Reading::Grid => {
            let Some(plot) = layout.plots.get(stop.panel) else { return };
            let at = figure.across.get(focus.column).copied().unwrap_or_default();
            let centre = plot.pixel((at, stop.at));
            brush.dot(centre, 5.0, Role::Ink, (Role::Paper, 2.0));
            beside(brush, figure, plot, focus, centre.0, &[centre])
        }
    }
}

fn time(brush: &mut Brush, figure: &Figure, layout: &Layout, focus: Focus, at: f64) {
    let mut marks = Vec::new();
    for (index, (panel, plot)) in figure.panels.iter().zip(&layout.plots).enumerate() {
        let x = plot.stop(figure.reading, at);
        brush.rule((x, plot.inner.top - 2.0), (x, plot.inner.bottom), &INK);
        for layer in panel.layers.iter().filter(|layer| layout.shows(layer.when)) {
            let Mark::Line { points, stroke, traced: true } = &layer.mark else { continue };
            let Some(point) = points.iter().find(|point| (point.0 - at).abs() < 1e-6) else { continue };
            let centre = plot.pixel(*point);
            let radius = if stroke.width > 2.5 { 5.5 } else { 4.5 };
            brush.dot(centre, radius, stroke.role, (Role::Paper, 1.5));
            if index == 0 {
                marks.extend(points.iter().map(|point| plot.pixel(*point)));
            }
        }
    }
    let last = layout.plots.len().saturating_sub(1);
    if let (Some(area), Some(row)) = (tag(brush, figure, layout, last, Some(focus)), figure.table.rows.get(focus.row)) {
        brush.panel(&area, 3.0, Role::Ink, None);
        let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
        let text = [Span::bold(row.head.text(), Role::Paper, 12.0)];
        brush.spans(&text, middle, Hand::plain(Align::Centre));
    }
    if let Some(plot) = layout.plots.first() {
        beside(brush, figure, plot, focus, plot.stop(figure.reading, at), &marks);
    }
}

/// The readout beside a line, on the side and at the height where it covers the fewest marks.
fn beside(brush: &mut Brush, figure: &Figure, plot: &Plot, focus: Focus, x: f64, marks: &[Point]) {
    let Some(readout) = readout(figure, focus) else { return };
    let (width, names) = extent(brush, &readout);
    let tallest = plot.inner.bottom - plot.outer.top - 6.0;
    let count = readout.lines.len().max(1) as f64;
    let step = LINE.min((tallest - HEAD) / count).max(12.0);
    let height = HEAD + step * count;
    let (top, bottom) = (plot.inner.top, (plot.inner.bottom - height - 6.0).max(plot.inner.top));
    let room = Area { bottom: plot.inner.bottom - 2.0, ..plot.outer };
    let tries = [x - 12.0 - width, x + 12.0].into_iter().flat_map(|left| {
        [0.0, 0.5, 1.0].map(|share| {
            let top = top + (bottom - top) * share;
            Area { left, top, right: left + width, bottom: top + height }.moved_into(&room)
        })
    });
    let covers = |area: &Area| {
        let line = if (area.left..=area.right).contains(&x) { 100 } else { 0 };
        marks.iter().filter(|(x, y)| area.holds(*x, *y)).count() + line
    };
    let Some(area) = tries.min_by_key(covers) else { return };
    table(brush, &readout, &area, names, step);
}

/// Width of the box, and where its values may begin.
fn extent(brush: &Brush, readout: &Readout) -> (f64, f64) {
    let keyed = if readout.lines.iter().any(|line| line.key.is_some()) { KEY } else { 0.0 };
    let name = |text: &str| brush.width(text, 13.0, false);
    let names = readout.lines.iter().map(|line| name(&line.name)).fold(0.0, f64::max);
    let values = readout.lines.iter().map(|line| brush.width(&line.value, 13.0, true)).fold(0.0, f64::max);
    let heading = brush.width(&readout.heading, 13.0, true);
    ((keyed + names + 18.0 + values).max(heading) + 20.0, keyed)
}

fn table(brush: &mut Brush, readout: &Readout, area: &Area, keyed: f64, step: f64) {
    brush.panel(area, 5.0, Role::Surface, Some(Role::Edge));
    let heading = [Span::bold(readout.heading.clone(), Role::Ink, 13.0)];
    brush.spans(&heading, (area.left + 10.0, area.top + 14.0), Hand::plain(Align::Left));
    let mut y = area.top + HEAD - 6.0 + step / 2.0;
    for line in &readout.lines {
        if let Some(key) = line.key {
            let stroke = Stroke { role: key.role, width: key.width, dash: key.dash, casing: 0.0 };
            brush.rule((area.left + 10.0, y), (area.left + 26.0, y), &stroke);
        }
        brush.words(&line.name, 13.0, false, Role::Ink2, (area.left + 10.0 + keyed, y), Align::Left);
        brush.words(&line.value, 13.0, true, Role::Ink, (area.right - 10.0, y), Align::Right);
        y += step;
    }
}
