//! What is said when a value is not taken: what was asked, what is allowed, what is used instead.

use super::numbers::{machine, trimmed};
use super::text::Text;
use super::{inputs, names, units};
use crate::scenario::{Input, InputError, Kind, Range, Unit, Value};

/// Who asked for the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// The link the page was opened with.
    Link,
    /// A file that was opened.
    File,
    /// The person at the field.
    Field,
    /// The page around an embedded one.
    Host,
}

impl Asker {
    fn asked_for(self) -> &'static str {
        match self {
            Self::Link => "The link asked for ",
            Self::File => "The file asked for ",
            Self::Field => "You entered ",
            Self::Host => "The page around asked for ",
        }
    }

    fn named(self) -> &'static str {
        match self {
            Self::Link => "The link names ",
            Self::File => "The file names ",
            Self::Field => "You named ",
            Self::Host => "The page around names ",
        }
    }
}

/// The notice under the input: “The link asked for 140 %. A share lies between 0 and 100 %; 85 % is used instead.”
pub fn notice(refusal: &InputError, asker: Asker, used: Option<Value>) -> Text {
    let text = match refusal {
        InputError::Unknown { key } => {
            return Text::new()
                .plain(asker.named())
                .strong(format!("“{key}”"))
                .plain(", which is no input of this model. It is left out.");
        }
        InputError::NotAnObject { text } => {
            return Text::new()
                .plain("This is no scenario in JSON: ")
                .plain(text.clone())
                .plain(". Nothing was changed.");
        }
        InputError::NotANumber { text, .. } if text.is_empty() => Text::new().plain("The field is empty. "),
        InputError::NotANumber { text, .. } | InputError::NotAnOption { text, .. } => {
            Text::new().plain(asker.asked_for()).strong(format!("“{text}”")).plain(". ")
        }
        InputError::OutOfRange { input, value } | InputError::NotWhole { input, value } => {
            Text::new().plain(asker.asked_for()).strong(units::amount(*input, *value)).plain(". ")
        }
    };
    let Some(input) = refusal.input() else { return text };
    let text = text.plain(allowed(input));
    match used {
        Some(value) => text.plain("; ").strong(units::value(input, value)).plain(" is used instead."),
        None => text.plain("."),
    }
}

/// The same with the input's label in front, for a notice that stands away from the input.
pub fn page_notice(refusal: &InputError, asker: Asker, used: Option<Value>) -> Text {
    let text = notice(refusal, asker, used);
    match refusal.input() {
        Some(input) => Text::new().strong(inputs::label(input)).plain(": ").then(text),
        None => text,
    }
}

/// What may be chosen, as a clause: “A share lies between 0 and 100 %”.
pub fn allowed(input: Input) -> String {
    match &input.spec().kind {
        Kind::Number(range) => allowed_range(input, range),
        Kind::Switch => "It is either on or off".to_owned(),
        Kind::Choice(options) => {
            let words: Vec<_> = options.iter().map(|id| format!("{} ({id})", names::option(input, id))).collect();
            format!("It is one of: {}", words.join(", "))
        }
    }
}

fn allowed_range(input: Input, range: &Range) -> String {
    let unit = input.spec().unit;
    let noun = match unit {
        Unit::Share => "A share",
        Unit::PerYear => "A yearly rate",
        Unit::DollarsPerKwh => "A price",
        Unit::GwPerYear | Unit::Ratio | Unit::Times | Unit::None => "It",
        Unit::Years if range.whole => "A whole number of years",
        Unit::Years => "A time",
        Unit::Quarters => "A whole number of quarters",
        _ => "An amount",
    };
    let low = match unit {
        Unit::Share | Unit::PerYear => trimmed(range.lowest * 100.0, 0, 4),
        Unit::Years | Unit::Quarters | Unit::GwPerYear => trimmed(range.lowest, 0, 4),
        _ => units::range_end(input, range.lowest),
    };
    let low = if range.lowest < 0.0 && unit.is_percent() { units::amount(input, range.lowest) } else { low };
    format!("{noun} lies between {low} and {}", units::amount(input, range.highest))
}

/// One line for a terminal: the input's name, the value and the range, in the numbers of files.
pub fn line(refusal: &InputError) -> String {
    let range = |input: &Input| match &input.spec().kind {
        Kind::Number(range) => {
            let kind = if range.whole { "a whole number" } else { "a number" };
            format!("{kind} from {} to {}", machine(range.lowest), machine(range.highest))
        }
        Kind::Choice(options) => format!("one of {}", options.join(", ")),
        Kind::Switch => "on or off".to_owned(),
    };
    match refusal {
        InputError::Unknown { key } => format!("“{key}” is no input"),
        InputError::NotAnObject { text } => format!("no JSON object with inputs: {text}"),
        InputError::NotANumber { input, text } | InputError::NotAnOption { input, text } => {
            format!("{} cannot be “{text}”: it takes {}", input.id(), range(input))
        }
        InputError::OutOfRange { input, value } | InputError::NotWhole { input, value } => {
            format!("{} cannot be {}: it takes {}", input.id(), machine(*value), range(input))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, parse};

    fn said(input: Input, text: &str, asker: Asker) -> String {
        let refusal = parse(input, text).unwrap_err();
        notice(&refusal, asker, Some(Scenario::DEFAULT.get(input))).to_string().replace('\u{202f}', " ")
    }

    #[test]
    fn notices_name_what_was_asked_what_is_allowed_and_what_is_used() {
        let cases = [
            (
                said(Input::CustomShare, "140%", Asker::Link),
                "The link asked for 140 %. A share lies between 0 and 100 %; 60 % is used instead.",
            ),
            (
                said(Input::Capex, "-5", Asker::Field),
                "You entered −$5B. An amount lies between $0 and $1,000,000B; $200B is used instead.",
            ),
            (
                said(Input::Growth, "fast", Asker::Host),
                "The page around asked for “fast”. A yearly rate lies between −99 % and 1,000 %; 100 % is used instead.",
            ),
            (
                said(Input::Horizon, "9.5", Asker::File),
                "The file asked for 9.5 years. A whole number of years lies between 1 and 40 years; 10 years is used instead.",
            ),
            (
                said(Input::CountOpening, "maybe", Asker::Link),
                "The link asked for “maybe”. It is either on or off; on is used instead.",
            ),
            (
                said(Input::ChipLife, "", Asker::Field),
                "The field is empty. A time lies between 0.25 and 60 years; 6 years is used instead.",
            ),
        ];
        for (said, expected) in cases {
            assert_eq!(said, expected);
        }
        let unknown = InputError::Unknown { key: "colour".to_owned() };
        assert_eq!(
            page_notice(&unknown, Asker::Link, None).to_string(),
            "The link names “colour”, which is no input of this model. It is left out."
        );
    }

    #[test]
    fn a_line_names_the_input_the_value_and_the_range() {
        let refusal = parse(Input::CustomShare, "1.4").unwrap_err();
        assert_eq!(line(&refusal), "custom_share cannot be 1.4: it takes a number from 0 to 1");
        let refusal = parse(Input::Terminal, "gold").unwrap_err();
        assert_eq!(line(&refusal), "terminal cannot be “gold”: it takes one of none, nbv, perpetuity, multiple");
    }
}
