//! Messages about values that were refused: the value given, the allowed range, and the value used instead.

use super::numbers::{machine, trimmed};
use super::text::Text;
use super::{inputs, ranges, units};
use crate::scenario::{
    AmbiguousMark, EventPart, Input, InputError, InputRange, Kind, Range, RangeProblem, Unit, UnreadableText, Value,
};

/// The origin of a refused value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requester {
    /// The link that the page was opened with.
    Link,
    /// A file that the reader opened.
    File,
    /// The reader, in a field.
    Field,
}

impl Requester {
    fn gives_value(self) -> &'static str {
        match self {
            Self::Link => "The link asked for ",
            Self::File => "The file asked for ",
            Self::Field => "You entered ",
        }
    }

    fn names_input(self) -> &'static str {
        match self {
            Self::Link => "The link names ",
            Self::File => "The file names ",
            Self::Field => "You named ",
        }
    }
}

/// The notice under an input: “The link asked for 140 %. A share lies between 0 and 100 %; 85 % is used instead.”
pub fn notice(error: &InputError, requester: Requester, used: Option<Value>) -> Text {
    let text = match error {
        InputError::Unknown { key } => {
            return Text::new()
                .plain(requester.names_input())
                .strong(format!("“{key}”"))
                .plain(", which is not an input of this model. It is ignored.");
        }
        InputError::NotAnEvent { text, part } => {
            let text = Text::new().plain(requester.gives_value()).strong(format!("“{text}”"));
            return text.plain(". ").plain(event_part(*part)).plain(". The event is left out.");
        }
        InputError::TooManyEvents { given } => {
            let text = Text::new().plain(requester.gives_value()).strong(format!("{given} events"));
            return text.plain(". A scenario holds six; the first six are used.");
        }
        InputError::NotAMultiple { text } => {
            let text = Text::new().plain(requester.gives_value()).strong(format!("“{text}”"));
            return text.plain(
                " in the capex plan by year. A year is a multiple of the first one, from 0 to 100. The plan by year is \
                 left out.",
            );
        }
        InputError::TooManyYears { given } => {
            let text = Text::new().plain(requester.gives_value()).strong(format!("a capex plan of {given} years"));
            return text.plain(". It may have 20. The plan by year is left out.");
        }
        InputError::NotARange { text, input, problem, used } => {
            let text = Text::new().plain(requester.gives_value()).plain("the range ").strong(format!("“{text}”"));
            return range_used(text.plain(format!(". {}", range_problem(*problem, *input))), *input, *used);
        }
        InputError::NotAnObject(reason) => {
            let advice = match reason {
                UnreadableText::WebPage => "Open it in the browser instead.",
                _ => "Open a JSON file that was downloaded from this page.",
            };
            let text = format!("The file was not opened: {}. Nothing was changed. {advice}", unreadable(*reason));
            return Text::new().plain(text);
        }
        InputError::NotANumber { text, .. } if text.is_empty() => Text::new().plain("The field is empty. "),
        InputError::NotANumber { text, .. } | InputError::NotAnOption { text, .. } => {
            Text::new().plain(requester.gives_value()).strong(format!("“{text}”")).plain(". ")
        }
        InputError::OutOfRange { input, value } | InputError::NotWhole { input, value } => {
            Text::new().plain(requester.gives_value()).strong(units::amount(*input, *value)).plain(". ")
        }
    };
    let Some(input) = error.input() else { return text };
    let text = text.plain(allowed(input));
    match used {
        Some(value) => text.plain("; ").strong(units::value(input, value)).plain(" is used instead."),
        None => text.plain("."),
    }
}

/// The reason why a text cannot be read, as a clause.
fn unreadable(reason: UnreadableText) -> String {
    match reason {
        UnreadableText::Empty => "it is empty".to_owned(),
        UnreadableText::WebPage => "it is a web page".to_owned(),
        UnreadableText::Packed => "it is a spreadsheet or another packed file".to_owned(),
        UnreadableText::Unfinished { line } => format!("it is cut off after line {line}"),
        UnreadableText::Malformed { line, column } => {
            format!("it is not valid JSON at line {line}, letter {column}")
        }
        UnreadableText::NoInputs => "it holds no inputs".to_owned(),
    }
}

/// The notice about a typed number that countries write differently, with the number that was read: “1.000” was read as $1B.
pub fn ambiguous_notice(input: Input, text: &str, mark: AmbiguousMark, read: f64) -> Text {
    let notice = Text::new().strong(format!("“{}”", text.trim())).plain(" was read as ");
    let notice = notice.strong(units::amount(input, read));
    match mark {
        AmbiguousMark::DecimalPoint => notice.plain(format!(
            ": the point marks decimals. For {}, leave the point out.",
            units::amount(input, read * 1000.0)
        )),
        AmbiguousMark::GroupingPoint => notice.plain(": points group thousands, and the comma marks decimals."),
    }
}

