//! Slider of an input.

use leptos::prelude::*;

use super::RangeInput;
use crate::app::state::use_workbook;
use crate::scenario::{Input, Range, Value};
use crate::words::inputs;
use crate::words::units;

/// Range input over an input's own scale.
#[component]
pub(crate) fn Slider(
    /// The input.
    input: Input,
    /// Its current value.
    #[prop(into)]
    value: Signal<f64>,
    /// Its range and scale.
    range: &'static Range,
    /// Prefix of the element id, where a second slider of the same input is on the page.
    #[prop(optional)]
    id_prefix: &'static str,
) -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <RangeInput
            value
            range=*range
            set_live=move |value| workbook.set_live(&[(input, Value::Number(value))])
            attr:id=format!("{id_prefix}{}", input.id())
            attr:name=input.id()
            attr:aria-label=inputs::label(input)
            attr:aria-valuetext=move || units::spoken(input, value.get())
        />
    }
}

/// Mark along a slider at the baseline's value, where the input has another value now.
#[component]
pub(crate) fn BaselineMark(
    /// The input.
    input: Input,
    /// Its current value.
    #[prop(into)]
    value: Signal<f64>,
    /// Its range and scale.
    range: &'static Range,
) -> impl IntoView {
    let baseline = use_workbook().baseline;
    let position = Memo::new(move |_| {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| range.fraction(opened))
    });
    view! {
        <div class="baseline-track">
            <i
                class="baseline-mark"
                hidden=move || position.get().is_none()
                style:left=move || position.get().map(percent).unwrap_or_default()
            ></i>
        </div>
    }
}

/// Formats a fraction of the slider's length for a style.
pub(crate) fn percent(fraction: f64) -> String {
    format!("{}%", (fraction * 1e5).round() / 1e3)
}
