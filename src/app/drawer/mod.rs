//! Drawer with all assumptions by group, and the value that each of them needs for a goal.

mod capex_plan;
mod events;
mod goal_seek;
mod goal_target;
mod head;
mod row;
mod row_scheduler;
mod section;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::components::{BadgeLegend, Sentence};
use super::element_ids;
use super::state::{UiState, use_ui, use_workbook};
use crate::scenario::{Group, Input, ScenarioPart};
use crate::words::answer;
use crate::words::controls;
use crate::words::inputs;
use crate::words::search::matches_search;
use capex_plan::CapexPlan;
use events::EventSection;
pub(crate) use events::open_events;
use goal_target::GoalTarget;
use head::{GroupTabs, Head, SearchField};
use row::Row;
use row_scheduler::RowScheduler;
use section::DrawerSection;

/// Distance below the upper edge of the list within which a group counts as reached, in CSS pixels.
const REACHED_PX: f64 = 32.0;

/// Opens the drawer with the break-even value of every input.
pub(crate) fn open_with_goal_seek(ui: UiState) {
    ui.goal_seek_inputs.set(Input::ALL.to_vec());
    ui.drawer_open.set(true);
}

/// Drawer with all assumptions.
#[component]
pub(crate) fn Drawer() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let scheduler = RowScheduler::new(workbook, ui);
    let body = NodeRef::<html::Div>::new();
    let current = RwSignal::new(DrawerSection::Group(Group::Demand));
    let changed = Memo::new(move |_| workbook.workbook.with(|book| book.sheet().changed()));
    let found = Memo::new(move |_| {
        let inputs = Input::ALL.iter().map(|&input| ScenarioPart::Input(input));
        let parts = inputs.chain([ScenarioPart::CapexPath, ScenarioPart::Events]);
        ui.search.with(|text| parts.filter(|part| matches_search(*part, text)).collect::<Vec<_>>())
    });
    give_back_focus();
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            ui.drawer_open.set(false);
        }
    };
    // A search moves the groups without a scroll event, once its results are on the page.
    let on_input = move |_| request_animation_frame(move || update_current_group(body, current));
    let group = move |group: Group| view! { <GroupSection group scheduler changed found/> };
    view! {
        <aside class="drawer" aria-label=controls::all_assumptions() on:keydown=on_keydown on:input=on_input>
            <Show when=move || ui.phone.get()><DrawerAnswer/></Show>
            <Head changed/>
            <GroupTabs changed current/>
            <SearchField/>
            <GoalTarget scheduler/>
            <div node_ref=body class="drawer-body" on:scroll=move |_| update_current_group(body, current)>
                {Group::ALL.map(group).collect_view()}
                <EventSection changed found/>
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="caption no-results" role="status">{controls::found_none()}</p>
                </Show>
            </div>
            <div class="drawer-foot"><BadgeLegend words=inputs::badge_legend/></div>
        </aside>
    }
}

/// Gives the focus back to the element that opened the drawer, once the drawer is closed.
fn give_back_focus() {
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let opener = StoredValue::new_local(focused);
    on_cleanup(move || {
        let opener = opener.get_value();
        // The opener may be hidden while the drawer is open, and takes the focus in the next frame.
        request_animation_frame(move || {
            let focused = document().active_element();
            // Where another element has the focus, the focus was not in the drawer.
            let is_lost = focused.is_none_or(|element| Some(element) == document().body().map(Into::into));
            if let Some(opener) = opener.filter(|_| is_lost) {
                let _ = opener.focus();
            }
        });
    });
}

/// One-line answer above the drawer on a phone, where the drawer hides the page.
#[component]
fn DrawerAnswer() -> impl IntoView {
    let workbook = use_workbook();
    let text = Signal::derive(move || {
        let (scenario, outcome) = workbook.current();
        answer::in_one_line(&workbook.scenario_name.get(), &scenario, &outcome.summary)
    });
    view! { <p class="drawer-answer"><Sentence text/></p> }
}

/// Inputs of a group.
#[component]
fn GroupSection(
    /// The group.
    group: Group,
    /// Scheduler of the rows' strips and searches.
    scheduler: RowScheduler,
    /// Parts that differ from the preset.
    changed: Memo<Vec<ScenarioPart>>,
    /// Parts that match the search text.
    found: Memo<Vec<ScenarioPart>>,
) -> impl IntoView {
    let workbook = use_workbook();
    let name = inputs::group_heading(group);
    let inputs = Input::ALL.iter().copied().filter(|input| input.spec().group == group);
    let row = move |input: Input| {
        view! {
            <Row input scheduler found/>
            {(input == Input::Capex).then(|| view! { <CapexPlan found/> })}
        }
    };
    view! {
        <section
            class="drawer-group"
            id=element_ids::drawer_group(group)
            aria-label=name
            hidden=move || !found.read().iter().any(|part| part.group() == Some(group))
        >
            <h3>
                {name}
                <Show when=move || changed.read().iter().any(|part| part.group() == Some(group))>
                    <button type="button" class="link" on:click=move |_| workbook.edit(|book| book.reset_group(group))>
                        {controls::reset_group(name)}
                    </button>
                </Show>
            </h3>
            {inputs.map(row).collect_view()}
        </section>
    }
}

/// Finds the section at the upper edge of the list. The drawer may be closed by now.
fn update_current_group(body: NodeRef<html::Div>, current: RwSignal<DrawerSection>) {
    let (Some(Some(body)), Some(known)) = (body.try_get_untracked(), current.try_get_untracked()) else { return };
    let edge = body.get_bounding_client_rect().top() + REACHED_PX;
    let is_reached = |section: &DrawerSection| {
        let section = document().get_element_by_id(&section.element_id());
        section
            .is_some_and(|section| !section.has_attribute("hidden") && section.get_bounding_client_rect().top() <= edge)
    };
    let section = DrawerSection::all().rev().find(is_reached).unwrap_or(DrawerSection::Group(Group::Demand));
    if section != known {
        current.set(section);
    }
}
