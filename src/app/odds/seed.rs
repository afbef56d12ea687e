//! Which cases are drawn: the seed, another one, and what the draws are made of.

use leptos::prelude::*;
use web_sys::Event;

use super::drawn::Drawn;
use crate::app::store::store;
use crate::lang::analysis as lang;

/// The seed's field, a button for other draws, and the ranges behind another.
#[component]
pub fn Seed() -> impl IntoView {
    let store = store();
    let seed = store.seed;
    let open = RwSignal::new(false);
    // What was typed and is no seed stays in the field until it becomes one.
    let refused = RwSignal::new(false);
    let typed = move |event: Event| match event_target_value(&event).trim().parse() {
        Ok(value) => {
            refused.set(false);
            store.act(|book| book.seed(value));
        }
        Err(_) => refused.set(true),
    };
    let again = move |_| {
        refused.set(false);
        store.act(|book| book.seed(seed.get_untracked().wrapping_add(1)));
    };
    view! {
        <div class="seed caption">
            <label for="seed">{lang::seed()}</label>
            <input type="text" inputmode="numeric" autocomplete="off" id="seed" name="seed" class="field" class:refused=move || refused.get() aria-invalid=move || refused.get().then_some("true") prop:value=move || seed.get().to_string() on:change=typed/>
            <button type="button" class="link" on:click=again>{lang::draw_again()}</button>
            <button type="button" class="link" aria-expanded=move || open.get().to_string() aria-controls="drawn"
                on:click=move |_| open.update(|open| *open = !*open)>{lang::ranges()}</button>
        </div>
        <Show when=move || refused.get()><p class="notice" role="status">{lang::refused_seed()}</p></Show>
        <div id="drawn"><Show when=move || open.get()><Drawn/></Show></div>
    }
}
