//! The crosshair: a line at the time that is read, dots on every series, and the values in a box.

use super::ChartBackend;
use super::elements::dot;
use super::painter::{DrawError, Drawn, Painter};
use super::series::line;
use crate::chart::layout::{Area, Layout, Plot};
use crate::chart::{Align, Figure, Focus, Point, Reading, Readout, Role, Series, Stroke, readout};

/// The height of a line of the readout, in CSS pixels.
const LINE: f64 = 19.0;
/// The height of its heading.
const HEAD: f64 = 30.0;
/// The width of a series' key beside its name.
const KEY: f64 = 22.0;

/// The crosshair of a focus.
pub struct Crosshair<'a, DB: ChartBackend> {
    /// The root area and its theme.
    pub painter: &'a Painter<'a, DB>,
    /// The figure that is read.
    pub figure: &'a Figure,
    /// The layout of the figure.
    pub layout: &'a Layout,
    /// The cell that is read.
    pub focus: Focus,
}

impl<DB: ChartBackend> Crosshair<'_, DB> {
    /// The tag with the time, over the axis of a panel.
    pub fn time_tag(&self, panel: usize) -> Option<Area> {
        let plot = self.layout.plots.get(panel).filter(|_| self.figure.reading == Reading::Time)?;
        let stop = self.figure.stops.get(self.focus.row)?;
        let text = self.figure.table.rows.get(self.focus.row)?.head.text();
        let half = self.painter.width(&text, 12.0, true) / 2.0 + 7.0;
        let (x, bottom) = (plot.stop(Reading::Time, stop.at), plot.inner.bottom);
        let area = Area { left: x - half, right: x + half, top: bottom + 8.0, bottom: bottom + 27.0 };
        Some(area.moved_into(&Area { top: area.top, bottom: area.bottom, ..plot.outer }))
    }

    /// Draws the crosshair and the readout.
    pub fn draw(&self) -> Drawn<DB> {
        let Self { painter, figure, layout, focus } = self;
        let Some(stop) = figure.stops.get(focus.row) else { return Ok(()) };
        let Some(plot) = layout.plots.get(stop.panel) else { return Ok(()) };
        let at = plot.stop(figure.reading, stop.at);
        match figure.reading {
            Reading::Time => {
                let marks = self.trace(stop.at)?;
                self.draw_time_tag()?;
                self.draw_readout(plot, at, &marks)
            }
            Reading::Columns => {
                painter.rule((at, plot.inner.top), (at, plot.inner.bottom), Role::Ink, 1.0)?;
                self.draw_readout(plot, at, &[])
            }
            Reading::Rows => [stop.at - 0.5, stop.at + 0.5].into_iter().try_for_each(|at| {
                let y = plot.stop(figure.reading, at);
                painter.rule((plot.outer.left, y), (plot.outer.right, y), Role::Edge, 1.0)
            }),
            Reading::Grid => {
                let across = figure.across.get(focus.column).copied().unwrap_or_default();
                let centre = plot.pixel((across, stop.at));
                let theme = &painter.theme;
                painter.root.draw(&dot(theme, theme.at(centre), 5.0, Role::Ink, (Role::Paper, 2.0)))?;
                self.draw_readout(plot, centre.0, &[centre])
            }
        }
    }

    /// Draws the vertical line through every panel, and dots on the traced lines. Returns the points of the first panel's lines.
    fn trace(&self, at: f64) -> Result<Vec<Point>, DrawError<DB>> {
        let Self { painter, figure, layout, .. } = self;
        let mut marks = Vec::new();
        for (index, (panel, plot)) in figure.panels.iter().zip(&layout.plots).enumerate() {
            let x = plot.stop(Reading::Time, at);
            painter.rule((x, plot.inner.top - 2.0), (x, plot.inner.bottom), Role::Ink, 1.0)?;
            for layer in panel.series.iter().filter(|layer| layout.shows(layer.shown)) {
                let Series::Line { points, stroke, traced: true } = &layer.item else { continue };
                let Some(point) = points.iter().find(|point| (point.0 - at).abs() < 1e-6) else { continue };
                let radius = if stroke.width > 2.5 { 5.5 } else { 4.5 };
                let (theme, centre) = (&painter.theme, plot.pixel(*point));
                painter.root.draw(&dot(theme, theme.at(centre), radius, stroke.role, (Role::Paper, 1.5)))?;
                if index == 0 {
                    marks.extend(points.iter().map(|point| plot.pixel(*point)));
                }
            }
        }
        Ok(marks)
    }

    fn draw_time_tag(&self) -> Drawn<DB> {
        let area = self.time_tag(self.layout.plots.len().saturating_sub(1));
        let row = self.figure.table.rows.get(self.focus.row);
        let Some((area, row)) = area.zip(row) else { return Ok(()) };
        self.painter.rounded(&area, 3.0, Role::Ink, None)?;
        self.painter.text(&row.head.text(), area.centre(), (Role::Paper, 12.0, true), Align::Centre)
    }

    /// Draws the readout beside a vertical line, on the side and at the height where it covers the fewest marks.
    fn draw_readout(&self, plot: &Plot, x: f64, marks: &[Point]) -> Drawn<DB> {
        let Some(readout) = readout(self.figure, self.focus) else { return Ok(()) };
        let width = self.readout_width(&readout);
        let tallest = plot.inner.bottom - plot.outer.top - 6.0;
        let count = readout.lines.len().max(1) as f64;
        let step = LINE.min((tallest - HEAD) / count).max(12.0);
        let height = HEAD + step * count;
        let (top, bottom) = (plot.inner.top, (plot.inner.bottom - height - 6.0).max(plot.inner.top));
        let room = Area { bottom: plot.inner.bottom - 2.0, ..plot.outer };
        let places = [x - 12.0 - width, x + 12.0].into_iter().flat_map(|left| {
            [0.0, 0.5, 1.0].map(|share| {
                let top = top + (bottom - top) * share;
                Area { left, top, right: left + width, bottom: top + height }.moved_into(&room)
            })
        });
        let covers = |area: &Area| {
            let line = if (area.left..=area.right).contains(&x) { 100 } else { 0 };
            marks.iter().filter(|(x, y)| area.holds(*x, *y)).count() + line
        };
        places.min_by_key(covers).map_or(Ok(()), |area| self.draw_readout_in(&readout, &area, step))
    }

    fn readout_width(&self, readout: &Readout) -> f64 {
        let width = |text: &str, bold| self.painter.width(text, 13.0, bold);
        let names = readout.lines.iter().map(|line| width(&line.name, false)).fold(0.0, f64::max);
        let values = readout.lines.iter().map(|line| width(&line.value, true)).fold(0.0, f64::max);
        (key_width(readout) + names + 18.0 + values).max(width(&readout.heading, true)) + 20.0
    }

    fn draw_readout_in(&self, readout: &Readout, area: &Area, step: f64) -> Drawn<DB> {
        let Self { painter, .. } = self;
        painter.rounded(area, 5.0, Role::Surface, Some(Role::Edge))?;
        let (left, right) = (area.left + 10.0, area.right - 10.0);
        painter.text(&readout.heading, (left, area.top + 14.0), (Role::Ink, 13.0, true), Align::Left)?;
        let mut y = area.top + HEAD - 6.0 + step / 2.0;
        for value in &readout.lines {
            if let Some(key) = value.key {
                let stroke = Stroke { role: key.role, width: key.width, dash: key.dash, casing: 0.0 };
                let ends = [(left, y), (left + 16.0, y)].map(|end| painter.theme.at(end));
                line(painter.root, &painter.theme, &ends, &stroke)?;
            }
            let name = (left + key_width(readout), y);
            painter.text(&value.name, name, (Role::Ink2, 13.0, false), Align::Left)?;
            painter.text(&value.value, (right, y), (Role::Ink, 13.0, true), Align::Right)?;
            y += step;
        }
        Ok(())
    }
}

fn key_width(readout: &Readout) -> f64 {
    if readout.lines.iter().any(|line| line.key.is_some()) { KEY } else { 0.0 }
}
