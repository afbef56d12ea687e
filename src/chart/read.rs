//! Reading a chart: from a pixel or an arrow key to a row of its table, and that row in words.

use std::borrow::Cow;

use super::figure::Reading;
use super::layout::{Layout, Plot};
use super::table::{Key, Row};
use super::{Figure, Stop};
use crate::scenario::Input;
use crate::words;

/// What of a chart is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The row of the table.
    pub row: usize,
    /// The column, where the chart is a grid.
    pub column: usize,
}

/// What stands there, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// Of what.
    pub heading: String,
    /// The rows, as the table has columns.
    pub lines: Vec<ReadoutLine>,
}

/// A line of a readout.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadoutLine {
    /// The look of the line it belongs to.
    pub key: Option<Key>,
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its value, as the table has it.
    pub value: String,
}

/// The part of a figure under a pixel.
pub fn hit(figure: &Figure, layout: &Layout, x: f64, y: f64) -> Option<Focus> {
    let panel = layout.plot_at(x, y)?;
    let plot = layout.plots.get(panel)?;
    let reach = plot.inner.grown(8.0);
    let (across, upwards) = plot.value(x, y)?;
    let (at, inside) = match figure.reading {
        Reading::Time => (across, (reach.left..=reach.right).contains(&x)),
        Reading::Columns => (across, (reach.left..=reach.right).contains(&x)),
        Reading::Rows => (upwards, (reach.top..=reach.bottom).contains(&y)),
        Reading::Grid => (upwards, reach.holds(x, y)),
    };
    let here = |stop: &Stop| figure.reading == Reading::Time || stop.panel == panel;
    let row =
        nearest(figure.stops.iter().enumerate().filter(|(_, stop)| here(stop)).map(|(row, stop)| (row, stop.at)), at);
    let column = nearest(figure.across.iter().copied().enumerate(), across).unwrap_or(0);
    row.filter(|_| inside).map(|row| Focus { row, column })
}

fn nearest(places: impl Iterator<Item = (usize, f64)>, at: f64) -> Option<usize> {
    places.min_by(|a, b| (a.1 - at).abs().total_cmp(&(b.1 - at).abs())).map(|(index, _)| index)
}

/// The neighbour of a focus, `by` rows on; from nowhere to the first or the last.
pub fn step(figure: &Figure, focus: Option<Focus>, by: i32) -> Option<Focus> {
    let last = figure.table.rows.len().checked_sub(1)?;
    let row = match focus {
        Some(focus) => focus.row.saturating_add_signed(by as isize).min(last),
        None if by < 0 => last,
        None => 0,
    };
    Some(Focus { row, column: focus.map_or(0, |focus| focus.column) })
}

/// The focus of a time chart at the same time as another's, so that all are read at once.
pub fn at_time(figure: &Figure, years: f64) -> Option<Focus> {
    let last = figure.table.rows.len().checked_sub(1).filter(|_| figure.reading == Reading::Time)?;
    let reached = |row: &Row| row.time().is_some_and(|time| time >= years - 1e-9);
    let row = figure.table.rows.iter().position(reached).unwrap_or(last);
    Some(Focus { row, column: 0 })
}

/// The time of a focus, in years, where the chart is one over time.
pub fn time_of(figure: &Figure, focus: Focus) -> Option<f64> {
    figure.table.rows.get(focus.row).filter(|_| figure.reading == Reading::Time)?.time()
}

/// The input whose row a focus is on.
pub fn input_of(figure: &Figure, focus: Focus) -> Option<Input> {
    figure.stops.get(focus.row)?.input
}

/// What stands at a focus: the same numbers in the same order as the table.
pub fn readout(figure: &Figure, focus: Focus) -> Option<Readout> {
    let table = &figure.table;
    let row = table.rows.get(focus.row)?;
    let line = |index: usize| {
        let column = table.columns.get(index)?;
        Some(ReadoutLine { key: column.key, name: column.name.clone(), value: table.text(focus.row, index) })
    };
    if figure.reading == Reading::Grid {
        let column = table.columns.get(focus.column)?;
        let heading = words::chart::both(&column.name, &row.head.text());
        let value = table.text(focus.row, focus.column);
        return Some(Readout {
            heading,
            lines: vec![ReadoutLine { key: None, name: figure.grid_name.clone(), value }],
        });
    }
    let heading = row.head.heading();
    Some(Readout { heading, lines: (0..table.columns.len()).filter_map(line).collect() })
}

impl Plot {
    /// A focus' place along the axis that is read, in CSS pixels.
    pub fn stop(&self, reading: Reading, at: f64) -> f64 {
        match reading {
            Reading::Time | Reading::Columns => self.pixel((at, 0.0)).0,
            Reading::Rows | Reading::Grid => self.pixel((0.0, at)).1,
        }
    }
}
