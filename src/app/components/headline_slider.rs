//! Headline slider: label, number field, reset, and the strip of the outcome over the slider's whole range.

use leptos::prelude::*;

use super::{
    Badge, BaselineMark, BreakEvenMark, HeadlineStrip, NumberDraft, NumberField, NumberFieldNotice, ResetButton,
    Slider, Strip, UnspentPlan,
};
use crate::app::state::{use_ui, use_workbook};
use crate::app::visibility::while_visible;
use crate::scenario::Input;
use crate::words::inputs;
use crate::words::question;
use crate::words::units;

/// One of the three sliders that the answer depends on. An input without a range shows nothing.
#[component]
pub(crate) fn HeadlineSlider(
    /// The input.
    input: Input,
    /// Whether a phone shows this slider of the three.
    #[prop(into)]
    chosen: Signal<bool>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let range = input.range()?;
    let draft = NumberDraft::new(workbook, input, "");
    let HeadlineStrip { values, mark } = HeadlineStrip::new(workbook, input);
    let plain = Memo::new(move |_| {
        let (origin, scenario) = (workbook.origin.get(), workbook.scenario.get());
        question::plain_line(input, &origin, &scenario)
    });
    let embedded = ui.link.with_untracked(|link| link.embed);
    Some(view! {
        <div class="headline-slider" class:chosen=move || chosen.get() data-input=input.id()>
            <div class="headline-slider-head">
                <label for=input.id()>{inputs::short(input)}</label>
                <span class="headline-slider-note" aria-hidden="true">
                    {while_visible(ui.phone, move || mark.get().words)}
                </span>
                <Badge input/>
                <NumberField draft/>
                <span class="unit" aria-hidden="true">{units::field_unit(input)}</span>
                <ResetButton input/>
            </div>
            <p class="plain" id=format!("{}-plain", input.id())>{plain}</p>
            <div class="strip">
                <Strip input values mark/>
                <BaselineMark input value=draft.value() range/>
                <Slider input value=draft.value() range/>
                {embedded.then(|| view! { <StripCaption input mark/> })}
            </div>
            <NumberFieldNotice draft/>
            {(input == Input::Capex).then(|| view! { <p class="caption slider-note"><UnspentPlan/></p> })}
        </div>
    })
}

/// Unit and break-even below a strip that is too low to show text.
#[component]
fn StripCaption(input: Input, mark: Memo<BreakEvenMark>) -> impl IntoView {
    view! {
        <div class="strip-caption" aria-hidden="true">
            <span>{units::field_unit(input)}</span>
            <span
                class="break-even"
                class:gain=move || mark.get().good == Some(true)
                class:loss=move || mark.get().good == Some(false)
            >
                {move || mark.get().words}
            </span>
        </div>
    }
}
