//! Label layout: pure functions from text widths and rectangles to the places of labels.

mod axis;
mod ends;
mod notes;

pub use axis::{TickLabel, tick_labels};
pub use ends::{PlacedEnd, place_ends};
pub use notes::{LEVEL, PlacedNote, place_notes};

use super::Span;

/// The width of a text in CSS pixels: text, font size in CSS pixels, bold.
pub type TextMeasure<'a> = &'a dyn Fn(&str, f64, bool) -> f64;

/// The width of consecutive spans, in CSS pixels.
pub fn spans_width(measure: TextMeasure, spans: &[Span]) -> f64 {
    spans.iter().map(|span| measure(&span.text, span.size, span.bold)).sum()
}

/// A measure for tests: every letter is half as wide as the font size.
#[cfg(test)]
fn half_em(text: &str, size: f64, _bold: bool) -> f64 {
    0.5 * size * text.chars().count() as f64
}
