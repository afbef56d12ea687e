//! The answer in a sentence that is always true, its caveat, and the same in one line.

pub use super::caveat::{Cases, cases_sentence, caveat, embedded};

use super::controls;
use super::moments::date;
use super::numbers::{money, signed_money, years};
use super::text::Text;
use super::units::{Side, amount, threshold};
use crate::model::{SearchStatus, Summary};
use crate::scenario::workbook::Sheet;
use crate::scenario::{Input, Scenario};

/// Whose build-out is spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The company's name; empty where there is none.
    pub company: String,
    /// The case or debate, lower case.
    pub case: String,
    /// Whether inputs were changed since.
    pub edited: bool,
}

impl Subject {
    /// The subject of a sheet.
    pub fn of(sheet: &Sheet) -> Self {
        let case = match sheet.origin.debate_preset() {
            Some(debate) => format!("“{}”", controls::preset(debate)),
            None => sheet.origin.case_label().to_ascii_lowercase(),
        };
        let edited = sheet.changed().next().is_some();
        Self { company: sheet.origin.company_label().to_owned(), case, edited }
    }

    /// `AWS, base`; `AWS, base, edited`.
    pub fn name(&self) -> String {
        let edited = if self.edited { "edited" } else { "" };
        let parts: Vec<_> = [&*self.company, &*self.case, edited].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    fn whose(&self) -> String {
        if self.company.is_empty() { "the".to_owned() } else { format!("{}’s", self.company) }
    }
}

/// The answer: what happens, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Payback and worth at these inputs.
    pub outcome: Text,
    /// The growth it needs.
    pub condition: Text,
}

impl std::fmt::Display for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {}", self.outcome, self.condition)
    }
}

/// The answer for a scenario and what the model made of it.
pub fn answer(subject: &Subject, scenario: &Scenario, summary: &Summary) -> Answer {
    let text = premise(scenario).plain(format!(" {} AI {} ", subject.whose(), noun(scenario)));
    let (text, hopeful) = payback_clause(text, scenario, summary);
    let outcome = worth_clause(text, summary, hopeful).plain(".");
    Answer { outcome, condition: condition(scenario, summary) }
}

/// The inputs it is said for: “At 100 % demand growth, $200B of capex a year and 60 % custom chips,”.
fn premise(scenario: &Scenario) -> Text {
    let text = Text::new().plain("At ").input(Input::Growth, amount(Input::Growth, scenario.growth));
    let text = text.plain(" demand growth, ");
    let text = if scenario.capex == 0.0 {
        text.input(Input::Capex, "no new capex")
    } else {
        let when = if scenario.capex_growth == 0.0 { "a year" } else { "in the first year" };
        text.input(Input::Capex, amount(Input::Capex, scenario.capex)).plain(format!(" of capex {when}"))
    };
    let text = text.plain(" and ").input(Input::CustomShare, amount(Input::CustomShare, scenario.custom_share));
    text.plain(" custom chips,")
}

fn noun(scenario: &Scenario) -> &'static str {
    if scenario.capex * scenario.ai_share * scenario.build_years == 0.0 { "business" } else { "build-out" }
}

/// When cash is back at zero for the first time, where it is lost again before it is there to stay.
fn touched(summary: &Summary) -> Option<f64> {
    summary.first_touch_years.filter(|first| summary.payback_years.is_some_and(|payback| payback - first > 0.25))
}

