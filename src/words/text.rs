//! Sentences as data: runs of text with a tone, so that the page, the static page and plain text say the same.

use std::borrow::Cow;

use crate::scenario::Input;

/// The role of a run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary text.
    Plain,
    /// Emphasised text.
    Strong,
    /// An outcome worth more than it costs.
    Good,
    /// An outcome worth less than it costs.
    Bad,
    /// A reference to an input, which leads to its control.
    Input(Input),
}

/// A run of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// The text, with the spaces around it.
    pub text: Cow<'static, str>,
    /// The role of the text.
    pub tone: Tone,
}

/// One or more sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The runs, in reading order.
    pub runs: Vec<TextRun>,
}

impl Text {
    /// An empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends text in a tone.
    pub fn add(mut self, tone: Tone, text: impl Into<Cow<'static, str>>) -> Self {
        self.runs.push(TextRun { text: text.into(), tone });
        self
    }

    /// Appends ordinary text.
    pub fn plain(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Plain, text)
    }

    /// Appends emphasised text.
    pub fn strong(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Strong, text)
    }

    /// Appends an outcome in the tone of good or bad news.
    pub fn verdict(self, good: bool, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(if good { Tone::Good } else { Tone::Bad }, text)
    }

    /// Appends a reference to an input.
    pub fn input(self, input: Input, text: impl Into<Cow<'static, str>>) -> Self {
        self.add(Tone::Input(input), text)
    }

    /// Appends another text.
    pub fn then(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
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
        self.runs.iter().try_for_each(|run| out.write_str(&run.text))
    }
}
