//! The answer in one or two sentences, its caveat, and its short forms.

use super::dates::date;
use super::grammar::{article, capitalized};
use super::numbers::{MINUS, money, number, share, signed_money, years};
use super::scenario_name::ScenarioName;
use super::text::Text;
use super::units::{amount, threshold};
use crate::analysis::{Bound, PlanLimit, UnspentPlan};
use crate::model::{SearchStatus, Summary};
use crate::scenario::{Input, Scenario, Terminal};

/// The answer for a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Payback and value at these inputs.
    pub outcome: Text,
    /// The growth that the build-out needs.
    pub condition: Text,
}

impl std::fmt::Display for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {}", self.outcome, self.condition)
    }
}

/// The answer for a scenario and its summary.
pub fn answer(name: &ScenarioName, scenario: &Scenario, summary: &Summary) -> Answer {
    let text = premise(scenario).plain(format!(" {} AI {} ", name.possessive(), noun(scenario)));
    let (text, pays_back) = payback_clause(text, scenario, summary);
    let outcome = worth_clause(text, summary, pays_back).plain(".");
    Answer { outcome, condition: condition(scenario, summary) }
}

/// The three headline inputs: “At 100 % demand growth, $200B of capex a year and 60 % custom chips,”.
fn premise(scenario: &Scenario) -> Text {
    let text = Text::new().plain("At ").input(Input::Growth, amount(Input::Growth, scenario.growth));
    let text = text.plain(" demand growth, ");
    let text = if scenario.capex == 0.0 {
        text.input(Input::Capex, "no new capex")
    } else {
        let when = if scenario.has_level_plan() { "a year" } else { "in the first year" };
        text.input(Input::Capex, amount(Input::Capex, scenario.planned_capex(0))).plain(format!(" of capex {when}"))
    };
    let text = text.plain(" and ").input(Input::CustomShare, amount(Input::CustomShare, scenario.custom_share));
    text.plain(" custom chips,")
}

fn noun(scenario: &Scenario) -> &'static str {
    if scenario.capex * scenario.ai_share * scenario.build_years == 0.0 { "business" } else { "build-out" }
}

/// The time at which cash first reaches zero, if it falls below zero again before the payback.
fn temporary_recovery(summary: &Summary) -> Option<f64> {
    summary.first_touch_years.filter(|first| summary.payback_years.is_some_and(|payback| payback - first > 0.25))
}

/// Appends the payback, and returns whether there is one.
fn payback_clause(text: Text, scenario: &Scenario, summary: &Summary) -> (Text, bool) {
    match summary.payback_years {
        Some(0.0) => (text.plain("has ").verdict(true, "no outlay to recover"), true),
        Some(payback) => {
            let is_second = temporary_recovery(summary).is_some();
            let text = text.plain(if is_second { "pays back for good in " } else { "pays back in " });
            (text.verdict(true, years(payback)).plain(format!(" ({})", date(payback))), true)
        }
        None => {
            let horizon = amount(Input::Horizon, scenario.horizon);
            let text = match summary.first_touch_years {
                Some(first) => text
                    .plain(format!("recovers its cost in {} but ", date(first)))
                    .verdict(false, "falls short again")
                    .plain(" within "),
                None if summary.total_revenue == 0.0 => {
                    text.plain("sells nothing, ").verdict(false, "does not pay back").plain(" within ")
                }
                None => text.verdict(false, "does not pay back").plain(" within "),
            };
            (text.plain(horizon), false)
        }
    }
}

/// Appends the value today, joined by “and” where payback and value agree, and by “but” or “yet” where they differ.
fn worth_clause(text: Text, summary: &Summary, pays_back: bool) -> Text {
    let worth = signed_money(summary.npv);
    let is_gain = summary.npv >= 0.0;
    if worth == "$0B" {
        return text.plain(" and is worth ").verdict(is_gain, "just what it costs");
    }
    let text = text.plain(match (pays_back, is_gain) {
        (true, false) => " but is worth ",
        (false, true) => ", yet is worth ",
        _ => " and is worth ",
    });
    let text = text.verdict(is_gain, worth).plain(" today");
    match (pays_back, is_gain) {
        (true, false) => text.plain(", a loss"),
        (false, true) => text.plain(", counting what is left at the end"),
        _ => text,
    }
}

