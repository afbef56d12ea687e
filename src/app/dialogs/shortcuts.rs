//! List of the keyboard shortcuts.

use leptos::prelude::*;

use crate::app::components::Checkbox;
use crate::app::shortcuts::{letters_enabled, set_letters_enabled};
use crate::words::shortcuts as words;

/// List of the keyboard shortcuts, and the setting that turns single letters off.
#[component]
pub(super) fn Shortcuts() -> impl IntoView {
    let letters = RwSignal::new(letters_enabled());
    let set_letters = move |enabled| {
        letters.set(enabled);
        set_letters_enabled(enabled);
    };
    let key = |(key, description)| {
        view! {
            <dt>{key}</dt>
            <dd>{description}</dd>
        }
    };
    view! {
        <dl class="keys">{words::KEYS.map(key).collect_view()}</dl>
        <Checkbox class="switch letters-switch" label=words::letters() checked=letters on_change=set_letters/>
    }
}
