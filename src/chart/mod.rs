//! Charts: figures as plain data, and one renderer that draws them on any plotters backend.
//!
//! A builder turns outcomes into a [`Figure`]; [`draw`] puts it on a [`Surface`]; [`hit`], [`step`] and [`readout`]
//! read it. The renderer, the readout, the data table and the exports all see the same figure.

mod axes;
mod badge;
mod bands;
mod bridge;
mod brush;
mod cash;
mod crosshair;
mod draw;
mod figure;
mod ground;
mod label;
mod layout;
mod map;
mod map_notes;
mod margin;
mod mark;
mod mix;
mod odds;
mod palette;
mod parts;
mod read;
mod revenue;
mod spend;
mod spread;
mod strip;
mod surface;
mod svg;
mod table;
mod ticks;
mod tornado;
mod unit;
mod widths;
mod words;

pub use bridge::bridge;
pub use cash::cash;
pub use draw::{draw, redraw};
pub use figure::{
    Align, At, Axis, AxisLook, Chart, Chart as ChartId, Dash, End, Figure, Gutters, Layer, Mark, NARROW, Note, Panel,
    Place, Point, Reading, Span, Spot, Stop, Stroke, Tick, When,
};
pub use ground::Ground;
pub use layout::{Area, Layout, Plot, Size};
pub use map::{MapView, PAYBACK_CLASSES, PAYBACK_SHARES, Reported, map, map_scale};
pub use margin::margin;
pub use mix::mix;
pub use odds::{OddsView, odds};
pub use palette::{Palette, Rgb, Role};
pub use parts::{Pinned, Subject};
pub use read::{Focus, Readout, ReadoutLine, at_time, hit, input_of, readout, step, time_of};
pub use revenue::revenue;
pub use spend::spend;
pub use strip::{SPLITS, Words, Worth, class_of, strip};
pub use surface::{Drawing, FAMILY, Face, LEVEL, Pen, Surface};
pub use svg::{Svg, svg, svg_with};
pub use table::{Cell, Column, Key, Measure, Row, RowHead, Sorting, Table};
pub use tornado::{TornadoView, tornado};
pub use unit::unit;
pub use widths::width;
