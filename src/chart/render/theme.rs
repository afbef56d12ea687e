//! Converts roles to plotters' colours and styles, and CSS pixels to backend units.

use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::{FAMILY, StyledSpan};
use crate::chart::{Align, Palette, Point, Rgb, Role, Span};

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

    /// The style of a solid line.
    pub fn line(&self, role: Role, width: f64) -> ShapeStyle {
        self.color(role).stroke_width(self.px(width).max(1) as u32)
    }

    /// The style of text whose anchor is vertically in its middle.
    pub fn text(&self, role: Role, size: f64, bold: bool, align: Align) -> TextStyle<'static> {
        let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let h_pos = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        TextStyle {
            font: FontDesc::new(FontFamily::Name(FAMILY), size * self.unit, style),
            color: self.color(role).to_backend_color(),
            pos: Pos::new(h_pos, VPos::Center),
        }
    }

    /// A span in its own colour, or in a given one.
    pub fn span<'a>(&self, span: &'a Span, color: Option<RGBColor>) -> StyledSpan<'a> {
        let color = color.unwrap_or_else(|| self.color(span.role));
        StyledSpan { text: &span.text, size: span.size * self.unit, bold: span.bold, color }
    }
}
