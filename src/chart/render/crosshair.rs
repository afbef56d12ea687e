//! The crosshair: a line at the time that is read, dots on every series, and the values in a box.

use plotters::element::{PathElement, Text};

use super::elements::{RoundedBox, dot};
use super::series::line;
use super::{ChartBackend, Drawn, Sheet, Theme};
use crate::chart::labels::TextMeasure;
use crate::chart::layout::{Area, Layout, Plot};
use crate::chart::{Align, Figure, Focus, Point, Reading, Readout, Role, Series, Stroke, readout};

/// The height of a line of the readout, in CSS pixels.
const LINE: f64 = 19.0;
/// The height of its heading.
const HEAD: f64 = 30.0;
/// The width of a series' key beside its name.
const KEY: f64 = 22.0;

/// The tag with the time, over the axis of a panel.
pub fn time_tag(
    figure: &Figure,
    layout: &Layout,
    panel: usize,
    focus: Option<Focus>,
    measure: TextMeasure,
) -> Option<Area> {
    let focus = focus.filter(|_| figure.reading == Reading::Time)?;
    let plot = layout.plots.get(panel)?;
    let stop = figure.stops.get(focus.row)?;
    let text = figure.table.rows.get(focus.row)?.head.text();
    let half = measure(&text, 12.0, true) / 2.0 + 7.0;
    let (x, bottom) = (plot.stop(figure.reading, stop.at), plot.inner.bottom);
    let area = Area { left: x - half, right: x + half, top: bottom + 8.0, bottom: bottom + 27.0 };
    Some(area.moved_into(&Area { top: area.top, bottom: area.bottom, ..plot.outer }))
}

/// Draws the crosshair and the readout of a focus.
pub fn draw<DB: ChartBackend>(
    sheet: &Sheet<DB>,
    theme: &Theme,
    figure: &Figure,
    layout: &Layout,
    focus: Focus,
    measure: TextMeasure,
) -> Drawn<DB> {
    let Some(stop) = figure.stops.get(focus.row) else { return Ok(()) };
    let Some(plot) = layout.plots.get(stop.panel) else { return Ok(()) };
    let rule = |from: Point, to: Point, role| {
        sheet.draw(&PathElement::new([theme.at(from), theme.at(to)], theme.line(role, 1.0)))
    };
    let readout = ReadoutBox { sheet, theme, figure, focus, measure };
    match figure.reading {
        Reading::Time => {
            let marks = trace(sheet, theme, figure, layout, stop.at)?;
            let last = layout.plots.len().saturating_sub(1);
            if let Some(area) = time_tag(figure, layout, last, Some(focus), measure) {
                tag(sheet, theme, figure, focus, &area)?;
            }
            let Some(plot) = layout.plots.first() else { return Ok(()) };
            readout.beside(plot, plot.stop(figure.reading, stop.at), &marks)
        }
        Reading::Columns => {
            let x = plot.stop(figure.reading, stop.at);
            rule((x, plot.inner.top), (x, plot.inner.bottom), Role::Ink)?;
            readout.beside(plot, x, &[])
        }
        Reading::Rows => [stop.at - 0.5, stop.at + 0.5].into_iter().try_for_each(|at| {
            let y = plot.stop(figure.reading, at);
            rule((plot.outer.left, y), (plot.outer.right, y), Role::Edge)
        }),
        Reading::Grid => {
            let at = figure.across.get(focus.column).copied().unwrap_or_default();
            let centre = plot.pixel((at, stop.at));
            sheet.draw(&dot(theme, theme.at(centre), 5.0, Role::Ink, (Role::Paper, 2.0)))?;
            readout.beside(plot, centre.0, &[centre])
        }
    }
}

