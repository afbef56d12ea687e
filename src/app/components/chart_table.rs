//! Chart table.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn ChartTable(#[allow(unused)] figure: Memo<std::sync::Arc<crate::chart::Figure>>) -> impl IntoView {}
