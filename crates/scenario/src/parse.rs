//! Parses and validates values from typed text, links and files. Errors name the input and the value.

use super::accelerator_hour::{from_accelerator_hour, without_hour};
use super::input_error::{InputError, clip};
use super::{Input, Kind, Range, Scenario, Value};

impl Scenario {
    /// Sets an input, checking the kind and the legal range of the value.
    pub fn set(&mut self, input: Input, value: Value) -> Result<(), InputError> {
        let checked = match (&input.spec().kind, value) {
            (Kind::Number(range), Value::Number(number)) => Value::Number(legal(input, range, number)?),
            (Kind::Choice(options), Value::Choice(text)) => option(input, options, text)?,
            (Kind::Switch, Value::Switch(_)) => value,
            (_, Value::Number(number)) => return Err(not_an_option(input, &number.to_string())),
            (Kind::Number(_), Value::Choice(text)) => return Err(not_a_number(input, text)),
            (Kind::Number(_), Value::Switch(on)) => return Err(not_a_number(input, switch_text(on))),
            (_, Value::Choice(text)) => return Err(not_an_option(input, text)),
            (_, Value::Switch(on)) => return Err(not_an_option(input, switch_text(on))),
        };
        self.set_unchecked(input, checked);
        Ok(())
    }
}

/// Parses a value as links and files write it: shares as fractions or as `85%`, switches as `on` and `off`, options by id.
pub fn parse(input: Input, text: &str) -> Result<Value, InputError> {
    let text = text.trim();
    match &input.spec().kind {
        Kind::Number(range) => {
            let number = read_number(input, text).ok_or_else(|| not_a_number(input, text))?;
            legal(input, range, number).map(Value::Number)
        }
        Kind::Choice(options) => option(input, options, text),
        Kind::Switch => match text.to_ascii_lowercase().as_str() {
            "on" | "true" | "1" | "yes" => Ok(Value::Switch(true)),
            "off" | "false" | "0" | "no" => Ok(Value::Switch(false)),
            _ => Err(not_an_option(input, text)),
        },
    }
}

/// Parses the text typed into the number field of an input. Fields of shares and rates display percent, so there a plain
/// number is percent: `85` and `85%` mean 85 %, `0.85` means 0.85 %. The field of the price of compute also takes a price
/// per accelerator-hour: `$2.35/h`.
pub fn parse_typed(input: Input, text: &str) -> Result<Value, InputError> {
    let text = text.trim();
    if let (Input::Price, Some(hourly), Some(range)) = (input, without_hour(text), input.range()) {
        let dollars = read_number(input, hourly).ok_or_else(|| not_a_number(input, text))?;
        return legal(input, range, from_accelerator_hour(dollars)).map(Value::Number);
    }
    let percent = input.spec().unit.is_percent();
    if !percent || text.ends_with('%') {
        return parse(input, text);
    }
    let Some(number) = read_number(input, text) else {
        return Err(not_a_number(input, text));
    };
    match &input.spec().kind {
        Kind::Number(range) => legal(input, range, number / 100.0).map(Value::Number),
        _ => Err(not_a_number(input, text)),
    }
}

/// The meaning that a number was given whose marks mean different numbers in different countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmbiguousMark {
    /// `1.000`: the point marks decimals. Where points group thousands, the text means a thousand times as much.
    DecimalPoint,
    /// `1.234,5` and `1.234.567`: points group thousands.
    GroupingPoint,
}

/// The reading of a typed number that can be read in two ways; `None` where there is only one.
pub fn ambiguous_mark(text: &str) -> Option<AmbiguousMark> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    if points_group(&digits) {
        return Some(AmbiguousMark::GroupingPoint);
    }
    let (whole, decimals) = digits.split_once('.')?;
    let thousands = decimals.len() == 3 && !decimals.contains([',', '.']) && !whole.contains(',');
    let leading = !whole.is_empty() && whole.len() <= 3 && !whole.starts_with('0');
    (thousands && leading).then_some(AmbiguousMark::DecimalPoint)
}

