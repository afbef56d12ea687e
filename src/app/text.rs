//! Sentences of the core on the page: every tone gets its look, every input leads to its control.

use super::dom::{View, button, each_of, el, kept_words};
use super::store::store;
use crate::lang::text::{Text, Tone};
use crate::platform::reactive::{Memo, memo};

/// A sentence that is kept: as long as its tones stay, no element is touched, only the words in it.
pub fn sentence(text: impl Fn() -> Text + Send + Sync + 'static) -> View {
    spans(memo(text))
}

fn spans(text: Memo<Text>) -> View {
    let tones = move || text.with(|text| text.spans.iter().map(|span| span.tone).collect());
    let words = move |at: usize| text.with(|text| text.spans.get(at).map(|span| span.text.clone()).unwrap_or_default());
    each_of(tones, move |at, tone| toned(*tone, kept_words(move || words(at))))
}

fn toned(tone: Tone, words: View) -> View {
    match tone {
        Tone::Plain => words,
        Tone::Strong => el("b", "").with(words).into(),
        Tone::Good => el("b", "good").with(words).into(),
        Tone::Bad => el("b", "bad").with(words).into(),
        Tone::Input(input) => button("input", move || store().reveal(input)).with(words).into(),
    }
}
