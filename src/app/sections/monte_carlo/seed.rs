//! Choice of the seed.

use leptos::prelude::*;

use crate::app::components::{DraftField, FieldDraft, FieldNotice};
use crate::app::state::use_workbook;
use crate::words::monte_carlo;
use crate::words::text::Text;

/// Field of the seed, and button for other draws.
#[component]
pub(super) fn SeedChoice() -> impl IntoView {
    let workbook = use_workbook();
    let seed = Memo::new(move |_| workbook.seed.get());
    let set_seed = move |value: u32| workbook.edit(|book| book.set_seed(value));
    let read = |text: String| text.trim().parse().map_err(|_| ());
    // A seed that is half typed would draw cases in vain, and each one would be a step of the history.
    let draft = FieldDraft::new(seed, |seed| seed.to_string(), read, set_seed).applied_on_commit();
    let refusal = move || draft.refused().map(|(text, ())| Text::from(monte_carlo::refused_seed(&text)));
    view! {
        <div class="seed caption">
            <label for="seed">{monte_carlo::seed()}</label>
            <DraftField
                draft
                name="seed"
                label=monte_carlo::seed()
                notice_id="seed-notice"
                attr:id="seed"
                attr:inputmode="numeric"
            />
            <button type="button" class="link" on:click=move |_| set_seed(seed.get_untracked().wrapping_add(1))>
                {monte_carlo::draw_again()}
            </button>
        </div>
        <FieldNotice id="seed-notice" text=refusal/>
    }
}
