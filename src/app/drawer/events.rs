//! Events in the drawer: a row for each event with kind, date, size and length, and a button that adds an event.

use leptos::prelude::*;

use crate::app::components::{
    DraftField, FieldDraft, FieldNotice, IconButton, Select, SourceBadge, ToggleButton, icon,
};
use crate::app::element_ids;
use crate::app::scroll;
use crate::app::state::{UiState, WorkbookStore, use_ui, use_workbook};
use crate::scenario::events::MAX_QUARTER;
use crate::scenario::{Event, EventKind, Events, ScenarioPart, Source, typed_event_quarter, typed_event_size};
use crate::words::controls;
use crate::words::events;

/// Lengths that the list offers, in quarters.
const LENGTHS: [u16; 12] = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32];

/// Quarter of a new event, Q3 2028: after most of the spending, and before most of the revenue.
const NEW_QUARTER: u16 = 10;

/// Size of a new event.
const NEW_SIZE: f64 = -0.2;

/// Step of an arrow key in the field of a size.
const SIZE_STEP: f64 = 0.01;

/// Opens the list of events, and adds an event to an empty list.
pub(crate) fn open_events(workbook: WorkbookStore, ui: UiState) {
    if workbook.scenario.with_untracked(|scenario| scenario.events.is_empty()) {
        add_event(workbook);
    }
    ui.reveal_part(ScenarioPart::Events);
}

/// Adds an event. Returns its position, or `None` where the list is full.
fn add_event(workbook: WorkbookStore) -> Option<usize> {
    let mut events = workbook.scenario.with_untracked(|scenario| scenario.events);
    let last = workbook.outcome.with_untracked(|outcome| outcome.quarterly.revenue.len());
    let quarter = NEW_QUARTER.min(u16::try_from(last).unwrap_or(NEW_QUARTER)).max(1);
    let added = events.push(Event { kind: EventKind::Demand, quarter, size: NEW_SIZE, quarters: None });
    if added {
        set(workbook, events);
    }
    added.then(|| events.len() - 1)
}

/// Sets the events as a step of its own.
fn set(workbook: WorkbookStore, events: Events) {
    workbook.edit_step(|book| book.set_events(events));
}

/// Changes an event as part of a gesture.
fn change(workbook: WorkbookStore, index: usize, change: impl FnOnce(&mut Event)) {
    workbook.edit(|book| {
        let mut events = book.scenario().events;
        if let Some(event) = events.get_mut(index) {
            change(event);
            book.set_events(events);
        }
    });
}

/// Id of the first control of an event.
fn kind_id(index: usize) -> String {
    format!("{}-{index}", element_ids::EVENTS)
}

/// Section of the events.
#[component]
pub(super) fn EventSection(
    /// Parts that differ from the preset.
    changed: Memo<Vec<ScenarioPart>>,
    /// Parts that match the search text.
    found: Memo<Vec<ScenarioPart>>,
) -> impl IntoView {
    let workbook = use_workbook();
    let help_open = RwSignal::new(false);
    let count = Memo::new(move |_| workbook.scenario.with(|scenario| scenario.events.len()));
    let is_full = move || count.get() >= Events::MAX;
    let add = move |_| {
        if let Some(index) = add_event(workbook) {
            scroll::focus(kind_id(index));
        }
    };
    let help_id = "drawer-events-help";
    view! {
        <section
            class="drawer-group events"
            id=element_ids::EVENTS
            tabindex="-1"
            aria-label=events::title()
            hidden=move || !found.read().contains(&ScenarioPart::Events)
        >
            <h3>
                {events::title()}
                <SourceBadge source=Source::Assumed label=events::badge()><p>{events::source()}</p></SourceBadge>
                <ToggleButton
                    class="help-button"
                    open=help_open
                    attr:aria-label=events::help_button()
                    attr:aria-controls=help_id
                >
                    "?"
                </ToggleButton>
                <Show when=move || changed.read().contains(&ScenarioPart::Events)>
                    <button
                        type="button"
                        class="link"
                        aria-label=controls::reset_part(ScenarioPart::Events)
                        on:click=move |_| workbook.edit(|book| book.reset_part(ScenarioPart::Events))
                    >
                        {controls::reset()}
                    </button>
                </Show>
            </h3>
            <p class="row-help" id=help_id hidden=move || !help_open.get()>{events::help()}</p>
            <For each=move || 0..count.get() key=|index| *index let(index)>
                <EventRow index/>
            </For>
            <Show when=move || count.get() == 0><p class="caption">{events::none()}</p></Show>
            <p class="event-tools">
                <button type="button" class="button" disabled=is_full on:click=add>{events::add()}</button>
                <Show when=is_full><span class="caption">{events::full()}</span></Show>
            </p>
        </section>
    }
}

