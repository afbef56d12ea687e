//! Head of the comparison: names of the scenarios, and the tools of each pin.

use std::time::Duration;

use leptos::ev::Targeted;
use leptos::html;
use leptos::prelude::*;
use web_sys::{FocusEvent, HtmlInputElement, KeyboardEvent};

use crate::app::components::{IconButton, icon};
use crate::app::state::use_workbook;
use crate::words::compare;
use crate::words::controls;
use crate::words::scenario_name;

/// Row with a column for the current scenario and one for each pin.
#[component]
pub(super) fn ComparisonHead(
    /// Button that pins the current scenario. It gets the focus when a pin is removed.
    pin_button: NodeRef<html::Button>,
) -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <thead>
            <tr>
                <td></td>
                <th scope="col">
                    <span class="scenario-name">{move || workbook.origin.with(scenario_name::short_origin_name)}</span>
                    " "
                    <small>{compare::this_scenario()}</small>
                </th>
                <For each=move || 0..workbook.pins.with(Vec::len) key=|index| *index let(index)>
                    <PinHead index pin_button/>
                </For>
            </tr>
        </thead>
    }
}

/// Column head of a pin: its name and its tools.
#[component]
fn PinHead(index: usize, pin_button: NodeRef<html::Button>) -> impl IntoView {
    let workbook = use_workbook();
    let name =
        Memo::new(move |_| workbook.pins.with(|pins| pins.get(index).map(|pin| pin.name.clone())).unwrap_or_default());
    let renaming = RwSignal::new(false);
    let rename_button = NodeRef::<html::Button>::new();
    let label = move |tool: &'static str| Signal::derive(move || controls::control_of(tool, &name.get()));
    let replace = move || {
        workbook.edit(|book| {
            let name = scenario_name::pin_name(book.sheet());
            book.replace_pin(index, name);
        });
    };
    let swap = move || {
        workbook.edit(|book| {
            let name = scenario_name::pin_name(book.sheet());
            book.swap(index, name);
        });
    };
    let remove = move || {
        workbook.edit(|book| book.unpin(index));
        focus_after_update(pin_button);
    };
    view! {
        <th scope="col">
            <Show when=move || renaming.get() fallback=move || view! { <PinName index name/> }>
                <NameField index name renaming rename_button/>
            </Show>
            <span class="pin-tools">
                <IconButton
                    node_ref=rename_button
                    class="icon"
                    path=icon::RENAME
                    label=label(compare::rename())
                    on_press=move || renaming.set(true)
                    attr:title=compare::rename()
                />
                <IconButton
                    class="icon"
                    path=icon::REPLACE
                    label=label(compare::repin())
                    on_press=replace
                    attr:title=compare::repin()
                />
                <IconButton
                    class="icon"
                    path=icon::SWAP
                    label=label(compare::swap())
                    on_press=swap
                    attr:title=compare::swap()
                />
                <IconButton
                    class="icon"
                    path=icon::CLOSE
                    label=label(compare::unpin())
                    on_press=remove
                    attr:title=compare::unpin()
                />
            </span>
        </th>
    }
}

/// Letter and name of a pin.
#[component]
fn PinName(index: usize, name: Memo<String>) -> impl IntoView {
    let letter = compare::letter(index);
    let estimated = move || name.with(|name| compare::estimated(name)).map(|words| view! { " "<small>{words}</small> });
    view! {
        <i class="letter" data-pin=letter>{letter}</i>
        <span class="scenario-name">{move || name.get()}</span>
        {estimated}
    }
}

/// Field for another name of a pin. Enter and leaving the field commit the text, Escape cancels it.
#[component]
fn NameField(
    /// Position of the pin.
    index: usize,
    /// Name of the pin.
    name: Memo<String>,
    /// Whether the field is open.
    renaming: RwSignal<bool>,
    /// Button that opened the field. It gets the focus back.
    rename_button: NodeRef<html::Button>,
) -> impl IntoView {
    let workbook = use_workbook();
    let before = name.get_untracked();
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| {
        // The focus is a convenience: without it the field can still be clicked.
        let _ = field.focus();
        field.select();
    });
    let commit = move |text: String| {
        let others: Vec<_> = workbook.pins.with_untracked(|pins| {
            pins.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, pin)| pin.clone()).collect()
        });
        let new_name = scenario_name::unique_name(&text, &others);
        if !text.trim().is_empty() && new_name != name.get_untracked() {
            workbook.edit(|book| book.rename(index, &new_name));
        }
    };
    let close = move || renaming.set(false);
    let on_keydown = move |event: Targeted<KeyboardEvent, HtmlInputElement>| match event.key().as_str() {
        "Enter" => {
            close();
            commit(event.target().value());
            focus_after_update(rename_button);
        }
        "Escape" => {
            event.stop_propagation();
            close();
            focus_after_update(rename_button);
        }
        _ => {}
    };
    let on_blur = move |event: Targeted<FocusEvent, HtmlInputElement>| {
        // Enter and Escape have closed the field before it loses the focus.
        if renaming.try_get_untracked() != Some(true) {
            return;
        }
        close();
        commit(event.target().value());
        if event.related_target().is_none() {
            focus_after_update(rename_button);
        }
    };
    view! {
        <input
            node_ref=field
            class="field text pin-name"
            type="text"
            aria-label=compare::name_field()
            maxlength="40"
            autocomplete="off"
            value=before
            on:keydown:target=on_keydown
            on:blur:target=on_blur
        />
    }
}

/// Focuses a button once pending changes of the page are done.
fn focus_after_update(button: NodeRef<html::Button>) {
    let focus = move || {
        if let Some(button) = button.try_get_untracked().flatten() {
            // A button that cannot be focused leaves the focus where it is.
            let _ = button.focus();
        }
    };
    set_timeout(focus, Duration::ZERO);
}
