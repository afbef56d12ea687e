//! Elements that plotters lacks. Each one is placed in any coordinates and drawn like plotters' own.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::iter::{Once, once};

use plotters::element::{Circle, ComposedElement, DashedPathElement, Drawable, EmptyElement, PointCollection, Text};
use plotters::style::ShapeStyle;
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::{ChartBackend, TextLine, Theme};
use crate::chart::{Align, Role};
use crate::scenario::Source;

/// The result of drawing an element.
type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Implements plotters' point collection for elements at one point.
macro_rules! at_one_point {
    ($($element:ident)*) => {$(
        impl<'a, Coord: 'a> PointCollection<'a, Coord> for &'a $element<'_, Coord> {
            type Point = &'a Coord;
            type IntoIter = Once<&'a Coord>;

            fn point_iter(self) -> Self::IntoIter {
                once(&self.at)
            }
        }
    )*};
}

/// Implements plotters' point collection for elements between two points.
macro_rules! between_two_points {
    ($($element:ident)*) => {$(
        impl<'a, Coord: 'a> PointCollection<'a, Coord> for &'a $element<Coord> {
            type Point = &'a Coord;
            type IntoIter = &'a [Coord; 2];

            fn point_iter(self) -> Self::IntoIter {
                &self.ends
            }
        }
    )*};
}

at_one_point!(Label Badge Handle);
between_two_points!(RoundedBox Bracket);

/// A dot with a ring around it; the radius includes the ring.
pub fn dot<DB: DrawingBackend, Coord>(
    theme: &Theme,
    at: Coord,
    radius: f64,
    fill: Role,
    (ring, width): (Role, f64),
) -> ComposedElement<Coord, DB, Circle<BackendCoord, i32>, Circle<BackendCoord, i32>> {
    EmptyElement::at(at)
        + Circle::new((0, 0), theme.px(radius), theme.fill(ring, 1.0))
        + Circle::new((0, 0), theme.px(radius - width), theme.fill(fill, 1.0))
}

/// The lettered tag of a pin, at its left edge.
pub fn tag<DB: DrawingBackend, Coord>(
    theme: &Theme,
    at: Coord,
    letter: char,
    role: Role,
) -> ComposedElement<Coord, DB, RoundedBox<BackendCoord>, Text<'static, BackendCoord, String>> {
    let ends = [theme.at((0.0, -7.5)), theme.at((15.0, 7.5))];
    let body = RoundedBox { ends, radius: theme.px(2.5), fill: theme.fill(role, 1.0), edge: None };
    let style = theme.text(Role::Paper, 11.0, true, Align::Centre);
    EmptyElement::at(at) + body + Text::new(letter.to_string(), theme.at((7.5, 0.0)), style)
}

/// A line of text, vertically centred at a point.
pub struct Label<'t, Coord> {
    /// The point.
    pub at: Coord,
    /// The text.
    pub line: TextLine<'t>,
}

impl<DB: ChartBackend, Coord> Drawable<DB> for Label<'_, Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, backend: &mut DB, _: (u32, u32)) -> Drawn<DB> {
        if let Some(at) = at.next() {
            backend.write(&self.line, at);
        }
        Ok(())
    }
}

/// A filled box with round corners, with or without an edge.
pub struct RoundedBox<Coord> {
    /// The upper left and the lower right corner.
    pub ends: [Coord; 2],
    /// The radius of the corners, in backend units.
    pub radius: i32,
    /// The filling.
    pub fill: ShapeStyle,
    /// The edge.
    pub edge: Option<ShapeStyle>,
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for RoundedBox<Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, backend: &mut DB, _: (u32, u32)) -> Drawn<DB> {
        let (Some((left, top)), Some((right, bottom))) = (at.next(), at.next()) else { return Ok(()) };
        let inset = self.radius;
        let (left, top, right, bottom) = (left + inset, top + inset, right - inset, bottom - inset);
        let corners = [(right, bottom), (left, bottom), (left, top), (right, top)].into_iter().zip(0..);
        let mut outline: Vec<BackendCoord> = Vec::with_capacity(21);
        for (corner, quarter) in corners {
            let step = FRAC_PI_2 / 4.0;
            let angles = (0..=4).map(|index| f64::from(quarter) * FRAC_PI_2 + f64::from(index) * step);
            outline.extend(angles.map(|angle| on_circle(corner, f64::from(self.radius), angle)));
        }
        backend.fill_polygon(outline.iter().copied(), &self.fill)?;
        let Some(edge) = &self.edge else { return Ok(()) };
        outline.extend(outline.first().copied());
        backend.draw_path(outline, edge)
    }
}

