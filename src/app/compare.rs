//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Compare() -> impl IntoView {}

/// Pins the present scenario.
pub fn pin_present() {}
