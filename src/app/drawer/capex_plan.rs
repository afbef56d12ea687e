//! The capex plan by year: a bar and a field for each year, and cells pasted from a spreadsheet.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, KeyboardEvent, PointerEvent};

use crate::app::components::{DraftField, FieldDraft, IconButton, Sentence, SourceBadge, ToggleButton, icon};
use crate::app::element_ids;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::workbook::Workbook;
use crate::scenario::{
    CapexPath, Input, InputError, MAX_PLAN_YEARS, PlanEdit, PlanUnit, ScenarioPart, Source, TypedPlan, Value,
    parse_typed,
};
use crate::words::controls;
use crate::words::plan;
use crate::words::scenario_parts;
use crate::words::text::Text;
use crate::words::units;

/// Height of a bar at the upper end of the scale, in CSS pixels.
const BAR_HEIGHT: f64 = 64.0;

/// Step of an arrow key, and step to which a dragged bar is rounded, in $B.
const STEP: f64 = 5.0;

/// Steps of Page Up, Page Down and Shift with an arrow key.
const LARGE_STEP: f64 = 10.0;

/// What was pasted last, or why it was refused.
#[derive(Clone, PartialEq)]
enum Pasted {
    /// The plan as read.
    Read(TypedPlan),
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
    // The last of the pasted plans: an earlier one would scale what has changed since.
    let on_paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        let Some(plan) = TypedPlan::parse(&text) else { return };
        event.prevent_default();
        pasted.set(Some(match plan {
            Ok(plan) => take(workbook, plan),
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
                <SourceBadge source=Source::Assumed label=plan::badge()><p>{plan::source()}</p></SourceBadge>
                <ToggleButton
                    class="help-button"
                    open=help_open
                    attr:aria-label=plan::help_button()
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
                    {plan::add_year()}
                </button>
                <button
                    type="button"
                    class="link"
                    disabled=move || !is_set.get()
                    on:click=move |_| resize(set_years(workbook).saturating_sub(1))
                >
                    {plan::remove_year()}
                </button>
                <button
                    type="button"
                    class="link"
                    disabled=move || !is_set.get()
                    on:click=move |_| set_path(workbook, |_| CapexPath::default())
                >
                    {plan::follow_growth()}
                </button>
            </div>
            <p class="row-help" id=help_id hidden=move || !help_open.get()>{plan::help()}</p>
        </div>
    }
}

fn set_years(workbook: WorkbookStore) -> usize {
    workbook.scenario.with_untracked(|scenario| scenario.capex_path.len())
}

/// Sets the plan as a step of its own.
fn set_path(workbook: WorkbookStore, path: impl FnOnce(&crate::scenario::Scenario) -> CapexPath) {
    workbook.edit(|book| {
        book.end_gesture();
        book.set_capex_path(path(book.scenario()));
        book.end_gesture();
    });
}

/// Takes a pasted plan.
fn take(workbook: WorkbookStore, plan: TypedPlan) -> Pasted {
    match workbook.scenario.with_untracked(|scenario| scenario.with_plan(&plan)) {
        Ok(scenario) => {
            workbook.edit(|book| book.set_plan(scenario));
            Pasted::Read(plan)
        }
        Err(error) => Pasted::Refused(error),
    }
}

/// Message about pasted cells: how they were read, with a button that reads them the other way, or why they were refused.
#[component]
fn PastedNotice(pasted: RwSignal<Option<Pasted>>) -> impl IntoView {
    let workbook = use_workbook();
    let text = Memo::new(move |_| match pasted.get() {
        Some(Pasted::Read(typed)) => workbook.scenario.with(|scenario| {
            // Once the plan is changed by other means, the message is outdated.
            let same = scenario.with_plan(&typed).is_ok_and(|read| read.capex_path == scenario.capex_path);
            same.then(|| plan::pasted(&typed, scenario))
        }),
        Some(Pasted::Refused(error)) => Some(plan::refused(&error)),
        None => None,
    });
    let other = Memo::new(move |_| match pasted.get() {
        Some(Pasted::Read(typed)) => Some(typed.in_other_unit()),
        _ => None,
    });
    let other_words = move || match other.get().map(|typed| typed.unit) {
        Some(PlanUnit::Billions) => plan::as_billions(),
        _ => plan::as_multiples(),
    };
    let read_other = move |_| {
        if let Some(typed) = other.get_untracked() {
            workbook.edit(Workbook::undo);
            pasted.set(Some(take(workbook, typed)));
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
            beyond.then(|| plan::not_spent(scenario))
        })
    });
    let sentence = Signal::derive(move || text.get().unwrap_or_else(Text::new));
    view! { <Show when=move || text.with(Option::is_some)><p class="row-help"><Sentence text=sentence/></p></Show> }
}

/// Drag of a bar: where it began.
#[derive(Clone, Copy)]
struct Drag {
    y: f64,
    amount: f64,
    /// $B of a pixel.
    scale: f64,
}

