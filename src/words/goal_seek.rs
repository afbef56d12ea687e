//! Break-even values: the marks under the sliders' strips, and the answers to “What would it take?”.

use super::inputs;
use super::numbers::{signed_money, years};
use super::text::Text;
use super::units::{amount, threshold, threshold_value};
use crate::analysis::{Bound, BreakEven, Solution};
use crate::model::SearchTarget;
use crate::scenario::{Input, Unit, parse_decimal};

phrases! {
    /// Start of the key of the strips, in the colour of gain.
    above_the_line = "Above the line";
    /// The key of the strips, continued.
    above_means = ", the build-out is worth more than it costs at that value; ";
    /// The key of the strips, in the colour of loss.
    below = "below";
    /// End of the key of the strips.
    below_means = " it, less. The strips follow all other inputs.";
    /// Button that searches the value of every input.
    ask_all = "Answer for all";
    /// Button that hides the results.
    hide_answers = "Hide answers";
    /// Accessible name of the choice of the target.
    aim = "Target";
    /// Text before the choice of the target.
    to_reach = "To reach";
    /// The target of a payback, before the field for the years.
    payback_within = "Payback within";
    /// Accessible name of the field for the years.
    payback_years = "Payback within, years";
}

/// The name of an input's values in “worth it at any growth”.
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
fn bounded(input: Input, number: f64, bound: Bound, present: f64) -> String {
    let number = threshold(input, number, bound, present);
    match bound {
        Bound::AtLeast => format!("at least {number}"),
        Bound::AtMost => format!("at most {number}"),
    }
}

/// The break-even mark under a strip: `71 % breaks even` for demand growth, `at most $363B` for capex.
pub fn strip_mark(input: Input, number: f64, bound: Bound, present: f64) -> String {
    match (input, bound) {
        (Input::Growth, Bound::AtLeast) => format!("{} breaks even", threshold(input, number, bound, present)),
        _ => bounded(input, number, bound, present),
    }
}

/// The text under a strip without a break-even value, where the whole range is worth it.
pub fn strip_all(input: Input) -> String {
    format!("worth it at any {}", noun(input))
}

/// The text under a strip without a break-even value, where the whole range is not worth it.
pub fn strip_none(input: Input) -> String {
    format!("not worth it at any {}", noun(input))
}

/// The name of a target in the choice.
pub fn target_button(target: SearchTarget) -> String {
    match target {
        SearchTarget::Npv => "Worth what it costs".to_owned(),
        SearchTarget::Cash => "Cash back by the horizon".to_owned(),
        SearchTarget::Payback(limit) => format!("{} {}", payback_within(), amount(Input::Horizon, limit)),
    }
}

/// The result of a search: “at least $12.5B”, “already met at $4B, the slider’s end”, “not reached: …”.
pub fn found(answer: &BreakEven, present: f64) -> String {
    let input = answer.input;
    match answer.solution {
        Solution::Solved(value) => bounded(input, value, answer.bound, present),
        Solution::Met(value) => format!("already met at {}, the slider’s end", amount(input, value)),
        Solution::NotReached(at) => {
            let best = match (answer.target, answer.measures.payback_years) {
                (SearchTarget::Payback(_), Some(payback)) => format!("a payback in {}", years(payback)),
                (SearchTarget::Payback(_), None) => return "not reached: there is no payback at any value".to_owned(),
                (SearchTarget::Npv, _) => format!("a worth of {}", signed_money(answer.measures.npv)),
                (SearchTarget::Cash, _) => format!("cumulative cash of {}", signed_money(answer.measures.cash_end)),
            };
            // The search halves intervals; its best value means no more than the nearest step of the slider.
            let at = input.range().map_or(at, |range| range.snap(at));
            format!("not reached: the best result is {best}, at {}", amount(input, at))
        }
    }
}

/// The value that “Set” uses: the threshold as it is written; `None` where every value or no value meets the target.
pub fn value_to_set(answer: &BreakEven, present: f64) -> Option<f64> {
    match answer.solution {
        Solution::Solved(value) => Some(threshold_value(answer.input, value, answer.bound, present)),
        Solution::Met(_) | Solution::NotReached(_) => None,
    }
}

