//! Row of the drawer: name, badge, help and control of one input.

use leptos::html;
use leptos::prelude::*;

use super::goal_seek::GoalSeek;
use super::row_scheduler::RowScheduler;
use crate::analysis::sign_change;
use crate::app::components::{
    Badge, BaselineMark, BreakEvenMark, GlossaryText, NumberDraft, NumberField, NumberFieldNotice, ResetButton, Select,
    Slider, Strip, ToggleButton,
};
use crate::app::element_ids::{DRAWER_PREFIX, drawer_control};
use crate::app::state::use_workbook;
use crate::scenario::{Input, Kind, Range, ScenarioPart, Value};
use crate::words::controls;
use crate::words::help;
use crate::words::inputs;
use crate::words::row_note::row_note;
use crate::words::units;

/// Row of an input.
#[component]
pub(super) fn Row(
    /// The input.
    input: Input,
    /// Scheduler of the strip and the search.
    scheduler: RowScheduler,
    /// Parts that match the search text.
    found: Memo<Vec<ScenarioPart>>,
) -> impl IntoView {
    let help_open = RwSignal::new(false);
    let help_id = format!("{}-help", drawer_control(input));
    let control = match &input.spec().kind {
        Kind::Number(range) => view! { <NumberControl input range scheduler/> }.into_any(),
        Kind::Choice(options) => view! { <ChoiceControl input options/> }.into_any(),
        Kind::Switch => view! { <SwitchControl input/> }.into_any(),
    };
    view! {
        <div class="row" data-input=input.id() hidden=move || found.with(|found| !found.contains(&ScenarioPart::Input(input)))>
            <div class="row-name">
                <label for=drawer_control(input)>{inputs::label(input)}</label>
                <Badge input/>
                <ToggleButton
                    class="help-button"
                    open=help_open
                    attr:aria-label=controls::help_of(input)
                    attr:aria-controls=help_id.clone()
                >
                    "?"
                </ToggleButton>
            </div>
            {control}
            <RowNote input/>
            <p class="row-help" id=help_id hidden=move || !help_open.get()><GlossaryText text=help::help(input)/></p>
        </div>
    }
}

/// Note under a row: the price in another unit, or an unexpected effect of a change.
#[component]
fn RowNote(input: Input) -> impl IntoView {
    let workbook = use_workbook();
    let note = Memo::new(move |_| {
        let preset = workbook.origin.get().scenario();
        workbook.scenario.with(|scenario| row_note(input, scenario, &preset))
    });
    view! {
        <Show when=move || note.with(Option::is_some)>
            <p class="row-note" data-note=input.id()>{move || note.get()}</p>
        </Show>
    }
}

/// Number field, reset button and slider of a number, and its break-even.
#[component]
fn NumberControl(input: Input, range: &'static Range, scheduler: RowScheduler) -> impl IntoView {
    let draft = NumberDraft::new(use_workbook(), input, DRAWER_PREFIX);
    let value = draft.value();
    let slide = NodeRef::<html::Div>::new();
    let analysis = scheduler.add_row(input, slide);
    let mark = Memo::new(move |_| BreakEvenMark {
        position: analysis.npv.with(|npv| sign_change(npv)),
        ..BreakEvenMark::default()
    });
    view! {
        <div class="row-value">
            <NumberField draft/>
            <span class="unit" aria-hidden="true">{units::field_unit(input)}</span>
            <ResetButton input/>
        </div>
        <div node_ref=slide class="row-slider">
            <Strip input values=analysis.npv mark/>
            <BaselineMark input value range/>
            <Slider input value range id_prefix=DRAWER_PREFIX/>
        </div>
        <GoalSeek input value analysis scheduler/>
        <NumberFieldNotice draft/>
    }
}

/// List of an input's options.
#[component]
fn ChoiceControl(input: Input, options: &'static [&'static str]) -> impl IntoView {
    let workbook = use_workbook();
    let chosen = Memo::new(move |_| workbook.scenario.with(|scenario| scenario.get(input)));
    let choose = move |id: String| {
        if let Some(id) = options.iter().find(|known| **known == id) {
            workbook.set(input, Value::Choice(id));
        }
    };
    let option = move |id: &&'static str| {
        let id = *id;
        view! {
            <option value=id prop:selected=move || chosen.get() == Value::Choice(id)>{inputs::option(input, id)}</option>
        }
    };
    view! {
        <div class="row-value">
            <Select label=inputs::label(input) on_choose=choose attr:id=drawer_control(input) attr:name=input.id()>
                {options.iter().map(option).collect_view()}
            </Select>
            <ResetButton input/>
        </div>
    }
}

/// Checkbox of a switch.
#[component]
fn SwitchControl(input: Input) -> impl IntoView {
    let workbook = use_workbook();
    let on = Memo::new(move |_| workbook.scenario.with(|scenario| scenario.get(input) == Value::Switch(true)));
    view! {
        <div class="row-value">
            <label class="switch">
                <input
                    type="checkbox"
                    id=drawer_control(input)
                    name=input.id()
                    aria-label=inputs::label(input)
                    prop:checked=move || on.get()
                    on:change:target=move |event| workbook.set(input, Value::Switch(event.target().checked()))
                />
                <span aria-hidden="true">{move || inputs::switch(on.get())}</span>
            </label>
            <ResetButton input/>
        </div>
    }
}
