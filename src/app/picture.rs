//! A chart as a picture, for the person to keep: lines (SVG) or points (PNG).

use super::store::store;
use crate::chart::Figure;

/// The chart as SVG.
pub fn svg(figure: &Figure) {
    let _ = (figure, store());
}

/// The chart as PNG, two pixels to a CSS pixel.
pub fn png(figure: &Figure) {
    let _ = (figure, store());
}
