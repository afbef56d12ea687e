//! Charts: a figure is plain data, and plotters draws it on the page, in files and in tests.
//!
//! A function in `figures` turns outcomes into a [`Figure`]. `render` draws a figure with plotters; `labels` decides where its
//! text goes. [`hit`], [`step`] and [`readout`] read the same figure, and so do its data table and the exports.

mod figure;
mod figures;
mod labels;
mod layout;
mod mark;
mod note;
mod palette;
mod reading;
mod render;
mod responsive;
mod scale;
mod series;
mod table;

use crate::words;

pub use figure::{Axis, AxisLook, ColorKey, Figure, Gutters, Panel, Reading, Stop, Tick};
pub use figures::{
    ChartData, GrowthMapView, MonteCarloView, Pinned, Reported, TornadoView, bridge, cash, growth_map, lives, margin,
    mix, monte_carlo, revenue, safety, spend, tornado, unit, variance, worth_below,
};
pub use layout::{Area, Layout, Plot, Size};
pub use mark::{At, Mark, Place};
pub use note::{Align, EndLabel, Note, Span, Spot};
pub use palette::{Palette, Rgb, Role, SPLITS, class_of};
pub use reading::{Focus, Readout, ReadoutLine, at_time, hit, input_of, readout, step, time_of};
pub use render::{
    ChartBackend, FAMILY, SVG_FAMILY, StripData, StripText, StyledSpan, Surface, TextLine, TextWriter, Theme, draw,
    draw_strip, svg, svg_with, text_width,
};
pub use responsive::{AtWidth, NARROW, Point, Responsive};
pub use series::{Dash, Series, Stroke};
pub use table::{Cell, Column, Key, Measure, Row, RowHead, Sorting, Table};

/// Builds the figure of a chart that shows one scenario over time.
pub type Builder = fn(&ChartData) -> Figure;

macro_rules! charts {
    ($($(#[$doc:meta])* $chart:ident $id:literal $reading:ident $name:ident $builder:expr;)*) => {
        /// The charts of the page. A row of this table is all that registers a chart: its id in links and in the page, how a
        /// pointer reads it, its name, and its builder, where a scenario is all that the builder needs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ChartId { $($(#[$doc])* $chart,)* }

        impl ChartId {
            /// Every chart, in page order.
            pub const ALL: &'static [Self] = &[$(Self::$chart,)*];

            /// The name of the chart in links and in the page's markup.
            pub fn id(self) -> &'static str {
                match self { $(Self::$chart => $id,)* }
            }

            /// The chart of that id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|chart| chart.id() == id)
            }

            /// The name of the chart in lists of charts.
            pub fn name(self) -> &'static str {
                match self { $(Self::$chart => words::chart::$name(),)* }
            }

            /// How a pointer reads the chart.
            pub fn reading(self) -> Reading {
                match self { $(Self::$chart => Reading::$reading,)* }
            }

            /// The function that builds the chart from a scenario; `None` where it takes an analysis of its own.
            pub fn builder(self) -> Option<Builder> {
                match self { $(Self::$chart => $builder,)* }
            }
        }
    };
}

charts! {
    /// Cumulative cash.
    Cash "cash" Time cash_name Some(cash);
    /// Demand, capacity and revenue.
    Revenue "revenue" Time revenue_name Some(revenue);
    /// Capex and depreciation.
    Spend "spend" Time spend_name Some(spend);
    /// Compute in service by chip.
    Mix "mix" Time mix_name Some(mix);
    /// Margin and return.
    Margin "margin" Time margin_name Some(margin);
    /// One unit of compute, merchant against custom.
    Unit "unit" Rows unit_name Some(|data| unit(data.outcome));
    /// Depreciation against revenue, by age of the chips.
    Lives "lives" Time lives_name Some(lives);
    /// Which inputs matter.
    Tornado "tornado" Rows tornado_name None;
    /// Which inputs account for the spread of the simulated cases.
    Variance "variance" Rows variance_name None;
    /// Two inputs at once.
    GrowthMap "map" Grid growth_map_name None;
    /// The simulated cases.
    MonteCarlo "odds" Columns monte_carlo_name None;
    /// The margin of safety.
    Safety "safety" Columns safety_name None;
    /// From one scenario to another.
    Bridge "bridge" Rows bridge_name None;
}
