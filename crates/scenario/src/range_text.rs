//! Reads and writes the ranges of uncertain inputs: `growth:0.4..1.8,erosion:fixed` in links, pairs of ends in JSON.

use serde_json::Value as Json;

use super::input_error::{InputError, RangeProblem, clip};
use super::ranges::{InputRange, uncertain_range};
use super::{Input, Value, parse};

/// The key of the ranges in links and JSON.
pub(crate) const RANGES: &str = "ranges";

/// The word for an input that is held fixed.
const FIXED: &str = "fixed";

/// A range as read.
pub(super) struct ReadRange {
    /// The text as given.
    pub text: String,
    /// The input and the range that is used.
    pub range: Option<(Input, InputRange)>,
    /// The reason why the range is not used as written.
    pub error: Option<InputError>,
}

impl ReadRange {
    fn refused(text: &str, input: Option<Input>, problem: RangeProblem) -> Self {
        let error = InputError::NotARange { text: clip(text), input, problem, used: None };
        Self { text: clip(text), range: None, error: Some(error) }
    }
}

/// Reads `tax:15%..28%` or `erosion:fixed`.
pub(super) fn from_text(text: &str) -> ReadRange {
    let Some((key, value)) = text.split_once(':') else { return ReadRange::refused(text, None, RangeProblem::Form) };
    let input = match uncertain_input(key) {
        Ok(input) => input,
        Err((input, problem)) => return ReadRange::refused(text, input, problem),
    };
    if value.trim().eq_ignore_ascii_case(FIXED) {
        return ReadRange { text: clip(text), range: Some((input, InputRange::Fixed)), error: None };
    }
    match value.split_once("..") {
        Some((low, high)) => between(text, input, [low, high].map(|end| end_of_text(input, end))),
        None => ReadRange::refused(text, Some(input), RangeProblem::Form),
    }
}

/// Reads `[0.15, 0.28]` or `null`.
pub(super) fn from_json(key: &str, json: &Json) -> ReadRange {
    let text = format!("{key}: {json}");
    let input = match uncertain_input(key) {
        Ok(input) => input,
        Err((input, problem)) => return ReadRange::refused(&text, input, problem),
    };
    match json {
        Json::Null => ReadRange { text: clip(&text), range: Some((input, InputRange::Fixed)), error: None },
        Json::String(value) => from_text(&format!("{key}:{value}")),
        Json::Array(ends) => match ends.as_slice() {
            [low, high] => between(&text, input, [low, high].map(|end| end_of_json(input, end))),
            _ => ReadRange::refused(&text, Some(input), RangeProblem::Form),
        },
        _ => ReadRange::refused(&text, Some(input), RangeProblem::Form),
    }
}

/// The problem of a JSON value that is no object of ranges.
pub(super) fn not_ranges(json: &Json) -> InputError {
    InputError::NotARange { text: clip(&json.to_string()), input: None, problem: RangeProblem::Form, used: None }
}

/// The problem of an input that is named more than once: its last range is used.
pub(super) fn given_twice(text: &str, input: Input, used: InputRange) -> InputError {
    InputError::NotARange { text: text.to_owned(), input: Some(input), problem: RangeProblem::Twice, used: Some(used) }
}

/// The text of a range in links.
pub(super) fn text(input: Input, range: InputRange) -> String {
    match range {
        InputRange::Fixed => format!("{}:{FIXED}", input.id()),
        InputRange::Between { low, high } => {
            let [low, high] = [low, high].map(|end| Value::Number(end).text());
            format!("{}:{low}..{high}", input.id())
        }
    }
}

fn uncertain_input(key: &str) -> Result<Input, (Option<Input>, RangeProblem)> {
    let key = key.trim().to_ascii_lowercase().replace('-', "_");
    let input = Input::from_id(&key).ok_or((None, RangeProblem::Unknown))?;
    uncertain_range(input).map(|_| input).ok_or((Some(input), RangeProblem::NotUncertain))
}

/// An end as read: the number, or the number outside the legal range, or nothing.
enum End {
    Legal(f64),
    Outside(f64),
    NotWhole,
    NotANumber,
}

fn end_of_text(input: Input, text: &str) -> End {
    match parse(input, text) {
        Ok(Value::Number(number)) => End::Legal(number),
        Err(InputError::OutOfRange { value, .. }) => End::Outside(value),
        Err(InputError::NotWhole { .. }) => End::NotWhole,
        _ => End::NotANumber,
    }
}

fn end_of_json(input: Input, json: &Json) -> End {
    match json {
        Json::Number(number) => end_of_text(input, &number.to_string()),
        Json::String(text) => end_of_text(input, text),
        _ => End::NotANumber,
    }
}

fn between(text: &str, input: Input, [low, high]: [End; 2]) -> ReadRange {
    let refused = |problem| ReadRange::refused(text, Some(input), problem);
    let (low, high, outside) = match (low, high) {
        (End::NotANumber, _) | (_, End::NotANumber) => return refused(RangeProblem::NotANumber),
        (End::NotWhole, _) | (_, End::NotWhole) => return refused(RangeProblem::NotWhole),
        (End::Legal(low), End::Legal(high)) => (low, high, false),
        (End::Legal(low) | End::Outside(low), End::Legal(high) | End::Outside(high)) => (low, high, true),
    };
    let range = InputRange::between(input, low, high);
    let problem = match (low > high, outside) {
        (true, _) => Some(RangeProblem::Order),
        (false, true) => Some(RangeProblem::OutOfRange),
        (false, false) => None,
    };
    let error =
        problem.map(|problem| InputError::NotARange { text: clip(text), input: Some(input), problem, used: range });
    ReadRange { text: clip(text), range: range.map(|range| (input, range)), error }
}

