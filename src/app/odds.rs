//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Odds() -> impl IntoView {}
