//! Top bar.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn TopBar() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn Home() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn UndoRedo() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn PinButton() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn ShareButton() -> impl IntoView {}