/// “It needs at least 71 % growth to be worth it.”
fn condition(scenario: &Scenario, summary: &Summary) -> Text {
    let worth_it = summary.npv >= 0.0;
    let goal = summary.breakeven_growth_npv;
    let text = match temporary_recovery(summary) {
        Some(first) => Text::new().plain(format!("It first recovers its cost in {}. ", date(first))),
        None => Text::new(),
    };
    let solved = goal.value.filter(|_| goal.status == SearchStatus::Solved);
    if let Some(value) = solved {
        let least = threshold(Input::Growth, value, Bound::AtLeast, scenario.growth);
        return match (scenario.growth >= value, worth_it) {
            (true, true) if value < 0.0 => text
                .plain("It is worth it even if demand shrinks by ")
                .strong(shrinkage(value, scenario.growth))
                .plain(" a year."),
            (false, false) if value < 0.0 => text
                .plain("It would be worth it if demand shrank by no more than ")
                .strong(shrinkage(value, scenario.growth))
                .plain(" a year."),
            (true, true) => text.plain("It needs at least ").strong(least).plain(" growth to be worth it."),
            (false, false) => text.plain("It would need at least ").strong(least).plain(" growth to be worth it."),
            (true, false) => text
                .plain("It would be worth it from ")
                .strong(least)
                .plain(" growth on, but not at every rate above that."),
            (false, true) => {
                text.plain("It is worth it at this growth, and again from ").strong(least).plain(" growth on.")
            }
        };
    }
    match (goal.status, worth_it) {
        (SearchStatus::MetAtStart, true) => text.plain("It is worth it ").strong("at any growth").plain("."),
        (SearchStatus::MetAtStart, false) => text
            .plain("It would be worth it at ")
            .strong("far lower growth")
            .plain(": here, the orders that follow demand cost more than they earn."),
        (_, true) => text.plain("It is worth it ").strong("only near this growth").plain("."),
        (_, false) => text.strong("No growth is enough").plain(" to make it worth it."),
    }
}

/// A growth below zero as the size of the decline, rounded to the safe side: “48 %”.
fn shrinkage(growth: f64, present: f64) -> String {
    threshold(Input::Growth, growth, Bound::AtLeast, present).trim_start_matches(MINUS).to_owned()
}

/// The result of the Monte Carlo simulation that the caveat quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimulatedCases {
    /// Number of simulated cases.
    pub count: usize,
    /// Number of cases that pay back within the horizon.
    pub paid_back: usize,
}

/// The assumptions of the answer: “After tax, at a 9 % discount rate, with $274B of net assets counted at the end; without
/// them −$27B. 68 % of 400 simulated cases pay back within 10 years.”
pub fn caveat(scenario: &Scenario, summary: &Summary, cases: Option<SimulatedCases>) -> Text {
    let tax = if scenario.tax == 0.0 { "Without tax, at " } else { "After tax, at " };
    let rate = amount(Input::DiscountRate, scenario.discount_rate);
    let text = Text::new().plain(format!("{tax}{} {rate} discount rate, ", article(&rate)));
    let text = end_value(text, scenario, summary).plain(".");
    let text = if scenario.count_opening {
        text
    } else {
        text.plain(" Money ").input(Input::CountOpening, "already spent").plain(" is not counted.")
    };
    match cases {
        Some(cases) => text.plain(format!(" {}", cases_sentence(cases, scenario.horizon))),
        None => text,
    }
}

/// “Of $440B planned for AI, $287B is spent: power is the limit.”
pub fn unspent(plan: &UnspentPlan) -> Text {
    let (planned, spent) = (money(plan.planned), money(plan.spent));
    let text = Text::new().plain("Of ").input(Input::Capex, planned).plain(" planned for AI, ").strong(spent);
    let text = text.plain(" is spent: ");
    match plan.limit {
        PlanLimit::Power => text.input(Input::PowerCap, "power").plain(" is the limit."),
        PlanLimit::Demand => text.input(Input::Growth, "demand").plain(" is the limit."),
    }
}

/// Appends the value at the horizon, and the value today without it.
fn end_value(text: Text, scenario: &Scenario, summary: &Summary) -> Text {
    let link = |text: Text, label: &'static str| text.input(Input::Terminal, label);
    let value = money(summary.terminal_value);
    let counted = match scenario.terminal {
        Terminal::None => return link(text.plain("with nothing "), "counted at the end"),
        _ if summary.terminal_value == 0.0 => return link(text.plain("with nothing left to "), "count at the end"),
        Terminal::Nbv => format!("with {value} of net assets "),
        Terminal::Perpetuity => format!("with {value} of later profit "),
        Terminal::Multiple => {
            format!("with {value}, {} EBITDA, ", amount(Input::TerminalMultiple, scenario.terminal_multiple))
        }
    };
    let pronoun = if scenario.terminal == Terminal::Nbv { "them" } else { "it" };
    let without = signed_money(summary.npv_without_terminal);
    link(text.plain(counted), "counted at the end").plain(format!("; without {pronoun} {without}"))
}

