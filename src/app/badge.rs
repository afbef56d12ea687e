//! Where an input's default comes from: R, P or A.

use leptos::prelude::*;

use crate::lang::{names, page};
use crate::scenario::{Input, Source};

/// The badge of an input; it leads to the fact behind it, or says that it is our assumption.
#[component]
pub fn Badge(input: Input) -> impl IntoView {
    let source = input.spec().source;
    let open = RwSignal::new(false);
    view! {
        <span class="badge-box">
            <button type="button" class="badge" data-source=source.letter().to_string()
                aria-label=names::badge_of(input) aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
                on:blur=move |_| open.set(false)
            >{source.letter()}</button>
            <Show when=move || open.get()>
                <span class="tip" role="status">{super::reports::behind(input)}</span>
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
