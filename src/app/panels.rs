//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Panels() -> impl IntoView {}