#[cfg(test)]
mod tests {
    use super::super::Ranges;
    use super::*;

    fn read(text: &str) -> (Vec<(Input, InputRange)>, Vec<InputError>) {
        let (ranges, errors) = Ranges::read_text(text);
        (ranges.iter().collect(), errors)
    }

    const fn ends(low: f64, high: f64) -> InputRange {
        InputRange::Between { low, high }
    }

    #[test]
    fn ranges_as_people_write_them() {
        let (ranges, errors) = read("growth:0.4..1.8, Tax:15%..28%,erosion:Fixed,price-change:\u{2212}11%..-0.01");
        let expected = [
            (Input::Growth, ends(0.4, 1.8)),
            (Input::PriceChange, ends(-0.11, -0.01)),
            (Input::Erosion, InputRange::Fixed),
            (Input::Tax, ends(0.15, 0.28)),
        ];
        assert_eq!((ranges, errors), (expected.to_vec(), vec![]));
        let (ranges, _) = Ranges::read_text("tax:15%..28%,erosion:fixed");
        assert_eq!(ranges.text(), "erosion:fixed,tax:0.15..0.28");
        assert_eq!(serde_json::to_string(&ranges).unwrap(), r#"{"erosion":null,"tax":[0.15,0.28]}"#);
        assert_eq!(serde_json::from_str::<Ranges>(r#"{"erosion":null,"tax":["15%",0.28]}"#).unwrap(), ranges);
        assert_eq!(Ranges::read_json(&Json::Null), (Ranges::NONE, vec![]));
    }

    /// Every kind of wrong range is named, and the other ranges of the text are used.
    #[test]
    fn wrong_ranges_are_named_with_the_range_that_is_used() {
        let wrong = |text: &str, input: Option<Input>, problem, used: Option<InputRange>| {
            let (ranges, errors) = read(&format!("erosion:fixed,{text}"));
            let error = InputError::NotARange { text: text.to_owned(), input, problem, used };
            assert_eq!(errors, [error], "{text}");
            let read: Vec<_> = ranges.into_iter().filter(|(input, _)| *input != Input::Erosion).collect();
            assert_eq!(read, input.zip(used).into_iter().collect::<Vec<_>>(), "{text}");
        };
        wrong("growth", None, RangeProblem::Form, None);
        wrong("growth:0.4", Some(Input::Growth), RangeProblem::Form, None);
        wrong("growth:0.4-1.8", Some(Input::Growth), RangeProblem::Form, None);
        wrong("colour:1..2", None, RangeProblem::Unknown, None);
        wrong("terminal:1..2", Some(Input::Terminal), RangeProblem::NotUncertain, None);
        wrong("group_relief:fixed", Some(Input::GroupRelief), RangeProblem::NotUncertain, None);
        wrong("horizon:5..12", Some(Input::Horizon), RangeProblem::NotUncertain, None);
        wrong("growth:low..1.8", Some(Input::Growth), RangeProblem::NotANumber, None);
        wrong("growth:..1.8", Some(Input::Growth), RangeProblem::NotANumber, None);
        wrong("capex:100%..200%", Some(Input::Capex), RangeProblem::NotANumber, None);
        wrong("lead_time:2.5..6", Some(Input::LeadTime), RangeProblem::NotWhole, None);
        wrong("tax:15%..120%", Some(Input::Tax), RangeProblem::OutOfRange, Some(ends(0.15, 0.99)));
        wrong("tax:-1..2", Some(Input::Tax), RangeProblem::OutOfRange, Some(ends(0.0, 0.99)));
        wrong("tax:28%..15%", Some(Input::Tax), RangeProblem::Order, Some(ends(0.15, 0.28)));
        let (ranges, errors) = read("tax:0.1..0.2,tax:0.3..0.4");
        let twice = given_twice("tax:0.3..0.4", Input::Tax, ends(0.3, 0.4));
        assert_eq!((ranges, errors), (vec![(Input::Tax, ends(0.3, 0.4))], vec![twice]));
        for json in ["7", "[]", r#"{"growth": 1}"#, r#"{"growth": [1]}"#, r#"{"growth": [1, null]}"#, r#"{"x": null}"#]
        {
            let (ranges, errors) = Ranges::read_json(&serde_json::from_str(json).unwrap());
            assert_eq!((ranges.is_empty(), errors.len()), (true, 1), "{json}");
        }
    }

    #[test]
    fn an_added_input_begins_with_a_fifth_to_either_side() {
        assert_eq!(InputRange::around(Input::Tax, 0.21), Some(ends(0.168, 0.252)));
        assert_eq!(InputRange::around(Input::LeadTime, 4.0), Some(ends(3.0, 5.0)));
        assert_eq!(InputRange::around(Input::ChipPowerChange, -0.05), Some(ends(-0.06, -0.04)));
        assert_eq!(InputRange::around(Input::OwnUse, 0.0), Some(ends(0.0, 0.05)));
        assert_eq!(InputRange::around(Input::Replacement, 1.0), Some(ends(0.8, 1.0)));
        assert_eq!(InputRange::around(Input::Horizon, 10.0), None);
    }
}
