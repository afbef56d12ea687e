//! Sonification.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Sonification(#[allow(unused)] figure: Memo<std::sync::Arc<crate::chart::Figure>>) -> impl IntoView {}
