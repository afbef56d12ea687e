//! Embed view.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn EmbedView() -> impl IntoView {}
