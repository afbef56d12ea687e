//! Key of the growth map: its colour classes and the values between them.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::analysis::{GrowthMap, OutcomeMeasure};
use crate::app::state::use_workbook;
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::chart::{self, Role};
use crate::words::growth_map;
use crate::words::numbers::number;
use crate::words::numbers::signed_number;

/// Colour class of the map.
#[derive(Clone, PartialEq, Eq, Hash)]
struct ColourClass {
    /// Colour in CSS.
    colour: String,
    /// Value at which the next class begins, where it is shown.
    end: Option<String>,
}

/// Key of the map.
#[component]
pub(super) fn MapKey(
    /// The measure that the map shows.
    measure: RwSignal<OutcomeMeasure>,
    /// The runs of the map.
    map: Memo<Arc<GrowthMap>>,
) -> impl IntoView {
    let workbook = use_workbook();
    let root = NodeRef::<html::Div>::new();
    let classes = while_visible(use_visibility(root, NEAR), move || {
        let horizon = workbook.scenario.with(|scenario| scenario.horizon);
        map.with(|map| match measure.get() {
            OutcomeMeasure::Payback => payback_classes(horizon),
            _ => npv_classes(map),
        })
    });
    let keyed = move || classes().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div node_ref=root class="map-key">
            <span>{move || growth_map::key(measure.get())}</span>
            <div class="classes">
                <For each=keyed key=|class| class.clone() let((_, class))>
                    <KeyEntry class/>
                </For>
            </div>
        </div>
    }
}

/// Colour of a class, with the value at its end.
#[component]
fn KeyEntry(class: ColourClass) -> impl IntoView {
    let ColourClass { colour, end } = class;
    let is_zero = end.as_deref() == Some("0");
    view! { <i style:background=colour><span class:zero=is_zero>{end.unwrap_or_default()}</span></i> }
}

/// Returns the classes of payback, from the worst to the best.
fn payback_classes(horizon: f64) -> Vec<ColourClass> {
    let ends = chart::PAYBACK_SHARES.iter().map(|share| Some(number(share * horizon, 0)));
    let classes = chart::PAYBACK_CLASSES.into_iter().zip(ends.chain([None]));
    classes.map(|(role, end)| ColourClass { colour: colour(role), end }).collect()
}

/// Returns the classes of NPV, from the worst to the best.
fn npv_classes(map: &GrowthMap) -> Vec<ColourClass> {
    let scale = chart::map_scale(&map.npv);
    // Every second value is enough to read off the others.
    let end = |(index, split): (usize, &f64)| (index % 2 == 0).then(|| signed_number(split * scale, 0));
    let ends = chart::SPLITS.iter().enumerate().map(end);
    let classes = Role::CLASSES.into_iter().zip(ends.chain([None]));
    classes.map(|(role, end)| ColourClass { colour: colour(role), end }).collect()
}

fn colour(role: Role) -> String {
    let index = Role::CLASSES.iter().position(|class| *class == role).unwrap_or_default();
    format!("var(--d{index})")
}
