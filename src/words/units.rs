//! Values of inputs in their units: in sentences, in fields, for screen readers, and as rounded thresholds.

use super::inputs;
use super::numbers::{self, NARROW_SPACE, power, trimmed};
use crate::analysis::Bound;
use crate::scenario::{Input, Range, Unit, Value, round_to_9_decimals};

/// `100 %`, `$200B`, `0.43`, `2.5 years`, `4 quarters`, `$0.08/kWh`, `10 GW a year`, `Net assets`, `on`.
pub fn value(input: Input, value: Value) -> String {
    match value {
        Value::Number(number) => amount(input, number),
        other => inputs::value_name(input, other).to_owned(),
    }
}

/// A number in the unit of an input.
pub fn amount(input: Input, number: f64) -> String {
    amount_to(input, number, least_decimals(input.spec().unit), 4)
}

fn amount_to(input: Input, number: f64, least: usize, most: usize) -> String {
    let unit = input.spec().unit;
    let shown = if unit.is_percent() { number * 100.0 } else { number };
    match unit {
        Unit::Share | Unit::PerYear => format!("{}{NARROW_SPACE}%", trimmed(shown, least, most)),
        Unit::DollarsPerKwh => format!("{}/kWh", numbers::dollars(number, least, most)),
        Unit::GwPerYear => format!("{} GW a year", trimmed(number, least, most)),
        Unit::Ratio | Unit::None => trimmed(number, least, most),
        Unit::Times => format!("{}×", trimmed(number, least, most)),
        Unit::Years => format!("{} {}", trimmed(number, least, most), plural(number, "year", "years")),
        Unit::Quarters => format!("{} {}", trimmed(number, least, most), plural(number, "quarter", "quarters")),
        _ => format!("{}B", numbers::dollars(number, least, most)),
    }
}

fn least_decimals(unit: Unit) -> usize {
    match unit {
        Unit::Ratio | Unit::DollarsPerKwh => 2,
        _ => 0,
    }
}

fn plural(number: f64, singular: &'static str, plural: &'static str) -> &'static str {
    if number == 1.0 { singular } else { plural }
}

/// The label of a slider's end: `all NVIDIA`, `$0`, or the value.
pub fn range_end(input: Input, number: f64) -> String {
    match input {
        Input::CustomShare | Input::CustomNow if number == 0.0 => "all NVIDIA".to_owned(),
        Input::CustomShare | Input::CustomNow if number == 1.0 => "all custom".to_owned(),
        _ if number == 0.0 && is_money(input.spec().unit) => "$0".to_owned(),
        _ => amount(input, number),
    }
}

fn is_money(unit: Unit) -> bool {
    use Unit::{Billions, BillionsPerCu, BillionsPerCuYear, BillionsPerGw, BillionsPerGwYear, BillionsPerYear};
    matches!(unit, Billions | BillionsPerYear | BillionsPerCu | BillionsPerCuYear | BillionsPerGw | BillionsPerGwYear)
}

/// The text of a number field: percentages multiplied by 100, without unit, grouping or rounding. `parse_typed` reads
/// the same value back.
pub fn field(input: Input, number: f64) -> String {
    let percent = input.spec().unit.is_percent();
    let shown = round_to_9_decimals(if percent { number * 100.0 } else { number });
    numbers::machine(shown)
}

/// The unit beside a number field.
pub fn field_unit(input: Input) -> &'static str {
    match input {
        Input::CustomCost | Input::CustomPerformance | Input::CustomPower => "of a GPU’s",
        Input::OtherCost => "% of revenue",
        Input::Erosion => "% a year",
        _ => match input.spec().unit {
            Unit::Share => "%",
            Unit::PerYear => "% a year",
            Unit::BillionsPerYear | Unit::BillionsPerCuYear | Unit::BillionsPerGwYear => "$B a year",
            Unit::Billions | Unit::BillionsPerCu | Unit::BillionsPerGw => "$B",
            Unit::DollarsPerKwh => "$ a kWh",
            Unit::GwPerYear => "GW a year",
            Unit::Times | Unit::Ratio => "×",
            Unit::Years => "years",
            Unit::Quarters => "quarters",
            Unit::None => "",
        },
    }
}