fn on_circle((x, y): BackendCoord, radius: f64, angle: f64) -> BackendCoord {
    (x + (radius * angle.cos()).round() as i32, y + (radius * angle.sin()).round() as i32)
}

/// A line with a short bar across each end.
pub struct Bracket<Coord> {
    /// The ends.
    pub ends: [Coord; 2],
    /// Half the length of the bars, in backend units.
    pub half: i32,
    /// The look.
    pub style: ShapeStyle,
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for Bracket<Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, backend: &mut DB, _: (u32, u32)) -> Drawn<DB> {
        let (Some(from), Some(to)) = (at.next(), at.next()) else { return Ok(()) };
        backend.draw_path([from, to], &self.style)?;
        for (x, y) in [from, to] {
            backend.draw_path([(x - self.half, y), (x + self.half, y)], &self.style)?;
        }
        Ok(())
    }
}

/// The source badge of an input: a letter, and a ring that is solid, dashed or dotted.
pub struct Badge<'t, Coord> {
    /// The centre.
    pub at: Coord,
    /// The kind of source.
    pub source: Source,
    /// Colours and sizes.
    pub theme: Theme<'t>,
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for Badge<'_, Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, backend: &mut DB, size: (u32, u32)) -> Drawn<DB> {
        const RADIUS: f64 = 8.5;
        let (Some(centre), theme) = (at.next(), &self.theme) else { return Ok(()) };
        let mut ring = |role: Role, dash: f64, gap: f64| {
            let radius = RADIUS * theme.unit;
            let points = (0..=24).map(move |step| on_circle(centre, radius, f64::from(step) * TAU / 24.0));
            let ring = DashedPathElement::new(points.clone(), theme.px(dash), theme.px(gap), theme.line(role, 1.0));
            ring.draw(points, backend, size)
        };
        let role = match self.source {
            Source::Reported => {
                let radius = theme.px(RADIUS + 0.5).max(0) as u32;
                backend.draw_circle(centre, radius, &theme.fill(Role::Ink2, 1.0), true)?;
                Role::Paper
            }
            Source::Published => {
                ring(Role::Ink2, 2.0, 3.0)?;
                Role::Ink2
            }
            Source::Assumed => {
                ring(Role::Ink3, 1.5, 2.5)?;
                Role::Ink2
            }
        };
        let letter = self.source.letter();
        backend.draw_text(letter, &theme.text(role, 11.0, true, Align::Centre), centre)
    }
}

/// The scenario's point: a ring, with four arrow heads where it can be dragged.
pub struct Handle<'t, Coord> {
    /// The point.
    pub at: Coord,
    /// Whether the arrow heads are drawn.
    pub arrows: bool,
    /// Colours and sizes.
    pub theme: Theme<'t>,
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for Handle<'_, Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut at: I, backend: &mut DB, size: (u32, u32)) -> Drawn<DB> {
        let (Some((x, y)), theme) = (at.next(), &self.theme) else { return Ok(()) };
        let arrow = theme.line(Role::Ink, 1.75);
        let moved = |dx: f64, dy: f64| (x + theme.px(dx), y + theme.px(dy));
        let directions = [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)];
        for (dx, dy) in directions.into_iter().filter(|_| self.arrows) {
            let side = |by: f64| moved(19.0 * dx + by * dy, 19.0 * dy + by * dx);
            backend.draw_path([side(5.0), moved(24.0 * dx, 24.0 * dy), side(-5.0)], &arrow)?;
        }
        let ring = dot::<DB, _>(theme, (x, y), 12.0, Role::Surface, (Role::Ink, 2.5));
        ring.draw(once((x, y)), backend, size)?;
        backend.draw_circle((x, y), theme.px(3.5).max(0) as u32, &theme.fill(Role::Ink, 1.0), true)
    }
}
