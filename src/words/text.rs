//! Sentences as data: runs of words with a meaning, so that page, plain text, title and static page say the same.

use std::borrow::Cow;

use crate::scenario::Input;

/// What a run of words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Of weight.
    Strong,
    /// An outcome worth more than it costs.
    Good,
    /// An outcome worth less.
    Bad,
    /// An input; leads to its control.
    Input(Input),
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words, with the spaces that belong to them.
    pub text: Cow<'static, str>,
    /// Their meaning.
    pub tone: Tone,
}

/// A sentence or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The runs, in order.
    pub spans: Vec<Span>,
}

impl Text {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words of a tone.
    pub fn add(mut self, tone: Tone, text: impl Into<Cow<'static, str>>) -> Self {
        self.spans.push(Span { text: text.into(), tone });
        self
    }

    /// Adds plain words.
    pub fn plain(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Plain, text)
    }

    /// Adds words of weight.
    pub fn strong(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Strong, text)
    }

    /// Adds an outcome, good or bad.
    pub fn verdict(self, good: bool, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(if good { Tone::Good } else { Tone::Bad }, text)
    }

    /// Adds an input.
    pub fn input(self, input: Input, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Input(input), text)
    }

    /// Adds another text.
    pub fn then(mut self, other: Self) -> Self {
        self.spans.extend(other.spans);
        self
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.spans.iter().try_for_each(|span| out.write_str(&span.text))
    }
}
