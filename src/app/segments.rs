//! A choice of few, side by side: radio buttons that look like one control.

use leptos::prelude::*;

/// One of a few values.
#[component]
pub fn Segments<T>(
    name: &'static str,
    label: &'static str,
    options: Vec<(T, &'static str)>,
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let option = move |(value, text): (T, &'static str)| {
        view! {
            <label>
                <input type="radio" name=name prop:checked=move || { chosen.get() == value } on:change=move |_| chosen.set(value)/>
                <span>{text}</span>
            </label>
        }
    };
    view! { <div class="segments" role="radiogroup" aria-label=label>{options.into_iter().map(option).collect_view()}</div> }
}
