//! Choices: lists, checkboxes and radio buttons.

use leptos::html;
use leptos::prelude::*;

/// List of options, which are its children.
#[component]
pub(crate) fn Select(
    /// Classes.
    #[prop(default = "select")]
    class: &'static str,
    /// Accessible name.
    #[prop(into)]
    label: String,
    /// Reference to the list.
    #[prop(optional)]
    node_ref: NodeRef<html::Select>,
    /// Runs with the value of the chosen option.
    on_choose: impl Fn(String) + 'static,
    /// The options. Each sets `prop:selected`: a value set on the list would be applied before the options exist.
    children: Children,
) -> impl IntoView {
    view! {
        <select node_ref=node_ref class=class aria-label=label on:change:target=move |event| on_choose(event.target().value())>
            {children()}
        </select>
    }
}

/// Checkbox with its label.
#[component]
pub(crate) fn Checkbox(
    /// Classes of the label.
    #[prop(default = "switch")]
    class: &'static str,
    /// Words of the label.
    label: &'static str,
    /// Whether the checkbox is checked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Runs with the new state.
    on_change: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change:target=move |event| on_change(event.target().checked())
            />
            {label}
        </label>
    }
}

/// Group of radio buttons side by side.
#[component]
pub(crate) fn RadioGroup(
    /// Classes.
    #[prop(default = "segments")]
    class: &'static str,
    /// Accessible name.
    label: &'static str,
    /// The radio buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class=class role="radiogroup" aria-label=label>{children()}</div> }
}

/// Radio button in its label.
#[component]
pub(crate) fn Radio(
    /// Name of the group.
    name: &'static str,
    /// Value, where other code reads it.
    #[prop(optional, into)]
    value: Option<&'static str>,
    /// Accessible name, where the content is hidden from assistive tools.
    #[prop(optional, into)]
    label: Option<&'static str>,
    /// Whether the button is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Runs when the button is chosen.
    on_choose: impl Fn() + 'static,
    /// Content of the label.
    children: Children,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name=name
                value=value
                aria-label=label
                prop:checked=move || chosen.get()
                on:change=move |_| on_choose()
            />
            {children()}
        </label>
    }
}

/// Choice of one of a few values, as radio buttons side by side.
#[component]
pub(crate) fn Segments<T>(
    /// Name of the group.
    name: &'static str,
    /// Accessible name.
    label: &'static str,
    /// Values with their words.
    options: Vec<(T, &'static str)>,
    /// The chosen value.
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let option = move |(value, words): (T, &'static str)| {
        view! {
            <Radio
                name
                chosen=Signal::derive(move || chosen.get() == value)
                on_choose=move || chosen.set(value)
            >
                <span>{words}</span>
            </Radio>
        }
    };
    view! { <RadioGroup label>{options.into_iter().map(option).collect_view()}</RadioGroup> }
}
