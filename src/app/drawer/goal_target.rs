//! Choice of the goal that break-even values are searched for: worth, cash, or payback in time.

use leptos::ev::{self, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::row_scheduler::RowScheduler;
use crate::app::components::{FieldNotice, Select};
use crate::app::state::{use_ui, use_workbook};
use crate::model::SearchTarget;
use crate::scenario::Input;
use crate::words::goal_seek;
use crate::words::units;

/// Default of the payback goal, in years.
const FIRST_YEARS: f64 = 7.0;

/// Choice of the goal, shown while the drawer shows the break-even of any input.
#[component]
pub(super) fn GoalTarget(
    /// Scheduler of the searches.
    scheduler: RowScheduler,
) -> impl IntoView {
    let ui = use_ui();
    // Kept here, so that the years stay while the goal is another one.
    let years = RwSignal::new(match ui.goal.get_untracked() {
        SearchTarget::Payback(years) => years,
        SearchTarget::Npv | SearchTarget::Cash => FIRST_YEARS,
    });
    view! {
        <Show when=move || ui.goal_seek_inputs.with(|inputs| !inputs.is_empty())>
            <div class="goal-target" role="group" aria-label=goal_seek::aim()>
                <span aria-hidden="true">{goal_seek::to_reach()}</span>
                <GoalList scheduler years/>
                <Show when=move || matches!(ui.goal.get(), SearchTarget::Payback(_))>
                    <YearsField scheduler years/>
                </Show>
                <span class="push"></span>
                <Show when=move || ui.goal_seek_inputs.with(Vec::len) < Input::ALL.len()>
                    <button type="button" class="link" on:click=move |_| scheduler.seek(Input::ALL.to_vec())>
                        {goal_seek::ask_all()}
                    </button>
                </Show>
                <button type="button" class="link" on:click=move |_| scheduler.seek(Vec::new())>
                    {goal_seek::hide_answers()}
                </button>
            </div>
        </Show>
    }
}

/// List of goals.
#[component]
fn GoalList(scheduler: RowScheduler, years: RwSignal<f64>) -> impl IntoView {
    let ui = use_ui();
    let chosen = Memo::new(move |_| match ui.goal.get() {
        SearchTarget::Npv => "npv",
        SearchTarget::Cash => "cash",
        SearchTarget::Payback(_) => "payback",
    });
    let choose = move |id: String| {
        scheduler.set_goal(match id.as_str() {
            "cash" => SearchTarget::Cash,
            "payback" => SearchTarget::Payback(years.get_untracked()),
            _ => SearchTarget::Npv,
        });
    };
    let option = move |(value, words): (&'static str, String)| {
        view! { <option value=value prop:selected=move || chosen.get() == value>{words}</option> }
    };
    let options = [
        ("npv", goal_seek::target_button(SearchTarget::Npv)),
        ("cash", goal_seek::target_button(SearchTarget::Cash)),
        ("payback", goal_seek::payback_within().to_owned()),
    ];
    view! { <Select label=goal_seek::aim() on_choose=choose>{options.map(option).collect_view()}</Select> }
}

/// Field for the years within which the build-out is to pay back, with the message about refused text.
#[component]
fn YearsField(scheduler: RowScheduler, years: RwSignal<f64>) -> impl IntoView {
    let workbook = use_workbook();
    let typed = RwSignal::new(None::<String>);
    let text = move || typed.get().unwrap_or_else(|| years.get().to_string());
    let horizon = move || workbook.scenario.with(|scenario| scenario.horizon);
    let refusal = Memo::new(move |_| goal_seek::target_years(&text(), horizon()).err());
    let on_input = move |event: Targeted<ev::Event, HtmlInputElement>| {
        let text = event.target().value();
        let target = goal_seek::target_years(&text, workbook.scenario.with_untracked(|scenario| scenario.horizon));
        typed.set(Some(text));
        if let Ok(target) = target {
            years.set(target);
            scheduler.set_goal(SearchTarget::Payback(target));
        }
    };
    view! {
        <input
            class="field"
            class:refused=move || refusal.with(Option::is_some)
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-label=goal_seek::payback_years()
            aria-invalid=move || refusal.with(Option::is_some).then_some("true")
            prop:value=text
            on:input:target=on_input
        />
        <span aria-hidden="true">{units::field_unit(Input::Horizon)}</span>
        <FieldNotice text=refusal/>
    }
}
