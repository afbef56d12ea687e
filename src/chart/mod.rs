//! Charts: figures as plain data, and one renderer that draws them on any plotters backend.
//!
//! A builder turns outcomes into a [`Figure`]; [`draw`] puts it on a [`Surface`]; [`hit`], [`step`] and [`readout`]
//! read it. The renderer, the readout, the data table and the exports all see the same figure.

mod axes;
mod badge;
mod brush;
mod cash;
mod crosshair;
mod draw;
mod figure;
mod layout;
mod palette;
mod parts;
mod read;
mod revenue;
mod spread;
mod strip;
mod surface;
mod svg;
mod table;
mod ticks;
mod widths;
mod words;

pub use cash::cash;
pub use draw::{clear, draw};
pub use figure::{
    Align, At, Axis, AxisLook, Chart, Dash, End, Figure, Gutters, Layer, Mark, NARROW, Note, Panel, Place, Point,
    Reading, Span, Spot, Stop, Stroke, Tick, When,
};
pub use layout::{Area, Layout, Plot, Size};
pub use palette::{Palette, Rgb, Role};
pub use parts::{Pinned, Subject};
pub use read::{Focus, Readout, ReadoutLine, at_time, hit, input_of, readout, step, time_of};
pub use revenue::revenue;
pub use strip::{class_of, strip};
pub use surface::{Drawn, FAMILY, Face, Pen, Surface};
pub use svg::{Svg, svg, svg_with};
pub use table::{Cell, Column, Key, Measure, Row, RowHead, Table};
