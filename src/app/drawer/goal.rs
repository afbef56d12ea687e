//! What the inputs are asked for: worth, cash, or payback in time.

use leptos::prelude::*;

use crate::app::store::store;
use crate::lang::goals;
use crate::model::Target;
use crate::scenario::{Input, decimal};

/// The years that a payback is asked within, until others are typed.
const YEARS: f64 = 7.0;

/// The choice of the target, as long as anything is asked.
#[component]
pub fn Aim() -> impl IntoView {
    let store = store();
    let years = RwSignal::new(match store.target.get_untracked() {
        Target::Payback(years) => years,
        _ => YEARS,
    });
    let choose = move |event| {
        store.target.set(match event_target_value(&event).as_str() {
            "cash" => Target::Cash,
            "payback" => Target::Payback(years.get_untracked()),
            _ => Target::Npv,
        });
    };
    let chosen = move || match store.target.get() {
        Target::Npv => "npv",
        Target::Cash => "cash",
        Target::Payback(_) => "payback",
    };
    let typed = move |event| {
        if let Some(typed) = decimal(&event_target_value(&event)).filter(|years| *years >= 0.0) {
            years.set(typed);
            store.target.set(Target::Payback(typed));
        }
    };
    view! {
        <Show when=move || store.asked.with(|asked| !asked.is_empty())>
            <div class="goal" role="group" aria-label=goals::aim()>
                <span aria-hidden="true">{goals::to_reach()}</span>
                <select class="select" aria-label=goals::aim() on:change=choose prop:value=chosen>
                    <option value="npv">{goals::target_button(Target::Npv)}</option>
                    <option value="cash">{goals::target_button(Target::Cash)}</option>
                    <option value="payback">{goals::payback_within()}</option>
                </select>
                <Show when=move || matches!(store.target.get(), Target::Payback(_))>
                    <input type="number" class="field" min="0" max="40" step="0.5" aria-label=goals::payback_years()
                        prop:value=move || years.get().to_string() on:input=typed/>
                    <span aria-hidden="true">{crate::lang::units::field_unit(Input::Horizon)}</span>
                </Show>
                <span class="push"></span>
                <Show when=move || store.asked.with(|asked| asked.len() < Input::ALL.len())>
                    <button type="button" class="link" on:click=move |_| store.asked.set(Input::ALL.to_vec())>{goals::ask_all()}</button>
                </Show>
                <button type="button" class="link" on:click=move |_| store.asked.set(Vec::new())>{goals::hide_answers()}</button>
            </div>
        </Show>
    }
}
