//! Tables behind charts, and the places of their rows.

use std::borrow::Cow;

use crate::chart::{Column, Key, Measure, Point, Row, RowHead, Stop, Stroke, Table};
use crate::words;

/// A column of a series.
pub fn column(name: impl Into<Cow<'static, str>>, unit: Measure, stroke: Stroke) -> Column {
    let key = Key { role: stroke.role, dash: stroke.dash, width: stroke.width.min(3.0) };
    Column { name: name.into(), unit, key: Some(key) }
}

/// The values of lines, quarter by quarter from a given one.
pub fn quarters(first: u32, columns: Vec<Column>, lines: &[&[Point]]) -> Table {
    let rows = lines.first().map_or(0, |line| line.len());
    let row = |index: usize| {
        let cell = |line: &&[Point]| line.get(index).map(|point| point.1).into();
        Row::new(RowHead::Quarter(first + index as u32), lines.iter().map(cell).collect())
    };
    Table { head: words::chart::quarter_head().into(), columns, rows: (0..rows).map(row).collect() }
}

/// Rows at equal distances along the axis of the first panel.
pub fn stops(first: f64, step: f64, count: usize) -> Vec<Stop> {
    (0..count).map(|index| Stop { panel: 0, at: first + step * index as f64, input: None }).collect()
}
