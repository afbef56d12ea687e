//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Drawer() -> impl IntoView {}
