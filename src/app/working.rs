//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Working() -> impl IntoView {}
