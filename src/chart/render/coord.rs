//! An axis of a figure as a plotters coordinate: plotters' own mapping of numbers, with the figure's ticks and labels.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;

use crate::chart::figure::Axis;

/// The coordinate of an axis.
pub struct AxisCoord<'a> {
    axis: &'a Axis,
    numbers: RangedCoordf64,
}

impl<'a> From<&'a Axis> for AxisCoord<'a> {
    fn from(axis: &'a Axis) -> Self {
        Self { axis, numbers: (axis.low..axis.high).into() }
    }
}

impl Ranged for AxisCoord<'_> {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        self.numbers.map(value, limit)
    }

    /// The ticks for labels and strong gridlines; no light gridlines.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match hint.weight().allow_light_points() {
            true => Vec::new(),
            false => self.axis.ticks.iter().map(|tick| tick.at).collect(),
        }
    }

    fn range(&self) -> Range<f64> {
        self.numbers.range()
    }
}

impl ValueFormatter<f64> for AxisCoord<'_> {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.axis.ticks.iter().find(|tick| tick.at == *value);
        tick.map_or_else(String::new, |tick| tick.text.clone().into_owned())
    }
}
