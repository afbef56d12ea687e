//! The series of a chart, in the values of its axes.

use super::{Point, Role};

/// Data plotted on a pair of axes.
#[derive(Clone, Debug, PartialEq)]
pub enum Series {
    /// The area between a line and a level.
    Area {
        /// The line.
        points: Vec<Point>,
        /// The level.
        base: f64,
        /// The colour.
        role: Role,
        /// The opacity, 0 to 1.
        alpha: f64,
    },
    /// A filled outline.
    Polygon {
        /// The corners.
        outline: Vec<Point>,
        /// The colour.
        role: Role,
        /// The opacity, 0 to 1.
        alpha: f64,
    },
    /// Bars, vertical or horizontal.
    Bars {
        /// Two opposite corners of each bar.
        bars: Vec<(Point, Point)>,
        /// The colour.
        role: Role,
        /// Taken off the left and the right side of each bar, in CSS pixels.
        inset: f64,
    },
    /// Filled contours: each class of a field of values covers part of the classes before it.
    Contours {
        /// The colour and the outline of each part, from the lowest class up.
        parts: Vec<(Role, Vec<Point>)>,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// The look.
        stroke: Stroke,
        /// Whether the crosshair puts a dot on the line.
        traced: bool,
    },
    /// Dots with a ring around each.
    Dots {
        /// The centres.
        points: Vec<Point>,
        /// The radius with the ring, in CSS pixels.
        radius: f64,
        /// The colour.
        fill: Role,
        /// Colour and width of the ring.
        ring: (Role, f64),
    },
}

impl Series {
    /// Whether the series is drawn under the zero line, as areas and bars are.
    pub fn is_filled(&self) -> bool {
        match self {
            Self::Area { .. } | Self::Polygon { .. } | Self::Bars { .. } | Self::Contours { .. } => true,
            Self::Line { .. } | Self::Dots { .. } => false,
        }
    }
}

/// The look of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The colour.
    pub role: Role,
    /// The width, in CSS pixels.
    pub width: f64,
    /// The dashes.
    pub dash: Dash,
    /// The width of a paper-coloured casing under the line, in CSS pixels.
    pub casing: f64,
}

impl Stroke {
    /// A solid line.
    pub const fn solid(role: Role, width: f64) -> Self {
        Self { role, width, dash: Dash::Solid, casing: 0.0 }
    }

    /// A dashed hairline for a reference value.
    pub const fn reference(role: Role) -> Self {
        Self { role, width: 1.0, dash: Dash::Short, casing: 0.0 }
    }
}

/// The dash patterns. Dashes belong to pinned scenarios; the short ones also mark reference values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// No dashes.
    Solid,
    /// Dashes of the first pin.
    Long,
    /// Dashes of the second pin and of reference values.
    Short,
    /// Dashes of the third pin, with a dot in each gap.
    DashDot,
    /// The dotted ring of an assumption, the ridge of the map.
    Dots,
}

impl Dash {
    /// The patterns of the three pins.
    pub const PINS: [Self; 3] = [Self::Long, Self::Short, Self::DashDot];
}
