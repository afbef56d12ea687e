//! Figures.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Figures() -> impl IntoView {}