/// A value with its unit written out, for `aria-valuetext`.
pub fn spoken(input: Input, number: f64) -> String {
    let unit = input.spec().unit;
    let shown = trimmed(if unit.is_percent() { number * 100.0 } else { number }, 0, 4);
    let words = match (input, unit) {
        (Input::CustomShare, _) => "percent of new compute",
        (Input::CustomCost, _) => "of a GPU’s cost",
        (Input::CustomPerformance, _) => "of a GPU’s performance",
        (Input::CustomPower, _) => "of a GPU’s power",
        (Input::Erosion, _) | (_, Unit::PerYear) => "percent a year",
        (_, Unit::Share) => "percent",
        (_, Unit::Billions) => "billion dollars",
        (_, Unit::BillionsPerYear) => "billion dollars a year",
        (_, Unit::BillionsPerCu) => "billion dollars per compute unit",
        (_, Unit::BillionsPerCuYear) => "billion dollars per compute unit and year",
        (_, Unit::BillionsPerGw) => "billion dollars per gigawatt",
        (_, Unit::BillionsPerGwYear) => "billion dollars per gigawatt and year",
        (_, Unit::DollarsPerKwh) => "dollars per kilowatt-hour",
        (_, Unit::GwPerYear) => "gigawatts a year",
        (_, Unit::Times) => "times",
        (_, Unit::Years) => plural(number, "year", "years"),
        (_, Unit::Quarters) => plural(number, "quarter", "quarters"),
        (_, Unit::Ratio | Unit::None) => "",
    };
    format!("{shown} {words}").trim_end().to_owned()
}

/// The unit of an input, written out for tables and exports.
pub fn unit_words(input: Input) -> &'static str {
    match input.spec().unit {
        Unit::Share => "share",
        Unit::PerYear => "per year",
        Unit::Billions => "$ billion",
        Unit::BillionsPerYear => "$ billion a year",
        Unit::BillionsPerCu => "$ billion per CU",
        Unit::BillionsPerCuYear => "$ billion per CU and year",
        Unit::BillionsPerGw => "$ billion per GW",
        Unit::BillionsPerGwYear => "$ billion per GW and year",
        Unit::DollarsPerKwh => "$ per kWh",
        Unit::GwPerYear => "GW a year",
        Unit::Ratio => "ratio",
        Unit::Times => "multiple",
        Unit::Years => "years",
        Unit::Quarters => "quarters",
        Unit::None => "",
    }
}

/// A threshold of an input, rounded so that the target still holds (up for at least, down for at most): `71 %`, `$363B`,
/// `$12.5B`. It gets more decimals where rounding would put it on the other side of the present value.
pub fn threshold(input: Input, number: f64, bound: Bound, present: f64) -> String {
    let Some(decimals) = decimals_of_threshold(input, number, bound, present) else { return amount(input, number) };
    amount_to(input, round_to_bound(input, number, bound, decimals), least_decimals(input.spec().unit), decimals)
}

/// The threshold as a number, rounded like [`threshold`].
pub fn threshold_value(input: Input, number: f64, bound: Bound, present: f64) -> f64 {
    let decimals = decimals_of_threshold(input, number, bound, present);
    decimals.map_or(number, |decimals| round_to_9_decimals(round_to_bound(input, number, bound, decimals)))
}

/// The number of decimals of a threshold; `None` for an input without a range.
fn decimals_of_threshold(input: Input, number: f64, bound: Bound, present: f64) -> Option<usize> {
    let range = input.range()?;
    let least = decimals_of_step(input, range);
    let apart = |decimals: &usize| {
        let rounded = round_to_bound(input, number, bound, *decimals);
        match bound {
            Bound::AtLeast => !(number <= present && present < rounded),
            Bound::AtMost => !(rounded < present && present <= number),
        }
    };
    let most = if range.whole { least } else { least + 3 };
    Some((least..=most).find(apart).unwrap_or(least))
}

/// The number rounded to decimals of its displayed form, up for at least and down for at most.
fn round_to_bound(input: Input, number: f64, bound: Bound, decimals: usize) -> f64 {
    let scale = power(decimals) * if input.spec().unit.is_percent() { 100.0 } else { 1.0 };
    // The search ends within 1e-7 of the true value, which must not push a round threshold to the next step.
    let tolerance = 1.5e-7 * scale;
    let scaled = number * scale;
    let rounded = match bound {
        Bound::AtLeast => (scaled - tolerance).ceil(),
        Bound::AtMost => (scaled + tolerance).floor(),
    };
    rounded / scale
}

