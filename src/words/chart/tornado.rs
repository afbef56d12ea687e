//! The texts of `tornado`.

use std::borrow::Cow;

use crate::analysis::{OutcomeMeasure as Target, SwingRange as MovedBy};
use crate::scenario::Input;
use crate::words::grammar::lower_first;
use crate::words::inputs::short;
use crate::words::numbers::{number, percent, signed_money, signed_money_to, years};

/// A measured value as text; a word where there is none.
pub fn measured(measure: Target, value: Option<f64>) -> String {
    match (measure, value) {
        (Target::Npv, Some(value)) => signed_money(value),
        (Target::Payback, Some(value)) => years(value),
        (Target::Irr, Some(value)) => percent(value, 1),
        (Target::Payback, None) => "not in time".to_owned(),
        (_, None) => "none".to_owned(),
    }
}

/// A tick label of a measure.
pub fn measured_tick(measure: Target, value: f64, step: f64) -> String {
    let decimals = |step: f64| if step >= 1.0 { 0 } else { (-step.log10()).ceil().clamp(0.0, 6.0) as usize };
    match measure {
        Target::Npv => signed_tick(value, decimals(step)),
        Target::Payback => format!("{} years", number(value, decimals(step))),
        Target::Irr => percent(value, decimals(100.0 * step)),
    }
}

/// `+$50B`, `0`.
pub fn signed_tick(value: f64, decimals: usize) -> String {
    if value == 0.0 { "0".to_owned() } else { signed_money_to(value, decimals) }
}

/// The finding of `tornado`.
pub fn tornado_title(first: Option<Input>, second: Option<Input>) -> String {
    match (first, second) {
        (Some(first), Some(second)) => {
            format!("{} and {} move the answer most", short(first), lower_first(short(second)))
        }
        (Some(first), None) => format!("{} alone moves the answer", short(first)),
        _ => "No input moves the answer".to_owned(),
    }
}

/// Quantity and unit of `tornado`.
pub fn tornado_subtitle(measure: Target, span: MovedBy) -> String {
    let what = match measure {
        Target::Npv => "NPV, $ billion",
        Target::Payback => "Payback, years",
        Target::Irr => "IRR, a year",
    };
    match span {
        MovedBy::TwentyPercent => format!("{what}, with one input 20\u{202f}% lower or higher"),
        MovedBy::Plausible => format!("{what}, with one input at either end of its plausible range"),
    }
}

/// `tornado` in one sentence, for assistive tools.
pub fn tornado_takeaway(first: Option<Input>, second: Option<Input>, measure: Target) -> String {
    let what = match measure {
        Target::Npv => "net present value",
        Target::Payback => "payback",
        Target::Irr => "internal rate of return",
    };
    format!("Bars of how far each input moves the {what}, the largest first. {}.", tornado_title(first, second))
}

/// The two ends of each bar.
pub fn span_ends(span: MovedBy) -> (&'static str, &'static str) {
    match span {
        MovedBy::TwentyPercent => ("input 20\u{202f}% lower", "input 20\u{202f}% higher"),
        MovedBy::Plausible => ("low end of range", "high end of range"),
    }
}

/// `now +$89B`.
pub fn now(measure: Target, value: Option<f64>) -> String {
    format!("now {}", measured(measure, value))
}

/// The name of an input, starred where it is a headline slider.
pub fn starred(input: Input, headline: bool) -> Cow<'static, str> {
    if headline { format!("★ {}", short(input)).into() } else { short(input).into() }
}

/// The name of `tornado` in lists of charts.
pub fn tornado_name() -> &'static str {
    "What matters"
}
