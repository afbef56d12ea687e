//! Dialogs.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Dialogs() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn Tour() -> impl IntoView {}
