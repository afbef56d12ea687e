//! The drawer's head: how much is changed, reset, close, the groups, and a field to find an input.

use crate::app::reactive::memo;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::app::icons::{CLOSE, Icon};
use crate::app::scroll;
use crate::app::store::store;
use crate::lang::{controls, names};
use crate::scenario::workbook::Workbook;
use crate::scenario::{Group, Input};

/// Where a group begins.
pub fn anchor(group: Group) -> String {
    format!("drawer-group-{}", names::group(group).to_ascii_lowercase())
}

/// Title, count, reset, close.
#[component]
pub fn Head(title: NodeRef<html::H2>, changed: Memo<Vec<Input>>, close: Callback<()>) -> impl IntoView {
    let store = store();
    let count = memo(move || changed.with(Vec::len));
    view! {
        <div class="drawer-title">
            <h2 node_ref=title tabindex="-1">{controls::all_assumptions()}</h2>
            <span class="caption">{move || controls::changed_of(count.get(), Input::ALL.len())}</span>
            <button type="button" class="button push" disabled=move || count.get() == 0
                on:click=move |_| store.act(Workbook::reset_all)>{controls::reset_all()}</button>
            <button type="button" class="icon" aria-label=controls::close() on:click=move |_| close.run(())><Icon path=CLOSE/></button>
        </div>
    }
}

/// The groups, and the field that finds.
#[component]
pub fn Tabs(changed: Memo<Vec<Input>>, current: RwSignal<Group>) -> impl IntoView {
    let store = store();
    let tab = move |group: Group| {
        let id = anchor(group);
        let moved = memo(move || changed.with(|changed| changed.iter().any(|input| input.spec().group == group)));
        view! {
            <a href=format!("#{id}") aria-current=move || (current.get() == group).then_some("true")
                on:click=move |event| {
                    store.find.set(String::new());
                    scroll::to(&event, &id);
                    current.set(group);
                }>
                {names::group(group)}
                <Show when=move || moved.get()><i class="dot" role="img" aria-label=controls::changed()></i></Show>
            </a>
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && store.find.with_untracked(|text| !text.is_empty()) {
            event.stop_propagation();
            store.find.set(String::new());
        }
    };
    view! {
        <nav class="drawer-tabs" aria-label=controls::groups()>
            {Group::ALL.map(tab).collect_view()}
            <input type="search" class="field text find" id=super::FIND aria-label=controls::find() placeholder=controls::find_hint()
                autocomplete="off" spellcheck="false" prop:value=move || store.find.get()
                on:input=move |event| store.find.set(event_target_value(&event)) on:keydown=key/>
        </nav>
    }
}
