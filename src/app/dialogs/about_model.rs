//! Description of the model.

use leptos::prelude::*;

use crate::words::about;

/// Description of the model: what it is, what it leaves out, how it was checked.
#[component]
pub(super) fn AboutModel() -> impl IntoView {
    let part = |part: &'static about::Part| {
        let paragraphs = part.body.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
        view! {
            <div class="about">
                <h3>{part.title}</h3>
                {paragraphs}
            </div>
        }
    };
    about::PARTS.iter().map(part).collect_view()
}
