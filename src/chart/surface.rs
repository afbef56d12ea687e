//! What a chart is drawn on: a plotters backend that can also dash, put a halo behind words and turn them.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

use super::widths;
use super::{Align, Rgb};

/// The typefaces of the page, and so of its charts.
pub const FAMILY: &str = "-apple-system, BlinkMacSystemFont, \"Segoe UI\", Roboto, \"Helvetica Neue\", \
                          \"Liberation Sans\", Arial, sans-serif";

/// What drawing on a surface may end with.
pub type Drawn<S> = Result<(), DrawingErrorKind<<S as DrawingBackend>::ErrorType>>;

/// A plotters backend with what a chart needs beyond it; every addition works on any backend as it is.
///
/// plotters counts in whole units. A surface says how many of them make a CSS pixel, so that lines and words stand at
/// fractions of a pixel, and how many make a pixel of the device, so that hairlines stand on whole ones.
pub trait Surface: DrawingBackend {
    /// Units in a CSS pixel.
    fn unit(&self) -> f64 {
        1.0
    }

    /// Units in a pixel of the device.
    fn pixel(&self) -> f64 {
        1.0
    }

    /// A line in dashes; the lengths of dash and gap are in units.
    fn dashed(&mut self, path: &[BackendCoord], pen: &Pen, pattern: &[f64]) -> Drawn<Self> {
        let mut result = Ok(());
        cut(path, pattern, |dash| {
            if result.is_ok() {
                result = self.draw_path(dash.iter().copied(), pen);
            }
        });
        result
    }

    /// A filled outline that meets its neighbours without a seam.
    fn patch(&mut self, outline: &[BackendCoord], pen: &Pen) -> Drawn<Self> {
        self.fill_polygon(outline.iter().copied(), pen)
    }

    /// Words on a baseline.
    fn write(&mut self, text: &str, face: &Face, at: BackendCoord) -> Drawn<Self> {
        if let Some((colour, width)) = face.halo {
            let (near, far) = ((width * 0.35) as i32, (width * 0.5) as i32);
            let around =
                [(-far, 0), (far, 0), (0, -far), (0, far), (-near, -near), (-near, near), (near, -near), (near, near)];
            for (dx, dy) in around {
                self.draw_text(text, &Face { colour, halo: None, ..*face }, (at.0 + dx, at.1 + dy))?;
            }
        }
        self.draw_text(text, face, at)
    }

    /// The width of words, in units.
    fn width(&self, text: &str, face: &Face) -> f64 {
        self.estimate_text_size(text, face).map_or(0.0, |(width, _)| f64::from(width))
    }
}

/// A colour and a width for a backend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// The colour.
    pub colour: Rgb,
    /// How much of it shows.
    pub alpha: f64,
    /// The width, in units.
    pub width: u32,
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        let Rgb(red, green, blue) = self.colour;
        BackendColor { alpha: self.alpha, rgb: (red, green, blue) }
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The look of words for a backend; sizes are in units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Size.
    pub size: f64,
    /// Bold.
    pub bold: bool,
    /// Colour.
    pub colour: Rgb,
    /// How they stand to their place.
    pub align: Align,
    /// Colour and width of a halo.
    pub halo: Option<(Rgb, f64)>,
    /// Turned, in degrees, rising to the right.
    pub angle: f64,
}

/// What a backend answers that has to draw letters itself, and cannot.
#[derive(Clone, Copy, Debug)]
pub struct NoOutlines;

impl std::fmt::Display for NoOutlines {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the outlines of letters are not known here")
    }
}

impl std::error::Error for NoOutlines {}

impl BackendTextStyle for Face {
    type FontError = NoOutlines;

    fn color(&self) -> BackendColor {
        let Rgb(red, green, blue) = self.colour;
        BackendColor { alpha: 1.0, rgb: (red, green, blue) }
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        if self.angle == 0.0 { FontTransform::None } else { FontTransform::Rotate270 }
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let across = match self.align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        Pos::new(across, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    /// The box by the table of widths: no font is opened, no page is laid out.
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), NoOutlines> {
        let width = widths::width(text, self.bold) * self.size;
        Ok(((0, 0), (width.round() as i32, self.size.round() as i32)))
    }

    fn draw<E, Draw: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: Draw,
    ) -> Result<Result<(), E>, NoOutlines> {
        Err(NoOutlines)
    }
}

/// Cuts a path into its dashes.
pub fn cut(path: &[BackendCoord], pattern: &[f64], mut dash: impl FnMut(&[BackendCoord])) {
    if pattern.iter().sum::<f64>() < 1.0 {
        return dash(path);
    }
    let mut lengths = pattern.iter().copied().cycle();
    let mut left = lengths.next().unwrap_or(1.0);
    let mut drawing = true;
    let mut piece: Vec<BackendCoord> = path.first().copied().into_iter().collect();
    for ends in path.windows(2) {
        let &[(x0, y0), (x1, y1)] = ends else { continue };
        let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
        let length = dx.hypot(dy);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let here = (x0 + (dx * share).round() as i32, y0 + (dy * share).round() as i32);
            if drawing {
                piece.push(here);
                dash(&piece);
            }
            piece.clear();
            piece.push(here);
            drawing = !drawing;
            left = lengths.next().unwrap_or(1.0).max(0.1);
        }
        left -= length - done;
        piece.push((x1, y1));
    }
    if drawing && piece.len() > 1 {
        dash(&piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_pattern_around_corners() {
        let mut dashes = Vec::new();
        cut(&[(0, 0), (10, 0), (10, 10)], &[6.0, 2.0], |dash| dashes.push(dash.to_vec()));
        assert_eq!(dashes, [vec![(0, 0), (6, 0)], vec![(8, 0), (10, 0), (10, 4)], vec![(10, 6), (10, 10)]]);
    }
}
