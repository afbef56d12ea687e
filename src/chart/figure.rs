//! A chart as plain data: what is drawn, said and tabled, with no pixel and no colour in it.

use std::borrow::Cow;

use super::{Role, Table};
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
        source: crate::scenario::Source,
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

/// Words of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What it says.
    pub text: Cow<'static, str>,
    /// Its colour.
    pub role: Role,
    /// Its size, CSS pixels.
    pub size: f64,
    /// Bold.
    pub bold: bool,
}

impl Span {
    /// Bold words.
    pub fn bold(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: true }
    }

    /// Plain words.
    pub fn plain(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: false }
    }
}

/// Words in the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// At what width.
    pub when: When,
    /// Lines of words.
    pub lines: Vec<Vec<Span>>,
    /// The lines on a phone, where they differ; none at all where empty.
    pub short: Option<Vec<Vec<Span>>>,
    /// Where it may stand, the best place first.
    pub spots: Vec<Spot>,
    /// A halo of paper behind the words.
    pub halo: bool,
    /// Must be shown: it is then moved inside rather than dropped.
    pub keep: bool,
    /// The fill the words stand on, which then decides their colour.
    pub on: Option<Role>,
    /// Stands in a box of its own.
    pub boxed: bool,
}

impl Note {
    /// Words with a halo that may be dropped.
    pub fn new(lines: Vec<Vec<Span>>, spots: Vec<Spot>) -> Self {
        let when = When::Always;
        Self { when, lines, short: None, spots, halo: true, keep: false, on: None, boxed: false }
    }
}

/// A place for words and the side of it they stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The place: across as `align` says, upwards the middle of the words.
    pub at: At,
    /// How the words stand to it.
    pub align: Align,
    /// Two points whose direction the words follow.
    pub along: Option<(Point, Point)>,
}

/// How words stand to their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// They begin there.
    Left,
    /// They are centred there.
    Centre,
    /// They end there.
    Right,
}

/// Words at the right end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The value they belong to.
    pub at: f64,
    /// The words.
    pub words: Vec<Span>,
    /// The words on a phone.
    pub short: Vec<Span>,
    /// The letter of a pin.
    pub tag: Option<(char, Role)>,
    /// The higher, the sooner it is dropped where there is no room.
    pub rank: u8,
}
