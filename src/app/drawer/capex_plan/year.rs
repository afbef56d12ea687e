//! Bar and field of a year of the capex plan.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use crate::app::components::{DraftField, FieldDraft, FieldNotice, steps_of_key};
use crate::app::element_ids;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{Input, PlanEdit, Value, parse_typed};
use crate::words::plan;
use crate::words::units;

/// Height of a bar at the upper end of the scale, in CSS pixels.
const BAR_HEIGHT: f64 = 64.0;

/// Step of an arrow key, and step to which a dragged bar is rounded, in $B.
const STEP: f64 = 5.0;

/// Drag of a bar, with its start.
#[derive(Clone, Copy)]
struct Drag {
    y: f64,
    amount: f64,
    /// $B per pixel.
    scale: f64,
}

/// Bar and field of a year.
#[component]
pub(super) fn PlanYear(
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
        let amount = parse_typed(Input::Capex, &text)?.number().unwrap_or_default();
        let edit = workbook.scenario.with_untracked(|scenario| scenario.plan_edit(year, amount));
        edit.map(|_| amount)
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
        let steps = match event.key().as_str() {
            "Home" => Some(f64::NEG_INFINITY),
            "End" => Some((top.get_untracked() - amount.get_untracked()) / STEP),
            _ => steps_of_key(&event),
        };
        let Some(steps) = steps else { return };
        event.prevent_default();
        step(steps);
        workbook.end_gesture_after_key_presses();
    };
    let height = move || amount.get() / top.get() * BAR_HEIGHT;
    let notice_id = format!("{}-{year}", element_ids::CAPEX_PLAN);
    let refusal = move || draft.refused().map(|(_, error)| plan::refused(&error));
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
                    class="plan-handle"
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
            <span class="plan-label">{plan::year(year)}</span>
        </div>
        <FieldNotice id=notice_id.clone() text=refusal/>
    }
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
