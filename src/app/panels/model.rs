//! The page about the model.

use leptos::prelude::*;

use crate::lang::about;

/// What it is, what it leaves out, how it was checked.
#[component]
pub fn Model() -> impl IntoView {
    about::PARTS
        .map(|part| {
            let body = part.body.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
            view! { <div class="about"><h3>{part.title}</h3>{body}</div> }
        })
        .collect_view()
}
