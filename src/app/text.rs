//! Sentences of the core on the page: every tone gets its look, every input leads to its control.

use leptos::prelude::*;

use super::store::store;
use crate::lang::text::{Span, Text, Tone};

/// A sentence, as inline markup.
pub fn words(text: Text) -> impl IntoView {
    text.spans.into_iter().map(span).collect_view()
}

fn span(span: Span) -> AnyView {
    let Span { text, tone } = span;
    match tone {
        Tone::Plain => text.into_any(),
        Tone::Strong => view! { <b>{text}</b> }.into_any(),
        Tone::Good => view! { <b class="good">{text}</b> }.into_any(),
        Tone::Bad => view! { <b class="bad">{text}</b> }.into_any(),
        Tone::Input(input) => view! {
            <button type="button" class="input" on:click=move |_| store().reveal(input)>{text}</button>
        }
        .into_any(),
    }
}
