//! Description of the model.

use crate::words::about;
use leptos::prelude::*;

/// Description of the model: what it is, what it leaves out, how it was checked.
#[component]
pub(super) fn AboutModel() -> impl IntoView {
    let part = |part: &'static about::Topic| {
        let paragraphs = part.body.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
        view! {
            <div class="about">
                <h3>{part.title}</h3>
                {paragraphs}
            </div>
        }
    };
    about::TOPICS.iter().map(part).collect_view()
}
