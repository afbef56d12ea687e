//! Thresholds in words: under a slider's strip, and in answer to “What would it take?”.

use super::inputs;
use super::numbers::{percent, signed_money, years};
use super::units::{Side, amount, threshold, threshold_value};
use crate::analysis::{BreakEven, Solution};
use crate::model::SearchTarget;
use crate::scenario::{Input, Unit};

/// What the range of an input is called where none or all of it will do.
fn noun(input: Input) -> &'static str {
    match input {
        Input::Growth | Input::LongRunGrowth => "growth",
        Input::Capex | Input::PriorCapex => "capex",
        Input::CustomShare | Input::CustomNow | Input::AiShare => "share",
        Input::Price | Input::PowerPrice => "price",
        Input::RunRate => "run rate",
        Input::DiscountRate | Input::Tax => "rate",
        _ => match input.spec().unit {
            Unit::Share | Unit::PerYear => "rate",
            Unit::Years | Unit::Quarters => "length",
            Unit::Ratio => "ratio",
            Unit::Times => "multiple",
            Unit::GwPerYear => "amount",
            _ => "cost",
        },
    }
}

/// `at least 71 %`, `at most $363B`.
pub fn bound(input: Input, number: f64, side: Side, present: f64) -> String {
    let number = threshold(input, number, side, present);
    match side {
        Side::AtLeast => format!("at least {number}"),
        Side::AtMost => format!("at most {number}"),
    }
}

/// The mark under a strip: “71 % breaks even” for demand growth, else `at most $363B`.
pub fn strip_mark(input: Input, number: f64, side: Side, present: f64) -> String {
    match (input, side) {
        (Input::Growth, Side::AtLeast) => format!("{} breaks even", threshold(input, number, side, present)),
        _ => bound(input, number, side, present),
    }
}

/// A strip that is worth it from end to end.
pub fn strip_all(input: Input) -> String {
    format!("worth it at any {}", noun(input))
}

/// A strip that is worth it nowhere.
pub fn strip_none(input: Input) -> String {
    format!("no {} is enough", noun(input))
}

/// What a break-even search asks for.
pub fn target(target: SearchTarget) -> String {
    match target {
        SearchTarget::Npv => "for NPV of zero or more".to_owned(),
        SearchTarget::Cash => "for cash back by the horizon".to_owned(),
        SearchTarget::Payback(limit) => format!("for payback within {}", amount(Input::Horizon, limit)),
    }
}

/// Asks every input.
pub fn ask_all() -> &'static str {
    "Ask all"
}

/// Takes all answers off.
pub fn hide_answers() -> &'static str {
    "Hide answers"
}

/// The choice of what is asked for.
pub fn aim() -> &'static str {
    "What it would take for"
}

/// The same beside the choice.
pub fn to_reach() -> &'static str {
    "To reach"
}

/// A payback within some years, as a choice beside the field for them.
pub fn payback_within() -> &'static str {
    "Payback within"
}

/// The years of that payback, for assistive tools.
pub fn payback_years() -> &'static str {
    "Payback within, years"
}

/// The choice of a target, on its button.
pub fn target_button(target: SearchTarget) -> String {
    match target {
        SearchTarget::Npv => "Worth it (NPV)".to_owned(),
        SearchTarget::Cash => "Cash back by the horizon".to_owned(),
        SearchTarget::Payback(limit) => format!("Payback within {}", amount(Input::Horizon, limit)),
    }
}