/// “68 % of 400 simulated cases pay back within 10 years.”
fn cases_sentence(cases: SimulatedCases, horizon: f64) -> String {
    let horizon = amount(Input::Horizon, horizon);
    let SimulatedCases { count, paid_back } = cases;
    let all = number(count as f64, 0);
    if paid_back == 0 {
        format!("None of {all} simulated cases pays back within {horizon}.")
    } else if paid_back >= count {
        format!("All {all} simulated cases pay back within {horizon}.")
    } else {
        let share = capitalized(&share(paid_back as f64 / count as f64));
        format!("{share} of {all} simulated cases pay back within {horizon}.")
    }
}

/// The caveat of an embedded answer: unmet demand, and the value at the horizon.
pub(crate) fn embedded(scenario: &Scenario, summary: &Summary) -> Text {
    let unmet = unmet_line(summary);
    let value = money(summary.terminal_value);
    let end = match scenario.terminal {
        Terminal::None => return Text::new().plain(unmet).plain(" Nothing is counted at the end."),
        Terminal::Nbv => format!(" {value} of net assets "),
        Terminal::Perpetuity => format!(" {value} of later profit "),
        Terminal::Multiple => format!(" {value}, a multiple of EBITDA, "),
    };
    let verb = if scenario.terminal == Terminal::Nbv { "are " } else { "is " };
    Text::new().plain(unmet).plain(end).plain(verb).input(Input::Terminal, "counted at the end").plain(".")
}

/// “AWS, base: pays back in 7.8 years (Q1 2034), worth +$89B today, leaves $968B of demand unmet”.
pub fn in_one_line(name: &ScenarioName, scenario: &Scenario, summary: &Summary) -> Text {
    let name = name.name();
    let text = if name.is_empty() { Text::new() } else { Text::new().plain(format!("{name}: ")) };
    let text = match summary.payback_years {
        Some(0.0) => text.verdict(true, "no outlay to recover"),
        Some(payback) => {
            text.plain("pays back in ").verdict(true, years(payback)).plain(format!(" ({})", date(payback)))
        }
        None => text
            .verdict(false, "does not pay back")
            .plain(format!(" within {}", amount(Input::Horizon, scenario.horizon))),
    };
    let text = text.plain(", worth ").verdict(summary.npv >= 0.0, signed_money(summary.npv)).plain(" today, leaves ");
    text.strong(money(summary.unmet_total)).plain(" of demand unmet")
}

/// Unmet demand after the build-out, $ billion.
pub(super) fn unmet_after(summary: &Summary) -> f64 {
    (summary.unmet_total - summary.unmet_in_build).max(0.0)
}

/// “Unmet demand: $1B during the build-out, $966B after it.”
pub(crate) fn unmet_line(summary: &Summary) -> String {
    let (during, after) = (money(summary.unmet_in_build), money(unmet_after(summary)));
    format!("Unmet demand: {during} during the build-out, {after} after it.")
}

/// “needs 71 % growth”, “from −48 % growth on”; `None` where no break-even growth is known.
pub(crate) fn growth_needed(scenario: &Scenario, summary: &Summary) -> Option<String> {
    let goal = summary.breakeven_growth_npv;
    let value = goal.value.filter(|_| goal.status == SearchStatus::Solved)?;
    let least = threshold(Input::Growth, value, Bound::AtLeast, scenario.growth);
    Some(if value < 0.0 { format!("from {least} growth on") } else { format!("needs {least} growth") })
}

/// The title of the window.
pub fn window_title(name: &ScenarioName, summary: &Summary) -> String {
    let company = if name.company.is_empty() { "AI build-out" } else { &name.company };
    let payback = match summary.payback_years {
        Some(0.0) => "nothing to recover".to_owned(),
        Some(payback) => format!("pays back in {}", years(payback)),
        None => "not back within the horizon".to_owned(),
    };
    let unmet = money(summary.unmet_total);
    format!("{company}: {payback}, worth {}, {unmet} unmet – {}", signed_money(summary.npv), super::site::NAME)
}