/// Whether the points of a number can only group thousands: `1.234,5`, `1.234.567`.
fn points_group(text: &str) -> bool {
    let (whole, decimals) = text.split_once(',').map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (first, groups) = whole.split_once('.').unwrap_or((whole, ""));
    let groups: Vec<&str> = groups.split('.').collect();
    let first = first.trim_start_matches(['-', '+']);
    (1..=3).contains(&first.len())
        && is_number(first)
        && !first.starts_with('0')
        && groups.iter().all(|group| group.len() == 3 && is_number(group))
        && (groups.len() > 1 || decimals.is_some())
        && decimals.is_none_or(is_number)
}

/// Parses a number with the signs that people add: `$200B`, `−5`, `1,000`, `85 %`, a decimal comma.
fn read_number(input: Input, text: &str) -> Option<f64> {
    let mut plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.len() > 64 {
        return None;
    }
    plain = plain.replace('\u{2212}', "-");
    let percent = plain.ends_with('%');
    if percent {
        plain.pop();
    }
    let plain = plain.strip_suffix(['B', 'b', '×']).unwrap_or(&plain);
    let plain = match plain.strip_prefix('-') {
        Some(rest) => format!("-{}", rest.strip_prefix('$').unwrap_or(rest)),
        None => plain.strip_prefix('$').unwrap_or(plain).to_owned(),
    };
    let plain = decimal_point(&plain)?;
    if !plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')) {
        return None;
    }
    let number = parse_decimal(&plain)?;
    if percent && !input.spec().unit.is_percent() {
        return None;
    }
    let number = if percent { number / 100.0 } else { number };
    number.is_finite().then_some(number)
}

/// Normalises `1,000.5`, `1.234,5` and `0,85`. A single comma followed by three digits groups thousands.
fn decimal_point(text: &str) -> Option<String> {
    let commas = text.matches(',').count();
    if points_group(text) {
        return Some(text.replace('.', "").replace(',', "."));
    }
    if commas == 0 {
        return Some(text.to_owned());
    }
    let groups =
        |text: &str| text.split(',').skip(1).all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let leading_zero = text.trim_start_matches(['-', '+']).starts_with("0,");
    if decimals.contains(',') {
        return None;
    }
    if groups(whole) && !leading_zero {
        return Some(text.replace(',', ""));
    }
    (commas == 1 && !text.contains('.')).then(|| text.replace(',', "."))
}

/// Parses a finite decimal number with a decimal point.
pub fn parse_decimal(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Rounds to fifteen significant digits. Every parser reads those back exactly, so links and files hold the number that
/// the model calculates with.
pub fn round_to_15_digits(number: f64) -> f64 {
    let power = (14.0 - number.abs().log10().floor()).clamp(-300.0, 300.0) as i32;
    let scale = 10_f64.powi(power.abs());
    let rounded = if power < 0 { (number / scale).round() * scale } else { (number * scale).round() / scale };
    // Adding zero turns -0 into 0.
    if rounded.is_finite() { rounded + 0.0 } else { number + 0.0 }
}

fn legal(input: Input, range: &Range, number: f64) -> Result<f64, InputError> {
    if !number.is_finite() {
        return Err(not_a_number(input, &number.to_string()));
    }
    if number < range.lowest || number > range.highest {
        return Err(InputError::OutOfRange { input, value: number });
    }
    if range.whole && number.fract() != 0.0 {
        return Err(InputError::NotWhole { input, value: number });
    }
    Ok(round_to_15_digits(number))
}

fn option(input: Input, options: &'static [&'static str], text: &str) -> Result<Value, InputError> {
    let found = options.iter().find(|option| option.eq_ignore_ascii_case(text));
    found.map(|id| Value::Choice(id)).ok_or_else(|| not_an_option(input, text))
}