/// Bar and field of a year.
#[component]
fn PlanYear(
    /// The year, from 0.
    year: usize,
) -> impl IntoView {
    let workbook = use_workbook();
    let amount = Memo::new(move |_| workbook.scenario.with(|scenario| scenario.planned_capex(year)));
    // The scale holds the capex slider’s range and the largest year.
    let top = Memo::new(move |_| {
        let end = Input::Capex.range().map_or(1.0, |range| range.max);
        workbook
            .scenario
            .with(|scenario| (0..scenario.plan_years()).map(|year| scenario.planned_capex(year)).fold(end, f64::max))
    });
    let follows = Memo::new(move |_| workbook.scenario.with(|scenario| year > 0 && scenario.capex_path.len() <= year));
    let after = Memo::new(move |_| workbook.scenario.with(|scenario| year as f64 >= scenario.build_years));
    let read = move |text: String| {
        let amount = parse_typed(Input::Capex, &text).ok()?.number()?;
        let edit = workbook.scenario.with_untracked(|scenario| scenario.plan_edit(year, amount));
        edit.is_ok().then_some(amount)
    };
    let draft = FieldDraft::new(amount, plan::field, read, move |amount| apply(workbook, year, amount));
    let step = move |steps: f64| {
        let stepped = ((amount.get_untracked() / STEP).round() + steps) * STEP;
        apply(workbook, year, stepped.max(0.0));
    };
    let drag = StoredValue::new(None::<Drag>);
    let on_pointerdown = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(target) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        let (y, amount) = (f64::from(event.client_y()), amount.get_untracked());
        drag.set_value(Some(Drag { y, amount, scale: top.get_untracked() / BAR_HEIGHT }));
    };
    let on_pointermove = move |event: PointerEvent| {
        if let Some(Drag { y, amount, scale }) = drag.get_value() {
            let moved = amount + (y - f64::from(event.client_y())) * scale;
            let highest = scale * BAR_HEIGHT;
            set_live(workbook, year, ((moved / STEP).round() * STEP).max(0.0).min(highest));
        }
    };
    let end = move || {
        if drag.get_value().is_some() {
            drag.set_value(None);
            workbook.end_gesture();
        }
    };
    let on_pointercancel = move |_| {
        if let Some(Drag { amount, .. }) = drag.get_value() {
            set_live(workbook, year, amount);
        }
        end();
    };
    let on_keydown = move |event: KeyboardEvent| {
        let steps = match (event.shift_key(), event.key().as_str()) {
            (true, "ArrowUp" | "ArrowRight") | (_, "PageUp") => LARGE_STEP,
            (true, "ArrowDown" | "ArrowLeft") | (_, "PageDown") => -LARGE_STEP,
            (_, "ArrowUp" | "ArrowRight") => 1.0,
            (_, "ArrowDown" | "ArrowLeft") => -1.0,
            (_, "Home") => f64::NEG_INFINITY,
            _ => return,
        };
        event.prevent_default();
        step(steps);
        workbook.end_gesture_after_key_presses();
    };
    let height = move || amount.get() / top.get() * BAR_HEIGHT;
    let notice_id = format!("{}-{year}", element_ids::CAPEX_PLAN);
    let refused = Memo::new(move |_| draft.refused().and_then(|text| refusal(workbook, year, &text)));
    let sentence = Signal::derive(move || refused.get().unwrap_or_else(Text::new));
    view! {
        <div class="plan-year" class:first=year == 0 class:follows=move || follows.get() class:after=move || after.get()>
            <DraftField
                draft
                name="capex_path"
                label=plan::field_label(year)
                on_step=Callback::new(step)
                notice_id=notice_id.clone()
            />
            <div class="plan-track">
                <i class="plan-bar" style:height=move || format!("{}px", height())></i>
                <div
                    class="plan-grip"
                    role="slider"
                    tabindex="0"
                    aria-orientation="vertical"
                    aria-label=plan::bar(year)
                    aria-valuemin="0"
                    aria-valuemax=move || top.get().to_string()
                    aria-valuenow=move || amount.get().to_string()
                    aria-valuetext=move || units::spoken(Input::Capex, amount.get())
                    style:bottom=move || format!("{}px", height())
                    on:pointerdown=on_pointerdown
                    on:pointermove=on_pointermove
                    on:pointerup=move |_| end()
                    on:pointercancel=on_pointercancel
                    on:keydown=on_keydown
                ></div>
            </div>
            <span class="plan-name">{plan::year(year)}</span>
        </div>
        <Show when=move || refused.with(Option::is_some)>
            <p class="notice" role="status" id=notice_id.clone()><Sentence text=sentence/></p>
        </Show>
    }
}

/// Returns the message about text that the field of a year refused.
fn refusal(workbook: WorkbookStore, year: usize, text: &str) -> Option<Text> {
    let read = parse_typed(Input::Capex, text).map(|value| value.number().unwrap_or_default());
    let scenario = workbook.scenario.get();
    read.and_then(|amount| scenario.plan_edit(year, amount)).err().map(|error| plan::refused(&error))
}

/// Sets a year as part of a gesture, at once.
fn apply(workbook: WorkbookStore, year: usize, amount: f64) {
    workbook.edit(|book| match book.scenario().plan_edit(year, amount) {
        Ok(PlanEdit::Capex(amount)) => book.set(&[(Input::Capex, Value::Number(amount))]),
        Ok(PlanEdit::Path(path)) => book.set_capex_path(path),
        Err(_) => {}
    });
}

/// Sets a year while its bar is dragged, in the next frame.
fn set_live(workbook: WorkbookStore, year: usize, amount: f64) {
    match workbook.scenario.with_untracked(|scenario| scenario.plan_edit(year, amount)) {
        Ok(PlanEdit::Capex(amount)) => workbook.set_live(&[(Input::Capex, Value::Number(amount))]),
        Ok(PlanEdit::Path(path)) => workbook.set_live_capex_path(path),
        Err(_) => {}
    }
}