/// The rule that a range breaks.
fn range_problem(problem: RangeProblem, input: Option<Input>) -> String {
    let text = match problem {
        RangeProblem::Form => {
            "A range is an input with two ends, or held fixed, as in growth:0.4..1.8 and erosion:fixed"
        }
        RangeProblem::Unknown => "It names no input of this model",
        RangeProblem::NotUncertain => "Choices, switches and the horizon are not uncertain",
        RangeProblem::NotANumber => "An end is not a number",
        RangeProblem::NotWhole => "An end is not a whole number",
        RangeProblem::OutOfRange => return input.map_or_else(String::new, allowed),
        RangeProblem::Order => "The lower end is above the upper end",
        RangeProblem::Twice => "The input is named more than once",
    };
    text.to_owned()
}

/// Appends the range that is used instead.
fn range_used(text: Text, input: Option<Input>, used: Option<InputRange>) -> Text {
    match input.zip(used) {
        Some((input, used)) => text.plain("; ").strong(ranges::range(input, used)).plain(" is used instead."),
        None => text.plain(". The range is left out."),
    }
}

/// The rule that a part of an event breaks.
fn event_part(part: EventPart) -> &'static str {
    match part {
        EventPart::Form => {
            "An event is a kind, a date, a size and, unless it is for good, a length in quarters, as in \
             demand:2028Q3:-20%:8"
        }
        EventPart::Kind => "The kind is demand, price or capacity",
        EventPart::Quarter => "The date lies between 2026Q2 and 2066Q1, or is a quarter from 1 to 160",
        EventPart::Size => "The size lies between −100 % and 1,000 %, that of a loss of capacity between −100 % and 0",
        EventPart::Length => "The length is a whole number of quarters from 1 to 160",
    }
}

/// The notice with the input's label in front, for a place away from the input.
pub fn page_notice(error: &InputError, requester: Requester, used: Option<Value>) -> Text {
    let text = notice(error, requester, used);
    match error.input() {
        Some(input) => Text::new().strong(inputs::label(input)).plain(": ").then(text),
        None => text,
    }
}

/// The allowed values as a clause: “A share lies between 0 and 100 %”.
fn allowed(input: Input) -> String {
    match &input.spec().kind {
        Kind::Number(range) => allowed_range(input, range),
        Kind::Switch => "The value is either on or off".to_owned(),
        Kind::Choice(options) => {
            let names: Vec<_> = options.iter().map(|id| format!("{} ({id})", inputs::option(input, id))).collect();
            format!("The options are: {}", names.join(", "))
        }
    }
}

fn allowed_range(input: Input, range: &Range) -> String {
    let unit = input.spec().unit;
    let noun = match unit {
        Unit::Share => "A share",
        Unit::PerYear => "A yearly rate",
        Unit::DollarsPerKwh => "A price",
        Unit::GwPerYear | Unit::Ratio | Unit::Times | Unit::None => "The value",
        Unit::Years if range.whole => "A whole number of years",
        Unit::Years => "A time",
        Unit::Quarters => "A whole number of quarters",
        _ => "An amount",
    };
    let low = match unit {
        Unit::Share | Unit::PerYear if range.lowest < 0.0 => units::amount(input, range.lowest),
        Unit::Share | Unit::PerYear => trimmed(range.lowest * 100.0, 0, 4),
        Unit::Years | Unit::Quarters | Unit::GwPerYear => trimmed(range.lowest, 0, 4),
        _ => units::range_end(input, range.lowest),
    };
    format!("{noun} lies between {low} and {}", units::amount(input, range.highest))
}

/// One line for terminals and hosts: the input's id, the value and the range, in machine-readable numbers.
pub fn line(error: &InputError) -> String {
    match error {
        InputError::Unknown { key } => format!("“{key}” is not an input"),
        InputError::NotAnObject(reason) => format!("this is not a JSON object with inputs: {}", unreadable(*reason)),
        InputError::NotAnEvent { text, part } => format!("“{text}” is not an event: {}", event_part(*part)),
        InputError::TooManyEvents { given } => format!("{given} events are more than six"),
        InputError::NotAMultiple { text } => {
            format!("capex_path cannot have “{text}”: it takes at most 20 numbers from 0 to 100")
        }
        InputError::TooManyYears { given } => format!("capex_path cannot have {given} values: it takes at most 20"),
        InputError::NotARange { text, input, problem, .. } => {
            format!("“{text}” is not a range: {}", range_problem(*problem, *input))
        }
        InputError::NotANumber { input, text } | InputError::NotAnOption { input, text } => {
            format!("{} cannot be “{text}”: it takes {}", input.id(), machine_range(*input))
        }
        InputError::OutOfRange { input, value } | InputError::NotWhole { input, value } => {
            format!("{} cannot be {}: it takes {}", input.id(), machine(*value), machine_range(*input))
        }
    }
}

