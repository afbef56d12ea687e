//! Reads a chart: from a pixel or an arrow key to a row of its table, and from the row to its text.

use std::borrow::Cow;

use super::figure::Reading;
use super::layout::Layout;
use super::table::{Key, Row};
use super::{Figure, Stop};
use crate::scenario::Input;
use crate::words;

/// The cell of a chart's table that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The row of the table.
    pub row: usize,
    /// The column, where the chart is a grid; else 0.
    pub column: usize,
}

/// The values at a focus as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// The time, row or cell that the values belong to.
    pub heading: String,
    /// A line for each column of the table.
    pub lines: Vec<ReadoutLine>,
}

/// A line of a readout.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadoutLine {
    /// The look of the series.
    pub key: Option<Key>,
    /// The name of the series.
    pub name: Cow<'static, str>,
    /// The value, written as in the table.
    pub value: String,
}

/// The focus under a pixel.
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

/// The focus `by` rows on; without a focus, the first row or the last.
pub fn step(figure: &Figure, focus: Option<Focus>, by: i32) -> Option<Focus> {
    let last = figure.table.rows.len().checked_sub(1)?;
    let row = match focus {
        Some(focus) => focus.row.saturating_add_signed(by as isize).min(last),
        None if by < 0 => last,
        None => 0,
    };
    Some(Focus { row, column: focus.map_or(0, |focus| focus.column) })
}

/// The focus at a time in years, in a chart over time.
pub fn at_time(figure: &Figure, years: f64) -> Option<Focus> {
    let last = figure.table.rows.len().checked_sub(1).filter(|_| figure.reading == Reading::Time)?;
    let reached = |row: &Row| row.time().is_some_and(|time| time >= years - 1e-9);
    let row = figure.table.rows.iter().position(reached).unwrap_or(last);
    Some(Focus { row, column: 0 })
}

/// The time of a focus in years, in a chart over time.
pub fn time_of(figure: &Figure, focus: Focus) -> Option<f64> {
    figure.table.rows.get(focus.row).filter(|_| figure.reading == Reading::Time)?.time()
}

/// The input that the row of a focus is about.
pub fn input_of(figure: &Figure, focus: Focus) -> Option<Input> {
    figure.stops.get(focus.row)?.input
}

/// The values at a focus: the same numbers in the same order as in the table.
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
    let heading = row.heading();
    Some(Readout { heading, lines: (0..table.columns.len()).filter_map(line).collect() })
}
