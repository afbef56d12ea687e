//! Menu.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Menu(
    #[allow(unused)] label: &'static str,
    #[allow(unused)] path: &'static str,
    #[allow(unused)] children: ChildrenFn,
) -> impl IntoView {
}
