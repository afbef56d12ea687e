//! Drawer.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Drawer() -> impl IntoView {}

/// Id of the search field.
pub(crate) const SEARCH_ID: &str = "drawer-find";

/// Returns the id of an input's control in the drawer.
pub(crate) fn control_id(input: crate::scenario::Input) -> String {
    format!("drawer-{}", input.id())
}
