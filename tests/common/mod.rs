//! Random scenarios for the property tests.

#![allow(dead_code, reason = "not every test takes both kinds")]

use payback::scenario::{CapexPath, Event, EventKind, Events, Input, Kind, Range, Scenario, Value};
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

/// An event, mostly within the horizon.
pub fn event() -> impl Strategy<Value = Event> {
    any_event(false)
}

fn any_event(wild: bool) -> impl Strategy<Value = Event> {
    let kind = prop::sample::select(EventKind::ALL.to_vec());
    let (size, last) = if wild { (10.0_f64, 160_u16) } else { (0.6, 44) };
    let size = prop_oneof![4 => -0.6..size, 1 => Just(0.0), 1 => Just(-1.0)];
    (kind, 1..=last, size, prop::option::of(1..=last)).prop_map(
        |(kind, quarter, size, quarters): (EventKind, u16, f64, Option<u16>)| {
            let size = if kind == EventKind::Capacity { size.min(0.0) } else { size };
            Event { kind, quarter, size, quarters }
        },
    )
}

/// Events, in half of the scenarios none.
fn events(wild: bool) -> impl Strategy<Value = Events> {
    let some = prop::collection::vec(any_event(wild), 1..=6);
    prop_oneof![Just(vec![]), some].prop_map(|events| Events::from_items(events).unwrap())
}

/// A capex plan by year, in half of the scenarios none.
fn capex_path(wild: bool) -> impl Strategy<Value = CapexPath> {
    let year = 0.0..if wild { 100.0 } else { 3.0 };
    let some = prop::collection::vec(year, 1..=if wild { 20 } else { 8 });
    prop_oneof![Just(vec![]), some].prop_map(|years| CapexPath::from_items(years).unwrap())
}

fn scenarios(wild: bool) -> impl Strategy<Value = Scenario> {
    (points(), capex_path(wild), events(wild)).prop_map(move |(points, capex_path, events)| Scenario {
        capex_path,
        events,
        ..scenario(&points, wild)
    })
}

/// The sliders' ranges and somewhat beyond, with events and capex plans.
pub fn sensible() -> impl Strategy<Value = Scenario> {
    scenarios(false)
}

/// The whole legal range, its ends included.
pub fn legal() -> impl Strategy<Value = Scenario> {
    scenarios(true)
}