/// The fewest decimals that show every step of the input and at least sixty values over the slider.
fn decimals_of_step(input: Input, range: &Range) -> usize {
    if range.whole {
        return 0;
    }
    let factor = if input.spec().unit.is_percent() { 100.0 } else { 1.0 };
    let fits = |decimals: &usize| {
        let scale = power(*decimals) * factor;
        let steps = range.step * scale;
        (steps - steps.round()).abs() < 1e-6 && (range.max - range.min) * scale >= 60.0
    };
    (0..4).find(fits).unwrap_or(4)
}

/// The accessible name of an input's number field: label and unit.
pub fn field_label(input: Input) -> String {
    let unit = field_unit(input);
    let label = inputs::label(input);
    if unit.is_empty() { label.to_owned() } else { format!("{label}, {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parse_typed;

    #[test]
    fn values_in_their_units() {
        let written = [
            (Input::Growth, 1.0, "100\u{202f}%"),
            (Input::Growth, 0.853, "85.3\u{202f}%"),
            (Input::Capex, 200.0, "$200B"),
            (Input::Price, 12.5, "$12.5B"),
            (Input::CustomCost, 0.5, "0.50"),
            (Input::ChipLife, 1.0, "1 year"),
            (Input::GrowthHalfLife, 2.5, "2.5 years"),
            (Input::LeadTime, 4.0, "4 quarters"),
            (Input::PowerPrice, 0.08, "$0.08/kWh"),
            (Input::PowerPrice, 0.085, "$0.085/kWh"),
            (Input::PowerCap, 10.0, "10 GW a year"),
            (Input::TerminalMultiple, 8.0, "8×"),
        ];
        for (input, number, text) in written {
            assert_eq!(amount(input, number), text);
        }
        assert_eq!(value(Input::Terminal, Value::Choice("nbv")), "Net assets");
        assert_eq!(value(Input::CountOpening, Value::Switch(false)), "off");
        assert_eq!(range_end(Input::Capex, 0.0), "$0");
        assert_eq!(range_end(Input::CustomShare, 1.0), "all custom");
        assert_eq!(range_end(Input::Growth, -0.2), "−20\u{202f}%");
        assert_eq!(spoken(Input::Growth, 1.0), "100 percent a year");
        assert_eq!(spoken(Input::Capex, 1000.0), "1,000 billion dollars a year");
    }

    #[test]
    fn thresholds_round_to_the_side_where_they_hold() {
        let far = f64::INFINITY;
        assert_eq!(threshold(Input::Growth, 0.706_41, Bound::AtLeast, 1.0), "71\u{202f}%");
        assert_eq!(threshold(Input::Growth, 0.710_000_05, Bound::AtLeast, 1.0), "71\u{202f}%");
        assert_eq!(threshold(Input::Capex, 363.9, Bound::AtMost, 200.0), "$363B");
        assert_eq!(threshold(Input::Price, 12.41, Bound::AtLeast, 15.0), "$12.5B");
        assert_eq!(threshold(Input::ChipCost, 36.67, Bound::AtMost, 26.0), "$36.6B");
        assert_eq!(threshold(Input::PowerPrice, 0.1234, Bound::AtMost, 0.08), "$0.123/kWh");
        assert_eq!(threshold(Input::CustomCost, 0.4321, Bound::AtMost, 0.43), "0.43");
        assert_eq!(threshold(Input::LeadTime, 6.4, Bound::AtMost, 4.0), "6 quarters");
        assert_eq!(threshold(Input::Horizon, 8.2, Bound::AtLeast, far), "9 years");
        assert_eq!(threshold(Input::Growth, 0.706_41, Bound::AtLeast, 0.708), "70.7\u{202f}%");
        assert_eq!(threshold(Input::Capex, 363.9, Bound::AtMost, 363.5), "$363.9B");
    }

    #[test]
    fn fields_read_back() {
        for &input in Input::ALL {
            let Some(range) = input.range() else { continue };
            for number in [range.min, range.max, range.lowest, range.highest, range.min + range.step, 0.005] {
                let typed = parse_typed(input, &field(input, number));
                if number >= range.lowest && (!range.whole || number.fract() == 0.0) {
                    assert_eq!(
                        typed,
                        Ok(Value::Number(round_to_9_decimals(number))),
                        "{input:?} {number} {}",
                        field(input, number)
                    );
                }
            }
        }
        assert_eq!(field(Input::Growth, 0.85), "85");
        assert_eq!(field(Input::Growth, 0.005), "0.5");
    }
}
