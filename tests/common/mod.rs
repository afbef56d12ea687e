//! Random scenarios for the property tests.

#![allow(dead_code, reason = "not every test takes both kinds")]

use payback::scenario::{Input, Kind, Range, Scenario, Value};
use proptest::prelude::*;

/// A point of an input's range: where in it, and which part of it.
pub type Point = (f64, u8);

fn number(range: &Range, (share, part): Point, wild: bool) -> f64 {
    let between = |low: f64, high: f64| low + (high - low) * share;
    let value = match part {
        0 => range.min,
        1 => range.max,
        2 if wild => range.lowest,
        3 if wild => range.highest,
        4 if wild => between(range.lowest, range.highest),
        // Most of a wide legal range lies near its lower end.
        5 if wild && range.highest > 100.0 => range.lowest + 10_f64.powf(between(-3.0, range.highest.log10())),
        2..=5 => between(range.min - 0.2 * (range.max - range.min), range.max + 0.4 * (range.max - range.min)),
        _ => between(range.min, range.max),
    };
    let value = value.clamp(range.lowest, range.highest);
    if range.whole { value.round() } else { value }
}

fn scenario(points: &[Point], wild: bool) -> Scenario {
    let mut scenario = Scenario::DEFAULT;
    for (&input, &point) in Input::ALL.iter().zip(points) {
        let value = match &input.spec().kind {
            Kind::Number(range) => Value::Number(number(range, point, wild)),
            Kind::Choice(options) => Value::Choice(options[(point.0 * options.len() as f64) as usize]),
            Kind::Switch => Value::Switch(point.0 < 0.5),
        };
        scenario.set(input, value).unwrap();
    }
    scenario
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec((0.0..1.0, 0_u8..16), Input::ALL.len())
}

/// The sliders' ranges and somewhat beyond.
pub fn sensible() -> impl Strategy<Value = Scenario> {
    points().prop_map(|points| scenario(&points, false))
}

/// The whole legal range, its ends included.
pub fn legal() -> impl Strategy<Value = Scenario> {
    points().prop_map(|points| scenario(&points, true))
}
