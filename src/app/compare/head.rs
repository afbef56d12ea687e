//! The head of the comparison: who is compared, and what can be done with each pin.

use leptos::prelude::event_target_value;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::app::dom::{Element, View, all, anew, each, el};
use crate::app::icons::{CLOSE, RENAME, REPLACE, SWAP};
use crate::app::parts::sign;
use crate::app::store::store;
use crate::platform::reactive::{RwSignal, memo, untrack};
use crate::platform::rest::later;
use crate::words::{compare, controls, scenario_name};

/// One column for the present scenario, one for each pin.
pub fn head() -> Element {
    let store = store();
    let present = move || store.origin.with(scenario_name::short_origin_name);
    let mine = el("th", "")
        .attr("scope", "col")
        .with(el("span", "who").says(present))
        .with(" ")
        .with(el("small", "").with(compare::this_scenario()));
    let columns = each(move || store.pins.with(Vec::len), column);
    el("thead", "").with(el("tr", "").with(el("td", "")).with(mine).with(columns))
}

fn column(at: usize) -> Element {
    let store = store();
    let renaming = RwSignal::new(false);
    let name = memo(move || store.pins.with(|pins| pins.get(at).map(|pin| pin.name.clone()).unwrap_or_default()));
    let tool = |path, words: &'static str, press: Box<dyn Fn()>| {
        sign("icon", path, "", press)
            .keep("aria-label", move || controls::control_of(words, &name.get()))
            .attr("title", words)
    };
    let called = move || store.workbook.with_untracked(|book| scenario_name::pin_name(book.sheet()));
    let repin = move || {
        let name = called();
        store.act(|book| book.replace_pin(at, name));
    };
    let swap = move || {
        let name = called();
        store.act(|book| book.swap(at, name));
    };
    let removed = move || {
        store.act(|book| book.unpin(at));
        focus_later(super::PIN.to_owned());
    };
    let rename = tool(RENAME, compare::rename(), Box::new(move || renaming.set(true))).attr("id", &rename_id(at));
    let tools = [
        rename,
        tool(REPLACE, compare::repin(), Box::new(repin)),
        tool(SWAP, compare::swap(), Box::new(swap)),
        tool(CLOSE, compare::unpin(), Box::new(removed)),
    ];
    let shown = anew(move || match renaming.get() {
        true => untrack(|| rename_field(at, name.get(), renaming)).into(),
        false => called_so(at, &name.get()),
    });
    el("th", "").attr("scope", "col").with(shown).with(el("span", "pin-tools").with(all(tools)))
}

/// A pin's letter and name.
fn called_so(at: usize, name: &str) -> View {
    let letter = compare::letter(at);
    let estimated = compare::estimated(name).map(|words| all::<View>([" ".into(), el("small", "").with(words).into()]));
    all::<View>([
        el("i", "letter").attr("data-pin", letter).with(letter).into(),
        el("span", "who").with(name).into(),
        estimated.into(),
    ])
}

fn rename_id(at: usize) -> String {
    format!("pin-rename-{at}")
}

/// The field for another name: taken on Enter or when it is left, not on Escape.
fn rename_field(at: usize, before: String, renaming: RwSignal<bool>) -> Element {
    let store = store();
    let field = el("input", "field text pin-name")
        .attr("type", "text")
        .attr("aria-label", compare::name_field())
        .attr("maxlength", "40")
        .attr("autocomplete", "off")
        .attr("value", &before);
    let input = field.node().clone().unchecked_into::<HtmlInputElement>();
    // It stands on the page only after this.
    later(0, move || {
        let _ = input.focus();
        input.select();
    });
    let take = move |text: String| {
        // Leaving the field comes after Enter and Escape too, which have closed it by then.
        if !renaming.try_set(false) {
            return;
        }
        let others: Vec<_> = store.pins.with_untracked(|pins| {
            pins.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, pin)| pin.clone()).collect()
        });
        let name = scenario_name::unique_name(&text, &others);
        if !text.trim().is_empty() && name != before {
            store.act(|book| book.rename(at, &name));
        }
        focus_later(rename_id(at));
    };
    let taken = take.clone();
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => taken(event_target_value(&event)),
        "Escape" => {
            event.stop_propagation();
            renaming.set(false);
            focus_later(rename_id(at));
        }
        _ => {}
    };
    let left = move |event: Event| {
        if renaming.try_get_untracked() == Some(true) {
            take(event_target_value(&event));
        }
    };
    field.on("keydown", key).on("blur", left)
}

/// Gives the focus to what stands there once the change is on the page.
fn focus_later(id: String) {
    let focus = move || {
        let element = gloo::utils::document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    };
    later(0, focus);
}
