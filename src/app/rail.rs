//! The three headline sliders: a rail beside the charts, a row on a tablet, a dock under the thumb on a phone.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::badge::BadgeKey;
use super::dial::Dial;
use super::store::store;
use crate::lang::page::{self, Section};
use crate::lang::{self, controls, inputs};
use crate::scenario::Input;

/// The sliders and what belongs to them.
#[component]
pub fn Rail(passed: ReadSignal<bool>) -> impl IntoView {
    let store = store();
    let (before, after) = controls::all_assumptions_around();
    let folded = RwSignal::new(false);
    let chosen = RwSignal::new(Input::Growth);
    let dial = move |input: Input| {
        view! { <Dial input chosen=Signal::derive(move || chosen.get() == input)/> }
    };
    let option = move |input: Input| {
        let value = memo(move || store.scenario.with(|scenario| lang::units::value(input, scenario.get(input))));
        view! {
            <label>
                <input type="radio" name="dock" prop:checked=move || chosen.get() == input on:change=move |_| chosen.set(input)/>
                <span>{inputs::dock(input)}" "{value}</span>
            </label>
        }
    };
    view! {
        <aside class="rail" class:folded=move || folded.get() class:under=move || passed.get() aria-label=controls::sliders()>
            <button type="button" class="dock-handle" aria-label=move || if folded.get() { controls::open_sliders() } else { controls::fold_sliders() } aria-expanded=move || (!folded.get()).to_string()
                on:click=move |_| folded.update(|folded| *folded = !*folded)></button>
            <div class="segments dock-switch" role="radiogroup" aria-label=controls::sliders()>
                {Input::HEADLINE.map(option).collect_view()}
            </div>
            {Input::HEADLINE.map(dial).collect_view()}
            <div class="rail-actions">
                <button type="button" class="button solid" aria-label=controls::all_assumptions()
                    aria-expanded=move || store.drawer.get().to_string()
                    on:click=move |_| store.drawer.update(|open| *open = !*open)>{before}<span class="count" data-count=Input::ALL.len()></span>{after}</button>
                <button type="button" class="button" on:click=move |_| super::drawer::ask_all(store)>{controls::what_would_it_take()}</button>
            </div>
            <div class="rail-more">
                <p class="key">
                    <b class="gain">{page::above_the_line()}</b>{page::above_means()}<b class="loss">{page::below()}</b>{page::below_means()}
                </p>
                <BadgeKey/>
                <Contents/>
            </div>
        </aside>
    }
}

/// Where to on the page.
#[component]
fn Contents() -> impl IntoView {
    let link = |section: Section| {
        let id = section.id();
        view! { <a href=format!("#{id}") on:click=move |event| super::scroll::to(&event, id)>{section.name()}</a> }
    };
    view! { <nav class="contents" aria-label=controls::sections()>{Section::ALL.map(link).collect_view()}</nav> }
}
