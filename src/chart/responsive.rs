//! Points of a figure, and parts that are shown only at some widths.

/// A point in the values of the axes.
pub type Point = (f64, f64);

/// Below this width, in CSS pixels, a figure uses its narrow gutters and short texts.
pub const NARROW: f64 = 560.0;

/// The width at which a part of a figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AtWidth {
    /// At any width.
    #[default]
    Always,
    /// Only from [`NARROW`] on.
    Wide,
    /// Only below [`NARROW`].
    Narrow,
}

/// A series or a mark, and the width at which it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsive<T> {
    /// The width.
    pub shown: AtWidth,
    /// The series or the mark.
    pub item: T,
}

impl<T> From<T> for Responsive<T> {
    fn from(item: T) -> Self {
        Self { shown: AtWidth::Always, item }
    }
}
