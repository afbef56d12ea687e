//! The sheet of keys.

use leptos::prelude::*;

use crate::app::keys;
use crate::lang::guide;

/// The keys, and the switch that takes the single letters away.
#[component]
pub fn Keys() -> impl IntoView {
    let letters = RwSignal::new(keys::letters());
    let switch = move |event| {
        letters.set(event_target_checked(&event));
        keys::set_letters(letters.get_untracked());
    };
    view! {
        <dl class="keys">
            {guide::KEYS.map(|(key, does)| view! { <dt>{key}</dt><dd>{does}</dd> }).collect_view()}
        </dl>
        <label class="switch letters-switch"><input type="checkbox" prop:checked=letters on:change=switch/>{guide::letters()}</label>
    }
}
