//! Events on a chart over time: a diamond on the axis, a hairline through the plot, and the words at its top.

use super::chart_data::{ChartData, years};
use crate::analysis::event_effects;
use crate::chart::{Align, At, Dash, Mark, Note, Place, Responsive, Role, RowHead, Span, Spot, Stroke, Table};
use crate::model::Workspace;
use crate::scenario::Event;
use crate::words;

/// Half the diagonal of the diamond, in CSS pixels.
const HALF: f64 = 6.0;

/// Distances of the words from the upper edge of the plot, in CSS pixels.
const LEVELS: [f64; 4] = [10.0, 25.0, 40.0, 55.0];

/// The events up to the horizon, each with the colour of its effect on NPV.
fn events(data: &ChartData) -> Vec<(Event, Role)> {
    let events = &data.scenario.events;
    if events.is_empty() {
        return Vec::new();
    }
    let effects = event_effects(&mut Workspace::new(), data.scenario);
    let role = |effect: f64| if effect >= 0.0 { Role::Gain } else { Role::Loss };
    let marked = events.iter().zip(effects).map(|(event, effect)| (*event, role(effect)));
    marked.filter(|(event, _)| years(event.quarter.into()) <= data.years()).collect()
}

/// The marks and the words of a scenario's events.
pub fn event_marks(data: &ChartData) -> (Vec<Responsive<Mark>>, Vec<Note>) {
    let events = events(data);
    let marks = events.iter().flat_map(|(event, role)| marks(event, *role)).collect();
    (marks, events.iter().map(|(event, role)| note(event, *role)).collect())
}

/// A sentence about the events for the alternative text; empty without any.
pub fn event_sentence(data: &ChartData) -> String {
    words::chart::events_sentence(&data.scenario.events)
}

/// Names the events in the rows of the quarters in which they begin.
pub fn remark_events(table: &mut Table, data: &ChartData) {
    for row in &mut table.rows {
        let begins = |event: &&Event| row.head == RowHead::Quarter(event.quarter.into());
        let events = data.scenario.events.iter().filter(begins).map(words::scenario_parts::event_in_short);
        row.remark = events.reduce(|one, other| format!("{one}, {other}"));
    }
}

fn at(event: &Event, share: f64) -> At {
    At::place(Place::Value(years(event.quarter.into())), Place::Plot(share))
}

fn marks(event: &Event, role: Role) -> [Responsive<Mark>; 3] {
    let stroke = Stroke { dash: Dash::Short, ..Stroke::solid(role, 1.0) };
    let diamond = |half: f64, role| {
        let corners = vec![(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)];
        Mark::Shape { at: at(event, 1.0), corners, role }.into()
    };
    [Mark::rule(at(event, 1.0), at(event, 0.0), stroke), diamond(HALF + 2.0, Role::Paper), diamond(HALF, role)]
}

fn note(event: &Event, role: Role) -> Note {
    let sides = |down: f64| [(6.0, down, Align::Left), (-6.0, down, Align::Right)];
    let spots = Spot::around(at(event, 0.0), &LEVELS.map(sides).concat());
    Note::line(Span::plain(words::scenario_parts::event_in_short(event), role, 12.0), spots)
}
