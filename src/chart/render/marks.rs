//! Marks, notes and end labels, in pixels on the sheet.

use plotters::element::Polygon;

use super::elements::{Badge, Bracket, Handle, Label, RoundedBox, dot, tag};
use super::series::line;
use super::{ChartBackend, Drawn, Sheet, TextLine, Theme};
use crate::chart::labels::{LEVEL, PlacedEnd, PlacedNote};
use crate::chart::layout::Plot;
use crate::chart::{Align, Mark, Rgb, Role};
use plotters::style::RGBColor;

/// The width of the halo around text, in CSS pixels.
const HALO: f64 = 4.0;

/// Draws a mark.
pub fn mark<DB: ChartBackend>(sheet: &Sheet<DB>, theme: &Theme, plot: &Plot, mark: &Mark) -> Drawn<DB> {
    match mark {
        Mark::Rule { from, to, stroke } => {
            let ends = [from, to].map(|end| theme.at(plot.place(end)));
            line(sheet, theme, &ends, stroke)
        }
        Mark::Dot { at, radius, fill, ring } => {
            sheet.draw(&dot(theme, theme.at(plot.place(at)), *radius, *fill, *ring))
        }
        Mark::Shape { at, corners, role } => {
            let (x, y) = plot.place(at);
            let corners: Vec<_> = corners.iter().map(|(dx, dy)| theme.at((x + dx, y + dy))).collect();
            sheet.draw(&Polygon::new(corners, theme.fill(*role, 1.0)))
        }
        Mark::Bracket { from, to, stroke } => {
            let ends = [from, to].map(|end| theme.at(plot.pixel(*end)));
            sheet.draw(&Bracket { ends, half: theme.px(4.0), style: theme.stroke(stroke) })
        }
        Mark::Badge { at, source } => {
            sheet.draw(&Badge { at: theme.at(plot.place(at)), source: *source, theme: *theme })
        }
        Mark::Handle { at } => sheet.draw(&Handle { at: theme.at(plot.pixel(*at)), theme: *theme }),
    }
}

/// Draws a note, with its box where it has one.
pub fn note<DB: ChartBackend>(sheet: &Sheet<DB>, theme: &Theme, placed: &PlacedNote) -> Drawn<DB> {
    let PlacedNote { note, area, lines, align, direction } = placed;
    if note.boxed {
        sheet.draw(&RoundedBox {
            ends: [theme.at((area.left, area.top)), theme.at((area.right, area.bottom))],
            radius: theme.px(5.0),
            fill: theme.fill(Role::Surface, 1.0),
            edge: Some(theme.line(Role::Ink, 1.0)),
        })?;
    }
    let halo = (note.halo && !note.boxed).then(|| (theme.color(Role::Paper), HALO * theme.unit));
    let color = note.on.map(|fill| {
        let Rgb(red, green, blue) = theme.palette.on(fill);
        RGBColor(red, green, blue)
    });
    lines.iter().try_for_each(|(spans, at)| {
        let spans = spans.iter().map(|span| theme.span(span, color)).collect();
        let line = TextLine { spans, align: *align, halo, direction: *direction };
        sheet.draw(&Label { at: theme.at(*at), line })
    })
}

/// Draws a label at a line end, with its tag where it has one.
pub fn end_label<DB: ChartBackend>(sheet: &Sheet<DB>, theme: &Theme, plot: &Plot, placed: &PlacedEnd) -> Drawn<DB> {
    let mut x = plot.inner.right + 8.0;
    if let Some((letter, role)) = placed.label.tag {
        sheet.draw(&tag(theme, theme.at((x, placed.y)), letter, role))?;
        x += 19.0;
    }
    let spans = placed.spans.iter().map(|span| theme.span(span, None)).collect();
    let line = TextLine { spans, align: Align::Left, halo: None, direction: LEVEL };
    sheet.draw(&Label { at: theme.at((x, placed.y)), line })
}
