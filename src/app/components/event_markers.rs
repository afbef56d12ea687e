//! Markers of events on the time axis of a chart: sliders over the diamonds that the chart draws.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::slider::percent;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{Event, Events};
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
    let set = move |quarter: f64| move_event(workbook, index, quarter);
    // The browser reports a change after every key press, and after a drag once, at its end.
    let by_key = StoredValue::new(false);
    let on_change = move |_| match by_key.get_value() {
        true => workbook.end_gesture_after_key_presses(),
        false => workbook.end_gesture(),
    };
    // A touch that turns out to scroll the page moves the event back.
    let before = StoredValue::new(None::<u16>);
    let on_pointerdown = move |_: PointerEvent| {
        by_key.set_value(false);
        before.set_value(Some(event.get_untracked().quarter));
    };
    let on_pointercancel = move |_: PointerEvent| {
        if let Some(quarter) = before.get_value() {
            set(quarter.into());
            workbook.end_gesture();
        }
    };
    // Quarter 1 stands one step right of the axis’ start; the first and the last position are half a thumb from the ends.
    let step = move || 1.0 / horizon.get().max(1) as f64;
    view! {
        <input
            class="event-marker"
            type="range"
            min="1"
            max=move || horizon.get().to_string()
            step="1"
            style:left=move || format!("calc({} - 22px)", percent(step()))
            style:width=move || format!("calc({} + 44px)", percent(1.0 - step()))
            aria-label=move || events::marker(&event.get())
            aria-valuetext=move || events::date_field(event.get().quarter)
            prop:value=move || event.get().quarter.to_string()
            on:input:target=move |event| set(event.target().value_as_number())
            on:change=on_change
            on:pointerdown=on_pointerdown
            on:pointercancel=on_pointercancel
            on:keydown=move |_| by_key.set_value(true)
        />
    }
}

fn move_event(workbook: WorkbookStore, index: usize, quarter: f64) {
    if quarter.is_finite() {
        let mut events: Events = workbook.scenario.with_untracked(|scenario| scenario.events);
        if let Some(event) = events.get_mut(index) {
            event.quarter = quarter.round().max(1.0) as u16;
            workbook.set_live_events(events);
        }
    }
}
