//! Description of the model.

use leptos::prelude::*;

use crate::app::components::GlossaryText;
use crate::words::about;

/// Description of the model: purpose, limits, sources and checks.
#[component]
pub(super) fn AboutModel() -> impl IntoView {
    let part = |part: &'static about::Topic| {
        let paragraphs = part.body.iter().map(|text| view! { <p><GlossaryText text=*text/></p> }).collect_view();
        view! {
            <div class="about">
                <h3>{part.title}</h3>
                {paragraphs}
            </div>
        }
    };
    about::TOPICS.iter().map(part).collect_view()
}
