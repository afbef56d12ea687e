//! Section of the page with its heading and its lead.

use leptos::html;
use leptos::prelude::*;

use super::Sentence;
use crate::app::section::Section;
use crate::app::visibility::{use_off_screen, use_visibility, while_visible};
use crate::words::text::Text;

/// Section named by its heading. Its lead follows the scenario while the section is visible.
#[component]
pub(crate) fn PageSection<F, T>(
    /// The section.
    section: Section,
    /// Text of the lead.
    lead: F,
    /// Content after the lead.
    children: Children,
) -> impl IntoView
where
    F: Fn() -> T + Copy + Send + Sync + 'static,
    T: Into<Text> + 'static,
{
    let root = NodeRef::<html::Section>::new();
    // A heading at the lower edge of the screen does not make its lead run the analysis in every frame.
    let lead = while_visible(use_visibility(root, "64px 0px -140px"), lead);
    let off_screen = use_off_screen(root);
    view! {
        <section node_ref=root class="section" class:off-screen=off_screen id=section.id() aria-label=section.name()>
            <h2>{section.title()}</h2>
            <p class="lead two-lines"><Sentence text=Memo::new(move |_| lead().into())/></p>
            {children()}
        </section>
    }
}
