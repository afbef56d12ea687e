//! Axes that several charts share.

use std::borrow::Cow;

use crate::chart::scale::Scale;
use crate::chart::{Align, At, Axis, AxisLook, Gutters, Note, Place, Role, Span, Tick};
use crate::words;

/// A time axis with a tick each year; the first label names the quarter.
pub fn time_axis(horizon: f64) -> Axis {
    let ticks =
        (0..=horizon.floor() as u32).map(|year| Tick { at: f64::from(year), text: words::chart::tick_year(year) });
    Axis { low: 0.0, high: horizon, ticks: ticks.collect(), look: AxisLook::Time }
}

/// A money axis whose last label carries the unit.
pub fn money_axis(scale: &Scale) -> Axis {
    let decimals = decimals(scale.step);
    let last = scale.ticks.len().saturating_sub(1);
    let text = |index: usize, at: f64| words::numbers::money_tick(at, decimals, index == last);
    axis(scale, AxisLook::Grid, |index, at| text(index, at).into())
}

/// An axis whose labels are written by `text` from the index and the value of each tick.
pub fn axis(scale: &Scale, look: AxisLook, text: impl Fn(usize, f64) -> Cow<'static, str>) -> Axis {
    let tick = |(index, at): (usize, &f64)| Tick { at: *at, text: text(index, *at) };
    Axis { low: scale.low, high: scale.high, ticks: scale.ticks.iter().enumerate().map(tick).collect(), look }
}

/// A line of text centred at a place along the axis, `up` pixels over the panel's lower edge.
pub fn under(text: &str, at: Place, up: f64) -> Note {
    let at = At::place(at, Place::Panel(1.0)).moved(0.0, -up);
    let note = Note::at(Span::plain(text.to_owned(), Role::Ink2, 12.0), at, Align::Centre);
    Note { halo: false, keep: true, ..note }
}

/// The number of decimals that tells ticks at a distance apart.
pub fn decimals(step: f64) -> usize {
    if step >= 1.0 || step <= 0.0 { 0 } else { ((-step.log10()).ceil() as usize).min(6) }
}

/// The gutters of a chart over time with labels at the right.
pub fn gutters(right: (f64, f64), top: f64) -> Gutters {
    Gutters { left: (52.0, 44.0), right, top: (top, top), bottom: (28.0, 28.0) }
}
