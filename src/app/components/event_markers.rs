//! Markers of events on the time axis of a chart: sliders over the diamonds that the chart draws.

use leptos::prelude::*;

use super::RangeInput;
use super::slider::percent;
use crate::app::state::use_workbook;
use crate::scenario::{Event, Events, Range, Scale};
use crate::words::events;

/// Sliders over the time axis, one for each event up to the horizon.
#[component]
pub(crate) fn EventMarkers() -> impl IntoView {
    let workbook = use_workbook();
    let horizon = workbook.quarters();
    let shown = Memo::new(move |_| {
        let is_shown = |event: &Event| usize::from(event.quarter) <= horizon.get();
        workbook.scenario.with(|scenario| {
            let all = scenario.events.iter().enumerate();
            all.filter(|(_, event)| is_shown(event)).map(|(index, _)| index).collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || shown.with(|shown| !shown.is_empty())>
            <div class="event-markers" role="group" aria-label=events::markers()>
                <For each=move || shown.get() key=|index| *index let(index)>
                    <EventMarker index horizon/>
                </For>
            </div>
        </Show>
    }
}

/// Slider of the date of an event.
#[component]
fn EventMarker(
    /// Position in the list of events.
    index: usize,
    /// Number of quarters along the axis.
    horizon: Memo<usize>,
) -> impl IntoView {
    let workbook = use_workbook();
    let event = Memo::new(move |_| workbook.event(index));
    let quarter = move || f64::from(event.get().quarter);
    let range = move || {
        let end = horizon.get() as f64;
        Range { min: 1.0, max: end, step: 1.0, lowest: 1.0, highest: end, whole: true, scale: Scale::Linear }
    };
    let set_live = move |quarter: f64| {
        let mut events: Events = workbook.scenario.with_untracked(|scenario| scenario.events);
        if let Some(event) = events.get_mut(index) {
            event.quarter = quarter as u16;
            workbook.set_live_events(events);
        }
    };
    // Quarter 1 stands one step right of the axis’ start; the first and the last position are half a thumb from the ends.
    let step = move || 1.0 / horizon.get().max(1) as f64;
    view! {
        <RangeInput
            value=quarter
            range
            set_live
            attr:class="event-marker"
            attr:aria-label=move || events::marker(&event.get())
            attr:aria-valuetext=move || events::date_field(event.get().quarter)
            style:left=move || format!("calc({} - 22px)", percent(step()))
            style:width=move || format!("calc({} + 44px)", percent(1.0 - step()))
        />
    }
}
