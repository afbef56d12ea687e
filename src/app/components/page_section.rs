//! Section of the page with its heading and its lead.

use leptos::html;
use leptos::prelude::*;

use super::Sentence;
use crate::app::section::Section;
use crate::app::visibility::{use_off_screen, use_visibility, while_visible};
use crate::words::text::Text;

/// Section with its heading. A lead follows the scenario while the section is visible.
#[component]
pub(crate) fn PageSection(
    /// The section.
    section: Section,
    /// Reference to the section.
    #[prop(optional)]
    node_ref: NodeRef<html::Section>,
    /// Text of the lead, where it depends on the scenario.
    #[prop(optional, into)]
    lead: Option<Signal<Text>>,
    /// Content after the lead.
    children: Children,
) -> impl IntoView {
    let lead = lead.map(|lead| {
        // A heading at the lower edge of the screen does not make its lead run the analysis in every frame.
        let text = while_visible(use_visibility(node_ref, "64px 0px -140px"), move || lead.get());
        view! { <p class="lead two-lines"><Sentence text=Memo::new(move |_| text())/></p> }
    });
    let off_screen = use_off_screen(node_ref);
    view! {
        <section node_ref=node_ref class="section" class:off-screen=off_screen id=section.id() aria-label=section.name()>
            <h2>{section.title()}</h2>
            {lead}
            {children()}
        </section>
    }
}
