//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Matters() -> impl IntoView {}
