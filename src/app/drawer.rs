//! The drawer of all assumptions: every input by group, and what it would take of each.

mod goal;
mod head;
mod pace;
mod row;
mod take;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::badge::badge_key;
use super::dom::{Element, all, button, el, when};
use super::store::{Store, store};
use super::text::sentence;
use crate::platform::observe;
use crate::platform::reactive::{Memo, RwSignal, StoredValue, effect, memo};
use crate::platform::rest::later;
use crate::scenario::{Group, Input};
use crate::words::help::matches_search;
use crate::words::{answer, controls, inputs};
use pace::Pace;

/// What the ids of the drawer's controls begin with: the page beside it has some of the inputs too.
const PREFIX: &str = "drawer-";

/// The id of the field that finds an input.
pub const FIND: &str = "drawer-find";

/// The id of an input's control in the drawer.
pub fn id_of(input: Input) -> String {
    format!("{PREFIX}{}", input.id())
}

/// Opens the drawer with every input asked what it would take.
pub fn ask_all(store: Store) {
    store.asked.set(Input::ALL.to_vec());
    store.drawer.set(true);
}

/// The drawer.
pub fn drawer() -> Element {
    let store = store();
    let current = RwSignal::new(Group::Demand);
    let pace = Pace::new(store);
    let changed = memo(move || store.workbook.with(|book| book.sheet().changed().collect::<Vec<_>>()));
    let opener = gloo::utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let opener = StoredValue::new(opener);
    let close = move || {
        let opener = opener.get_value();
        store.drawer.set(false);
        // What opened the drawer may be hidden beside it, and takes the focus only when it is back.
        later(0, move || opener.iter().for_each(|opener| drop(opener.focus())));
    };
    below_the_bar();
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            close();
        }
    };
    // What is found, or asked, moves the groups without a scroll.
    let moved = move |_: Event| later(0, move || follow(current));
    let nothing = move || store.find.with(|text| !Input::ALL.iter().any(|&input| matches_search(input, text)));
    let none = || el("p", "caption none").attr("role", "status").with(controls::found_none());
    let body = el("div", "drawer-body")
        .on("scroll", move |_: Event| follow(current))
        .with(all(Group::ALL.map(|group| rows(group, pace, changed))))
        .with(when(nothing, none));
    el("aside", "drawer")
        .attr("aria-label", controls::all_assumptions())
        .on("keydown", key)
        .on("input", moved)
        .with(when(move || store.phone.get(), brief))
        .with(head::head(changed, close))
        .with(head::tabs(changed, current))
        .with(goal::aim())
        .with(body)
        .with(el("div", "drawer-foot").with(badge_key(inputs::badge_legend)))
}

/// The one-line answer on top of the sheet that hides the page on a phone.
fn brief() -> Element {
    let store = store();
    let subject = store.subject;
    let line = move || {
        let (scenario, outcome) = store.present();
        answer::in_one_line(&subject.get(), &scenario, &outcome.summary)
    };
    el("p", "drawer-brief").with(sentence(line))
}

/// A group's inputs.
fn rows(group: Group, pace: Pace, changed: Memo<Vec<Input>>) -> Element {
    let store = store();
    let inputs = move || Input::ALL.iter().copied().filter(move |input| input.spec().group == group);
    let none = move || store.find.with(|text| !inputs().any(|input| matches_search(input, text)));
    let name = inputs::group_heading(group);
    let reset =
        move || button("link", move || store.act(|book| book.reset_group(group))).with(controls::reset_group(name));
    el("section", "drawer-group")
        .attr("id", &head::anchor(group))
        .attr("aria-label", name)
        .keep("hidden", none)
        .with(el("h3", "").with(name).with(when(move || head::is_changed(changed, group), reset)))
        .with(all(inputs().map(|input| row::row(input, pace))))
}

/// The group at the top of the visible part; at the end of the list the last one.
fn follow(current: RwSignal<Group>) {
    let body = gloo::utils::document().query_selector(".drawer-body").ok().flatten();
    let (Some(body), Some(now)) = (body, current.try_get_untracked()) else { return };
    let top = body.get_bounding_client_rect().top() + 32.0;
    let reached = |group: &Group| {
        let section = gloo::utils::document().get_element_by_id(&head::anchor(*group));
        section
            .is_some_and(|section| section.get_bounding_client_rect().top() <= top && !section.has_attribute("hidden"))
    };
    let group = Group::ALL.into_iter().rev().find(reached).unwrap_or(Group::Demand);
    if now != group {
        current.set(group);
    }
}

/// Tells the styles how high the bar is, below which the drawer begins.
fn below_the_bar() {
    effect(move || {
        let root = gloo::utils::document_element().dyn_into::<HtmlElement>().ok();
        let bar = gloo::utils::document().query_selector(".bar").ok().flatten();
        if let (Some(root), Some(bar)) = (root, bar) {
            observe::size(&bar, move |_, height| drop(root.style().set_property("--bar", &format!("{}px", height))));
        }
    });
}
