//! Sentences of the core as markup: each tone has its style, and each input is a button that leads to its number field.

use leptos::prelude::*;

use crate::app::state::use_ui;
use crate::words::text::Text;
use crate::words::text::Tone;

/// Sentence. While its tones stay the same, only the text nodes change.
#[component]
pub(crate) fn Sentence(
    /// Text with its tones.
    #[prop(into)]
    text: Signal<Text>,
) -> impl IntoView {
    let tones =
        Memo::new(move |_| text.with(|text| text.runs.iter().map(|run| run.tone).enumerate().collect::<Vec<_>>()));
    view! {
        <For each=move || tones.get() key=|span| *span let((index, tone))>
            <SentenceSpan text index tone/>
        </For>
    }
}

/// One span of a sentence.
#[component]
fn SentenceSpan(text: Signal<Text>, index: usize, tone: Tone) -> impl IntoView {
    let ui = use_ui();
    let words = move || text.with(|text| text.runs.get(index).map(|run| run.text.clone()));
    match tone {
        Tone::Plain => words.into_any(),
        Tone::Strong => view! { <b>{words}</b> }.into_any(),
        Tone::Good => view! { <b class="good">{words}</b> }.into_any(),
        Tone::Bad => view! { <b class="bad">{words}</b> }.into_any(),
        Tone::Input(input) => view! {
            <button type="button" class="input" on:click=move |_| ui.reveal_number(input)>{words}</button>
        }
        .into_any(),
    }
}
