//! Draws in CSS pixels and roles on a surface that counts in units and colours.

use std::f64::consts::FRAC_1_SQRT_2;

use plotters_backend::BackendCoord;

use super::figure::{Span, Stroke};
use super::layout::{Area, face, spans_width};
use super::surface::{Face, LEVEL, Pen, Surface};
use super::{Align, Palette, Point, Rgb, Role};

/// A surface and the palette it is painted with.
pub struct Brush<'a> {
    /// The surface.
    pub surface: &'a mut dyn Surface,
    /// The palette.
    pub palette: &'a Palette,
}

/// How words stand.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// To their place.
    pub align: Align,
    /// A halo of paper.
    pub halo: bool,
    /// A colour that overrides the spans' own.
    pub colour: Option<Rgb>,
    /// The direction they run in.
    pub along: Point,
}

impl Hand {
    /// Plain words without halo.
    pub const fn plain(align: Align) -> Self {
        Self { align, halo: false, colour: None, along: LEVEL }
    }
}

impl Brush<'_> {
    /// A length in units.
    pub fn units(&self, length: f64) -> i32 {
        (length * self.surface.unit()).round() as i32
    }

    fn point(&self, (x, y): Point) -> BackendCoord {
        (self.units(x), self.units(y))
    }

    /// The nearest edge between two pixels of the device.
    pub fn edge(&self, place: f64) -> i32 {
        let pixel = self.surface.pixel();
        ((place * self.surface.unit() / pixel).round() * pixel) as i32
    }

    fn pen(&self, role: Role, alpha: f64, width: f64) -> Pen {
        Pen { colour: self.palette.rgb(role), alpha, width: self.units(width).max(1) as u32 }
    }

    /// A line through points in units.
    pub fn path(&mut self, path: &[BackendCoord], stroke: &Stroke) {
        if stroke.casing > 0.0 {
            let casing = self.pen(Role::Paper, 1.0, stroke.casing);
            self.surface.line(path, &casing);
        }
        let pen = self.pen(stroke.role, 1.0, stroke.width);
        let pattern = stroke.dash.pattern();
        if pattern.is_empty() {
            return self.surface.line(path, &pen);
        }
        let unit = self.surface.unit();
        let mut lengths = [0.0; 4];
        pattern.iter().zip(lengths.iter_mut()).for_each(|(length, slot)| *slot = length * unit);
        self.surface.dashed(path, &pen, lengths.get(..pattern.len()).unwrap_or(&lengths));
    }

    /// A straight line; upright and level ones stand on whole pixels of the device.
    pub fn rule(&mut self, from: Point, to: Point, stroke: &Stroke) {
        let (upright, level) = ((from.0 - to.0).abs() < 1e-6, (from.1 - to.1).abs() < 1e-6);
        if !upright && !level {
            let path = [self.point(from), self.point(to)];
            return self.path(&path, stroke);
        }
        let pixel = self.surface.pixel();
        let thick = (stroke.width * self.surface.unit() / pixel).round().max(1.0);
        let centre = |place: f64| {
            let device = place * self.surface.unit() / pixel;
            let middle = if thick % 2.0 == 1.0 { device.floor() + 0.5 } else { device.round() };
            (middle * pixel).round() as i32
        };
        let at = |(x, y): Point| match upright {
            true => (centre(x), self.edge(y)),
            false => (self.edge(x), centre(y)),
        };
        let path = [at(from), at(to)];
        self.path(&path, &Stroke { width: thick * pixel / self.surface.unit(), ..*stroke });
    }

    /// A filled outline in units.
    pub fn fill(&mut self, outline: &[BackendCoord], role: Role, alpha: f64) {
        let pen = self.pen(role, alpha, 1.0);
        self.surface.area(outline, &pen);
    }

    /// A filled outline in units, beside others.
    pub fn patch(&mut self, outline: &[BackendCoord], role: Role) {
        let pen = self.pen(role, 1.0, 1.0);
        self.surface.patch(outline, &pen);
    }

    /// A filled outline in CSS pixels.
    pub fn shape(&mut self, outline: &[Point], role: Role) {
        let outline: Vec<BackendCoord> = outline.iter().map(|point| self.point(*point)).collect();
        self.fill(&outline, role, 1.0);
    }

    /// Whether two boxes are to have the same edges above and below.
    pub fn is_as_high(&self, one: &Area, other: &Area) -> bool {
        self.edge(one.top) == self.edge(other.top) && self.edge(one.bottom) == self.edge(other.bottom)
    }

    /// A filled box with crisp edges.
    pub fn block(&mut self, area: &Area, role: Role) {
        let from = (self.edge(area.left), self.edge(area.top));
        let to = (self.edge(area.right), self.edge(area.bottom));
        let pen = self.pen(role, 1.0, 1.0);
        self.surface.block(from, to, &pen);
    }

    /// A dot with a ring.
    pub fn dot(&mut self, centre: Point, radius: f64, fill: Role, ring: (Role, f64)) {
        let (at, outer) = (self.point(centre), self.units(radius).max(1) as u32);
        let inner = self.units(radius - ring.1).max(1) as u32;
        let pen = self.pen(ring.0, 1.0, 1.0);
        if ring.1 > 0.0 {
            self.surface.disc(at, outer, &pen);
        }
        let pen = self.pen(fill, 1.0, 1.0);
        self.surface.disc(at, inner, &pen);
    }

    /// A circle's outline, dashed or not.
    pub fn ring(&mut self, centre: Point, radius: f64, stroke: &Stroke) {
        let turned = |&(x, y): &Point| Some((x * STEP.0 - y * STEP.1, x * STEP.1 + y * STEP.0));
        let around = std::iter::successors(Some((0.0, -radius)), turned).take(25);
        let around: Vec<BackendCoord> = around.map(|(x, y)| self.point((centre.0 + x, centre.1 + y))).collect();
        self.path(&around, stroke);
    }

    /// A box with round corners, filled and edged.
    pub fn panel(&mut self, area: &Area, radius: f64, fill: Role, edge: Option<Role>) {
        let Area { left, right, top, bottom } = area.grown(-radius);
        let corners = [
            ((right, top), (1.0, 0.0)),
            ((left, top), (0.0, 1.0)),
            ((left, bottom), (-1.0, 0.0)),
            ((right, bottom), (0.0, -1.0)),
        ];
        let mut outline: Vec<BackendCoord> = Vec::with_capacity(21);
        for ((x, y), (across, up)) in corners {
            for (cosine, sine) in QUARTER {
                let place = (x + radius * (cosine * across - sine * up), y - radius * (cosine * up + sine * across));
                outline.push(self.point(place));
            }
        }
        self.fill(&outline, fill, 1.0);
        if let Some(role) = edge {
            outline.extend(outline.first().copied());
            self.path(&outline, &Stroke::solid(role, 1.0));
        }
    }

    /// The width of words, in CSS pixels.
    pub fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let unit = self.surface.unit();
        self.surface.width(text, &face(unit, size, bold)) / unit
    }

    /// The width of spans that follow one another.
    pub fn spans_width(&self, spans: &[Span]) -> f64 {
        spans_width(self.surface, spans)
    }

    /// Words of one look, their middle at `at`.
    pub fn words(&mut self, text: &str, size: f64, bold: bool, role: Role, at: Point, align: Align) {
        let colour = self.palette.rgb(role);
        self.write(text, size, bold, at, Hand { colour: Some(colour), ..Hand::plain(align) })
    }

    fn write(&mut self, text: &str, size: f64, bold: bool, at: Point, hand: Hand) {
        let unit = self.surface.unit();
        let halo = hand.halo.then(|| (self.palette.rgb(Role::Paper), 4.0 * unit));
        let colour = hand.colour.unwrap_or_default();
        let face = Face { size: size * unit, bold, colour, align: hand.align, halo, along: hand.along };
        let (cosine, sine) = hand.along;
        let drop = BASELINE * size;
        let at = self.point((at.0 + drop * sine, at.1 + drop * cosine));
        self.surface.write(text, &face, at);
    }

    /// Spans that follow one another, their middle at `at`.
    pub fn spans(&mut self, spans: &[Span], at: Point, hand: Hand) {
        // A single span keeps its anchor, so that it stands right even where another font is wider than was measured.
        let single = spans.len() == 1;
        let align = if single { hand.align } else { Align::Left };
        let (cosine, sine) = hand.along;
        let mut along = match hand.align {
            _ if single => 0.0,
            Align::Left => 0.0,
            Align::Centre => -self.spans_width(spans) / 2.0,
            Align::Right => -self.spans_width(spans),
        };
        for span in spans {
            let colour = hand.colour.unwrap_or_else(|| self.palette.rgb(span.role));
            let place = (at.0 + along * cosine, at.1 - along * sine);
            self.write(&span.text, span.size, span.bold, place, Hand { align, colour: Some(colour), ..hand });
            along += self.width(&span.text, span.size, span.bold);
        }
    }
}

/// Cosine and sine of 15 degrees, the step of a ring.
const STEP: Point = (0.965_925_826_289_068_3, 0.258_819_045_102_520_76);

/// The same of the quarter of a circle, in steps of 22.5 degrees.
const QUARTER: [Point; 5] = [
    (1.0, 0.0),
    (0.923_879_532_511_286_7, 0.382_683_432_365_089_8),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.382_683_432_365_089_8, 0.923_879_532_511_286_7),
    (0.0, 1.0),
];

/// From the middle of small letters with their ascent down to the baseline, in sizes.
const BASELINE: f64 = 0.36;