/// Says whether it pays back; the flag is whether that is good news.
fn payback_clause(text: Text, scenario: &Scenario, summary: &Summary) -> (Text, bool) {
    let horizon = amount(Input::Horizon, scenario.horizon);
    match summary.payback_years {
        Some(0.0) => (text.plain("has ").verdict(true, "no outlay to recover"), true),
        Some(payback) => {
            let text = text.plain(if touched(summary).is_some() { "pays back for good in " } else { "pays back in " });
            (text.verdict(true, years(payback)).plain(format!(" ({})", date(payback))), true)
        }
        None => {
            let text = match summary.first_touch_years {
                Some(first) => text
                    .plain(format!("touches zero in {} but ", date(first)))
                    .verdict(false, "does not stay paid back")
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

/// Says what it is worth, joined by “and” or “but” as the two agree or not.
fn worth_clause(text: Text, summary: &Summary, hopeful: bool) -> Text {
    let worth = signed_money(summary.npv);
    let good = summary.npv >= 0.0;
    if worth == "$0B" {
        return text.plain(" and is worth ").verdict(good, "just what it costs");
    }
    let text = text.plain(match (hopeful, good) {
        (true, false) => " but is worth ",
        (false, true) => ", yet is worth ",
        _ => " and is worth ",
    });
    let text = text.verdict(good, worth).plain(" today");
    match (hopeful, good) {
        (true, false) => text.plain(", a loss"),
        (false, true) => text.plain(", with what is left at the end"),
        _ => text,
    }
}

/// “It needs at least 71 % growth to be worth it.”
fn condition(scenario: &Scenario, summary: &Summary) -> Text {
    let worth_it = summary.npv >= 0.0;
    let goal = summary.breakeven_growth_npv;
    let text = match touched(summary) {
        Some(first) => Text::new().plain(format!("It first touches zero in {}. ", date(first))),
        None => Text::new(),
    };
    let solved = goal.value.filter(|_| goal.status == SearchStatus::Solved);
    if let Some(value) = solved {
        let least = threshold(Input::Growth, value, Side::AtLeast, scenario.growth);
        return match (scenario.growth >= value, worth_it) {
            (true, true) => text.plain("It needs at least ").strong(least).plain(" growth to be worth it."),
            (false, false) => text.plain("It would need at least ").strong(least).plain(" growth to be worth it."),
            (true, false) => text
                .plain("It would be worth it from ")
                .strong(least)
                .plain(" growth on, but not at every rate above that."),
            (false, true) => text.plain("It is worth it here, and again from ").strong(least).plain(" growth on."),
        };
    }
    match (goal.status, worth_it) {
        (SearchStatus::MetAtStart, true) => text.plain("It is worth it ").strong("at any growth").plain("."),
        (SearchStatus::MetAtStart, false) => text
            .plain("It would be worth it at ")
            .strong("far lower growth")
            .plain(": here the orders that follow demand cost more than they bring."),
        (_, true) => text.plain("It is worth it ").strong("only near this growth").plain("."),
        (_, false) => text.strong("No growth is enough").plain(" to make it worth it."),
    }
}

/// Demand left unserved after the build-out.
pub fn unmet_beyond(summary: &Summary) -> f64 {
    (summary.unmet_total - summary.unmet_in_build).max(0.0)
}

/// “AWS, base: pays back in 7.8 years (Q1 2034), worth +$89B today, leaves $1B then $966B of demand unmet”.
pub fn in_one_line(subject: &Subject, scenario: &Scenario, summary: &Summary) -> Text {
    let name = subject.name();
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
    text.strong(money(summary.unmet_in_build))
        .plain(" then ")
        .strong(money(unmet_beyond(summary)))
        .plain(" of demand unmet")
}

/// The unmet line of an embedded page: “Unmet demand: $1B during the build-out, $203B beyond it. …”
pub fn unmet_line(summary: &Summary) -> String {
    let (during, beyond) = (money(summary.unmet_in_build), money(unmet_beyond(summary)));
    format!("Unmet demand: {during} during the build-out, {beyond} beyond it.")
}

/// “needs 71 % growth”, where there is such a growth.
pub fn growth_needed(scenario: &Scenario, summary: &Summary) -> Option<String> {
    let goal = summary.breakeven_growth_npv;
    let value = goal.value.filter(|_| goal.status == SearchStatus::Solved)?;
    Some(format!("needs {} growth", threshold(Input::Growth, value, Side::AtLeast, scenario.growth)))
}

/// The title of the window.
pub fn window_title(subject: &Subject, summary: &Summary) -> String {
    let company = if subject.company.is_empty() { "AI build-out" } else { &subject.company };
    let payback = match summary.payback_years {
        Some(0.0) => "nothing to recover".to_owned(),
        Some(payback) => format!("pays back in {}", years(payback)),
        None => "does not pay back".to_owned(),
    };
    let unmet = money(summary.unmet_total);
    format!("{company}: {payback}, worth {}, {unmet} unmet – Payback", signed_money(summary.npv))
}
