//! The drawing backend of a chart: a plotters backend that also writes lines of label text.

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
    fn draw_line_of_text(&mut self, line: &TextLine, at: BackendCoord)
    -> Result<(), DrawingErrorKind<Self::ErrorType>>;
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

impl<'a> TextLine<'a> {
    /// A line of plain text in plotters' style.
    pub fn of<S: BackendTextStyle>(text: &'a str, style: &S) -> Self {
        let (red, green, blue) = style.color().rgb;
        let bold = matches!(style.style(), FontStyle::Bold);
        let span = StyledSpan { text, size: style.size(), bold, color: RGBColor(red, green, blue) };
        let align = match style.anchor().h_pos {
            HPos::Left => Align::Left,
            HPos::Center => Align::Centre,
            HPos::Right => Align::Right,
        };
        Self { spans: vec![span], align, halo: None, direction: LEVEL }
    }
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

/// The y of the baseline of text whose middle is at `y`; the size is in backend units.
pub fn baseline(y: i32, size: f64) -> f64 {
    f64::from(y) + 0.36 * size
}

/// Colour and width of a line.
pub struct LineStyle {
    /// The colour.
    pub color: BackendColor,
    /// The width.
    pub width: u32,
}

impl BackendStyle for LineStyle {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// Moves horizontal and vertical shapes onto whole pixels of the device, `pixel` backend units wide, so that they are sharp.
pub mod snap {
    use plotters_backend::BackendCoord;

    /// The nearest edge between two pixels.
    fn edge(at: i32, pixel: i32) -> i32 {
        (f64::from(at) / f64::from(pixel)).round() as i32 * pixel
    }

    /// A rectangle with its edges between pixels.
    pub fn rect(a: BackendCoord, b: BackendCoord, pixel: i32) -> (BackendCoord, BackendCoord) {
        let corner = |(x, y): BackendCoord| (edge(x, pixel), edge(y, pixel));
        (corner(a), corner(b))
    }

    /// A horizontal or vertical line of whole pixels, and its width; `None` for a line in another direction.
    pub fn line(
        from: BackendCoord,
        to: BackendCoord,
        width: u32,
        pixel: i32,
    ) -> Option<(BackendCoord, BackendCoord, u32)> {
        let pixels = (f64::from(width) / f64::from(pixel)).round().max(1.0) as i32;
        let centre = |at: i32| match pixels % 2 {
            0 => edge(at, pixel),
            _ => at.div_euclid(pixel) * pixel + pixel / 2,
        };
        let width = (pixels * pixel) as u32;
        if from.1 == to.1 {
            Some(((from.0, centre(from.1)), (to.0, centre(to.1)), width))
        } else if from.0 == to.0 {
            Some(((centre(from.0), from.1), (centre(to.0), to.1), width))
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
            assert_eq!(line((0, 83), (90, 83), 8, 8), Some(((0, 84), (90, 84), 8)));
            assert_eq!(line((83, 0), (83, 90), 11, 8), Some(((84, 0), (84, 90), 8)));
            // Two pixels: the edge between them.
            assert_eq!(line((0, 83), (90, 83), 16, 8), Some(((0, 80), (90, 80), 16)));
            assert_eq!(line((0, -3), (90, -3), 2, 8), Some(((0, -4), (90, -4), 8)));
            assert_eq!(line((0, 0), (90, 1), 8, 8), None);
        }

        #[test]
        fn rectangles_end_between_pixels() {
            assert_eq!(rect((3, 5), (90, 91), 8), ((0, 8), (88, 88)));
        }
    }
}
