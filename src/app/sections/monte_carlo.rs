//! MonteCarlo.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn MonteCarlo() -> impl IntoView {}
