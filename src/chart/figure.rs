//! A chart as plain data: what is plotted, written and tabled, without pixels, colours or plotters.

use std::borrow::Cow;

use super::responsive::{NARROW, Responsive};
use super::{ChartId, EndLabel, Mark, Note, Role, Series, Table};
use crate::scenario::Input;

/// A chart, its text and the table behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The chart.
    pub chart: ChartId,
    /// The finding.
    pub title: String,
    /// Quantity and unit.
    pub subtitle: String,
    /// The chart in one sentence, for assistive tools.
    pub takeaway: String,
    /// The panels, from the top or from the left.
    pub panels: Vec<Panel>,
    /// Whether the panels stand side by side where the figure is wide enough.
    pub beside: bool,
    /// How a pointer reads the chart.
    pub reading: Reading,
    /// The place of each row of the table in the chart.
    pub stops: Vec<Stop>,
    /// The places of the table's columns in the chart, where it is a grid.
    pub across: Vec<f64>,
    /// The name of the quantity in the cells of a grid.
    pub grid_name: Cow<'static, str>,
    /// The table behind the chart.
    pub table: Table,
    /// The recommended height: wide, and narrow.
    pub heights: (f64, f64),
    /// The meaning of marks that have no label of their own at every width; empty where all have one.
    pub legend: &'static str,
    /// The meaning of the colours, where no label in the chart says it.
    pub key: Option<ColorKey>,
}

/// The key of a chart whose colours stand for classes of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct ColorKey {
    /// Quantity and unit.
    pub title: Cow<'static, str>,
    /// The colour of each class from the lowest, and the text at its upper end, where it has one.
    pub classes: Vec<(Role, Option<String>)>,
}

impl Figure {
    /// The recommended height at a width, in CSS pixels.
    pub fn height(&self, width: f64) -> f64 {
        if width >= NARROW { self.heights.0 } else { self.heights.1 }
    }

    /// The figure without controls and without hints on how to use them, for pictures that leave the page.
    pub fn without_controls(mut self) -> Self {
        for panel in &mut self.panels {
            for layer in &mut panel.marks {
                if let Mark::Handle { arrows, .. } = &mut layer.item {
                    *arrows = false;
                }
            }
            for note in &mut panel.notes {
                note.lines.truncate(note.lines.len() - note.hint_lines.min(note.lines.len()));
                note.hint_lines = 0;
            }
        }
        self
    }
}

/// How a pointer reads a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// By the nearest time; all charts over time are read together.
    Time,
    /// By the nearest column.
    Columns,
    /// By the nearest row.
    Rows,
    /// By the nearest cell of a grid.
    Grid,
}

/// The place of a table row in the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The index of the panel.
    pub panel: usize,
    /// The value on the axis that is read.
    pub at: f64,
    /// The input that the row is about.
    pub input: Option<Input>,
}

/// A pair of axes and everything drawn on them.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The panel's share of the figure.
    pub share: f64,
    /// The panel's own title and subtitle, where a figure has several.
    pub heading: Option<(String, String)>,
    /// The room around the plot.
    pub gutters: Gutters,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// The series, from the back to the front.
    pub series: Vec<Responsive<Series>>,
    /// The marks, over all series.
    pub marks: Vec<Responsive<Mark>>,
    /// Text in the plot, the most important first.
    pub notes: Vec<Note>,
    /// Labels at the right ends of the lines.
    pub ends: Vec<EndLabel>,
}

/// The room around a plot in CSS pixels: wide, and narrow.
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

/// An axis: its range, its ticks and its look.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The value at the left or lower end.
    pub low: f64,
    /// The value at the right or upper end.
    pub high: f64,
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// The look.
    pub look: AxisLook,
}

impl Axis {
    /// An axis that is not drawn.
    pub fn hidden(low: f64, high: f64) -> Self {
        Self { low, high, ticks: Vec::new(), look: AxisLook::Hidden }
    }
}

/// A tick and its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub at: f64,
    /// The label.
    pub text: Cow<'static, str>,
}

/// How an axis is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisLook {
    /// Not at all.
    Hidden,
    /// Tick marks and labels below, thinned out to the room there is.
    Time,
    /// Tick marks and labels below, at the edges of columns.
    Edges,
    /// Horizontal gridlines, labels at the left, an ink line at zero.
    Grid,
    /// Vertical gridlines, labels below, an ink line at zero.
    GridBelow,
    /// Vertical gridlines, labels above, an ink line at zero.
    GridAbove,
    /// Tick marks and labels at the left, no gridlines.
    Marks,
}
