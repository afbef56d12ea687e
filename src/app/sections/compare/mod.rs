//! Compare.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Compare() -> impl IntoView {}

/// STUB
pub(crate) fn pin_current(_workbook: crate::app::state::WorkbookStore) {}
