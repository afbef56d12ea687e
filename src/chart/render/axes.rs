//! Axes: gridlines and value labels by plotters' mesh, zero lines, tick marks, and the labels of the horizontal axis. The mesh
//! can neither thin those out, nor keep them inside the panel, nor make room for the crosshair.

use plotters::chart::LabelAreaPosition;
use plotters::element::PathElement;
use plotters::style::colors::TRANSPARENT;

use super::painter::{Chart, Drawn, Painter};
use super::{ChartBackend, Theme};
use crate::chart::figure::{AxisLook, Panel};
use crate::chart::labels::{TickLabel, tick_labels};
use crate::chart::layout::{Area, Plot};
use crate::chart::{Align, Role};

/// The font size of axis labels, in CSS pixels.
const SIZE: f64 = 12.0;
/// The length of a tick mark, in CSS pixels.
const TICK: f64 = 5.0;

/// Draws the panel's own title and subtitle, a little smaller where they would not fit.
pub fn heading<DB: ChartBackend>(painter: &Painter<DB>, panel: &Panel, plot: &Plot) -> Drawn<DB> {
    let Some((title, subtitle)) = &panel.heading else { return Ok(()) };
    let Area { left, top, .. } = plot.outer;
    let write = |text: &str, role, size: f64, bold, y: f64| {
        let room = plot.outer.width() / painter.width(text, size, bold).max(1.0);
        painter.text(text, (left, top + y), (role, size * room.clamp(0.7, 1.0), bold), Align::Left)
    };
    write(title, Role::Ink, 16.0, true, 11.0)?;
    write(subtitle, Role::Ink3, 13.0, false, 32.0)
}

/// Draws gridlines and the labels of the vertical axis.
pub fn mesh<DB: ChartBackend>(chart: &mut Chart<DB>, theme: &Theme, panel: &Panel) -> Drawn<DB> {
    let mut mesh = chart.configure_mesh();
    mesh.bold_line_style(theme.line(Role::Grid, 1.0))
        .light_line_style(TRANSPARENT)
        .axis_style(TRANSPARENT)
        .label_style(theme.text(Role::Ink3, SIZE, false, Align::Right))
        // The labels end at twice the size of a tick mark from the plot.
        .set_tick_mark_size(LabelAreaPosition::Left, theme.px(4.0))
        .disable_x_axis();
    if !has_vertical_grid(panel) {
        mesh.disable_x_mesh();
    }
    if panel.y.look != AxisLook::Grid {
        mesh.disable_y_mesh();
    }
    if !matches!(panel.y.look, AxisLook::Grid | AxisLook::Marks) {
        mesh.disable_y_axis();
    }
    mesh.draw()
}

fn has_vertical_grid(panel: &Panel) -> bool {
    matches!(panel.x.look, AxisLook::GridBelow | AxisLook::GridAbove)
}

/// Draws the zero lines, over areas and bars.
pub fn zero_lines<DB: ChartBackend>(chart: &mut Chart<DB>, theme: &Theme, panel: &Panel) -> Drawn<DB> {
    let (x, y) = (&panel.x, &panel.y);
    let style = theme.line(Role::Ink2, 1.0);
    if y.look == AxisLook::Grid && y.ticks.iter().any(|tick| tick.at == 0.0) {
        chart.draw_series([PathElement::new([(x.low, 0.0), (x.high, 0.0)], style)])?;
    }
    if has_vertical_grid(panel) && x.ticks.iter().any(|tick| tick.at == 0.0) {
        chart.draw_series([PathElement::new([(0.0, y.low), (0.0, y.high)], style)])?;
    }
    Ok(())
}

/// Draws tick marks and the labels of the horizontal axis, without labels between the two pixels of `hidden`.
pub fn ticks<DB: ChartBackend>(
    painter: &Painter<DB>,
    panel: &Panel,
    plot: &Plot,
    hidden: Option<(f64, f64)>,
) -> Drawn<DB> {
    let Area { left, bottom, .. } = plot.inner;
    let mark = |from, to| painter.rule(from, to, Role::Edge, 1.0);
    if panel.y.look == AxisLook::Marks {
        for tick in &panel.y.ticks {
            let (_, y) = plot.pixel((panel.x.low, tick.at));
            mark((left - TICK, y), (left, y))?;
        }
    }
    let Some(y) = label_height(panel, plot) else { return Ok(()) };
    let padding = if panel.x.look == AxisLook::Time { 12.0 } else { 8.0 };
    let place = |at: f64| plot.pixel((at, panel.y.low)).0;
    let measure = |text: &str, size, bold| painter.width(text, size, bold);
    let bounds = (plot.outer.left, plot.outer.right);
    for TickLabel { text, tick, middle } in tick_labels(&panel.x.ticks, place, &measure, padding, bounds, hidden) {
        if !has_vertical_grid(panel) {
            mark((tick, bottom), (tick, bottom + TICK))?;
        }
        if let Some(x) = middle {
            painter.text(text, (x, y), (Role::Ink3, SIZE, false), Align::Centre)?;
        }
    }
    Ok(())
}

/// The middle of the labels of the horizontal axis; `None` where the axis has none.
fn label_height(panel: &Panel, plot: &Plot) -> Option<f64> {
    let Area { top, bottom, .. } = plot.inner;
    match panel.x.look {
        AxisLook::Hidden | AxisLook::Grid | AxisLook::Marks => None,
        AxisLook::GridAbove => (top - plot.outer.top >= 40.0).then_some(top - 10.0),
        AxisLook::GridBelow => Some(bottom + 16.0),
        AxisLook::Time | AxisLook::Edges => Some(bottom + 18.0),
    }
}
