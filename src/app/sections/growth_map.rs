//! GrowthMap.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn GrowthMap() -> impl IntoView {}
