//! Formats of numbers, money, lengths of time and shares, with the reader's own separators.

use std::sync::OnceLock;

/// The minus sign, which is wider than a hyphen.
pub const MINUS: &str = "\u{2212}";
/// Narrow no-break space, which keeps a number and `%` on one line.
pub const NARROW_SPACE: char = '\u{202f}';

/// Separators of formatted numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numerals {
    /// Decimal separator.
    pub decimal: char,
    /// Separator of groups of three digits, if the reader's language has one.
    pub group: Option<char>,
}

impl Numerals {
    /// `1,000.5`.
    pub const ENGLISH: Self = Self { decimal: '.', group: Some(',') };

    /// The separators that a browser reports. An empty decimal separator becomes the English one, and a group separator
    /// that is empty or the same as the decimal separator is left out.
    pub fn named(decimal: &str, group: &str) -> Self {
        let decimal = decimal.chars().next().unwrap_or(Self::ENGLISH.decimal);
        Self { decimal, group: group.chars().next().filter(|&group| group != decimal) }
    }

    /// The absolute value, rounded half away from zero to `most` decimals, without trailing zeros beyond `least` decimals.
    fn format(self, value: f64, least: usize, most: usize) -> String {
        let digits = format!("{:.most$}", rounded(value.abs(), most));
        let (whole, mut fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        while fraction.len() > least && fraction.ends_with('0') {
            fraction = &fraction[..fraction.len() - 1];
        }
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                out.extend(self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(self.decimal);
            out.push_str(fraction);
        }
        out
    }
}

/// The number rounded half away from zero. The relative correction lifts 28.499999999999996 (0.285 in percent) to its half.
fn rounded(value: f64, decimals: usize) -> f64 {
    let scaled = (value * power(decimals) * (1.0 + 1e-13)).round();
    // Beyond this size a float has no decimals to round.
    if scaled.abs() < 1e15 { scaled / power(decimals) } else { value }
}

static NUMERALS: OnceLock<Numerals> = OnceLock::new();

/// Sets the reader's separators. Only the first call has an effect.
pub fn set_numerals(numerals: Numerals) {
    let _ = NUMERALS.set(numerals);
}

/// The separators in use.
fn numerals() -> Numerals {
    NUMERALS.get().copied().unwrap_or(Numerals::ENGLISH)
}

/// Ten to the power of `decimals`.
pub(super) fn power(decimals: usize) -> f64 {
    10_f64.powi(decimals as i32)
}

/// Whether positive numbers get a plus sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plus {
    Yes,
    No,
}

/// The sign that a number has after rounding.
fn sign(value: f64, decimals: usize, plus: Plus) -> &'static str {
    match rounded(value, decimals) {
        negative if negative < 0.0 => MINUS,
        positive if positive > 0.0 && plus == Plus::Yes => "+",
        _ => "",
    }
}

/// `1,234.5`, `−0.3`.
pub fn number(value: f64, decimals: usize) -> String {
    trimmed(value, decimals, decimals)
}

/// `+15.8`, `−10.9`, `0.0`.
pub fn signed_number(value: f64, decimals: usize) -> String {
    format!("{}{}", sign(value, decimals, Plus::Yes), numerals().format(value, decimals, decimals))
}

/// A number without trailing zeros, with `least` to `most` decimals.
pub fn trimmed(value: f64, least: usize, most: usize) -> String {
    format!("{}{}", sign(value, most, Plus::No), numerals().format(value, least, most))
}

/// Decimals for an amount in $ billion: none from one billion up, below that the first significant one, down to a million.
fn decimals_of_money(value: f64) -> usize {
    match value.abs() {
        small if small >= 0.95 => 0,
        small if small >= 0.095 => 1,
        small if small >= 0.0095 => 2,
        small if small >= 0.0005 => 3,
        _ => 0,
    }
}

fn billions(value: f64, decimals: usize, plus: Plus, unit: &str) -> String {
    format!("{}${}{unit}", sign(value, decimals, plus), numerals().format(value, decimals, decimals))
}

/// `$200B`, `−$313B`, `$1,000B`, `$0.4B`, `$0B`.
pub fn money(value: f64) -> String {
    billions(value, decimals_of_money(value), Plus::No, "B")
}

/// `+$89B`, `−$313B`, `$0B`, for amounts that may be gains or losses.
pub fn signed_money(value: f64) -> String {
    billions(value, decimals_of_money(value), Plus::Yes, "B")
}

/// `$39.6B`, with a fixed number of decimals.
pub fn money_to(value: f64, decimals: usize) -> String {
    billions(value, decimals, Plus::No, "B")
}

