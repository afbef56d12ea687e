//! Badge of an input: where its default comes from.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Badge(#[allow(unused)] input: crate::scenario::Input) -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn BadgeLegend(#[allow(unused)] words: fn(crate::scenario::Source) -> &'static str) -> impl IntoView {}
