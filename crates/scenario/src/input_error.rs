//! The reasons why a value, an event, a plan or a range was refused, with the value as given.

use super::{Input, InputRange};

/// The reason why a value was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// No input has this id.
    Unknown {
        /// The id as given.
        key: String,
    },
    /// The text is not a number.
    NotANumber {
        /// The input.
        input: Input,
        /// The text as given.
        text: String,
    },
    /// The number is outside the legal range.
    OutOfRange {
        /// The input.
        input: Input,
        /// The number as given.
        value: f64,
    },
    /// Only whole numbers are legal.
    NotWhole {
        /// The input.
        input: Input,
        /// The number as given.
        value: f64,
    },
    /// The text is not one of the options, or neither on nor off.
    NotAnOption {
        /// The input.
        input: Input,
        /// The text as given.
        text: String,
    },
    /// The text is not an event.
    NotAnEvent {
        /// The text as given.
        text: String,
        /// The part that is refused.
        part: EventPart,
    },
    /// There are more events than a scenario holds.
    TooManyEvents {
        /// The number of events given.
        given: usize,
    },
    /// The text is not a multiple of the first year's capex.
    NotAMultiple {
        /// The text as given.
        text: String,
    },
    /// The capex plan has more years than a scenario holds.
    TooManyYears {
        /// The number of years given.
        given: usize,
    },
    /// The text is not a range of an uncertain input, or not used as written.
    NotARange {
        /// The text as given.
        text: String,
        /// The input that it names.
        input: Option<Input>,
        /// The reason.
        problem: RangeProblem,
        /// The range that is used instead; `None` if the range is left out.
        used: Option<InputRange>,
    },
    /// The text is not a JSON object.
    NotAnObject(UnreadableText),
}

/// The reason why a text is not a JSON object with inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableText {
    /// The text is empty.
    Empty,
    /// The text is a web page, such as an offline copy.
    WebPage,
    /// The text is a spreadsheet or another packed file.
    Packed,
    /// The text ends before its last bracket.
    Unfinished {
        /// The last line, from 1.
        line: usize,
    },
    /// The text is not JSON.
    Malformed {
        /// The line of the first wrong letter, from 1.
        line: usize,
        /// The place of that letter in its line, from 1.
        column: usize,
    },
    /// The text is JSON without an object of inputs.
    NoInputs,
}

/// The reason why the range of an uncertain input is not used as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeProblem {
    /// The form is neither two ends nor `fixed`.
    Form,
    /// No input has this id.
    Unknown,
    /// The input is a choice, a switch or the horizon.
    NotUncertain,
    /// An end is not a number.
    NotANumber,
    /// An end is not a whole number, and only whole numbers are legal.
    NotWhole,
    /// An end is outside the legal range and was moved into it.
    OutOfRange,
    /// The lower end is above the upper end; they were exchanged.
    Order,
    /// The input is named more than once; its last range is used.
    Twice,
}

/// A part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventPart {
    /// The form as a whole.
    Form,
    /// The kind.
    Kind,
    /// The first quarter.
    Quarter,
    /// The size.
    Size,
    /// The length in quarters.
    Length,
}

impl InputError {
    /// The input whose value or range was refused; none for unknown ids and unreadable texts.
    pub fn input(&self) -> Option<Input> {
        match self {
            Self::NotANumber { input, .. }
            | Self::OutOfRange { input, .. }
            | Self::NotWhole { input, .. }
            | Self::NotAnOption { input, .. } => Some(*input),
            Self::NotARange { input, .. } => *input,
            Self::Unknown { .. }
            | Self::NotAnEvent { .. }
            | Self::TooManyEvents { .. }
            | Self::NotAMultiple { .. }
            | Self::TooManyYears { .. }
            | Self::NotAnObject(_) => None,
        }
    }
}

/// A text as given, cut to a length that can be displayed.
pub(super) fn clip(text: &str) -> String {
    text.chars().take(80).collect()
}
