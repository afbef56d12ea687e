//! Working.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Working() -> impl IntoView {}

/// STUB
pub(crate) fn why_id(_metric: crate::words::metrics::Metric) -> String {
    String::new()
}
