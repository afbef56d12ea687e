//! The strip behind a slider: the outcome over its whole range, and where it breaks even.

use wasm_bindgen::JsCast;

use super::dom::{Element, el};
use super::seen::in_view;
use super::store::{Shared, store, with_workspace};
use crate::analysis::{self, Bound};
use crate::chart::{Role, Size, StripText, Worth};
use crate::model::{Goal, GoalStatus};
use crate::platform::canvas::ChartCanvas;
use crate::platform::observe;
use crate::platform::reactive::{Memo, RwSignal, Signal, StoredValue, effect, memo};
use crate::scenario::Input;
use crate::words::goals;
use crate::words::units::{Side, range_end};

/// Steps along the travel at which the outcome is worked out.
const STEPS: usize = 48;

/// Where an input breaks even, in words and along the slider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Even {
    /// Along the travel, 0 to 1, where the break-even lies on it.
    pub position: Option<f64>,
    /// In words.
    pub words: String,
    /// Worth it everywhere, or nowhere; `None` where it depends.
    pub good: Option<bool>,
}

/// What stands behind one slider. It moves while other sliders move.
#[derive(Clone, Copy)]
pub struct StripOf {
    /// The worth at equal steps of the travel.
    pub values: Memo<Shared<Vec<f64>>>,
    /// Where it breaks even.
    pub even: Memo<Even>,
}

/// The strip of an input.
pub fn strip_of(input: Input) -> StripOf {
    let store = store();
    let rest = store.without(vec![input]);
    let values = memo(move || {
        let mut values = vec![0.0; STEPS + 1];
        with_workspace(|workspace| analysis::strip(workspace, &rest.get(), input, &mut values));
        Shared::new(values)
    });
    let found = memo(move || {
        let (values, rest) = (values.get(), rest.get());
        with_workspace(|workspace| analysis::turning_point(workspace, &rest, input, &values))
    });
    let even = memo(move || {
        let present = store.scenario.with(|scenario| scenario.get(input).number().unwrap_or_default());
        found.get().map_or_else(Even::default, |(bound, goal)| even_of(input, bound, goal, present))
    });
    StripOf { values, even }
}

fn even_of(input: Input, bound: Bound, goal: Goal, present: f64) -> Even {
    match (goal.status, goal.value) {
        (GoalStatus::Solved, Some(value)) => Even {
            position: input.range().map(|range| range.fraction(value)),
            words: goals::strip_mark(input, value, side(bound), present),
            good: None,
        },
        (GoalStatus::Met, _) => Even { position: None, words: goals::strip_all(input), good: Some(true) },
        _ => Even { position: None, words: goals::strip_none(input), good: Some(false) },
    }
}

/// The side of a bound, as thresholds are rounded.
pub fn side(bound: Bound) -> Side {
    match bound {
        Bound::AtLeast => Side::AtLeast,
        Bound::AtMost => Side::AtMost,
    }
}

/// The strip as drawn. Words of the break-even stand below it only where there are any.
pub fn strip(input: Input, values: Signal<Shared<Vec<f64>>>, even: Memo<Even>) -> Element {
    let store = store();
    let canvas = el("canvas", "").attr("data-strip", input.id()).attr("aria-hidden", "true");
    let ends = input.range().map(|range| [range.min, range.max].map(|end| range_end(input, end))).unwrap_or_default();
    let size = RwSignal::new((0.0, 0.0));
    let seen = in_view(&canvas);
    let sheet = StoredValue::new(ChartCanvas::transparent(canvas.node().clone().unchecked_into()));
    let node = canvas.node().clone();
    // Its size is known once it is on the page.
    effect(move || observe::size(&node, move |width, height| size.set((width, height))));
    effect(move || {
        let (width, height) = size.get();
        if !seen.get() || width <= 0.0 {
            return;
        }
        let (values, even, palette) = (values.get(), even.get(), store.palette.get());
        let (scale, ratio) = (store.scale.get(), store.ratio.get());
        let role = match even.good {
            None => Role::Ink,
            Some(true) => Role::Gain,
            Some(false) => Role::Loss,
        };
        let text = StripText { ends: ends.each_ref().map(String::as_str), even: &even.words, role };
        let text = Some(text).filter(|text| !text.even.is_empty());
        sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.draw_strip(
                    &Worth { values: &values, even: even.position, text },
                    scale,
                    &palette,
                    Size { width, height },
                    ratio,
                );
            }
        });
    });
    canvas
}
