//! The capex plan by year: a bar and a field for each year, and cells pasted from a spreadsheet.

mod year;

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use crate::app::components::{IconButton, Sentence, SourceBadge, ToggleButton, icon};
use crate::app::element_ids;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{CapexPath, InputError, MAX_PLAN_YEARS, PlanUnit, Scenario, ScenarioPart, Source, TypedPlan};
use crate::words::controls;
use crate::words::plan as words;
use crate::words::scenario_parts;
use crate::words::text::Text;
use year::PlanYear;

/// The text pasted last, or the reason why it was refused.
#[derive(Clone, PartialEq)]
enum Pasted {
    /// The plan as read, and the scenario before it was pasted.
    Read(TypedPlan, Box<Scenario>),
    /// The refusal.
    Refused(InputError),
}

/// Row of the plan by year.
#[component]
pub(super) fn CapexPlan(
    /// Parts that match the search text.
    found: Memo<Vec<ScenarioPart>>,
) -> impl IntoView {
    let workbook = use_workbook();
    let help_open = RwSignal::new(false);
    let pasted = RwSignal::new(None::<Pasted>);
    let years = Memo::new(move |_| workbook.scenario.with(|scenario| scenario.plan_years()));
    let is_set = Memo::new(move |_| workbook.scenario.with(|scenario| !scenario.capex_path.is_empty()));
    let on_paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        let Some(plan) = TypedPlan::parse(&text) else { return };
        event.prevent_default();
        pasted.set(Some(match plan {
            Ok(plan) => take(workbook, plan, workbook.scenario.get_untracked()),
            Err(error) => Pasted::Refused(error),
        }));
    };
    let resize = move |years: usize| set_path(workbook, |scenario| scenario.plan_of_length(years));
    let can_reset =
        Memo::new(move |_| workbook.workbook.with(|book| book.sheet().changed().contains(&ScenarioPart::CapexPath)));
    let help_id = "drawer-capex-plan-help";
    view! {
        <div
            class="row plan"
            id=element_ids::CAPEX_PLAN
            tabindex="-1"
            role="group"
            aria-label=scenario_parts::label(ScenarioPart::CapexPath)
            hidden=move || !found.read().contains(&ScenarioPart::CapexPath)
        >
            <div class="row-name">
                <span class="name">{scenario_parts::label(ScenarioPart::CapexPath)}</span>
                <SourceBadge source=Source::Assumed label=words::badge()><p>{words::source()}</p></SourceBadge>
                <ToggleButton
                    class="help-button"
                    open=help_open
                    attr:aria-label=words::help_button()
                    attr:aria-controls=help_id
                >
                    "?"
                </ToggleButton>
            </div>
            <div class="row-value">
                <IconButton
                    class="icon reset"
                    path=icon::RESET
                    label=controls::reset_part(ScenarioPart::CapexPath)
                    disabled=Signal::derive(move || !can_reset.get())
                    on_press=move || workbook.edit(|book| book.reset_part(ScenarioPart::CapexPath))
                />
            </div>
            <div class="plan-years" on:paste=on_paste>
                <For each=move || 0..years.get() key=|year| *year let(year)>
                    <PlanYear year/>
                </For>
            </div>
            <PastedNotice pasted/>
            <NotSpentNotice/>
            <div class="plan-tools">
                <button
                    type="button"
                    class="link"
                    disabled=move || { years.get() >= MAX_PLAN_YEARS }
                    on:click=move |_| resize(years.get_untracked() + 1)
                >
                    {words::add_year()}
                </button>
                <button
                    type="button"
                    class="link"
                    disabled=move || !is_set.get()
                    on:click=move |_| resize(set_years(workbook).saturating_sub(1))
                >
                    {words::remove_year()}
                </button>
                <button
                    type="button"
                    class="link"
                    disabled=move || !is_set.get()
                    on:click=move |_| set_path(workbook, |_| CapexPath::default())
                >
                    {words::follow_growth()}
                </button>
            </div>
            <p class="row-help" id=help_id hidden=move || !help_open.get()>{words::help()}</p>
        </div>
    }
}

fn set_years(workbook: WorkbookStore) -> usize {
    workbook.scenario.with_untracked(|scenario| scenario.capex_path.len())
}

/// Sets the plan as a step of its own.
fn set_path(workbook: WorkbookStore, path: impl FnOnce(&Scenario) -> CapexPath) {
    workbook.edit_step(|book| book.set_capex_path(path(book.scenario())));
}

/// Applies a pasted plan to a scenario.
fn take(workbook: WorkbookStore, plan: TypedPlan, before: Scenario) -> Pasted {
    match before.with_plan(&plan) {
        Ok(scenario) => {
            workbook.edit(|book| book.set_plan(scenario));
            Pasted::Read(plan, Box::new(before))
        }
        Err(error) => Pasted::Refused(error),
    }
}

/// Message about pasted cells: how they were read, with a button that reads them the other way, or why they were refused.
#[component]
fn PastedNotice(pasted: RwSignal<Option<Pasted>>) -> impl IntoView {
    let workbook = use_workbook();
    let text = Memo::new(move |_| match pasted.get() {
        Some(Pasted::Read(typed, before)) => workbook.scenario.with(|scenario| {
            // Once the plan is changed by other means, the message is outdated.
            let plan = |scenario: &Scenario| (scenario.capex, scenario.capex_path);
            let same = before.with_plan(&typed).is_ok_and(|read| plan(&read) == plan(scenario));
            same.then(|| words::pasted(&typed, scenario))
        }),
        Some(Pasted::Refused(error)) => Some(words::refused(&error)),
        None => None,
    });
    let other = Memo::new(move |_| match pasted.get() {
        Some(Pasted::Read(typed, before)) => Some((typed.in_other_unit(), before)),
        _ => None,
    });
    let other_words = move || match other.get().map(|(typed, _)| typed.unit) {
        Some(PlanUnit::Billions) => words::as_billions(),
        _ => words::as_multiples(),
    };
    let read_other = move |_| {
        if let Some((typed, before)) = other.get_untracked() {
            pasted.set(Some(take(workbook, typed, *before)));
        }
    };
    let sentence = Signal::derive(move || text.get().unwrap_or_else(Text::new));
    view! {
        <Show when=move || text.with(Option::is_some)>
            <p class="notice" role="status">
                <Sentence text=sentence/>
                " "
                <button type="button" class="link" hidden=move || other.get().is_none() on:click=read_other>
                    {other_words}
                </button>
            </p>
        </Show>
    }
}

/// Message about planned years after the build-out.
#[component]
fn NotSpentNotice() -> impl IntoView {
    let workbook = use_workbook();
    let text = Memo::new(move |_| {
        workbook.scenario.with(|scenario| {
            let beyond = scenario.capex_path.len() as f64 > scenario.build_years.ceil();
            beyond.then(|| words::not_spent(scenario))
        })
    });
    let sentence = Signal::derive(move || text.get().unwrap_or_else(Text::new));
    view! { <Show when=move || text.with(Option::is_some)><p class="row-help"><Sentence text=sentence/></p></Show> }
}
