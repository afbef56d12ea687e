//! What a chart is drawn on: a plotters backend that can also dash, put a halo behind words and turn them.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};

use super::{Align, Point, Rgb};

/// The typefaces of the page, and so of its charts.
pub const FAMILY: &str = "-apple-system, BlinkMacSystemFont, \"Segoe UI\", Roboto, \"Helvetica Neue\", \
                          \"Liberation Sans\", Arial, sans-serif";

/// What any plotters backend can draw, with one kind of pen, so that one renderer serves them all. What a backend refuses is
/// missing from the picture.
pub trait Drawing {
    /// A line.
    fn line(&mut self, path: &[BackendCoord], pen: &Pen);

    /// A filled outline.
    fn area(&mut self, outline: &[BackendCoord], pen: &Pen);

    /// A filled box.
    fn block(&mut self, from: BackendCoord, to: BackendCoord, pen: &Pen);

    /// A filled circle.
    fn disc(&mut self, centre: BackendCoord, radius: u32, pen: &Pen);
}

impl<B: DrawingBackend> Drawing for B {
    fn line(&mut self, path: &[BackendCoord], pen: &Pen) {
        let _ = self.draw_path(path.iter().copied(), pen);
    }

    fn area(&mut self, outline: &[BackendCoord], pen: &Pen) {
        let _ = self.fill_polygon(outline.iter().copied(), pen);
    }

    fn block(&mut self, from: BackendCoord, to: BackendCoord, pen: &Pen) {
        let _ = self.draw_rect(from, to, pen, true);
    }

    fn disc(&mut self, centre: BackendCoord, radius: u32, pen: &Pen) {
        let _ = self.draw_circle(centre, radius, pen, true);
    }
}

/// A plotters backend with what a chart needs beyond it.
///
/// plotters counts in whole units. A surface says how many of them make a CSS pixel, so that lines and words stand at
/// fractions of a pixel, and how many make a pixel of the device, so that hairlines stand on whole ones.
pub trait Surface: Drawing {
    /// Units in a CSS pixel.
    fn unit(&self) -> f64;

    /// Units in a pixel of the device.
    fn pixel(&self) -> f64;

    /// A line in dashes; the lengths of dash and gap are in units.
    fn dashed(&mut self, path: &[BackendCoord], pen: &Pen, pattern: &[f64]);

    /// A filled outline that meets its neighbours without a seam.
    fn patch(&mut self, outline: &[BackendCoord], pen: &Pen) {
        self.area(outline, pen);
    }

    /// Words on a baseline.
    fn write(&mut self, text: &str, face: &Face, at: BackendCoord);

    /// What comes next lies over all that was drawn so far; a surface may keep words back until then.
    fn settle(&mut self) {}

    /// The width of words, in units.
    fn width(&self, text: &str, face: &Face) -> f64;
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
        self.colour.shown(self.alpha)
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
    /// The direction they run in: [`LEVEL`], or rising and falling to the right.
    pub along: Point,
}

/// The direction of words that are not turned.
pub const LEVEL: Point = (1.0, 0.0);

impl Rgb {
    /// The colour as plotters has it; `alpha` is how much of it shows.
    pub fn shown(self, alpha: f64) -> BackendColor {
        let Self(red, green, blue) = self;
        BackendColor { alpha, rgb: (red, green, blue) }
    }
}
