//! What the answer rests on: tax, rate, the value at the end, and how often it holds.

use super::numbers::{money, number, share, signed_money};
use super::page::opening;
use super::text::Text;
use super::units::amount;
use crate::model::Summary;
use crate::scenario::{Input, Scenario, Terminal};

/// Shares of simulated cases that the caveat speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cases {
    /// How many were simulated.
    pub count: usize,
    /// How many of them pay back within the horizon.
    pub paid_back: usize,
}

/// “After tax, at a 9 % discount rate, with $274B of net assets counted at the end; without them −$27B. 68 % of …”
pub fn caveat(scenario: &Scenario, summary: &Summary, cases: Option<Cases>) -> Text {
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

fn article(rate: &str) -> &'static str {
    let eight =
        rate.starts_with('8') || ["11\u{202f}", "18\u{202f}", "11.", "18."].iter().any(|one| rate.starts_with(one));
    if eight { "an" } else { "a" }
}

fn end_value(text: Text, scenario: &Scenario, summary: &Summary) -> Text {
    let end = |text: Text| text.input(Input::Terminal, "counted at the end");
    let value = money(summary.terminal_value);
    let counted = match scenario.terminal {
        Terminal::None => return end(text.plain("with nothing ")),
        _ if summary.terminal_value == 0.0 => return end(text.plain("with nothing left to be ")),
        Terminal::Nbv => format!("with {value} of net assets "),
        Terminal::Perpetuity => format!("with {value} of later profit "),
        Terminal::Multiple => {
            format!("with {value} for {} EBITDA ", amount(Input::TerminalMultiple, scenario.terminal_multiple))
        }
    };
    let them = if scenario.terminal == Terminal::Nbv { "them" } else { "it" };
    let without = signed_money(summary.npv_without_terminal);
    end(text.plain(counted)).plain(format!("; without {them} {without}"))
}

/// The line under an embedded answer: unmet demand, and what is counted at the end.
pub fn embedded(scenario: &Scenario, summary: &Summary) -> Text {
    let unmet = super::answer::unmet_line(summary);
    let value = money(summary.terminal_value);
    let end = match scenario.terminal {
        Terminal::None => return Text::new().plain(unmet).plain(" Nothing is counted at the end."),
        Terminal::Nbv => format!(" {value} of net assets "),
        Terminal::Perpetuity => format!(" {value} of later profit "),
        Terminal::Multiple => format!(" {value} for a multiple of EBITDA "),
    };
    Text::new().plain(unmet).plain(end).input(Input::Terminal, "counted at the end").plain(".")
}

/// “68 % of 400 simulated cases pay back within 10 years.”
pub fn cases_sentence(cases: Cases, horizon: f64) -> String {
    let within = amount(Input::Horizon, horizon);
    let Cases { count, paid_back } = cases;
    let of = number(count as f64, 0);
    if paid_back == 0 {
        format!("None of {of} simulated cases pays back within {within}.")
    } else if paid_back >= count {
        format!("All {of} simulated cases pay back within {within}.")
    } else {
        format!(
            "{} of {of} simulated cases pay back within {within}.",
            opening(&share(paid_back as f64 / count as f64))
        )
    }
}
