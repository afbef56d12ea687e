//! One input in the drawer: its name, its number, its slider with the strip, its help.

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::pace::{Lane, Pace};
use super::take::Take;
use super::{PREFIX, id_of};
use crate::analysis::turn;
use crate::app::badge::Badge;
use crate::app::dial::{Slider, percent};
use crate::app::field::{Drafting, Field, FieldNotice, Reset};
use crate::app::store::store;
use crate::app::strip::Strip;
use crate::lang::find::matches;
use crate::lang::{controls, inputs, names, page, units};
use crate::platform::observe;
use crate::scenario::{Input, Kind, Range, Value};

/// A row, whatever kind of input it is.
#[component]
pub fn Row(input: Input, pace: Pace) -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let help = format!("{}-help", id_of(input));
    let control = match input.spec().kind {
        Kind::Number(_) => view! { <Number input pace/> }.into_any(),
        Kind::Choice(options) => view! { <Choice input options/> }.into_any(),
        Kind::Switch => view! { <Switch input/> }.into_any(),
    };
    let controls = help.clone();
    view! {
        <div class="row" data-input=input.id() hidden=move || store.find.with(|text| !matches(input, text))>
            <div class="row-name">
                <label for=id_of(input)>{inputs::label(input)}</label>
                <Badge input/>
                <button type="button" class="help-button" aria-label=controls::help_of(input) aria-controls=controls
                    aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>"?"</button>
            </div>
            {control}
            <p class="row-help" id=help hidden=move || !open.get()>{page::help(input)}</p>
        </div>
    }
}

/// A number: field, reset, slider, and what it would take.
#[component]
fn Number(input: Input, pace: Pace) -> impl IntoView {
    let range = input.range()?;
    let drafting = Drafting::with_prefix(input, PREFIX);
    let value = drafting.value();
    let lane = pace.lane(input);
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(node) = node.get() {
            observe::visible(&node, "64px", move |seen| pace.seen(lane, seen));
        }
    });
    Some(view! {
        <div class="row-value">
            <Field drafting/>
            <span class="unit" aria-hidden="true">{units::field_unit(input)}</span>
            <Reset input/>
        </div>
        <div class="row-slide" node_ref=node>
            <Strip input values=lane.npv/>
            <Travel input range lane value/>
            <Slider input value range prefix=PREFIX/>
        </div>
        <Take input value lane pace/>
        <FieldNotice drafting/>
    })
}

/// The marks along the slider: where it was, and where it breaks even.
#[component]
fn Travel(input: Input, range: &'static Range, lane: Lane, value: Memo<f64>) -> impl IntoView {
    let baseline = store().baseline;
    let was = memo(move || {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| range.fraction(opened))
    });
    let even = memo(move || lane.npv.with(|npv| turn(npv)));
    view! {
        <div class="travel">
            {move || was.get().map(|at| view! { <i class="was" style:left=percent(at)></i> })}
            {move || even.get().map(|at| view! { <i class="tick" style:left=percent(at)></i> })}
        </div>
    }
}

/// One of a few options.
#[component]
fn Choice(input: Input, options: &'static [&'static str]) -> impl IntoView {
    let store = store();
    let now = memo(move || store.scenario.with(|scenario| scenario.get(input)));
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(id) = options.iter().find(|id| **id == chosen) {
            store.set(input, Value::Choice(id));
        }
    };
    let option = move |id: &'static str| {
        view! { <option value=id selected=move || now.get() == Value::Choice(id)>{names::option(input, id)}</option> }
    };
    view! {
        <div class="row-value">
            <select class="select" id=id_of(input) name=input.id() aria-label=inputs::label(input) on:change=choose>
                {options.iter().map(|id| option(id)).collect_view()}
            </select>
            <Reset input/>
        </div>
    }
}

/// On or off.
#[component]
fn Switch(input: Input) -> impl IntoView {
    let store = store();
    let on = memo(move || store.scenario.with(|scenario| scenario.get(input) == Value::Switch(true)));
    view! {
        <div class="row-value">
            <label class="switch">
                <input type="checkbox" id=id_of(input) name=input.id() aria-label=inputs::label(input) prop:checked=move || on.get()
                    on:change=move |event| store.set(input, Value::Switch(event_target_checked(&event)))/>
                <span aria-hidden="true">{move || names::switch(on.get())}</span>
            </label>
            <Reset input/>
        </div>
    }
}