/// `+$39.6B`, with a fixed number of decimals.
pub fn signed_money_to(value: f64, decimals: usize) -> String {
    billions(value, decimals, Plus::Yes, "B")
}

/// A tick label of a money axis: `$200B` with the unit, `$100` without, `0` for zero.
pub fn money_tick(value: f64, decimals: usize, with_unit: bool) -> String {
    if value == 0.0 { "0".to_owned() } else { billions(value, decimals, Plus::No, if with_unit { "B" } else { "" }) }
}

/// `$0.08`, in dollars.
pub fn dollars(value: f64, least: usize, most: usize) -> String {
    format!("{}${}", sign(value, most, Plus::No), numerals().format(value, least, most))
}

/// `71 %` for the fraction 0.71.
pub fn percent(fraction: f64, decimals: usize) -> String {
    format!("{}{NARROW_SPACE}%", number(fraction * 100.0, decimals))
}

/// `68 %` for a share of cases. A share between none and all never reads 0 % or 100 %.
pub fn share(fraction: f64) -> String {
    match fraction {
        few if few > 0.0 && few < 0.005 => format!("under 1{NARROW_SPACE}%"),
        most if (0.995..1.0).contains(&most) => format!("over 99{NARROW_SPACE}%"),
        _ => percent(fraction, 0),
    }
}

/// `7.8 years`. One decimal is always written, so the plural is right for 1.0 too.
pub fn years(value: f64) -> String {
    format!("{} years", number(value, 1))
}

/// The shortest text that parses back to the same number, for `data-value`, links and files.
pub fn machine(value: f64) -> String {
    (value + 0.0).to_string()
}

/// The machine-readable text of an optional number; empty for `None`.
pub fn machine_or_empty(value: Option<f64>) -> String {
    value.map(machine).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_whole_billions_without_a_negative_zero() {
        let written = [
            (200.0, "$200B"),
            (-313.303, "−$313B"),
            (1000.0, "$1,000B"),
            (1200.4, "$1,200B"),
            (1_234_567.0, "$1,234,567B"),
            (0.4, "$0.4B"),
            (0.96, "$1B"),
            (0.949, "$0.9B"),
            (0.04, "$0.04B"),
            (-0.002, "−$0.002B"),
            (0.0, "$0B"),
            (-0.0, "$0B"),
            (-1e-9, "$0B"),
        ];
        for (value, text) in written {
            assert_eq!(money(value), text);
        }
        assert_eq!(signed_money(89.145), "+$89B");
        assert_eq!(signed_money(-186.4), "−$186B");
        assert_eq!(signed_money(-0.000_1), "$0B");
        assert_eq!(money_to(-0.04, 1), "$0.0B");
        assert_eq!(money_to(39.57, 1), "$39.6B");
        assert_eq!(money(1e300).chars().next(), Some('$'));
        assert_eq!(money_tick(-200.0, 0, false), "−$200");
        assert_eq!(money_tick(0.0, 0, true), "0");
    }

    #[test]
    fn shares_and_years() {
        assert_eq!(percent(0.7064, 0), "71\u{202f}%");
        assert_eq!(percent(0.285, 0), "29\u{202f}%");
        assert_eq!(percent(-0.033, 1), "−3.3\u{202f}%");
        assert_eq!(share(0.0), "0\u{202f}%");
        assert_eq!(share(0.002), "under 1\u{202f}%");
        assert_eq!(share(0.9975), "over 99\u{202f}%");
        assert_eq!(years(7.786), "7.8 years");
    }

    #[test]
    fn decimals_are_padded_and_trimmed() {
        assert_eq!(trimmed(0.6, 2, 4), "0.60");
        assert_eq!(trimmed(2.5, 0, 4), "2.5");
        assert_eq!(trimmed(85.0, 0, 4), "85");
        assert_eq!(trimmed(0.123_46, 0, 4), "0.1235");
        assert_eq!(signed_number(-10.94, 1), "−10.9");
        assert_eq!(Numerals { decimal: ',', group: Some('.') }.format(12_345.678, 0, 2), "12.345,68");
        assert_eq!(Numerals { decimal: ',', group: None }.format(12_345.6, 2, 2), "12345,60");
    }

    #[test]
    fn machine_numbers_parse_back() {
        for value in [7.786_492_918_323_455, -0.0, 1e21, 0.1 + 0.2] {
            assert_eq!(machine(value).parse::<f64>(), Ok(value + 0.0));
        }
        assert_eq!(machine(-0.0), "0");
        assert_eq!(machine_or_empty(None), "");
    }
}
