//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Reports() -> impl IntoView {}

/// What stands behind an input's default.
pub fn behind(_input: crate::scenario::Input) -> impl IntoView {}
