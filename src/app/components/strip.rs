//! Strip behind a slider: the outcome over the slider's whole range, and the break-even.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::analysis::{self, Bound};
use crate::app::chart_canvas::ChartCanvas;
use crate::app::state::{WorkbookStore, use_ui, use_workbook};
use crate::app::visibility::{NEAR, use_size, use_visibility};
use crate::chart::{Role, Size, StripData, StripText};
use crate::model::{SearchResult, SearchStatus};
use crate::scenario::Input;
use crate::words::goal_seek;
use crate::words::units::range_end;

/// Steps along the slider at which the outcome is computed.
const STEPS: usize = 48;

/// Break-even of an input along its slider.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct BreakEvenMark {
    /// Position as a fraction of the slider's length; `None` where the break-even is not on the slider.
    pub(crate) position: Option<f64>,
    /// The break-even in words.
    pub(crate) words: String,
    /// `true` where every value is worth it, `false` where none is, `None` where it depends.
    pub(crate) good: Option<bool>,
}

/// Data of the strip behind a headline slider. It changes while other sliders move.
#[derive(Clone, Copy)]
pub(crate) struct HeadlineStrip {
    /// NPV at equal steps of the slider.
    pub(crate) values: Memo<Arc<Vec<f64>>>,
    /// Break-even.
    pub(crate) mark: Memo<BreakEvenMark>,
}

impl HeadlineStrip {
    /// Creates the memos of an input's strip.
    pub(crate) fn new(workbook: WorkbookStore, input: Input) -> Self {
        let others = workbook.scenario_without(move || vec![input]);
        let values = Memo::new(move |_| {
            let (others, mut values) = (others.get(), vec![0.0; STEPS + 1]);
            workbook.with_workspace(|workspace| analysis::strip(workspace, &others, input, &mut values));
            Arc::new(values)
        });
        let turning_point = Memo::new(move |_| {
            let (values, others) = (values.get(), others.get());
            workbook.with_workspace(|workspace| analysis::break_even_from_strip(workspace, &others, input, &values))
        });
        let current = workbook.number(input);
        let mark = Memo::new(move |_| {
            let current = current.get();
            turning_point
                .get()
                .map_or_else(BreakEvenMark::default, |(bound, goal)| mark_of(input, bound, goal, current))
        });
        Self { values, mark }
    }
}

fn mark_of(input: Input, bound: Bound, goal: SearchResult, current: f64) -> BreakEvenMark {
    match (goal.status, goal.value) {
        (SearchStatus::Solved, Some(value)) => BreakEvenMark {
            position: input.range().map(|range| range.fraction(value)),
            words: goal_seek::strip_mark(input, value, bound, current),
            good: None,
        },
        (SearchStatus::MetAtStart, _) => {
            BreakEvenMark { position: None, words: goal_seek::strip_all(input), good: Some(true) }
        }
        _ => BreakEvenMark { position: None, words: goal_seek::strip_none(input), good: Some(false) },
    }
}

/// Canvas of a strip. It labels the ends of the range only where the break-even is in words.
#[component]
pub(crate) fn Strip(
    /// The input.
    input: Input,
    /// NPV at equal steps of the slider.
    #[prop(into)]
    values: Signal<Arc<Vec<f64>>>,
    /// Break-even.
    #[prop(into)]
    mark: Signal<BreakEvenMark>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let element = NodeRef::<html::Canvas>::new();
    let canvas = StoredValue::new_local(None::<ChartCanvas>);
    element.on_load(move |element| canvas.set_value(ChartCanvas::transparent(element)));
    let (size, visible) = (use_size(element), use_visibility(element, NEAR));
    let ends = input.range().map(|range| [range.min, range.max].map(|end| range_end(input, end))).unwrap_or_default();
    Effect::new(move || {
        let (width, height) = size.get();
        if !visible.get() || width <= 0.0 {
            return;
        }
        let (values, mark, palette) = (values.get(), mark.get(), ui.theme.palette.get());
        let (scale, ratio) = (workbook.npv_scale.get(), ui.pixel_ratio.get());
        let role = match mark.good {
            None => Role::Ink,
            Some(true) => Role::Gain,
            Some(false) => Role::Loss,
        };
        let text = StripText { ends: ends.each_ref().map(String::as_str), break_even: &mark.words, role };
        let text = Some(text).filter(|text| !text.break_even.is_empty());
        let data = StripData { npv: &values, break_even: mark.position, text };
        canvas.update_value(|canvas| {
            if let Some(canvas) = canvas {
                canvas.draw_strip(&data, scale, &palette, Size { width, height }, ratio);
            }
        });
    });
    view! { <canvas node_ref=element data-strip=input.id() aria-hidden="true"></canvas> }
}