fn machine_range(input: Input) -> String {
    match &input.spec().kind {
        Kind::Number(range) => {
            let kind = if range.whole { "a whole number" } else { "a number" };
            format!("{kind} from {} to {}", machine(range.lowest), machine(range.highest))
        }
        Kind::Choice(options) => format!("one of {}", options.join(", ")),
        Kind::Switch => "on or off".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, parse};

    fn noticed(input: Input, text: &str, requester: Requester) -> String {
        let error = parse(input, text).unwrap_err();
        notice(&error, requester, Some(Scenario::DEFAULT.get(input))).to_string().replace('\u{202f}', " ")
    }

    #[test]
    fn notices_name_the_value_the_range_and_the_replacement() {
        let cases = [
            (
                noticed(Input::CustomShare, "140%", Requester::Link),
                "The link asked for 140 %. A share lies between 0 and 100 %; 60 % is used instead.",
            ),
            (
                noticed(Input::Capex, "-5", Requester::Field),
                "You entered −$5B. An amount lies between $0 and $1,000,000B; $200B is used instead.",
            ),
            (
                noticed(Input::Growth, "fast", Requester::Link),
                "The link asked for “fast”. A yearly rate lies between −99 % and 1,000 %; 100 % is used instead.",
            ),
            (
                noticed(Input::Horizon, "9.5", Requester::File),
                "The file asked for 9.5 years. A whole number of years lies between 1 and 40 years; 10 years is used instead.",
            ),
            (
                noticed(Input::CountOpening, "maybe", Requester::Link),
                "The link asked for “maybe”. The value is either on or off; on is used instead.",
            ),
            (
                noticed(Input::ChipLife, "", Requester::Field),
                "The field is empty. A time lies between 0.25 and 60 years; 6 years is used instead.",
            ),
        ];
        for (noticed, expected) in cases {
            assert_eq!(noticed, expected);
        }
        let unknown = InputError::Unknown { key: "colour".to_owned() };
        assert_eq!(
            page_notice(&unknown, Requester::Link, None).to_string(),
            "The link names “colour”, which is not an input of this model. It is ignored."
        );
    }

    #[test]
    fn a_wrong_range_is_named_with_the_one_that_is_used() {
        let noticed = |text: &str| {
            let (_, errors) = crate::scenario::Ranges::read_text(text);
            page_notice(&errors[0], Requester::Link, None).to_string().replace('\u{202f}', " ")
        };
        assert_eq!(
            noticed("tax:15%..120%"),
            "Tax rate: The link asked for the range “tax:15%..120%”. A share lies between 0 and 99 %; 15 % to 99 % is used instead."
        );
        assert_eq!(
            noticed("terminal:1..2"),
            "Value at the horizon: The link asked for the range “terminal:1..2”. Choices, switches and the horizon are not uncertain. The range is left out."
        );
        assert_eq!(
            noticed("colour:1..2"),
            "The link asked for the range “colour:1..2”. It names no input of this model. The range is left out."
        );
        let error = &crate::scenario::Ranges::read_text("growth:1").1[0];
        assert!(line(error).starts_with("“growth:1” is not a range: A range is"), "{}", line(error));
    }

    #[test]
    fn an_unreadable_file_is_explained_without_the_parser_s_words() {
        let noticed = |text: &str| {
            let errors = crate::scenario::json::read_text(&Scenario::DEFAULT, text).errors;
            page_notice(&errors[0], Requester::File, None).to_string()
        };
        assert_eq!(
            noticed("{\n\"growth\": 1,"),
            "The file was not opened: it is cut off after line 2. Nothing was changed. Open a JSON file that was downloaded \
             from this page."
        );
        assert_eq!(
            noticed("<html>"),
            "The file was not opened: it is a web page. Nothing was changed. Open it in the browser instead."
        );
        assert!(noticed("{growth}").contains("it is not valid JSON at line 1, letter 2"));
    }

    #[test]
    fn an_ambiguous_number_is_shown_as_it_was_read() {
        let noticed = |input, text, mark, read| ambiguous_notice(input, text, mark, read).to_string();
        assert_eq!(
            noticed(Input::Capex, "1.000", AmbiguousMark::DecimalPoint, 1.0),
            "“1.000” was read as $1B: the point marks decimals. For $1,000B, leave the point out."
        );
        assert_eq!(
            noticed(Input::Capex, "1.234,5", AmbiguousMark::GroupingPoint, 1234.5),
            "“1.234,5” was read as $1,234.5B: points group thousands, and the comma marks decimals."
        );
    }

    #[test]
    fn a_line_names_the_input_the_value_and_the_range() {
        let error = parse(Input::CustomShare, "1.4").unwrap_err();
        assert_eq!(line(&error), "custom_share cannot be 1.4: it takes a number from 0 to 1");
        let error = parse(Input::Terminal, "gold").unwrap_err();
        assert_eq!(line(&error), "terminal cannot be “gold”: it takes one of none, nbv, perpetuity, multiple");
    }
}
