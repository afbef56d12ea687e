//! What is drawn in a chart, in the chart's own values.

use super::{Point, Role};
use crate::scenario::Source;

/// A place: a value of an axis, or a share of the room, moved by CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Across.
    pub x: Place,
    /// Upwards.
    pub y: Place,
    /// Moved to the right, CSS pixels.
    pub dx: f64,
    /// Moved down.
    pub dy: f64,
}

/// A place along one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// A value.
    Value(f64),
    /// A share of the plot, from the left or from the top.
    Plot(f64),
    /// A share of the panel with its gutters.
    Panel(f64),
}

impl At {
    /// A point of the plot.
    pub fn point(x: f64, y: f64) -> Self {
        Self { x: Place::Value(x), y: Place::Value(y), dx: 0.0, dy: 0.0 }
    }

    /// Any place.
    pub fn place(x: Place, y: Place) -> Self {
        Self { x, y, dx: 0.0, dy: 0.0 }
    }

    /// The same, moved by CSS pixels.
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self { dx: self.dx + dx, dy: self.dy + dy, ..self }
    }
}

/// What width a layer or note is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Any.
    #[default]
    Always,
    /// Not on a phone.
    Wide,
    /// Only on a phone.
    Narrow,
}

/// Something drawn, and at what width.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// At what width.
    pub when: When,
    /// What.
    pub mark: Mark,
}

impl Layer {
    /// A straight line.
    pub fn rule(from: At, to: At, stroke: Stroke) -> Self {
        Mark::Rule { from, to, stroke }.into()
    }

    /// A dot with a ring around it.
    pub fn dot(at: At, radius: f64, fill: Role, ring: (Role, f64)) -> Self {
        Mark::Dot { at, radius, fill, ring: ring.0, width: ring.1 }.into()
    }
}

impl From<Mark> for Layer {
    fn from(mark: Mark) -> Self {
        Self { when: When::Always, mark }
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled outline.
    Fill {
        /// Its corners.
        outline: Vec<Point>,
        /// Its colour.
        role: Role,
        /// How much of it shows, 0 to 1.
        alpha: f64,
    },
    /// A field of flat classes over a grid.
    Field {
        /// Where the columns of the grid stand.
        columns: Vec<f64>,
        /// Where the rows stand.
        rows: Vec<f64>,
        /// Corners in columns and rows: whole numbers are on the grid.
        corners: Vec<Point>,
        /// The shapes from the back to the front: colour, and where its corners end.
        shapes: Vec<(Role, usize)>,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
        /// The crosshair puts a dot on it.
        traced: bool,
    },
    /// Upright or lying bars.
    Bars {
        /// Two opposite corners of each.
        bars: Vec<(Point, Point)>,
        /// Their colour.
        role: Role,
        /// Taken off at the left and right side, CSS pixels.
        inset: f64,
        /// Taken off above and below.
        trim: f64,
    },
    /// A straight line.
    Rule {
        /// From.
        from: At,
        /// To.
        to: At,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A dot with a ring around it.
    Dot {
        /// Its centre.
        at: At,
        /// Its radius with the ring, CSS pixels.
        radius: f64,
        /// Its colour.
        fill: Role,
        /// The colour of the ring.
        ring: Role,
        /// The width of the ring.
        width: f64,
    },
    /// A small filled shape, in CSS pixels around a place.
    Shape {
        /// The place.
        at: At,
        /// Its corners.
        corners: Vec<Point>,
        /// Its colour.
        role: Role,
    },
    /// The source badge of an input: a letter in a solid, dashed or dotted ring.
    Badge {
        /// Its centre.
        at: At,
        /// Where the input's value comes from.
        source: Source,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its width, CSS pixels.
    pub width: f64,
    /// Its dashes.
    pub dash: Dash,
    /// The width of a casing in paper under it.
    pub casing: f64,
}

impl Stroke {
    /// A solid line.
    pub const fn solid(role: Role, width: f64) -> Self {
        Self { role, width, dash: Dash::Solid, casing: 0.0 }
    }

    /// A hairline of reference.
    pub const fn reference(role: Role) -> Self {
        Self { role, width: 1.0, dash: Dash::Short, casing: 0.0 }
    }
}

/// The dash patterns; dashes belong to pins, the short one also to references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// None.
    Solid,
    /// The first pin's.
    Long,
    /// The second pin's, and references.
    Short,
    /// The third pin's.
    Mixed,
    /// Dots: the ring of an assumption, the ridge of the map.
    Dots,
}

impl Dash {
    /// The three pins.
    pub const PINS: [Self; 3] = [Self::Long, Self::Short, Self::Mixed];

    /// Lengths of dash and gap in turn, CSS pixels.
    pub fn pattern(self) -> &'static [f64] {
        match self {
            Self::Solid => &[],
            Self::Long => &[7.0, 4.0],
            Self::Short => &[2.0, 3.0],
            Self::Mixed => &[9.0, 3.0, 2.0, 3.0],
            Self::Dots => &[1.5, 2.5],
        }
    }
}
