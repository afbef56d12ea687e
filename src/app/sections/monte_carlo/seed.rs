//! Choice of the seed.

use leptos::prelude::*;

use crate::app::state::use_workbook;
use crate::words::monte_carlo;

/// Text of the seed field that was refused.
#[derive(Clone, PartialEq)]
struct RefusedText {
    text: String,
    /// The seed at that time; when the seed changes by other means, the text is outdated.
    seed: u32,
}

/// Field of the seed, and button for other draws.
#[component]
pub(super) fn SeedChoice() -> impl IntoView {
    let workbook = use_workbook();
    let seed = workbook.seed;
    let refused_text = RwSignal::new(None::<RefusedText>);
    let refused = Memo::new(move |_| {
        let seed = seed.get();
        refused_text.get().filter(|refused| refused.seed == seed)
    });
    let is_refused = move || refused.with(Option::is_some);
    let refusal = move || refused.get().map(|refused| monte_carlo::refused_seed(&refused.text));
    let value = move || refused.get().map_or_else(|| seed.get().to_string(), |refused| refused.text);
    let set_seed = move |value: u32| {
        refused_text.set(None);
        workbook.edit(|book| book.set_seed(value));
    };
    let commit = move |text: String| match text.trim().parse() {
        Ok(value) => set_seed(value),
        Err(_) => refused_text.set(Some(RefusedText { text, seed: seed.get_untracked() })),
    };
    view! {
        <div class="seed caption">
            <label for="seed">{monte_carlo::seed()}</label>
            <input
                class="field"
                class:refused=is_refused
                type="text"
                inputmode="numeric"
                autocomplete="off"
                id="seed"
                name="seed"
                aria-invalid=move || is_refused().then_some("true")
                prop:value=value
                on:change:target=move |event| commit(event.target().value())
            />
            <button type="button" class="link" on:click=move |_| set_seed(seed.get_untracked().wrapping_add(1))>
                {monte_carlo::draw_again()}
            </button>
        </div>
        <Show when=is_refused><p class="notice" role="status">{refusal}</p></Show>
    }
}
