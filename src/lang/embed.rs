//! What hosts are told when a message is refused, and how the calculator gets into an article.

use crate::lang::numbers;
use crate::scenario::{Input, Kind, Refusal};

/// A message of no known type.
pub fn unknown_type(kind: &str) -> String {
    format!("“{kind}” is no message of Payback. It takes payback:set, payback:get and payback:reset.")
}

/// A `payback:set` without a scenario.
pub fn no_scenario() -> &'static str {
    "payback:set needs “scenario”: an object with inputs and their values."
}

/// A `payback:get` with an id that is an object or a list.
pub fn bad_id() -> &'static str {
    "The id of payback:get is a text or a number."
}

/// A `payback:set` of which something was refused.
pub fn refused(refusals: &[Refusal]) -> String {
    let reasons: Vec<String> = refusals.iter().take(5).map(reason).collect();
    let more = match refusals.len().saturating_sub(reasons.len()) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("Nothing was changed: {}{more}.", reasons.join("; "))
}

fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unknown { key } => format!("no input is called “{key}”"),
        Refusal::NotANumber { input, text } => format!("{} is a number, not {text}", input.id()),
        Refusal::OutOfRange { input, value } => format!("{} takes {}, not {value}", input.id(), range(*input)),
        Refusal::NotWhole { input, value } => format!("{} takes whole numbers, not {value}", input.id()),
        Refusal::NotAnOption { input, text } => format!("{} takes {}, not {text}", input.id(), range(*input)),
        Refusal::NotAnObject { text } => text.clone(),
    }
}

fn range(input: Input) -> String {
    match input.spec().kind {
        Kind::Number(range) => format!("{} to {}", numbers::machine(range.lowest), numbers::machine(range.highest)),
        Kind::Choice(options) => options.join(", "),
        Kind::Switch => "on or off".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_input_the_value_and_the_range() {
        let list = [
            Refusal::OutOfRange { input: Input::Capex, value: -1.0 },
            Refusal::NotAnOption { input: Input::Terminal, text: "gold".into() },
        ];
        let words = refused(&list);
        assert_eq!(
            words,
            "Nothing was changed: capex takes 0 to 1000000, not -1; terminal takes none, nbv, perpetuity, multiple, not gold."
        );
        let many = vec![Refusal::Unknown { key: "x".into() }; 9];
        assert!(refused(&many).ends_with("; and 4 more."));
    }
}
