//! BuildOut.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn BuildOut() -> impl IntoView {}