fn switch_text(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

fn not_a_number(input: Input, text: &str) -> InputError {
    InputError::NotANumber { input, text: clip(text) }
}

fn not_an_option(input: Input, text: &str) -> InputError {
    InputError::NotAnOption { input, text: clip(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(input: Input, text: &str) -> Option<f64> {
        parse(input, text).ok().and_then(Value::number)
    }

    #[test]
    fn links_and_files() {
        assert_eq!(number(Input::Growth, "0.85"), Some(0.85));
        assert_eq!(number(Input::Growth, "85%"), Some(0.85));
        assert_eq!(number(Input::Growth, " 85 % "), Some(0.85));
        assert_eq!(number(Input::Growth, "\u{2212}5%"), Some(-0.05));
        assert_eq!(number(Input::Capex, "$200B"), Some(200.0));
        assert_eq!(number(Input::Capex, "1,000"), Some(1000.0));
        assert_eq!(number(Input::Capex, "85%"), None);
        assert_eq!(number(Input::Price, "12,5"), Some(12.5));
        assert_eq!(number(Input::Capex, "1e3"), Some(1000.0));
        for text in ["", "NaN", "inf", "1e999", "0x10", "--1", "1.2.3", "12,34,5", "<b>", "1 2 .. 3"] {
            assert_eq!(number(Input::Capex, text), None, "{text:?}");
        }
        assert_eq!(parse(Input::GroupRelief, "OFF"), Ok(Value::Switch(false)));
        assert_eq!(parse(Input::Terminal, "Multiple"), Ok(Value::Choice("multiple")));
        assert!(matches!(parse(Input::Terminal, "gold"), Err(InputError::NotAnOption { .. })));
    }

    #[test]
    fn typed_percentages() {
        let typed = |input, text| parse_typed(input, text).ok().and_then(Value::number);
        for text in ["85", "85%", "85 %", "85.0", "85,0"] {
            assert_eq!(typed(Input::Growth, text), Some(0.85), "{text:?}");
        }
        for text in ["0.5", "0.5%", "0,5", ".5"] {
            assert_eq!(typed(Input::Growth, text), Some(0.005), "{text:?}");
        }
        assert_eq!(typed(Input::Growth, "1"), Some(0.01));
        assert_eq!(typed(Input::Growth, "250"), Some(2.5));
        assert_eq!(typed(Input::Capex, "0.85"), Some(0.85));
    }

    #[test]
    fn a_price_per_accelerator_hour() {
        let typed = |input, text| parse_typed(input, text).ok().and_then(Value::number);
        assert_eq!(typed(Input::Price, "$2.35/h"), Some(12.145_74));
        assert_eq!(typed(Input::Price, "2,35 $ per hour"), Some(12.145_74));
        assert_eq!(typed(Input::Price, "15"), Some(15.0));
        assert_eq!((typed(Input::Price, "much/h"), typed(Input::Capex, "$2/h")), (None, None));
        assert_eq!(number(Input::Price, "$2.35/h"), None, "links take $B a year");
    }

    #[test]
    fn numbers_that_countries_write_differently() {
        use AmbiguousMark::{DecimalPoint, GroupingPoint};
        for (text, read, mark) in [
            ("1.234,5", Some(1234.5), Some(GroupingPoint)),
            ("$1.234,5B", Some(1234.5), Some(GroupingPoint)),
            ("1.000.000", Some(1_000_000.0), Some(GroupingPoint)),
            ("1.000", Some(1.0), Some(DecimalPoint)),
            ("12.345", Some(12.345), Some(DecimalPoint)),
            ("0.125", Some(0.125), None),
            ("1,000.5", Some(1000.5), None),
            ("1,234.500", Some(1234.5), None),
            ("12.5", Some(12.5), None),
            ("200", Some(200.0), None),
            ("1.23,4", None, None),
            ("1.234,5,6", None, None),
        ] {
            let typed = parse_typed(Input::PriorCapex, text).ok().and_then(Value::number);
            assert_eq!((typed, ambiguous_mark(text)), (read, mark), "{text:?}");
        }
    }

    #[test]
    fn ranges_are_legal_ranges_not_slider_ranges() {
        assert_eq!(number(Input::Capex, "1000"), Some(1000.0));
        assert_eq!(parse(Input::Capex, "-1"), Err(InputError::OutOfRange { input: Input::Capex, value: -1.0 }));
        assert_eq!(parse(Input::Horizon, "9.5"), Err(InputError::NotWhole { input: Input::Horizon, value: 9.5 }));
        assert_eq!(number(Input::Horizon, "40"), Some(40.0));
    }

    #[test]
    fn setting_checks_the_kind() {
        let mut scenario = Scenario::default();
        assert!(scenario.set(Input::Capex, Value::Switch(true)).is_err());
        assert!(scenario.set(Input::CountOpening, Value::Number(1.0)).is_err());
        assert!(scenario.set(Input::Terminal, Value::Switch(false)).is_err());
        assert!(scenario.set(Input::Capex, Value::Number(f64::NAN)).is_err());
        assert_eq!(scenario, Scenario::default());
    }
}
