//! Years.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Years() -> impl IntoView {}
