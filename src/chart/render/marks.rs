//! Marks, notes and end labels, in pixels of the root area.

use plotters::element::Polygon;
use plotters::style::RGBColor;

use super::elements::{Badge, Bracket, Handle, Label, dot, tag};
use super::painter::{Drawn, Painter};
use super::series::line;
use super::{ChartBackend, TextLine};
use crate::chart::labels::{LEVEL, PlacedEnd, PlacedNote};
use crate::chart::layout::Plot;
use crate::chart::{Align, Mark, Rgb, Role};

/// The width of the halo around text, in CSS pixels.
const HALO: f64 = 4.0;

/// Draws a mark.
pub fn mark<DB: ChartBackend>(painter: &Painter<DB>, plot: &Plot, mark: &Mark) -> Drawn<DB> {
    let theme = painter.theme;
    let at = |place| theme.at(plot.place(place));
    match mark {
        Mark::Rule { from, to, stroke } => line(painter.root, &theme, &[at(from), at(to)], stroke),
        Mark::Dot { at: centre, radius, fill, ring } => {
            painter.root.draw(&dot(&theme, at(centre), *radius, *fill, *ring))
        }
        Mark::Shape { at, corners, role } => {
            let (x, y) = plot.place(at);
            let corners: Vec<_> = corners.iter().map(|(dx, dy)| theme.at((x + dx, y + dy))).collect();
            painter.root.draw(&Polygon::new(corners, theme.fill(*role, 1.0)))
        }
        Mark::Bracket { from, to, stroke } => {
            let ends = [from, to].map(|end| theme.at(plot.pixel(*end)));
            painter.root.draw(&Bracket { ends, half: theme.px(4.0), style: theme.line(stroke.role, stroke.width) })
        }
        Mark::Badge { at: centre, source } => painter.root.draw(&Badge { at: at(centre), source: *source, theme }),
        Mark::Handle { at, arrows } => {
            painter.root.draw(&Handle { at: theme.at(plot.pixel(*at)), arrows: *arrows, theme })
        }
    }
}

/// Draws a note, with its box where it has one.
pub fn note<DB: ChartBackend>(painter: &Painter<DB>, placed: &PlacedNote) -> Drawn<DB> {
    let PlacedNote { note, area, lines, align, direction } = placed;
    let theme = painter.theme;
    if note.boxed {
        painter.rounded(area, 5.0, Role::Surface, Some(Role::Ink))?;
    }
    let halo = (note.halo && !note.boxed).then(|| (theme.color(Role::Paper), HALO * theme.unit));
    let color = note.on.map(|fill| {
        let Rgb(red, green, blue) = theme.palette.on(fill);
        RGBColor(red, green, blue)
    });
    lines.iter().try_for_each(|(spans, at)| {
        let spans = spans.iter().map(|span| theme.span(span, color)).collect();
        let line = TextLine { spans, align: *align, halo, direction: *direction };
        painter.root.draw(&Label { at: theme.at(*at), line })
    })
}

/// Draws a label at a line end, with its tag where it has one.
pub fn end_label<DB: ChartBackend>(painter: &Painter<DB>, plot: &Plot, placed: &PlacedEnd) -> Drawn<DB> {
    let theme = painter.theme;
    let mut x = plot.inner.right + 8.0;
    if let Some((letter, role)) = placed.label.tag {
        painter.root.draw(&tag(&theme, theme.at((x, placed.y)), letter, role))?;
        x += 19.0;
    }
    let spans = placed.spans.iter().map(|span| theme.span(span, None)).collect();
    let line = TextLine { spans, align: Align::Left, halo: None, direction: LEVEL };
    painter.root.draw(&Label { at: theme.at((x, placed.y)), line })
}
