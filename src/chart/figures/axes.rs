//! Axes that several charts share.

use std::borrow::Cow;

use crate::chart::scale::Scale;
use crate::chart::{Axis, AxisLook, Gutters, Tick};
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

/// The number of decimals that tells ticks at a distance apart.
pub fn decimals(step: f64) -> usize {
    if step >= 1.0 || step <= 0.0 { 0 } else { ((-step.log10()).ceil() as usize).min(6) }
}

/// The gutters of a chart over time with labels at the right.
pub fn gutters(right: (f64, f64), top: f64) -> Gutters {
    Gutters { left: (52.0, 44.0), right, top: (top, top), bottom: (28.0, 28.0) }
}
