//! Where an input's default comes from: R, P or A.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

use crate::lang::{names, page};
use crate::scenario::{Input, Source};

/// The badge of an input; it leads to the fact behind it, or says that it is our assumption.
#[component]
pub fn Badge(input: Input) -> impl IntoView {
    let source = input.spec().source;
    let open = RwSignal::new(false);
    let node = NodeRef::<html::Span>::new();
    let left = move |event: FocusEvent| {
        let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if !node.get_untracked().is_some_and(|node| node.contains(next.as_ref())) {
            open.set(false);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
        }
    };
    view! {
        <span class="badge-box" node_ref=node on:focusout=left on:keydown=key>
            <button type="button" class="badge" data-source=source.letter().to_string()
                aria-label=names::badge_of(input) aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >{source.letter()}</button>
            <Show when=move || open.get()>
                <div class="tip" tabindex="-1">{super::reports::behind(input)}</div>
            </Show>
        </span>
    }
}

/// What the three letters mean.
#[component]
pub fn BadgeKey(#[prop(optional)] in_full: bool) -> impl IntoView {
    let key = |source: Source| {
        view! { <span><i class="badge" data-source=source.letter().to_string() aria-hidden="true">{source.letter()}</i>{if in_full { legend(source) } else { names::badge(source) }}</span> }
    };
    view! { <p class="badges">{[Source::Reported, Source::Published, Source::Assumed].map(key).collect_view()}</p> }
}

fn legend(source: Source) -> &'static str {
    match source {
        Source::Reported => page::legend_reported(),
        Source::Published => page::legend_published(),
        Source::Assumed => page::legend_assumed(),
    }
}
