//! The source badge of an input: a letter, and a ring that is solid, dashed or dotted.

use super::brush::{Brush, Hand};
use super::figure::{Dash, Span, Stroke};
use super::{Align, Point, Role};
use crate::scenario::Source;
use crate::words;

const RADIUS: f64 = 8.5;

/// Draws the badge of a source around a centre.
pub fn draw(brush: &mut Brush, centre: Point, source: Source) {
    let role = match source {
        Source::Reported => {
            brush.dot(centre, RADIUS + 0.5, Role::Ink2, (Role::Ink2, 0.0));
            Role::Paper
        }
        Source::Published => {
            brush.ring(centre, RADIUS, &Stroke { dash: Dash::Short, ..Stroke::solid(Role::Ink2, 1.0) });
            Role::Ink2
        }
        Source::Assumed => {
            brush.ring(centre, RADIUS, &Stroke { dash: Dash::Dots, ..Stroke::solid(Role::Ink3, 1.0) });
            Role::Ink2
        }
    };
    let letter = [Span::bold(words::chart::source_letter(source), role, 11.0)];
    brush.spans(&letter, centre, Hand::plain(Align::Centre));
}
