//! The root area with its theme: draws lines, boxes and text in CSS pixels. Here, too, are the types of drawing areas and results.

use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Text};
use plotters_backend::DrawingBackend;

use super::coord::AxisCoord;
use super::elements::RoundedBox;
use super::{ChartBackend, Theme};
use crate::chart::layout::Area;
use crate::chart::{Align, Point, Role};

/// The whole drawing area of a chart, in backend units.
pub type RootArea<DB> = DrawingArea<DB, Shift>;
/// The chart context of a panel.
pub type Chart<'a, DB> = ChartContext<'a, DB, Cartesian2d<AxisCoord<'a>, AxisCoord<'a>>>;
/// An error of the backend.
pub type DrawError<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
/// The result of drawing.
pub type Drawn<DB> = Result<(), DrawError<DB>>;

/// Root area and its theme.
pub struct Painter<'a, DB: ChartBackend> {
    /// The root area.
    pub root: &'a RootArea<DB>,
    /// The theme.
    pub theme: Theme<'a>,
}

impl<DB: ChartBackend> Painter<'_, DB> {
    /// The width of a text in CSS pixels, as the backend estimates it.
    pub fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let style = self.theme.text(Role::Ink, size, bold, Align::Left);
        self.root.estimate_text_size(text, &style).map_or(0.0, |(width, _)| f64::from(width) / self.theme.unit)
    }

    /// Draws a straight line.
    pub fn rule(&self, from: Point, to: Point, role: Role, width: f64) -> Drawn<DB> {
        let ends = [from, to].map(|end| self.theme.at(end));
        self.root.draw(&PathElement::new(ends, self.theme.line(role, width)))
    }

    /// Draws a box with round corners, with or without an edge.
    pub fn rounded(&self, area: &Area, radius: f64, fill: Role, edge: Option<Role>) -> Drawn<DB> {
        self.root.draw(&RoundedBox {
            ends: [(area.left, area.top), (area.right, area.bottom)].map(|corner| self.theme.at(corner)),
            radius: self.theme.px(radius),
            fill: self.theme.fill(fill, 1.0),
            edge: edge.map(|role| self.theme.line(role, 1.0)),
        })
    }

    /// Writes text whose anchor is vertically in its middle.
    pub fn text(&self, text: &str, at: Point, (role, size, bold): (Role, f64, bool), align: Align) -> Drawn<DB> {
        self.root.draw(&Text::new(text, self.theme.at(at), self.theme.text(role, size, bold, align)))
    }
}