/// Row of an event.
#[component]
fn EventRow(
    /// Position in the list.
    index: usize,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let event = Memo::new(move |_| workbook.event(index));
    let horizon = workbook.quarters();
    let set_quarter = move |quarter: u16| change(workbook, index, |event| event.quarter = quarter);
    let set_size = move |size: f64| change(workbook, index, |event| event.size = size);
    let date = FieldDraft::new(
        Memo::new(move |_| event.get().quarter),
        events::date_field,
        |text| typed_event_quarter(&text).ok_or(()),
        set_quarter,
    );
    let read_size = move |text: String| typed_event_size(event.get_untracked().kind, &text).ok_or(());
    let size = FieldDraft::new(Memo::new(move |_| event.get().size), events::size_field, read_size, set_size);
    let step_date = Callback::new(move |steps: f64| {
        let quarter = f64::from(event.get_untracked().quarter) + steps;
        set_quarter(quarter.max(1.0).min(MAX_QUARTER.into()) as u16);
    });
    let step_size = Callback::new(move |steps: f64| {
        let Event { kind, size, .. } = event.get_untracked();
        let (lowest, highest) = kind.sizes();
        let percent = (size / SIZE_STEP).round() + steps;
        set_size((percent / 100.0).max(lowest).min(highest));
    });
    let remove = move || {
        set(workbook, workbook.scenario.with_untracked(|scenario| scenario.events.without(index)));
        ui.reveal_part(ScenarioPart::Events);
    };
    let notice = move || {
        let refused_date = date.refused().map(|(text, ())| events::refused_date(&text, event.get().quarter));
        refused_date.or_else(|| size.refused().map(|(text, ())| events::refused_size(&text, &event.get())))
    };
    let notice_id = format!("{}-notice", kind_id(index));
    view! {
        <div class="row event" role="group" aria-label=move || events::row(&event.get())>
            <KindSelect index event/>
            <DraftField draft=date name="event_date" label=events::control(events::DATE, index) on_step=step_date notice_id=notice_id.clone()/>
            <span class="event-size">
                <DraftField draft=size name="event_size" label=events::control(events::SIZE, index) on_step=step_size notice_id=notice_id.clone()/>
                <span class="unit" aria-hidden="true">{events::percent()}</span>
            </span>
            <LengthSelect index event/>
            <IconButton
                class="icon"
                path=icon::CLOSE
                label=Signal::derive(move || events::remove(&event.get()))
                on_press=remove
            />
            <Show when=move || { usize::from(event.get().quarter) > horizon.get() }>
                <p class="row-help">{events::after_horizon()}</p>
            </Show>
            <FieldNotice id=notice_id.clone() text=notice/>
        </div>
    }
}

/// List of the kinds.
#[component]
fn KindSelect(index: usize, event: Memo<Event>) -> impl IntoView {
    let workbook = use_workbook();
    let choose = move |id: String| {
        let Some(kind) = EventKind::from_id(&id) else { return };
        change(workbook, index, |event| {
            event.kind = kind;
            // Capacity can only be lost.
            let (lowest, highest) = kind.sizes();
            event.size = if event.size > highest { -event.size } else { event.size }.max(lowest);
        });
        workbook.end_gesture();
    };
    let option = move |kind: EventKind| {
        view! {
            <option value=kind.id() prop:selected=move || event.get().kind == kind>{events::kind(kind)}</option>
        }
    };
    view! {
        <Select
            label=events::control(events::KIND, index)
            on_choose=choose
            attr:id=kind_id(index)
            attr:name="event_kind"
        >
            {EventKind::ALL.map(option).collect_view()}
        </Select>
    }
}

/// List of the lengths, with the present one.
#[component]
fn LengthSelect(index: usize, event: Memo<Event>) -> impl IntoView {
    let workbook = use_workbook();
    let choose = move |value: String| {
        change(workbook, index, |event| event.quarters = value.parse().ok());
        workbook.end_gesture();
    };
    let lengths = Memo::new(move |_| {
        let mut lengths = LENGTHS.to_vec();
        lengths.extend(event.get().quarters.filter(|quarters| !LENGTHS.contains(quarters)));
        lengths.sort_unstable();
        std::iter::once(None).chain(lengths.into_iter().map(Some)).collect::<Vec<_>>()
    });
    let option = move |quarters: Option<u16>| {
        let value = quarters.map(|quarters| quarters.to_string()).unwrap_or_default();
        view! {
            <option value=value prop:selected=move || event.get().quarters == quarters>
                {events::length_option(quarters)}
            </option>
        }
    };
    view! {
        <Select label=events::control(events::LENGTH, index) on_choose=choose attr:name="event_length">
            <For each=move || lengths.get() key=|length| *length let(length)>
                {option(length)}
            </For>
        </Select>
    }
}
