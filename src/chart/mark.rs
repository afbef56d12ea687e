//! Marks: shapes of a fixed size in pixels at places of a chart.

use super::{Point, Responsive, Role, Stroke};
use crate::scenario::Source;

/// A place in a panel: a value or a share of the room in each direction, and an offset in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// The horizontal place.
    pub x: Place,
    /// The vertical place.
    pub y: Place,
    /// The offset to the right, in CSS pixels.
    pub dx: f64,
    /// The offset downwards, in CSS pixels.
    pub dy: f64,
}

/// A place in one direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// A value of the axis.
    Value(f64),
    /// A share of the plot, from the left or from the top.
    Plot(f64),
    /// A share of the panel with its gutters, from the left or from the top.
    Panel(f64),
}

impl At {
    /// The place of two values.
    pub fn point(x: f64, y: f64) -> Self {
        Self::place(Place::Value(x), Place::Value(y))
    }

    /// A place without offset.
    pub fn place(x: Place, y: Place) -> Self {
        Self { x, y, dx: 0.0, dy: 0.0 }
    }

    /// The place with an additional offset in CSS pixels, to the right and down.
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self { dx: self.dx + dx, dy: self.dy + dy, ..self }
    }
}

/// A shape whose size is in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A straight line.
    Rule {
        /// One end.
        from: At,
        /// The other end.
        to: At,
        /// The look.
        stroke: Stroke,
    },
    /// A dot with a ring around it.
    Dot {
        /// The centre.
        at: At,
        /// The radius with the ring, in CSS pixels.
        radius: f64,
        /// The colour.
        fill: Role,
        /// Colour and width of the ring.
        ring: (Role, f64),
    },
    /// A small filled shape.
    Shape {
        /// The place.
        at: At,
        /// The corners, in CSS pixels from the place.
        corners: Vec<Point>,
        /// The colour.
        role: Role,
    },
    /// A vertical bracket between two values.
    Bracket {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// The look.
        stroke: Stroke,
    },
    /// The source badge of an input: a letter in a solid, dashed or dotted ring.
    Badge {
        /// The centre.
        at: At,
        /// The kind of source.
        source: Source,
    },
    /// The scenario's point: a ring, with four arrow heads where it can be dragged.
    Handle {
        /// The point.
        at: Point,
        /// Whether the arrow heads are shown.
        arrows: bool,
    },
}

impl Mark {
    /// A straight line.
    pub fn rule(from: At, to: At, stroke: Stroke) -> Responsive<Self> {
        Self::Rule { from, to, stroke }.into()
    }

    /// A dot with a ring of paper around it.
    pub fn dot(at: At, radius: f64, fill: Role) -> Responsive<Self> {
        Self::Dot { at, radius, fill, ring: (Role::Paper, 1.5) }.into()
    }
}
