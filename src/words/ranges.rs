//! Texts of the uncertain inputs' ranges: their table, their ends, and the line that names those that a reader has set.

use super::grammar::lower_first;
use super::{inputs, units};
use crate::scenario::{Input, InputError, InputRange, Ranges, parse_typed};

phrases! {
    /// Column head of the inputs.
    head_input = "Input";
    /// Column head of the lower ends.
    head_low = "Low";
    /// Column head of the present values.
    head_value = "Now";
    /// Column head of the upper ends.
    head_high = "High";
    /// Column head of the picture of the distribution.
    head_shape = "Shape";
    /// Column head of the percentiles.
    head_percentiles = "P10 to P90";
    /// Caption of the table.
    caption = "Uncertain inputs and their ranges";
    /// Button that resets every range.
    reset_all = "Reset all ranges";
    /// Label of the choice of a further input.
    add = "Add an assumption…";
    /// Value of an input without a range.
    fixed = "held fixed";
    /// Heading of the ranges in files.
    own_ranges = "Own ranges of the simulation";
    /// Explanation of the table.
    explanation = "Each value is drawn from a triangle over its range, with its peak at this scenario’s value; eight in ten values lie between P10 and P90. The ends follow this scenario’s value until you set them.";
}

/// A range: “15 % to 28 %”, “held fixed”.
pub fn range(input: Input, range: InputRange) -> String {
    match range {
        InputRange::Fixed => fixed().to_owned(),
        InputRange::Between { low, high } => between(input, low, high),
    }
}

/// “15 % to 28 %”.
pub fn between(input: Input, low: f64, high: f64) -> String {
    format!("{} to {}", rounded(input, low), rounded(input, high))
}

/// A value with at most three significant digits beyond its unit: percentiles are no more exact.
fn rounded(input: Input, value: f64) -> String {
    let factor = if input.spec().unit.is_percent() { 100.0 } else { 1.0 };
    let shown = value * factor;
    let decimals = if shown == 0.0 { 0 } else { (2 - shown.abs().log10().floor() as i32).clamp(0, 4) };
    let power = 10_f64.powi(decimals);
    units::amount(input, (shown * power).round() / power / factor)
}

/// “demand growth 40 % to 180 %; loss with age held fixed”; `None` where no range is set.
pub fn line(ranges: &Ranges) -> Option<String> {
    let part = |(input, own)| format!("{} {}", lower_first(inputs::short(input)), range(input, own));
    let parts: Vec<String> = ranges.iter().map(part).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Step of the history after a range was set or reset: “Range of tax rate: 15 % to 28 %”.
pub fn step(input: Input, to: Option<InputRange>) -> String {
    let name = lower_first(inputs::short(input));
    match to {
        None => format!("Reset the range of {name}"),
        Some(InputRange::Fixed) => format!("Held {name} fixed"),
        Some(own) => format!("Range of {name}: {}", range(input, own)),
    }
}

/// Accessible name of an input's switch.
pub fn switch(input: Input) -> String {
    format!("{} is uncertain", inputs::label(input))
}

/// Accessible name of the field of a lower or upper end.
pub fn end_label(input: Input, is_high: bool) -> String {
    let end = if is_high { "upper end" } else { "lower end" };
    let (label, unit) = (inputs::label(input), units::field_unit(input));
    if unit.is_empty() { format!("{label}, {end}") } else { format!("{label}, {end}, {unit}") }
}

/// Accessible name of an input's reset button.
pub fn reset(input: Input) -> String {
    format!("Reset the range of {}", inputs::label(input))
}

/// Accessible name of the button that removes an added input.
pub fn remove(input: Input) -> String {
    format!("Remove {} from the uncertain inputs", inputs::label(input))
}

/// The message about an end that was typed: refused, or on the wrong side of the present value.
pub fn refused_end(input: Input, text: &str, is_high: bool) -> String {
    let end = if is_high { "upper" } else { "lower" };
    let reason = match parse_typed(input, text) {
        Err(InputError::NotWhole { .. }) => "is not a whole number".to_owned(),
        Err(InputError::OutOfRange { .. }) => {
            let (low, high) = input.range().map_or((0.0, 0.0), |range| (range.lowest, range.highest));
            format!("lies outside {}", between(input, low, high))
        }
        Ok(_) if is_high => "lies below the lower end".to_owned(),
        Ok(_) => "lies above the upper end".to_owned(),
        _ if text.trim().is_empty() => return format!("The {end} end is empty. The end before is still used."),
        _ => "is not a number".to_owned(),
    };
    format!("“{}” {reason}. The {end} end before is still used.", text.trim())
}

/// The message about a set end that has been moved to the present value: “The lower end, 50 %, lies above 40 %, which is used
/// instead.”
pub fn wrong_side(input: Input, end: f64, value: f64, is_high: bool) -> String {
    let (name, side) = if is_high { ("upper", "below") } else { ("lower", "above") };
    let (end, value) = (units::amount(input, end), units::amount(input, value));
    format!("The {name} end, {end}, lies {side} this scenario’s {value}, which is used instead.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace('\u{202f}', " ")
    }

    #[test]
    fn ranges_are_named_in_the_units_of_their_inputs() {
        let (ranges, _) = Ranges::read_text("growth:0.4..1.8,erosion:fixed,lead_time:2..6");
        assert_eq!(
            line(&ranges).as_deref().map(plain).as_deref(),
            Some("demand growth 40 % to 180 %; order to service 2 quarters to 6 quarters; loss with age held fixed")
        );
        assert_eq!(line(&Ranges::NONE), None);
        assert_eq!(plain(&between(Input::Price, 12.345_678, 17.000_01)), "$12.3B to $17B");
        assert_eq!(plain(&between(Input::PriceChange, -0.087_654, -0.012_345)), "−8.77 % to −1.23 %");
        let step = |to| plain(&step(Input::Tax, to));
        assert_eq!(step(InputRange::between(Input::Tax, 0.15, 0.28)), "Range of tax rate: 15 % to 28 %");
        assert_eq!(step(Some(InputRange::Fixed)), "Held tax rate fixed");
        assert_eq!(step(None), "Reset the range of tax rate");
    }

    #[test]
    fn refused_ends_are_named() {
        let refused = |input, text| plain(&refused_end(input, text, false));
        assert_eq!(refused(Input::Tax, "fast"), "“fast” is not a number. The lower end before is still used.");
        assert_eq!(refused(Input::Tax, "120"), "“120” lies outside 0 % to 99 %. The lower end before is still used.");
        assert_eq!(refused(Input::LeadTime, "2.5"), "“2.5” is not a whole number. The lower end before is still used.");
        assert_eq!(refused(Input::Tax, "30"), "“30” lies above the upper end. The lower end before is still used.");
        assert_eq!(refused(Input::Tax, " "), "The lower end is empty. The end before is still used.");
        assert_eq!(
            plain(&wrong_side(Input::Growth, 0.5, 0.4, false)),
            "The lower end, 50 %, lies above this scenario’s 40 %, which is used instead."
        );
    }
}
