//! Labels at line ends.

use super::chart_data::Other;
use crate::chart::{EndLabel, Role, Span};
use crate::words;

/// A label of a value in bold and a name after it; a narrow figure shows the value alone.
pub fn value_label(at: f64, value: String, name: &str, role: Role, rank: u8) -> EndLabel {
    let value = Span::bold(value, role, 13.0);
    let mut spans = vec![value.clone()];
    if !name.is_empty() {
        spans.push(Span::plain(format!("\u{a0}{name}"), role, 12.0));
    }
    EndLabel { at, spans, short: vec![value], tag: None, rank }
}

/// A label that is the same at every width.
pub fn text_label(at: f64, text: String, role: Role, rank: u8) -> EndLabel {
    let spans = vec![Span::bold(text, role, 12.0)];
    EndLabel { at, short: spans.clone(), spans, tag: None, rank }
}

/// The labels of the pins that reach the horizon.
pub fn pin_labels(others: &[Other], horizon: f64, write: fn(f64) -> String, rank: u8) -> Vec<EndLabel> {
    let pins = others.iter().filter_map(|other| Some((other, other.tag?))).zip(rank..);
    let label = |((other, (letter, role)), rank): ((&Other, (char, Role)), u8)| {
        let at = other.end(horizon)?;
        let label = value_label(at, write(at), &words::chart::shorten(&other.name), role, rank);
        Some(EndLabel { tag: Some((letter, role)), ..label })
    };
    pins.filter_map(label).collect()
}
