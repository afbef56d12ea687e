//! Draws in CSS pixels and roles on a surface that counts in units and colours.

use plotters_backend::BackendCoord;

use super::figure::{Span, Stroke};
use super::layout::{Area, face, spans_width};
use super::surface::{Drawn, Face, Pen, Surface};
use super::{Align, Palette, Point, Rgb, Role};

/// A surface and the palette it is painted with.
pub struct Brush<'a, S: Surface> {
    /// The surface.
    pub surface: &'a mut S,
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
    /// Turned, in degrees.
    pub angle: f64,
}

impl Hand {
    /// Plain words without halo.
    pub const fn plain(align: Align) -> Self {
        Self { align, halo: false, colour: None, angle: 0.0 }
    }
}

impl<S: Surface> Brush<'_, S> {
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
    pub fn path(&mut self, path: &[BackendCoord], stroke: &Stroke) -> Drawn<S> {
        if stroke.casing > 0.0 {
            let casing = self.pen(Role::Paper, 1.0, stroke.casing);
            self.surface.draw_path(path.iter().copied(), &casing)?;
        }
        let pen = self.pen(stroke.role, 1.0, stroke.width);
        let pattern = stroke.dash.pattern();
        if pattern.is_empty() {
            return self.surface.draw_path(path.iter().copied(), &pen);
        }
        let unit = self.surface.unit();
        let mut lengths = [0.0; 4];
        pattern.iter().zip(lengths.iter_mut()).for_each(|(length, slot)| *slot = length * unit);
        self.surface.dashed(path, &pen, lengths.get(..pattern.len()).unwrap_or(&lengths))
    }

    /// A straight line; upright and level ones stand on whole pixels of the device.
    pub fn rule(&mut self, from: Point, to: Point, stroke: &Stroke) -> Drawn<S> {
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
        self.path(&path, &Stroke { width: thick * pixel / self.surface.unit(), ..*stroke })
    }

    /// A filled outline in units.
    pub fn fill(&mut self, outline: impl IntoIterator<Item = BackendCoord>, role: Role, alpha: f64) -> Drawn<S> {
        let pen = self.pen(role, alpha, 1.0);
        self.surface.fill_polygon(outline, &pen)
    }

    /// A filled outline in units, beside others.
    pub fn patch(&mut self, outline: &[BackendCoord], role: Role) -> Drawn<S> {
        let pen = self.pen(role, 1.0, 1.0);
        self.surface.patch(outline, &pen)
    }

    /// A filled outline in CSS pixels.
    pub fn shape(&mut self, outline: &[Point], role: Role) -> Drawn<S> {
        let outline: Vec<BackendCoord> = outline.iter().map(|point| self.point(*point)).collect();
        self.fill(outline, role, 1.0)
    }

    /// A filled box with crisp edges.
    pub fn block(&mut self, area: &Area, role: Role) -> Drawn<S> {
        let from = (self.edge(area.left), self.edge(area.top));
        let to = (self.edge(area.right), self.edge(area.bottom));
        let pen = self.pen(role, 1.0, 1.0);
        self.surface.draw_rect(from, to, &pen, true)
    }

    /// A dot with a ring.
    pub fn dot(&mut self, centre: Point, radius: f64, fill: Role, ring: (Role, f64)) -> Drawn<S> {
        let (at, outer) = (self.point(centre), self.units(radius).max(1) as u32);
        let inner = self.units(radius - ring.1).max(1) as u32;
        let pen = self.pen(ring.0, 1.0, 1.0);
        if ring.1 > 0.0 {
            self.surface.draw_circle(at, outer, &pen, true)?;
        }
        let pen = self.pen(fill, 1.0, 1.0);
        self.surface.draw_circle(at, inner, &pen, true)
    }

    /// A circle's outline, dashed or not.
    pub fn ring(&mut self, centre: Point, radius: f64, stroke: &Stroke) -> Drawn<S> {
        let around: Vec<BackendCoord> = (0..=24)
            .map(|step| {
                let (sine, cosine) = (f64::from(step) * std::f64::consts::TAU / 24.0).sin_cos();
                self.point((centre.0 + radius * sine, centre.1 - radius * cosine))
            })
            .collect();
        self.path(&around, stroke)
    }

    /// A box with round corners, filled and edged.
    pub fn panel(&mut self, area: &Area, radius: f64, fill: Role, edge: Option<Role>) -> Drawn<S> {
        let quarter = |x: f64, y: f64, from: f64| {
            (0..=4).map(move |step| {
                let angle = (from + f64::from(step) * 22.5).to_radians();
                (x + radius * angle.cos(), y - radius * angle.sin())
            })
        };
        let (left, right) = (area.left + radius, area.right - radius);
        let (top, bottom) = (area.top + radius, area.bottom - radius);
        let corners = quarter(right, top, 0.0)
            .chain(quarter(left, top, 90.0))
            .chain(quarter(left, bottom, 180.0))
            .chain(quarter(right, bottom, 270.0));
        let mut outline: Vec<BackendCoord> = corners.map(|corner| self.point(corner)).collect();
        self.fill(outline.iter().copied(), fill, 1.0)?;
        if let (Some(role), Some(first)) = (edge, outline.first().copied()) {
            outline.push(first);
            self.path(&outline, &Stroke::solid(role, 1.0))?;
        }
        Ok(())
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
    pub fn words(&mut self, text: &str, size: f64, bold: bool, role: Role, at: Point, align: Align) -> Drawn<S> {
        let colour = self.palette.rgb(role);
        self.write(text, size, bold, at, Hand { colour: Some(colour), ..Hand::plain(align) })
    }

    fn write(&mut self, text: &str, size: f64, bold: bool, at: Point, hand: Hand) -> Drawn<S> {
        let unit = self.surface.unit();
        let halo = hand.halo.then(|| (self.palette.rgb(Role::Paper), 4.0 * unit));
        let colour = hand.colour.unwrap_or_default();
        let face = Face { size: size * unit, bold, colour, align: hand.align, halo, angle: hand.angle };
        let (sine, cosine) = hand.angle.to_radians().sin_cos();
        let drop = BASELINE * size;
        let at = self.point((at.0 + drop * sine, at.1 + drop * cosine));
        self.surface.write(text, &face, at)
    }

    /// Spans that follow one another, their middle at `at`; answers their width.
    pub fn spans(
        &mut self,
        spans: &[Span],
        at: Point,
        hand: Hand,
    ) -> Result<f64, plotters_backend::DrawingErrorKind<S::ErrorType>> {
        let width = self.spans_width(spans);
        let back = match hand.align {
            Align::Left => 0.0,
            Align::Centre => width / 2.0,
            Align::Right => width,
        };
        let (sine, cosine) = hand.angle.to_radians().sin_cos();
        let mut along = -back;
        // A single span keeps its anchor, so that it stands right even where another font is wider than was measured.
        if let [span] = spans {
            let colour = hand.colour.unwrap_or_else(|| self.palette.rgb(span.role));
            self.write(&span.text, span.size, span.bold, at, Hand { colour: Some(colour), ..hand })?;
            return Ok(width);
        }
        for span in spans {
            let colour = hand.colour.unwrap_or_else(|| self.palette.rgb(span.role));
            let place = (at.0 + along * cosine, at.1 - along * sine);
            let hand = Hand { align: Align::Left, colour: Some(colour), ..hand };
            self.write(&span.text, span.size, span.bold, place, hand)?;
            along += self.width(&span.text, span.size, span.bold);
        }
        Ok(width)
    }
}

/// From the middle of small letters with their ascent down to the baseline, in sizes.
const BASELINE: f64 = 0.36;