/// Parses the years of a payback target, which lie within the horizon.
pub fn target_years(text: &str, horizon: f64) -> Result<f64, Text> {
    let given = |text: &str| Text::new().plain("You entered ").strong(format!("“{}”", text.trim()));
    let end = amount(Input::Horizon, horizon);
    match parse_decimal(&text.trim().replace(',', ".")) {
        None if text.trim().is_empty() => Err(Text::new().plain(format!("Enter a number of years, at most {end}."))),
        None => Err(given(text).plain(format!(". The target is a number of years, at most {end}."))),
        Some(years) if years <= 0.0 => Err(given(text).plain(". The target must be later than today.")),
        Some(years) if years > horizon => Err(Text::new()
            .plain(format!(
                "A payback within {} cannot be searched: the model ends after ",
                amount(Input::Horizon, years)
            ))
            .input(Input::Horizon, end)
            .plain(".")),
        Some(years) => Ok(years),
    }
}

/// The accessible name of “Set”: “Set Tax rate to 15 %”.
pub fn set_to(input: Input, value: &str) -> String {
    format!("Set {} to {value}", inputs::label(input))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measures;

    fn answer(input: Input, bound: Bound, target: SearchTarget, solution: Solution) -> BreakEven {
        let measures = Measures { npv: -12.2, cash_end: -40.0, payback_years: Some(7.2), ..Measures::default() };
        BreakEven { input, target, bound, solution, measures, is_met_now: false }
    }

    #[test]
    fn a_target_lies_within_the_horizon() {
        let refused = |text| target_years(text, 10.0).unwrap_err().to_string();
        assert_eq!(
            (target_years("7", 10.0), target_years(" 7,5 ", 10.0), target_years("10", 10.0)),
            (Ok(7.0), Ok(7.5), Ok(10.0))
        );
        assert_eq!(refused("12"), "A payback within 12 years cannot be searched: the model ends after 10 years.");
        assert_eq!(refused("soon"), "You entered “soon”. The target is a number of years, at most 10 years.");
        assert_eq!(refused("-1"), "You entered “-1”. The target must be later than today.");
        assert_eq!(refused(""), "Enter a number of years, at most 10 years.");
    }

    #[test]
    fn strips_and_searches_round_alike() {
        let clean = |text: String| text.replace('\u{202f}', " ");
        assert_eq!(clean(strip_mark(Input::Growth, 0.706_41, Bound::AtLeast, 1.0)), "71 % breaks even");
        assert_eq!(strip_mark(Input::Capex, 363.9, Bound::AtMost, 200.0), "at most $363B");
        assert_eq!(strip_all(Input::CustomShare), "worth it at any share");
        assert_eq!(strip_none(Input::CustomShare), "not worth it at any share");
        let price = |solution| found(&answer(Input::Price, Bound::AtLeast, SearchTarget::Npv, solution), 15.0);
        assert_eq!(price(Solution::Solved(12.41)), "at least $12.5B");
        assert_eq!(price(Solution::Met(4.0)), "already met at $4B, the slider’s end");
        assert_eq!(price(Solution::NotReached(40.0)), "not reached: the best result is a worth of −$12B, at $40B");
        let late = answer(Input::Tax, Bound::AtMost, SearchTarget::Payback(5.0), Solution::NotReached(0.0));
        assert_eq!(clean(found(&late, 0.21)), "not reached: the best result is a payback in 7.2 years, at 0 %");
        let growth = answer(Input::Growth, Bound::AtLeast, SearchTarget::Npv, Solution::Solved(0.706_41));
        assert_eq!(value_to_set(&growth, 1.0), Some(0.71));
        assert_eq!(value_to_set(&late, 0.21), None, "a value that misses the target is not offered");
        let best = answer(Input::Growth, Bound::AtLeast, SearchTarget::Npv, Solution::NotReached(1.290_625));
        assert_eq!(clean(found(&best, 1.0)), "not reached: the best result is a worth of −$12B, at 130 %");
        assert_eq!(target_button(SearchTarget::Payback(5.0)), "Payback within 5 years");
    }
}
