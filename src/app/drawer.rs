//! The drawer of all assumptions: every input by group, and what it would take of each.

mod goal;
mod head;
mod pace;
mod row;
mod take;

use crate::app::reactive::{effect, memo};
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::badge::BadgeKey;
use super::store::{Store, store};
use super::text::words;
use crate::lang::find::matches;
use crate::lang::{answer, controls, names};
use crate::platform::observe;
use crate::scenario::{Group, Input};
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
#[component]
pub fn Drawer() -> impl IntoView {
    let store = store();
    let title = NodeRef::<html::H2>::new();
    let body = NodeRef::<html::Div>::new();
    let current = RwSignal::new(Group::Demand);
    let pace = Pace::new(store);
    let changed = memo(move || store.workbook.with(|book| book.sheet().changed().collect::<Vec<_>>()));
    let opener = gloo::utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let opener = StoredValue::new_local(opener);
    let close = Callback::new(move |()| {
        let opener = opener.get_value();
        store.drawer.set(false);
        // What opened the drawer may be hidden beside it, and takes the focus only when it is back.
        Timeout::new(0, move || opener.iter().for_each(|opener| drop(opener.focus()))).forget();
    });
    effect(move || {
        if let Some(title) = title.get() {
            let _ = title.focus();
        }
    });
    below_the_bar();
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            close.run(());
        }
    };
    // What is found, or asked, moves the groups without a scroll.
    let moved = move |_| drop(Timeout::new(0, move || follow(body, current)).forget());
    let nothing = move || store.find.with(|text| !Input::ALL.iter().any(|&input| matches(input, text)));
    view! {
        <aside class="drawer" aria-label=controls::all_assumptions() on:keydown=key on:input=moved>
            <Show when=move || store.phone.get()><Brief/></Show>
            <head::Head title changed close/>
            <head::Tabs changed current/>
            <goal::Aim/>
            <div class="drawer-body" node_ref=body on:scroll=move |_| follow(body, current)>
                {Group::ALL.map(|group| view! { <Rows group pace changed/> }).collect_view()}
                <Show when=nothing><p class="caption none" role="status">{controls::found_none()}</p></Show>
            </div>
            <div class="drawer-foot"><BadgeKey in_full=true/></div>
        </aside>
    }
}

/// The one-line answer on top of the sheet that hides the page on a phone.
#[component]
fn Brief() -> impl IntoView {
    let store = store();
    let subject = super::answer::subject();
    let line = move || words(answer::in_one_line(&subject.get(), &store.scenario.get(), &store.outcome.get().summary));
    view! { <p class="drawer-brief">{line}</p> }
}

/// A group's inputs.
#[component]
fn Rows(group: Group, pace: Pace, changed: Memo<Vec<Input>>) -> impl IntoView {
    let store = store();
    let inputs = move || Input::ALL.iter().copied().filter(move |input| input.spec().group == group);
    let none = move || store.find.with(|text| !inputs().any(|input| matches(input, text)));
    let moved = memo(move || changed.with(|changed| changed.iter().any(|input| input.spec().group == group)));
    let name = names::group_heading(group);
    view! {
        <section class="drawer-group" id=head::anchor(group) hidden=none aria-label=name>
            <h3>
                {name}
                <Show when=move || moved.get()>
                    <button type="button" class="link" on:click=move |_| store.act(|book| book.reset_group(group))>{controls::reset_group(name)}</button>
                </Show>
            </h3>
            {inputs().map(|input| view! { <row::Row input pace/> }).collect_view()}
        </section>
    }
}

/// The group at the top of the visible part; at the end of the list the last one.
fn follow(body: NodeRef<html::Div>, current: RwSignal<Group>) {
    let Some(Some(body)) = body.try_get_untracked() else { return };
    let top = body.get_bounding_client_rect().top() + 32.0;
    let reached = |group: &Group| {
        let section = gloo::utils::document().get_element_by_id(&head::anchor(*group));
        section
            .is_some_and(|section| section.get_bounding_client_rect().top() <= top && !section.has_attribute("hidden"))
    };
    let group = Group::ALL.into_iter().rev().find(reached).unwrap_or(Group::Demand);
    if current.get_untracked() != group {
        current.set(group);
    }
}

/// Tells the styles how high the bar is, below which the drawer begins.
fn below_the_bar() {
    effect(move || {
        let root = gloo::utils::document_element().dyn_into::<HtmlElement>().ok();
        let bar = gloo::utils::document().query_selector(".bar").ok().flatten();
        if let (Some(root), Some(bar)) = (root, bar) {
            observe::size(&bar, move |_, height| drop(root.style().set_property("--bar", &format!("{height}px"))));
        }
    });
}
