//! Badge of an input: the kind of source that its default comes from.

use leptos::html;
use leptos::prelude::*;

use super::{ToggleButton, closing};
use crate::app::sections::SourceNote;
use crate::scenario::{Input, Source};
use crate::words::inputs;

/// Badge that opens a note about the source of an input's default.
#[component]
pub(crate) fn Badge(
    /// The input.
    input: Input,
) -> impl IntoView {
    view! {
        <SourceBadge source=input.spec().source label=inputs::badge_of(input)><SourceNote input/></SourceBadge>
    }
}

/// Badge with a letter for the kind of source, which opens a note.
#[component]
pub(crate) fn SourceBadge(
    /// Kind of source.
    source: Source,
    /// Accessible name.
    #[prop(into)]
    label: String,
    /// The note.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let letter = source.letter();
    let opener = NodeRef::<html::Button>::new();
    view! {
        <span class="badge-box" {..closing(open, opener)}>
            <ToggleButton node_ref=opener class="badge" open attr:data-source=letter.to_string() attr:aria-label=label>
                {letter}
            </ToggleButton>
            <Show when=move || open.get()>
                <div class="tip" tabindex="-1">{children()}</div>
            </Show>
        </span>
    }
}

/// Legend of the badges.
#[component]
pub(crate) fn BadgeLegend(
    /// Returns the words for a kind of source.
    words: fn(Source) -> &'static str,
) -> impl IntoView {
    let entry = |source: Source| {
        let letter = source.letter();
        view! {
            <span>
                <i class="badge" data-source=letter.to_string() aria-hidden="true">{letter}</i>
                {words(source)}
            </span>
        }
    };
    let entries = [Source::Reported, Source::Published, Source::Assumed].map(entry);
    view! { <p class="badges">{entries.collect_view()}</p> }
}
