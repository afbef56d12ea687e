//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Regions() -> impl IntoView {}