/// Draws the vertical line through every panel and the dots on the traced lines. Returns the points of the first panel's lines.
fn trace<DB: ChartBackend>(
    sheet: &Sheet<DB>,
    theme: &Theme,
    figure: &Figure,
    layout: &Layout,
    at: f64,
) -> Result<Vec<Point>, super::DrawError<DB>> {
    let mut marks = Vec::new();
    for (index, (panel, plot)) in figure.panels.iter().zip(&layout.plots).enumerate() {
        let x = plot.stop(figure.reading, at);
        let ends = [(x, plot.inner.top - 2.0), (x, plot.inner.bottom)].map(|end| theme.at(end));
        sheet.draw(&PathElement::new(ends, theme.line(Role::Ink, 1.0)))?;
        for layer in panel.series.iter().filter(|layer| layout.shows(layer.when)) {
            let Series::Line { points, stroke, traced: true } = &layer.item else { continue };
            let Some(point) = points.iter().find(|point| (point.0 - at).abs() < 1e-6) else { continue };
            let radius = if stroke.width > 2.5 { 5.5 } else { 4.5 };
            sheet.draw(&dot(theme, theme.at(plot.pixel(*point)), radius, stroke.role, (Role::Paper, 1.5)))?;
            if index == 0 {
                marks.extend(points.iter().map(|point| plot.pixel(*point)));
            }
        }
    }
    Ok(marks)
}

fn tag<DB: ChartBackend>(sheet: &Sheet<DB>, theme: &Theme, figure: &Figure, focus: Focus, area: &Area) -> Drawn<DB> {
    let Some(row) = figure.table.rows.get(focus.row) else { return Ok(()) };
    let ends = [theme.at((area.left, area.top)), theme.at((area.right, area.bottom))];
    sheet.draw(&RoundedBox { ends, radius: theme.px(3.0), fill: theme.fill(Role::Ink, 1.0), edge: None })?;
    let style = theme.text(Role::Paper, 12.0, true, Align::Centre);
    sheet.draw(&Text::new(row.head.text(), theme.at(area.centre()), style))
}

/// The box with the values of a focus.
struct ReadoutBox<'a, DB: ChartBackend> {
    sheet: &'a Sheet<DB>,
    theme: &'a Theme<'a>,
    figure: &'a Figure,
    focus: Focus,
    measure: TextMeasure<'a>,
}

impl<DB: ChartBackend> ReadoutBox<'_, DB> {
    /// Draws the box beside a vertical line, on the side and at the height where it covers the fewest marks.
    fn beside(&self, plot: &Plot, x: f64, marks: &[Point]) -> Drawn<DB> {
        let Some(readout) = readout(self.figure, self.focus) else { return Ok(()) };
        let width = self.width(&readout);
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
        places.min_by_key(covers).map_or(Ok(()), |area| self.draw(&readout, &area, step))
    }

    fn width(&self, readout: &Readout) -> f64 {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let names = widest(&mut readout.lines.iter().map(|line| (self.measure)(&line.name, 13.0, false)));
        let values = widest(&mut readout.lines.iter().map(|line| (self.measure)(&line.value, 13.0, true)));
        let heading = (self.measure)(&readout.heading, 13.0, true);
        (key_width(readout) + names + 18.0 + values).max(heading) + 20.0
    }

    fn draw(&self, readout: &Readout, area: &Area, step: f64) -> Drawn<DB> {
        let Self { sheet, theme, .. } = self;
        sheet.draw(&RoundedBox {
            ends: [theme.at((area.left, area.top)), theme.at((area.right, area.bottom))],
            radius: theme.px(5.0),
            fill: theme.fill(Role::Surface, 1.0),
            edge: Some(theme.line(Role::Edge, 1.0)),
        })?;
        let text = |text: &str, at: Point, role, bold, align| {
            sheet.draw(&Text::new(text, theme.at(at), theme.text(role, 13.0, bold, align)))
        };
        let (left, right) = (area.left + 10.0, area.right - 10.0);
        text(&readout.heading, (left, area.top + 14.0), Role::Ink, true, Align::Left)?;
        let mut y = area.top + HEAD - 6.0 + step / 2.0;
        for value in &readout.lines {
            if let Some(key) = value.key {
                let stroke = Stroke { role: key.role, width: key.width, dash: key.dash, casing: 0.0 };
                line(*sheet, theme, &[(left, y), (left + 16.0, y)].map(|end| theme.at(end)), &stroke)?;
            }
            text(&value.name, (left + key_width(readout), y), Role::Ink2, false, Align::Left)?;
            text(&value.value, (right, y), Role::Ink, true, Align::Right)?;
            y += step;
        }
        Ok(())
    }
}

fn key_width(readout: &Readout) -> f64 {
    if readout.lines.iter().any(|line| line.key.is_some()) { KEY } else { 0.0 }
}
