//! The drawing backend of charts: another plotters backend draws the shapes, and a text writer the text.

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::chart::labels::LEVEL;
use crate::chart::{Align, Point};

/// The fonts of charts, the same as those of the page.
pub const FAMILY: &str = "-apple-system, BlinkMacSystemFont, \"Segoe UI\", Roboto, \"Helvetica Neue\", \
                          \"Liberation Sans\", Arial, sans-serif";

/// A plotters backend that also writes label text, for what plotters' text style cannot say: several styles in one line, a
/// halo, and any angle.
pub trait ChartBackend: DrawingBackend {
    /// Writes a line of text, vertically centred at a point.
    fn write(&mut self, line: &TextLine, at: BackendCoord);
}

/// Measures and writes text.
pub trait TextWriter {
    /// The width of a text at font size 1.
    fn width(&self, text: &str, bold: bool) -> f64;

    /// Writes a line of text, vertically centred at a point.
    fn write(&mut self, line: &TextLine, at: BackendCoord);
}

/// A line of text: consecutive spans on one baseline.
#[derive(Clone, Debug)]
pub struct TextLine<'a> {
    /// The spans.
    pub spans: Vec<StyledSpan<'a>>,
    /// The side of the line that stands at its anchor.
    pub align: Align,
    /// Colour and width of the halo, in backend units.
    pub halo: Option<(RGBColor, f64)>,
    /// The direction of the text, as cosine and sine; positive sines rise to the right.
    pub direction: Point,
}

/// Text in one style; the size is in backend units.
#[derive(Clone, Copy, Debug)]
pub struct StyledSpan<'a> {
    /// The text.
    pub text: &'a str,
    /// The font size.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// The colour.
    pub color: RGBColor,
}

impl TextLine<'_> {
    /// From the middle of the line down to its baseline, in backend units.
    pub fn baseline(&self) -> f64 {
        0.36 * self.spans.first().map_or(0.0, |span| span.size)
    }
}

/// A backend for charts on top of another one. Rectangles, and lines that are horizontal or vertical, are moved onto whole
/// pixels of the device, so that they are sharp.
pub struct Surface<Shapes, Text> {
    /// The backend that draws the shapes.
    pub shapes: Shapes,
    /// The text writer.
    pub text: Text,
    /// Width and height, in backend units.
    pub size: (u32, u32),
    /// Backend units in a pixel of the device.
    pub pixel: i32,
}

impl<Shapes: DrawingBackend, Text: TextWriter> ChartBackend for Surface<Shapes, Text> {
    fn write(&mut self, line: &TextLine, at: BackendCoord) {
        self.text.write(line, at);
    }
}

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<Shapes: DrawingBackend, Text: TextWriter> DrawingBackend for Surface<Shapes, Text> {
    type ErrorType = Shapes::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn<Shapes> {
        self.shapes.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<Shapes> {
        self.shapes.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<Shapes> {
        self.shapes.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<Shapes> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn<Shapes> {
        let corner = |(x, y): BackendCoord| (edge(x, self.pixel), edge(y, self.pixel));
        self.shapes.draw_rect(corner(a), corner(b), style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<Shapes> {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = path[..]
            && let Some((ends, width)) = sharp_line(from, to, style.stroke_width(), self.pixel)
        {
            return self.shapes.draw_path(ends, &Line { color: style.color(), width });
        }
        self.shapes.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<Shapes> {
        self.shapes.draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        outline: I,
        style: &S,
    ) -> Drawn<Shapes> {
        self.shapes.fill_polygon(outline, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn<Shapes> {
        let (red, green, blue) = style.color().rgb;
        let (size, bold) = (style.size(), matches!(style.style(), FontStyle::Bold));
        let align = match style.anchor().h_pos {
            HPos::Left => Align::Left,
            HPos::Center => Align::Centre,
            HPos::Right => Align::Right,
        };
        let spans = vec![StyledSpan { text, size, bold, color: RGBColor(red, green, blue) }];
        self.text.write(&TextLine { spans, align, halo: None, direction: LEVEL }, at);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Shapes::ErrorType>> {
        let width = self.text.width(text, matches!(style.style(), FontStyle::Bold)) * style.size();
        Ok((width.round() as u32, style.size().round() as u32))
    }
}

/// Colour and width of a line.
struct Line {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Line {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The nearest edge between two pixels.
fn edge(at: i32, pixel: i32) -> i32 {
    (f64::from(at) / f64::from(pixel)).round() as i32 * pixel
}

/// A horizontal or vertical line of whole pixels, and its width; `None` for a line in another direction.
fn sharp_line(from: BackendCoord, to: BackendCoord, width: u32, pixel: i32) -> Option<([BackendCoord; 2], u32)> {
    let pixels = (f64::from(width) / f64::from(pixel)).round().max(1.0) as i32;
    let centre = |at: i32| match pixels % 2 {
        0 => edge(at, pixel),
        _ => at.div_euclid(pixel) * pixel + pixel / 2,
    };
    let width = (pixels * pixel) as u32;
    if from.1 == to.1 {
        Some(([(from.0, centre(from.1)), (to.0, centre(to.1))], width))
    } else if from.0 == to.0 {
        Some(([(centre(from.0), from.1), (centre(to.0), to.1)], width))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_lines_cover_whole_pixels() {
        // One pixel of eight units: its middle is at 4.
        assert_eq!(sharp_line((0, 83), (90, 83), 8, 8), Some(([(0, 84), (90, 84)], 8)));
        assert_eq!(sharp_line((83, 0), (83, 90), 11, 8), Some(([(84, 0), (84, 90)], 8)));
        // Two pixels: the edge between them.
        assert_eq!(sharp_line((0, 83), (90, 83), 16, 8), Some(([(0, 80), (90, 80)], 16)));
        assert_eq!(sharp_line((0, -3), (90, -3), 2, 8), Some(([(0, -4), (90, -4)], 8)));
        assert_eq!(sharp_line((0, 0), (90, 1), 8, 8), None);
        assert_eq!([edge(3, 8), edge(5, 8), edge(-5, 8)], [0, 8, -8]);
    }
}
