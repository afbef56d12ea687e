//! Sources.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Sources() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn SourceNote(#[allow(unused)] input: crate::scenario::Input) -> impl IntoView {}
