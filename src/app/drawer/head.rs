//! The drawer's head: how much is changed, reset, close, the groups, and a field to find an input.

use leptos::prelude::event_target_value;
use web_sys::{Event, KeyboardEvent};

use crate::app::dom::{Element, all, button, el, when};
use crate::app::icons::CLOSE;
use crate::app::parts::sign;
use crate::app::scroll;
use crate::app::store::store;
use crate::platform::reactive::{Memo, RwSignal, effect, memo};
use crate::scenario::workbook::Workbook;
use crate::scenario::{Group, Input};
use crate::words::{controls, inputs};

/// Where a group begins.
pub fn anchor(group: Group) -> String {
    format!("drawer-group-{}", inputs::group(group).to_ascii_lowercase())
}

/// Whether an input of the group is changed.
pub fn is_changed(changed: Memo<Vec<Input>>, group: Group) -> bool {
    changed.with(|changed| changed.iter().any(|input| input.spec().group == group))
}

/// Title, count, reset, close. The title takes the focus.
pub fn head(changed: Memo<Vec<Input>>, close: impl Fn() + 'static) -> Element {
    let store = store();
    let count = memo(move || changed.with(Vec::len));
    let title = el("h2", "").attr("tabindex", "-1").with(controls::all_assumptions());
    let focused = title.clone();
    effect(move || focused.focus());
    let reset = button("button push", move || store.act(Workbook::reset_all))
        .keep("disabled", move || count.get() == 0)
        .with(controls::reset_all());
    el("div", "drawer-title")
        .with(title)
        .with(el("span", "caption").says(move || controls::changed_of(count.get(), Input::ALL.len())))
        .with(reset)
        .with(sign("icon", CLOSE, controls::close(), close))
}

/// The groups, and the field that finds.
pub fn tabs(changed: Memo<Vec<Input>>, current: RwSignal<Group>) -> Element {
    let store = store();
    let tab = move |group: Group| {
        let id = anchor(group);
        let dot = || el("i", "dot").attr("role", "img").attr("aria-label", controls::changed());
        el("a", "")
            .attr("href", &format!("#{id}"))
            .keep("aria-current", move || (current.get() == group).then_some("true"))
            .on("click", move |event| {
                store.find.set(String::new());
                scroll::to(&event, &id);
                current.set(group);
            })
            .with(inputs::group(group))
            .with(when(move || is_changed(changed, group), dot))
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && store.find.with_untracked(|text| !text.is_empty()) {
            event.stop_propagation();
            store.find.set(String::new());
        }
    };
    let find = el("input", "field text find")
        .attr("type", "search")
        .attr("id", super::FIND)
        .attr("aria-label", controls::find())
        .attr("placeholder", controls::find_hint())
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .keep_property("value", move || store.find.get())
        .on("input", move |event: Event| store.find.set(event_target_value(&event)))
        .on("keydown", key);
    el("nav", "drawer-tabs").attr("aria-label", controls::groups()).with(all(Group::ALL.map(tab))).with(find)
}
