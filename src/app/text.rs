//! Sentences of the core on the page: every tone gets its look, every input leads to its control.

use super::dom::{View, button, el, worded};
use super::store::store;
use crate::words::text::{Text, Tone};

/// A sentence that is kept: as long as its tones stay, no element is touched, only the words in it.
pub fn sentence(text: impl Fn() -> Text + 'static) -> View {
    spans(Box::new(text))
}

fn spans(text: Box<dyn Fn() -> Text>) -> View {
    worded(move || text().runs.into_iter().map(|run| (run.tone, run.text)).collect(), toned)
}

fn toned(tone: &Tone, words: View) -> View {
    match *tone {
        Tone::Plain => words,
        Tone::Strong => el("b", "").with(words).into(),
        Tone::Good => el("b", "good").with(words).into(),
        Tone::Bad => el("b", "bad").with(words).into(),
        Tone::Input(input) => button("input", move || store().reveal(input)).with(words).into(),
    }
}
