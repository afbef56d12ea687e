//! Rail.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Rail(#[allow(unused)] passed: Signal<bool>) -> impl IntoView {}
