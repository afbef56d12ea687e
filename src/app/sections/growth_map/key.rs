//! Key of the growth map: its colour classes and the values between them.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::chart::{ColorKey, Figure, Role};

/// Key of the map.
#[component]
pub(super) fn GrowthMapKey(
    /// The map.
    figure: Memo<Arc<Figure>>,
) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let key = while_visible(use_visibility(root, NEAR), move || figure.with(|figure| figure.key.clone()));
    let key = Memo::new(move |_| key());
    let title = move || key.with(|key| key.as_ref().map(|key| key.title.clone()));
    let classes = move || {
        let classes = key.with(|key| key.as_ref().map_or(Vec::new(), |ColorKey { classes, .. }| classes.clone()));
        classes.into_iter().enumerate().collect::<Vec<_>>()
    };
    view! {
        <div node_ref=root class="map-key">
            <span>{title}</span>
            <div class="classes">
                <For each=classes key=|class| class.clone() let((_, (role, end)))>
                    <KeyEntry role end/>
                </For>
            </div>
        </div>
    }
}

/// Colour of a class, with the value at its upper end.
#[component]
fn KeyEntry(role: Role, end: Option<String>) -> impl IntoView {
    let is_zero = end.as_deref() == Some("0");
    let colour = format!("var({})", role.name());
    view! { <i style:background=colour><span class:zero=is_zero>{end.unwrap_or_default()}</span></i> }
}
