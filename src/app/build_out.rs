//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn BuildOut() -> impl IntoView {}
