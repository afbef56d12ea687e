//! TornadoSection.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn TornadoSection() -> impl IntoView {}
