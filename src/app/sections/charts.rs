//! Charts.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn CashChart() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn RevenueChart() -> impl IntoView {}
