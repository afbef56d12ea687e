//! The parts of the scenario that differ from the preset, in one line under the answer.

use leptos::prelude::*;

use crate::app::components::Sentence;
use crate::app::state::{use_ui, use_workbook};
use crate::scenario::ScenarioPart;
use crate::words::changes::{self, Change};
use crate::words::text::Text;

/// Number of changes that are named on a phone, where two lines hold no more.
const SHOWN_ON_PHONE: usize = 2;

/// Line of the parts that differ from the preset. Each part leads to its control and can be reset.
#[component]
pub(crate) fn ChangedLine() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let changed = Memo::new(move |_| workbook.workbook.with(|book| changes::changes(book.sheet())));
    let all_shown = RwSignal::new(false);
    let count = move || changed.with(Vec::len);
    let limit = move || if ui.phone.get() { SHOWN_ON_PHONE } else { changes::SHOWN };
    let shown = move || {
        let shown = if all_shown.get() { usize::MAX } else { limit() };
        changed.with(|changed| changed.iter().take(shown).map(|change| change.part).collect::<Vec<_>>())
    };
    let is_first = move |part| changed.with(|changed| changed.first().is_some_and(|change| change.part == part));
    let more = move || match all_shown.get() {
        true => changes::fewer().to_owned(),
        false => changes::more(count().saturating_sub(limit())),
    };
    view! {
        <div class="changes">
        <Show
            when=move || count() != 0
            fallback=move || view! { <p class="caption unchanged">{move || changes::unchanged(&workbook.origin.get())}</p> }
        >
            <p class="caption changed">
                {move || changes::changed_from(&workbook.origin.get())}
                <For each=shown key=|part| *part let(part)>
                    {move || if is_first(part) { " " } else { " · " }}
                    <ChangedPart part changed/>
                </For>
                <Show when=move || { limit() < count() }>
                    " "
                    <button
                        type="button"
                        class="link"
                        aria-expanded=move || all_shown.get().to_string()
                        on:click=move |_| all_shown.update(|all| *all = !*all)
                    >
                        {more}
                    </button>
                </Show>
            </p>
        </Show>
        </div>
    }
}

/// A changed part, with the button that resets it.
#[component]
fn ChangedPart(
    /// The part.
    part: ScenarioPart,
    /// All changes.
    changed: Memo<Vec<Change>>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let text = Signal::derive(move || {
        let found = changed.with(|changed| changed.iter().find(|change| change.part == part).map(Change::text));
        found.unwrap_or_else(Text::new)
    });
    let reset = move |_| workbook.edit(|book| book.reset_part(part));
    let label = move || changes::reset(part, &workbook.origin.get());
    view! {
        <span class="change">
            <button type="button" class="input" on:click=move |_| ui.reveal_part(part)><Sentence text/></button>
            " "
            <button type="button" class="link" aria-label=label title=label on:click=reset>"×"</button>
        </span>
    }
}
