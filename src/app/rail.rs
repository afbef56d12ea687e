//! Rail with the three headline sliders: beside the charts, a row on a tablet, a dock at the lower edge of a phone.

use leptos::prelude::*;
use leptos::{ev, html};
use leptos_use::use_event_listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, Node};

use super::components::{BadgeLegend, HeadlineSlider, Radio, RadioGroup, ToggleButton};
use super::section::Section;
use super::state::{use_ui, use_workbook};
use super::visibility::{use_size, while_visible};
use super::{drawer, scroll};
use crate::platform::boot;
use crate::scenario::Input;
use crate::words::controls;
use crate::words::goal_seek;
use crate::words::inputs;
use crate::words::units;

/// Headline sliders with their buttons, their legend and the list of sections.
#[component]
pub(crate) fn Rail(
    /// Whether the answer is scrolled away, so that the answer bar is above the rail.
    passed: Signal<bool>,
) -> impl IntoView {
    let ui = use_ui();
    let (folded, chosen) = (ui.dock_folded, ui.dock_input);
    let slider = move |input: Input| {
        view! { <HeadlineSlider input chosen=Signal::derive(move || chosen.get() == input)/> }
    };
    let rail = NodeRef::<html::Aside>::new();
    let size = use_size(rail);
    // Where the rail covers the upper edge of the page, links within the page end below it.
    Effect::new(move || boot::set_length("--rail", size.get().1));
    let handle_label = move || if folded.get() { controls::open_sliders() } else { controls::fold_sliders() };
    fold_on_scroll(rail);
    view! {
        <aside
            node_ref=rail
            class="rail"
            class:folded=move || folded.get()
            class:below-answer-bar=move || passed.get()
            aria-label=controls::sliders()
        >
            <button
                type="button"
                class="dock-handle"
                aria-label=handle_label
                aria-expanded=move || (!folded.get()).to_string()
                on:click=move |_| folded.update(|folded| *folded = !*folded)
            ></button>
            <DockSwitch chosen/>
            {Input::HEADLINE.map(slider).collect_view()}
            <RailActions/>
            <div class="rail-more">
                <p class="key">
                    <b class="gain">{goal_seek::above_the_line()}</b>
                    {goal_seek::above_means()}
                    <b class="loss">{goal_seek::below()}</b>
                    {goal_seek::below_means()}
                </p>
                <BadgeLegend words=inputs::badge/>
                <Contents/>
            </div>
        </aside>
    }
}

/// Distance that the reader scrolls down before the dock of a phone is folded, in CSS pixels.
const FOLD_AFTER: f64 = 48.0;

/// Folds the dock of a phone when the reader scrolls down. A scroll that the page makes itself, or that begins in the dock, does
/// not fold it.
fn fold_on_scroll(rail: NodeRef<html::Aside>) {
    let ui = use_ui();
    // Where the page was when the reader began to scroll down; nothing while the page scrolls by itself.
    let scrolled_from = StoredValue::new(None::<f64>);
    let scroll_top = || window().scroll_y().unwrap_or_default();
    let is_outside = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        rail.get_untracked().is_some_and(|rail| !rail.contains(target.as_ref()))
    };
    for name in ["pointerdown", "click", "keydown"] {
        let _ = use_event_listener(window(), ev::Custom::<Event>::new(name), move |_| scrolled_from.set_value(None));
    }
    for name in ["touchmove", "wheel"] {
        let _ = use_event_listener(window(), ev::Custom::new(name), move |event: Event| {
            if scrolled_from.with_value(Option::is_none) && is_outside(&event) {
                scrolled_from.set_value(Some(scroll_top()));
            }
        });
    }
    let _ = use_event_listener(window(), ev::scroll, move |_| {
        let Some(from) = scrolled_from.get_value() else { return };
        let now = scroll_top();
        if now < from {
            scrolled_from.set_value(Some(now));
        } else if from + FOLD_AFTER < now && ui.phone.get_untracked() {
            ui.dock_folded.set(true);
        }
    });
}

/// Choice of the slider that a phone shows, with the value of each.
#[component]
fn DockSwitch(
    /// The slider that is shown.
    chosen: RwSignal<Input>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let radio = move |input: Input| {
        let words = while_visible(ui.phone, move || {
            let value = workbook.scenario.with(|scenario| units::value(input, scenario.get(input)));
            format!("{} {value}", inputs::dock(input))
        });
        view! {
            <Radio name="dock" chosen=Signal::derive(move || chosen.get() == input) on_choose=move || chosen.set(input)>
                <span>{words}</span>
            </Radio>
        }
    };
    view! {
        <RadioGroup class="segments dock-switch" label=controls::sliders()>
            {Input::HEADLINE.map(radio).collect_view()}
        </RadioGroup>
    }
}

/// Buttons that open the drawer.
#[component]
fn RailActions() -> impl IntoView {
    let ui = use_ui();
    let (before, after) = controls::all_assumptions_around();
    view! {
        <div class="rail-actions">
            <ToggleButton class="button solid" open=ui.drawer_open attr:aria-label=controls::all_assumptions()>
                {before}
                <span class="count" data-count=Input::ALL.len()></span>
                {after}
            </ToggleButton>
            <button type="button" class="button" on:click=move |_| drawer::open_with_goal_seek(ui)>
                {controls::what_would_it_take()}
            </button>
        </div>
    }
}

/// Links to the sections of the page.
#[component]
fn Contents() -> impl IntoView {
    let link = |section: Section| {
        let id = section.id();
        view! {
            <a href=format!("#{id}") on:click=move |event| scroll::follow_link(&event, id)>{section.name()}</a>
        }
    };
    view! { <nav class="contents" aria-label=controls::sections()>{Section::ALL.map(link).collect_view()}</nav> }
}
