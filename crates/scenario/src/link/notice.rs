//! What could not be taken from a link, and what was used instead.

use crate::{Input, InputError, Value};

/// One thing to tell the reader about the link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkNotice {
    /// Where in the link it stands.
    pub part: LinkPart,
    /// What is the matter.
    pub problem: LinkProblem,
}

/// A part of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkPart {
    /// The link itself.
    Link,
    /// The scenario it is compared with.
    Baseline,
    /// A pinned scenario, by name.
    Pin(String),
}

/// Why something was not taken as written.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// An input's value was refused; `used` stands instead.
    Value {
        /// Why.
        error: InputError,
        /// What the input has now.
        used: Option<Value>,
    },
    /// Nothing has this name; it was left out.
    UnknownKey {
        /// The name as given.
        key: String,
    },
    /// A setting has no such option.
    UnknownOption {
        /// The setting.
        key: &'static str,
        /// The text as given.
        text: String,
        /// What it has now; none where it was left out.
        used: Option<String>,
    },
    /// A key stands there more than once; the last one counts.
    Duplicate {
        /// The key.
        key: String,
        /// The text that counts.
        used: String,
    },
    /// Escapes that stand for no text; they were kept as they are or replaced.
    Broken {
        /// The key.
        key: String,
    },
    /// More pins than can be shown; the first ones were kept.
    TooManyPins {
        /// How many there were.
        given: usize,
        /// How many were kept.
        kept: usize,
    },
    /// The text is longer than any link; the rest was not read.
    TooLong {
        /// How many bytes were read.
        read: usize,
    },
    /// The link was made by a later version of this page.
    LaterVersion {
        /// The link's version.
        version: u32,
        /// This page's version.
        known: u32,
    },
    /// The default has moved since the link was made; the link keeps the one it was made under.
    DefaultMoved {
        /// The input.
        input: Input,
        /// What the link keeps.
        was: Value,
        /// What the default is today.
        now: Value,
    },
    /// So many more things were not taken.
    More {
        /// How many.
        count: usize,
    },
}
