//! Notices about the parts of a link that were refused or replaced.

use crate::{Input, InputError, Value};

/// A notice to the reader about a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkNotice {
    /// The part of the link that the notice is about.
    pub part: LinkPart,
    /// The problem, with the value that was used instead.
    pub problem: LinkProblem,
}

/// A part of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkPart {
    /// The link itself.
    Link,
    /// The baseline.
    Baseline,
    /// A pinned scenario, by name.
    Pin(String),
}

/// A reason why a part of a link was refused or replaced.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// The value of an input was refused.
    Value {
        /// The reason.
        error: InputError,
        /// The value that the input has instead.
        used: Option<Value>,
    },
    /// The key is unknown and was ignored.
    UnknownKey {
        /// The key as given.
        key: String,
    },
    /// The setting has no such option.
    UnknownOption {
        /// The setting.
        key: &'static str,
        /// The option as given.
        text: String,
        /// The option used instead; `None` if the setting was ignored.
        used: Option<String>,
    },
    /// The page does not exist in this language.
    UnknownLanguage {
        /// The language as given.
        text: String,
    },
    /// A key occurs more than once; its last text was used.
    Duplicate {
        /// The key.
        key: String,
        /// The text that was used.
        used: String,
    },
    /// The text of a key contains invalid escapes, which were kept or replaced.
    Broken {
        /// The key.
        key: String,
    },
    /// The link has too many pins; the first ones were kept.
    TooManyPins {
        /// The number of pins in the link.
        given: usize,
        /// The number of pins that were kept.
        kept: usize,
    },
    /// The link is too long; its end was ignored.
    TooLong {
        /// The number of bytes that were read.
        read: usize,
    },
    /// The link was made by a later version of the page.
    LaterVersion {
        /// The version of the link.
        version: u32,
        /// The version of this page.
        known: u32,
    },
    /// The link is of the first edition of the model, and so are the defaults of the inputs that it does not name.
    FirstEdition,
    /// A default has changed since the link was made; the link keeps its own.
    DefaultMoved {
        /// The input.
        input: Input,
        /// The default at the time of the link, which is used.
        was: Value,
        /// The default of today.
        now: Value,
    },
    /// Further notices were left out.
    More {
        /// The number of notices left out.
        count: usize,
    },
}
