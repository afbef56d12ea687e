//! Thresholds in words: under a slider's strip, and in answer to “What would it take?”.

use super::numbers::{percent, signed_money, years};
use super::units::{Side, amount, threshold};
use super::{inputs, names};
use crate::model::{Goal, GoalStatus, Target};
use crate::scenario::{Input, Unit, Value};

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
pub fn target(target: Target) -> String {
    match target {
        Target::Npv => "for NPV of zero or more".to_owned(),
        Target::Cash => "for cash back by the horizon".to_owned(),
        Target::Payback(limit) => format!("for payback within {}", amount(Input::Horizon, limit)),
    }
}

/// The choice of a target, on its button.
pub fn target_button(target: Target) -> String {
    match target {
        Target::Npv => "Worth it (NPV)".to_owned(),
        Target::Cash => "Cash back by the horizon".to_owned(),
        Target::Payback(limit) => format!("Payback within {}", amount(Input::Horizon, limit)),
    }
}

/// The best that an input can do where no value of it is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// The value of the input.
    pub at: f64,
    /// The measure there: NPV or cash in $ billion, payback in years.
    pub measure: Option<f64>,
}

/// The answer of a search: “at least $12.5B”, “already met at …”, “not reached: the best this input can do is …”.
pub fn found(input: Input, goal: Goal, side: Side, asked: Target, present: f64, best: Option<Best>) -> String {
    match (goal.status, goal.value) {
        (GoalStatus::Solved, Some(value)) => bound(input, value, side, present),
        (GoalStatus::Met, Some(value)) => format!("already met at {}, the slider’s end", amount(input, value)),
        _ => not_reached(input, asked, best),
    }
}

fn not_reached(input: Input, asked: Target, best: Option<Best>) -> String {
    let Some(best) = best else { return "not reached".to_owned() };
    let measure = match (asked, best.measure) {
        (Target::Payback(_), Some(payback)) => format!("payback in {}", years(payback)),
        (Target::Payback(_), None) => return "not reached: it never pays back, whatever this input is".to_owned(),
        (Target::Npv, Some(npv)) => format!("{} of NPV", signed_money(npv)),
        (Target::Cash, Some(cash)) => format!("{} of cash", signed_money(cash)),
        (_, None) => return "not reached".to_owned(),
    };
    format!("not reached: the best this input can do is {measure}, at {}", amount(input, best.at))
}

/// What taking the found value over does: “Set price of a CU-year to $12.5B”.
pub fn set_to(input: Input, value: &str) -> String {
    format!("Set {} to {value}", inputs::label(input))
}

/// The same search for a choice or a switch has no answer.
pub fn no_search(input: Input, value: Value) -> String {
    format!("{} is a choice: {}", inputs::label(input), names::named(input, value))
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

    const NONE: Goal = Goal { value: None, status: GoalStatus::NotReached };

    fn solved(value: f64) -> Goal {
        Goal { value: Some(value), status: GoalStatus::Solved }
    }

    #[test]
    fn strips_and_searches_round_alike() {
        let clean = |text: String| text.replace('\u{202f}', " ");
        assert_eq!(clean(strip_mark(Input::Growth, 0.706_41, Side::AtLeast, 1.0)), "71 % breaks even");
        assert_eq!(strip_mark(Input::Capex, 363.9, Side::AtMost, 200.0), "at most $363B");
        assert_eq!(strip_all(Input::CustomShare), "worth it at any share");
        assert_eq!(strip_none(Input::CustomShare), "no share is enough");
        let said = |input, goal, side, best| found(input, goal, side, Target::Npv, 15.0, best);
        assert_eq!(said(Input::Price, solved(12.41), Side::AtLeast, None), "at least $12.5B");
        let met = Goal { value: Some(4.0), status: GoalStatus::Met };
        assert_eq!(said(Input::Price, met, Side::AtLeast, None), "already met at $4B, the slider’s end");
        let best = Some(Best { at: 40.0, measure: Some(-12.2) });
        assert_eq!(
            said(Input::Price, NONE, Side::AtLeast, best),
            "not reached: the best this input can do is −$12B of NPV, at $40B"
        );
        let late = found(
            Input::Tax,
            NONE,
            Side::AtMost,
            Target::Payback(5.0),
            0.21,
            Some(Best { at: 0.0, measure: Some(7.2) }),
        );
        assert_eq!(clean(late), "not reached: the best this input can do is payback in 7.2 years, at 0 %");
        assert_eq!(target(Target::Payback(5.0)), "for payback within 5 years");
        assert_eq!(clean(give_or_take(0.68, 0.0467)), "68 %, give or take 5 points");
    }
}
