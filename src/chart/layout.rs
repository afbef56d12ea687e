//! Where a figure's panels stand at a size, and the way between values and pixels.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, ReverseCoordTranslate};
use plotters_backend::BackendCoord;

use super::figure::{Axis, AxisLook, NARROW, Panel, Span, When};
use super::surface::LEVEL;
use super::{Align, At, Face, Figure, Place, Point, Rgb, Surface};

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A box in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// It shares a pixel with another.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// It lies wholly in another.
    pub fn inside(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// A pixel lies in it.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The same, larger on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Moved as little as it takes to lie in another.
    pub fn moved_into(&self, other: &Self) -> Self {
        let dx = (other.left - self.left).max(0.0) + (other.right - self.right).min(0.0);
        let dy = (other.top - self.top).max(0.0) + (other.bottom - self.bottom).min(0.0);
        Self { left: self.left + dx, right: self.right + dx, top: self.top + dy, bottom: self.bottom + dy }
    }
}

/// A figure laid out at a size.
#[derive(Clone)]
pub struct Layout {
    /// The size.
    pub size: Size,
    /// It has its short words and narrow gutters.
    pub narrow: bool,
    /// The panels.
    pub plots: Vec<Plot>,
}

/// A panel laid out.
#[derive(Clone)]
pub struct Plot {
    /// The panel with its gutters.
    pub outer: Area,
    /// The plot.
    pub inner: Area,
    unit: f64,
    coord: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

impl Layout {
    /// Lays a figure out for a surface.
    pub fn new(surface: &dyn Surface, figure: &Figure, size: Size) -> Self {
        let narrow = size.width < NARROW;
        let areas = shares(figure, size);
        let plots = figure.panels.iter().zip(areas).map(|(panel, outer)| Plot::new(surface, panel, outer, narrow));
        Self { size, narrow, plots: plots.collect() }
    }

    /// A layer or note of that width is shown.
    pub fn shows(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Wide => !self.narrow,
            When::Narrow => self.narrow,
        }
    }

    /// The panel under a pixel.
    pub fn plot_at(&self, x: f64, y: f64) -> Option<usize> {
        self.plots.iter().position(|plot| plot.outer.holds(x, y))
    }
}

/// Gap between panels side by side.
const BETWEEN: f64 = 40.0;

fn shares(figure: &Figure, size: Size) -> Vec<Area> {
    let across = figure.beside && size.width >= 640.0;
    let total: f64 = figure.panels.iter().map(|panel| panel.share).sum();
    let gaps = BETWEEN * figure.panels.len().saturating_sub(1) as f64;
    let room = if across { size.width - gaps } else { size.height };
    let mut from = 0.0;
    let mut place = |panel: &Panel| {
        let length = room * panel.share / total.max(1e-9);
        let start = from;
        from += length + if across { BETWEEN } else { 0.0 };
        if across {
            Area { left: start, right: start + length, top: 0.0, bottom: size.height }
        } else {
            Area { left: 0.0, right: size.width, top: start, bottom: start + length }
        }
    };
    figure.panels.iter().map(&mut place).collect()
}

impl Plot {
    fn new(surface: &dyn Surface, panel: &Panel, outer: Area, narrow: bool) -> Self {
        let unit = surface.unit();
        let pick = |gutter: (f64, f64)| if narrow { gutter.1 } else { gutter.0 };
        let gutters = &panel.gutters;
        let left = pick(gutters.left).max(left_words(surface, &panel.y)).min(outer.width() * 0.4);
        let right = pick(gutters.right).max(right_words(surface, panel, narrow)).min(outer.width() * 0.45);
        let heading = if panel.heading.is_some() { HEADING } else { 0.0 };
        let inner = Area {
            left: (outer.left + left).round(),
            right: (outer.right - right).round().max(outer.left + left + 8.0),
            top: (outer.top + heading + pick(gutters.top)).round(),
            bottom: (outer.bottom - pick(gutters.bottom)).round().max(outer.top + heading + 8.0),
        };
        let units = |length: f64| (length * unit).round() as i32;
        let across = units(inner.left)..units(inner.right);
        let upwards = units(inner.bottom)..units(inner.top);
        let coord = Cartesian2d::new(panel.x.low..panel.x.high, panel.y.low..panel.y.high, (across, upwards));
        Self { outer, inner, unit, coord }
    }

    /// A point in the surface's units.
    pub fn units(&self, point: Point) -> BackendCoord {
        self.coord.translate(&point)
    }

    /// A point in CSS pixels.
    pub fn pixel(&self, point: Point) -> Point {
        let (x, y) = self.units(point);
        (f64::from(x) / self.unit, f64::from(y) / self.unit)
    }

    /// The values at a pixel.
    pub fn value(&self, x: f64, y: f64) -> Option<Point> {
        let x = x.max(self.inner.left).min(self.inner.right);
        let y = y.max(self.inner.top).min(self.inner.bottom);
        self.coord.reverse_translate(((x * self.unit).round() as i32, (y * self.unit).round() as i32))
    }

    /// A place in CSS pixels.
    pub fn place(&self, at: &At) -> Point {
        let value = |place: Place| if let Place::Value(value) = place { value } else { 0.0 };
        let (x, y) = self.pixel((value(at.x), value(at.y)));
        let x = match at.x {
            Place::Value(_) => x,
            Place::Plot(share) => self.inner.left + self.inner.width() * share,
            Place::Panel(share) => self.outer.left + self.outer.width() * share,
        };
        let y = match at.y {
            Place::Value(_) => y,
            Place::Plot(share) => self.inner.top + self.inner.height() * share,
            Place::Panel(share) => self.outer.top + self.outer.height() * share,
        };
        (x + at.dx, y + at.dy)
    }
}

/// Room for a panel's own title and subtitle.
pub const HEADING: f64 = 46.0;

/// The face that words are measured in.
pub fn face(unit: f64, size: f64, bold: bool) -> Face {
    Face { size: size * unit, bold, colour: Rgb::default(), align: Align::Left, halo: None, along: LEVEL }
}

/// The width of spans that follow one another, in CSS pixels.
pub fn spans_width(surface: &dyn Surface, spans: &[Span]) -> f64 {
    let unit = surface.unit();
    spans.iter().map(|span| surface.width(&span.text, &face(unit, span.size, span.bold)) / unit).sum()
}

/// Room for the labels of a value axis; it grows in steps, so that it keeps still while numbers change.
fn left_words(surface: &dyn Surface, axis: &Axis) -> f64 {
    if !matches!(axis.look, AxisLook::Grid | AxisLook::Marks) {
        return 0.0;
    }
    let unit = surface.unit();
    let width = |text: &str| surface.width(text, &face(unit, 12.0, false)) / unit;
    let widest = axis.ticks.iter().map(|tick| width(&tick.text)).fold(0.0, f64::max);
    ((widest + 8.0) / 8.0).ceil() * 8.0
}

fn right_words(surface: &dyn Surface, panel: &Panel, narrow: bool) -> f64 {
    let widest = panel.ends.iter().map(|end| {
        let words = if narrow { &end.short } else { &end.words };
        if words.is_empty() {
            0.0
        } else {
            10.0 + spans_width(surface, words) + if end.tag.is_some() { 19.0 } else { 0.0 }
        }
    });
    let widest = widest.fold(0.0, f64::max);
    (widest / 12.0).ceil() * 12.0
}
