//! What the page has to say: links, files and hosts that asked for what cannot be.

use leptos::prelude::*;

use super::icons::{CLOSE, Icon};
use super::store::store;
use crate::lang::controls;

/// The notices under the answer.
#[component]
pub fn Notices() -> impl IntoView {
    let notices = store().notices;
    let one = move |words: String| {
        let known = words.clone();
        view! {
            <div class="notice">
                <span>{words}</span>
                <button type="button" class="icon" aria-label=controls::close()
                    on:click=move |_| notices.update(|notices| notices.retain(|words| *words != known))><Icon path=CLOSE/></button>
            </div>
        }
    };
    view! { <div class="notices" role="status">{move || notices.get().into_iter().map(one).collect_view()}</div> }
}
