//! Notices.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Notices() -> impl IntoView {}
