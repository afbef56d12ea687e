//! Converts roles to plotters' colours and styles, and CSS pixels to backend units.

use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::FAMILY;
use crate::chart::{Align, Palette, Point, Rgb, Role, Span, Stroke};

/// A palette, and the number of backend units in a CSS pixel. plotters counts in whole numbers; with units smaller than a
/// pixel, lines and text stand at fractions of one.
#[derive(Clone, Copy)]
pub struct Theme<'a> {
    /// The palette.
    pub palette: &'a Palette,
    /// Backend units in a CSS pixel.
    pub unit: f64,
}

impl Theme<'_> {
    /// A length in backend units.
    pub fn px(&self, length: f64) -> i32 {
        (length * self.unit).round() as i32
    }

    /// A point in backend units.
    pub fn at(&self, (x, y): Point) -> BackendCoord {
        (self.px(x), self.px(y))
    }

    /// The colour of a role.
    pub fn color(&self, role: Role) -> RGBColor {
        let Rgb(red, green, blue) = self.palette.rgb(role);
        RGBColor(red, green, blue)
    }

    /// A filled style.
    pub fn fill(&self, role: Role, alpha: f64) -> ShapeStyle {
        self.color(role).mix(alpha).filled()
    }

    /// The style of a line, without its dashes.
    pub fn stroke(&self, stroke: &Stroke) -> ShapeStyle {
        self.line(stroke.role, stroke.width)
    }

    /// The style of a solid line.
    pub fn line(&self, role: Role, width: f64) -> ShapeStyle {
        self.color(role).stroke_width(self.px(width).max(1) as u32)
    }

    /// The style of text whose anchor is vertically in its middle.
    pub fn text(&self, role: Role, size: f64, bold: bool, align: Align) -> TextStyle<'static> {
        text_style(self.color(role).to_rgba(), size * self.unit, bold, align)
    }

    /// A span in its own colour, or in a given one.
    pub fn span<'a>(&self, span: &'a Span, color: Option<RGBColor>) -> super::StyledSpan<'a> {
        let color = color.unwrap_or_else(|| self.color(span.role));
        super::StyledSpan { text: &span.text, size: span.size * self.unit, bold: span.bold, color }
    }
}

/// A text style of the charts' font; the size is in backend units.
pub fn text_style(color: RGBAColor, size: f64, bold: bool, align: Align) -> TextStyle<'static> {
    let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
    let h_pos = match align {
        Align::Left => HPos::Left,
        Align::Centre => HPos::Center,
        Align::Right => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(FAMILY), size, style),
        color: color.to_backend_color(),
        pos: Pos::new(h_pos, VPos::Center),
    }
}
