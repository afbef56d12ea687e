//! Section of the page with its heading and its lead.

use leptos::html;
use leptos::prelude::*;

use crate::app::section::Section;
use crate::app::visibility::{use_visibility, while_visible};

/// Section named by its heading. Its lead follows the scenario while the section is visible.
#[component]
pub(crate) fn PageSection<F>(
    /// Which section.
    section: Section,
    /// Text of the lead.
    lead: F,
    /// Content after the lead.
    children: Children,
) -> impl IntoView
where
    F: Fn() -> String + Copy + Send + Sync + 'static,
{
    let root = NodeRef::<html::Section>::new();
    // A heading at the lower edge of the screen does not make its lead run the analysis in every frame.
    let visible = use_visibility(root, "64px 0px -140px");
    view! {
        <section node_ref=root class="section" id=section.id() aria-label=section.name()>
            <h2>{section.title()}</h2>
            <p class="lead two-lines">{while_visible(visible, lead)}</p>
            {children()}
        </section>
    }
}
