//! The places of a figure's panels at a size, and the conversion between values and pixels.

use super::figure::{Axis, AxisLook, Panel};
use super::labels::{TextMeasure, spans_width};
use super::responsive::{AtWidth, NARROW};
use super::{At, Figure, Place, Point, Reading};

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Area {
    /// The width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The centre.
    pub fn centre(&self) -> Point {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Whether two rectangles overlap.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the rectangle lies wholly inside another.
    pub fn inside(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// Whether a point lies in the rectangle.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The rectangle, larger on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The rectangle, moved by the least distance that puts it inside another.
    pub fn moved_into(&self, other: &Self) -> Self {
        let dx = (other.left - self.left).max(0.0) + (other.right - self.right).min(0.0);
        let dy = (other.top - self.top).max(0.0) + (other.bottom - self.bottom).min(0.0);
        Self { left: self.left + dx, right: self.right + dx, top: self.top + dy, bottom: self.bottom + dy }
    }
}

/// A figure laid out at a size.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The size.
    pub size: Size,
    /// Whether the figure uses its narrow gutters and short texts.
    pub narrow: bool,
    /// The panels.
    pub plots: Vec<Plot>,
}

/// A panel laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The panel with its gutters.
    pub outer: Area,
    /// The rectangle between the axes.
    pub inner: Area,
    x: (f64, f64),
    y: (f64, f64),
}

impl Layout {
    /// Lays a figure out, with text as wide as the measure says.
    pub fn new(measure: TextMeasure, figure: &Figure, size: Size) -> Self {
        let narrow = size.width < NARROW;
        let panels = figure.panels.iter().zip(panel_areas(figure, size));
        Self { size, narrow, plots: panels.map(|(panel, outer)| Plot::new(measure, panel, outer, narrow)).collect() }
    }

    /// Whether a part of the figure is shown at this width.
    pub fn shows(&self, shown: AtWidth) -> bool {
        match shown {
            AtWidth::Always => true,
            AtWidth::Wide => !self.narrow,
            AtWidth::Narrow => self.narrow,
        }
    }

    /// The index of the panel under a pixel.
    pub fn plot_at(&self, x: f64, y: f64) -> Option<usize> {
        self.plots.iter().position(|plot| plot.outer.holds(x, y))
    }
}

/// The gap between panels side by side, in CSS pixels.
const PANEL_GAP: f64 = 40.0;
/// Panels stand side by side from this width on, in CSS pixels.
const BESIDE: f64 = 640.0;
/// The height of a panel's own title and subtitle, in CSS pixels.
const HEADING: f64 = 46.0;

fn panel_areas(figure: &Figure, size: Size) -> Vec<Area> {
    let across = figure.beside && size.width >= BESIDE;
    let total: f64 = figure.panels.iter().map(|panel| panel.share).sum();
    let gap = if across { PANEL_GAP } else { 0.0 };
    let gaps = gap * figure.panels.len().saturating_sub(1) as f64;
    let room = if across { size.width - gaps } else { size.height };
    let mut start = 0.0;
    let mut place = |panel: &Panel| {
        let (from, to) = (start, start + room * panel.share / total.max(1e-9));
        start = to + gap;
        match across {
            true => Area { left: from, right: to, top: 0.0, bottom: size.height },
            false => Area { left: 0.0, right: size.width, top: from, bottom: to },
        }
    };
    figure.panels.iter().map(&mut place).collect()
}

impl Plot {
    fn new(measure: TextMeasure, panel: &Panel, outer: Area, narrow: bool) -> Self {
        let pick = |gutter: (f64, f64)| if narrow { gutter.1 } else { gutter.0 };
        let gutters = &panel.gutters;
        let left = pick(gutters.left).max(left_labels(measure, &panel.y)).min(outer.width() * 0.4);
        let right = pick(gutters.right).max(end_labels(measure, panel, narrow)).min(outer.width() * 0.45);
        let heading = if panel.heading.is_some() { HEADING } else { 0.0 };
        let inner = Area {
            left: (outer.left + left).round(),
            right: (outer.right - right).round().max(outer.left + left + 8.0),
            top: (outer.top + heading + pick(gutters.top)).round(),
            bottom: (outer.bottom - pick(gutters.bottom)).round().max(outer.top + heading + 8.0),
        };
        Self { outer, inner, x: (panel.x.low, panel.x.high), y: (panel.y.low, panel.y.high) }
    }

    /// The pixel of a point in the values of the axes.
    pub fn pixel(&self, (x, y): Point) -> Point {
        let Area { left, right, top, bottom } = self.inner;
        (left + (right - left) * share(x, self.x), bottom + (top - bottom) * share(y, self.y))
    }

    /// The values at a pixel; a pixel outside the plot counts as the nearest one inside.
    pub fn value(&self, x: f64, y: f64) -> Option<Point> {
        let Area { left, right, top, bottom } = self.inner;
        let across = (x.max(left).min(right) - left) / (right - left);
        let upwards = (bottom - y.max(top).min(bottom)) / (bottom - top);
        let between = |(low, high): (f64, f64), share: f64| low + (high - low) * share;
        Some((between(self.x, across), between(self.y, upwards))).filter(|(x, y)| x.is_finite() && y.is_finite())
    }

    /// The pixel of a place.
    pub fn place(&self, at: &At) -> Point {
        let value = |place: Place| if let Place::Value(value) = place { value } else { 0.0 };
        let (x, y) = self.pixel((value(at.x), value(at.y)));
        let x = match at.x {
            Place::Value(_) => x,
            Place::Plot(share) => self.inner.left + self.inner.width() * share,
            Place::Panel(share) => self.outer.left + self.outer.width() * share,
        };
        let y = match at.y {
            Place::Value(_) => y,
            Place::Plot(share) => self.inner.top + self.inner.height() * share,
            Place::Panel(share) => self.outer.top + self.outer.height() * share,
        };
        (x + at.dx, y + at.dy)
    }

    /// The pixel of a table row along the axis that is read.
    pub fn stop(&self, reading: Reading, at: f64) -> f64 {
        match reading {
            Reading::Time | Reading::Columns => self.pixel((at, 0.0)).0,
            Reading::Rows | Reading::Grid => self.pixel((0.0, at)).1,
        }
    }
}

/// The share of a range at a value; the middle of an empty range.
fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    if high == low { 0.5 } else { (value - low) / (high - low) }
}

/// The room for the labels of a vertical axis. It grows in steps, so that the plot does not shift with every digit.
fn left_labels(measure: TextMeasure, axis: &Axis) -> f64 {
    if !matches!(axis.look, AxisLook::Grid | AxisLook::Marks) {
        return 0.0;
    }
    let widest = axis.ticks.iter().map(|tick| measure(&tick.text, 12.0, false)).fold(0.0, f64::max);
    ((widest + 8.0) / 8.0).ceil() * 8.0
}

/// The room for the labels at line ends, which grows in steps, too.
fn end_labels(measure: TextMeasure, panel: &Panel, narrow: bool) -> f64 {
    let shown = panel.ends.iter().map(|end| (end, if narrow { &end.short } else { &end.spans }));
    let width = |(end, spans): (&super::EndLabel, &Vec<super::Span>)| {
        10.0 + spans_width(measure, spans) + if end.tag.is_some() { 19.0 } else { 0.0 }
    };
    let widest = shown.filter(|(_, spans)| !spans.is_empty()).map(width).fold(0.0, f64::max);
    (widest / 12.0).ceil() * 12.0
}
