//! A chart as plain data: what is drawn, said and tabled, with no pixel and no colour in it.

use std::borrow::Cow;

use super::Table;
pub use super::label::{Align, End, Note, Span, Spot};
pub use super::mark::{At, Dash, Layer, Mark, Place, Stroke, When};
use crate::scenario::Input;

/// A place in the chart's own values.
pub type Point = (f64, f64);

macro_rules! charts {
    ($($(#[$doc:meta])* $chart:ident $id:literal,)*) => {
        /// The charts of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Chart { $($(#[$doc])* $chart,)* }

        impl Chart {
            /// Every chart, in page order.
            pub const ALL: &'static [Self] = &[$(Self::$chart,)*];

            /// Its name in links and in the page.
            pub fn id(self) -> &'static str {
                match self { $(Self::$chart => $id,)* }
            }

            /// The chart of that name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|chart| chart.id() == id)
            }
        }
    };
}

charts! {
    /// Cumulative cash.
    Cash "cash",
    /// Demand, capacity and revenue.
    Revenue "revenue",
    /// Capex and depreciation.
    Spend "spend",
    /// Compute in service by chip.
    Mix "mix",
    /// Margin and return.
    Margin "margin",
    /// One unit of compute, merchant against custom.
    Unit "unit",
    /// Which inputs matter.
    Tornado "tornado",
    /// Two inputs at once.
    Map "map",
    /// The simulated cases.
    Odds "odds",
    /// From one scenario to another.
    Bridge "bridge",
}

/// A chart, its words and the table behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart it is.
    pub chart: Chart,
    /// The finding.
    pub title: String,
    /// Quantity and unit.
    pub subtitle: String,
    /// One sentence for who does not see it.
    pub takeaway: String,
    /// The panels, from the top or from the left.
    pub panels: Vec<Panel>,
    /// Panels stand side by side where there is room.
    pub beside: bool,
    /// How a pointer reads it.
    pub reading: Reading,
    /// Where each row of the table stands.
    pub stops: Vec<Stop>,
    /// Where the columns of the table stand, where the chart is a grid.
    pub across: Vec<f64>,
    /// What the cells of a grid are.
    pub grid_name: Cow<'static, str>,
    /// The table behind it.
    pub table: Table,
    /// The recommended height, where there is room and on a phone.
    pub heights: (f64, f64),
}

/// Below this width a chart takes its short words and narrow gutters.
pub const NARROW: f64 = 560.0;

impl Figure {
    /// The recommended height at a width, in CSS pixels.
    pub fn height(&self, width: f64) -> f64 {
        if width >= NARROW { self.heights.0 } else { self.heights.1 }
    }
}

/// How a pointer reads a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A vertical line at the nearest time.
    Time,
    /// The column under the pointer.
    Columns,
    /// The row under the pointer.
    Rows,
    /// A cell of a grid.
    Grid,
}

/// Where a row of the table stands in the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The panel.
    pub panel: usize,
    /// Its place along the axis that is read.
    pub at: f64,
    /// The input it belongs to.
    pub input: Option<Input>,
}

/// One pair of axes and what is drawn on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its share of the figure.
    pub share: f64,
    /// Its own finding and subtitle, where a figure has two.
    pub heading: Option<(String, String)>,
    /// Room around the plot.
    pub gutters: Gutters,
    /// Across.
    pub x: Axis,
    /// Upwards.
    pub y: Axis,
    /// What is drawn, from the back to the front.
    pub layers: Vec<Layer>,
    /// Words in the plot, the most important first.
    pub notes: Vec<Note>,
    /// Words at the right ends of the lines.
    pub ends: Vec<End>,
}

/// Room around a plot in CSS pixels, where there is room and on a phone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gutters {
    /// Left.
    pub left: (f64, f64),
    /// Right.
    pub right: (f64, f64),
    /// Above.
    pub top: (f64, f64),
    /// Below.
    pub bottom: (f64, f64),
}

/// An axis: its ends, its ticks and how they show.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The value at the left or lower end.
    pub low: f64,
    /// The value at the right or upper end.
    pub high: f64,
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// How they show.
    pub look: AxisLook,
}

/// A tick and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// What it says.
    pub text: Cow<'static, str>,
}

/// How an axis shows itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisLook {
    /// Not at all.
    Hidden,
    /// Ticks below, labels thinned to the room there is.
    Time,
    /// Ticks at the sides of columns, labels below.
    Edges,
    /// Gridlines across, labels at the left, an ink line at zero.
    Grid,
    /// Vertical gridlines with labels below, an ink line at zero.
    GridBelow,
    /// Vertical gridlines with labels above, an ink line at zero.
    GridAbove,
    /// Short ticks at the left, no gridlines.
    Marks,
}