/// The answer of a search: “at least $12.5B”, “already met at …”, “not reached: the best this input can do is …”.
pub fn found(answer: &BreakEven, present: f64) -> String {
    let input = answer.input;
    match answer.solution {
        Solution::Solved(value) => bound(input, value, answer.bound, present),
        Solution::Met(value) => format!("already met at {}, the slider’s end", amount(input, value)),
        Solution::NotReached(at) => {
            let best = match (answer.target, answer.measures.payback_years) {
                (SearchTarget::Payback(_), Some(payback)) => format!("payback in {}", years(payback)),
                (SearchTarget::Payback(_), None) => {
                    return "not reached: it never pays back, whatever this is".to_owned();
                }
                (SearchTarget::Npv, _) => format!("{} of NPV", signed_money(answer.measures.npv)),
                (SearchTarget::Cash, _) => format!("{} of cash", signed_money(answer.measures.cash_end)),
            };
            format!("not reached: the best this input can do is {best}, at {}", amount(input, at))
        }
    }
}

/// The value that is taken over: the answer rounded to its safe side, as a number. The best one where none is enough.
pub fn value_to_set(answer: &BreakEven, present: f64) -> f64 {
    match answer.solution {
        Solution::Solved(value) => threshold_value(answer.input, value, answer.bound, present),
        Solution::Met(value) | Solution::NotReached(value) => value,
    }
}

/// Whether the scenario as it is meets what was asked.
pub fn met_now(answer: &BreakEven) -> &'static str {
    if answer.is_met_now { "met as it is" } else { "not met as it is" }
}

/// What taking the found value over does: “Set price of a CU-year to $12.5B”.
pub fn set_to(input: Input, value: &str) -> String {
    format!("Set {} to {value}", inputs::label(input))
}

/// What a better direction is called beside a slider: `less is better`.
pub fn better(side: Side) -> &'static str {
    match side {
        Side::AtLeast => "more is better",
        Side::AtMost => "less is better",
    }
}

/// `68 %` give or take its sampling error in points: “68 %, give or take 5 points”.
pub fn give_or_take(share: f64, error: f64) -> String {
    let points = (error * 100.0).ceil().max(1.0);
    let unit = if points == 1.0 { "point" } else { "points" };
    format!("{}, give or take {} {unit}", percent(share, 0), super::numbers::number(points, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measures;

    fn answer(input: Input, bound: Side, target: SearchTarget, ending: Solution) -> BreakEven {
        let measures = Measures { npv: -12.2, cash_end: -40.0, payback_years: Some(7.2), ..Measures::default() };
        BreakEven { input, target, bound, solution: ending, measures, is_met_now: false }
    }

    #[test]
    fn strips_and_searches_round_alike() {
        let clean = |text: String| text.replace('\u{202f}', " ");
        assert_eq!(clean(strip_mark(Input::Growth, 0.706_41, Side::AtLeast, 1.0)), "71 % breaks even");
        assert_eq!(strip_mark(Input::Capex, 363.9, Side::AtMost, 200.0), "at most $363B");
        assert_eq!(strip_all(Input::CustomShare), "worth it at any share");
        assert_eq!(strip_none(Input::CustomShare), "no share is enough");
        let price = |ending| found(&answer(Input::Price, Side::AtLeast, SearchTarget::Npv, ending), 15.0);
        assert_eq!(price(Solution::Solved(12.41)), "at least $12.5B");
        assert_eq!(price(Solution::Met(4.0)), "already met at $4B, the slider’s end");
        assert_eq!(
            price(Solution::NotReached(40.0)),
            "not reached: the best this input can do is −$12B of NPV, at $40B"
        );
        let late = answer(Input::Tax, Side::AtMost, SearchTarget::Payback(5.0), Solution::NotReached(0.0));
        assert_eq!(
            clean(found(&late, 0.21)),
            "not reached: the best this input can do is payback in 7.2 years, at 0 %"
        );
        let growth = answer(Input::Growth, Side::AtLeast, SearchTarget::Npv, Solution::Solved(0.706_41));
        assert_eq!(value_to_set(&growth, 1.0), 0.71);
        assert_eq!(target(SearchTarget::Payback(5.0)), "for payback within 5 years");
        assert_eq!(clean(give_or_take(0.68, 0.0467)), "68 %, give or take 5 points");
    }
}
