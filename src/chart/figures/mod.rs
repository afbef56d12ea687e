//! The figures, one file per chart, and the parts that several of them share. The texts of a chart are in `words::chart`.

mod axes;
mod bridge;
mod cash;
mod chart_data;
mod contours;
mod end_labels;
mod event_marks;
mod growth_map;
mod lines;
mod lives;
mod margin;
mod mix;
mod monte_carlo;
mod revenue;
mod safety;
mod spend;
mod tables;
mod tornado;
mod unit;
mod variance;

pub use bridge::bridge;
pub use cash::cash;
pub use chart_data::{ChartData, Pinned};
pub use growth_map::{GrowthMapView, Reported, growth_map};
pub use lives::lives;
pub use margin::margin;
pub use mix::mix;
pub use monte_carlo::{MonteCarloView, monte_carlo, worth_below};
pub use revenue::revenue;
pub use safety::safety;
pub use spend::spend;
pub use tornado::{TornadoView, tornado};
pub use unit::unit;
pub use variance::variance;

use super::{ChartId, Figure, Panel, Stop, Table};

/// Title, subtitle and takeaway of a figure.
type Texts<'a> = (String, &'a str, String);

/// A figure whose panels stand one above the other.
fn figure(
    chart: ChartId,
    (title, subtitle, takeaway): Texts,
    panels: Vec<Panel>,
    stops: Vec<Stop>,
    table: Table,
    heights: (f64, f64),
) -> Figure {
    Figure {
        chart,
        title,
        subtitle: subtitle.to_owned(),
        takeaway,
        panels,
        beside: false,
        reading: chart.reading(),
        stops,
        across: Vec::new(),
        grid_name: "".into(),
        table,
        heights,
        legend: "",
        key: None,
    }
}
