//! How numbers are written: money, years and shares, with the reader's own separators.

use std::sync::OnceLock;

/// The true minus.
pub const MINUS: char = '\u{2212}';
/// What stands between a number and `%`, so that they never part.
pub const THIN: char = '\u{202f}';

/// The separators of written numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numerals {
    /// Between the whole and its decimals.
    pub decimal: char,
    /// Between groups of three digits; `None` where there is none.
    pub group: Option<char>,
}

impl Numerals {
    /// `1,000.5`.
    pub const ENGLISH: Self = Self { decimal: '.', group: Some(',') };

    /// The separators as a browser names them; an odd answer keeps the English ones.
    pub fn named(decimal: &str, group: &str) -> Self {
        let decimal = decimal.chars().next().unwrap_or(Self::ENGLISH.decimal);
        Self { decimal, group: group.chars().next().filter(|&group| group != decimal) }
    }

    /// Appends the number without its sign, rounded half away from zero to `most` decimals; zeros beyond `least`
    /// decimals are dropped.
    fn push(self, out: &mut String, value: f64, least: usize, most: usize) {
        let scale = power(most);
        // A relative hair lifts 28.499999999999996 (0.285 in percent) over its half.
        let scaled = (value.abs() * scale * (1.0 + 1e-13)).round();
        if scaled >= 1e15 {
            out.push_str(&value.abs().to_string());
            return;
        }
        let (whole, mut rest) = ((scaled / scale).trunc(), (scaled % scale) as u64);
        self.push_whole(out, whole as u64);
        let mut decimals = most;
        while decimals > least && rest.is_multiple_of(10) {
            rest /= 10;
            decimals -= 1;
        }
        if decimals > 0 {
            out.push(self.decimal);
            for place in (0..decimals as u32).rev() {
                out.push(digit(rest / 10_u64.pow(place)));
            }
        }
    }

    fn push_whole(self, out: &mut String, whole: u64) {
        if whole < 10 {
            out.push(digit(whole));
        } else {
            self.push_digits(out, &whole.to_string());
        }
    }

    fn push_digits(self, out: &mut String, digits: &str) {
        for (at, one) in digits.chars().enumerate() {
            if let Some(group) = self.group
                && at > 0
                && (digits.len() - at).is_multiple_of(3)
            {
                out.push(group);
            }
            out.push(one);
        }
    }
}

static NUMERALS: OnceLock<Numerals> = OnceLock::new();

/// Sets the reader's separators, once; later calls change nothing.
pub fn set_numerals(numerals: Numerals) {
    let _ = NUMERALS.set(numerals);
}

/// The separators in use.
pub fn numerals() -> Numerals {
    NUMERALS.get().copied().unwrap_or(Numerals::ENGLISH)
}

fn digit(number: u64) -> char {
    char::from(b'0' + (number % 10) as u8)
}

/// Ten to the power of a number of decimals.
pub(super) fn power(decimals: usize) -> f64 {
    10_f64.powi(decimals as i32)
}

/// Whether a sign is written on what is positive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plus {
    Yes,
    No,
}

fn sign(out: &mut String, value: f64, decimals: usize, plus: Plus) {
    let zero = (value.abs() * power(decimals) * (1.0 + 1e-13)).round() == 0.0;
    if zero {
    } else if value < 0.0 {
        out.push(MINUS);
    } else if plus == Plus::Yes {
        out.push('+');
    }
}

/// Appends a number with `decimals` decimals and its sign, where it has one after rounding.
pub fn push_number(out: &mut String, value: f64, decimals: usize) {
    sign(out, value, decimals, Plus::No);
    numerals().push(out, value, decimals, decimals);
}

/// `1,234.5`, `−0.3`.
pub fn number(value: f64, decimals: usize) -> String {
    let mut out = String::with_capacity(12);
    push_number(&mut out, value, decimals);
    out
}

/// `+15.8`, `−10.9`, `0.0`.
pub fn signed_number(value: f64, decimals: usize) -> String {
    let mut out = String::with_capacity(12);
    sign(&mut out, value, decimals, Plus::Yes);
    numerals().push(&mut out, value, decimals, decimals);
    out
}

/// The number with as many decimals as it has, at least `least` and at most `most`.
pub fn trimmed(value: f64, least: usize, most: usize) -> String {
    let mut out = String::with_capacity(12);
    sign(&mut out, value, most, Plus::No);
    numerals().push(&mut out, value, least, most);
    out
}

/// Whole billions from one billion up; below, the first digit that says something, down to a million.
fn decimals_of_money(value: f64) -> usize {
    match value.abs() {
        small if small >= 0.95 => 0,
        small if small >= 0.095 => 1,
        small if small >= 0.0095 => 2,
        small if small >= 0.0005 => 3,
        _ => 0,
    }
}

fn dollars(value: f64, decimals: usize, plus: Plus, unit: &str) -> String {
    let mut out = String::with_capacity(14);
    sign(&mut out, value, decimals, plus);
    out.push('$');
    numerals().push(&mut out, value, decimals, decimals);
    out.push_str(unit);
    out
}

/// `$200B`, `−$313B`, `$1,000B`, `$0.4B`, `$0B`.
pub fn money(value: f64) -> String {
    dollars(value, decimals_of_money(value), Plus::No, "B")
}

/// `+$89B`, `−$313B`, `$0B`: for what can lose.
pub fn signed_money(value: f64) -> String {
    dollars(value, decimals_of_money(value), Plus::Yes, "B")
}

/// `$39.6B`: for working and tables.
pub fn money_to(value: f64, decimals: usize) -> String {
    dollars(value, decimals, Plus::No, "B")
}

/// `+$39.6B`.
pub fn signed_money_to(value: f64, decimals: usize) -> String {
    dollars(value, decimals, Plus::Yes, "B")
}

/// A tick of a money axis: the one with the unit `$200B`, the others `$100`, zero `0`.
pub fn money_tick(value: f64, decimals: usize, with_unit: bool) -> String {
    if value == 0.0 { "0".to_owned() } else { dollars(value, decimals, Plus::No, if with_unit { "B" } else { "" }) }
}

/// `$0.08`: dollars themselves.
pub fn plain_dollars(value: f64, least: usize, most: usize) -> String {
    let mut out = String::with_capacity(8);
    sign(&mut out, value, most, Plus::No);
    out.push('$');
    numerals().push(&mut out, value, least, most);
    out
}

/// `71 %` of a fraction.
pub fn percent(fraction: f64, decimals: usize) -> String {
    let mut out = number(fraction * 100.0, decimals);
    out.push(THIN);
    out.push('%');
    out
}

/// `68 %` of a share of cases: whole, but what is neither none nor all never reads 0 % or 100 %.
pub fn share(fraction: f64) -> String {
    match fraction {
        some if some > 0.0 && some < 0.005 => format!("under 1{THIN}%"),
        some if (0.995..1.0).contains(&some) => format!("over 99{THIN}%"),
        _ => percent(fraction, 0),
    }
}

/// `7.8 years`; a length that reads 1.0 is still plural, as spoken.
pub fn years(value: f64) -> String {
    let mut out = number(value, 1);
    out.push_str(" years");
    out
}

/// The number alone, `7.8`, for a figure whose unit stands beside it.
pub fn years_number(value: f64) -> String {
    number(value, 1)
}

/// The shortest text that reads back as the same number: for `data-value`, links and files.
pub fn machine(value: f64) -> String {
    (value + 0.0).to_string()
}

/// The same for a number that may be absent: then nothing.
pub fn machine_or_empty(value: Option<f64>) -> String {
    value.map(machine).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_whole_billions_and_never_minus_nothing() {
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
    fn decimals_are_kept_dropped_and_separated() {
        assert_eq!(trimmed(0.6, 2, 4), "0.60");
        assert_eq!(trimmed(2.5, 0, 4), "2.5");
        assert_eq!(trimmed(85.0, 0, 4), "85");
        assert_eq!(trimmed(0.123_46, 0, 4), "0.1235");
        assert_eq!(signed_number(-10.94, 1), "−10.9");
        let mut german = String::new();
        Numerals { decimal: ',', group: Some('.') }.push(&mut german, 12_345.678, 0, 2);
        assert_eq!(german, "12.345,68");
    }

    #[test]
    fn machine_numbers_read_back() {
        for value in [7.786_492_918_323_455, -0.0, 1e21, 0.1 + 0.2] {
            assert_eq!(machine(value).parse::<f64>(), Ok(value + 0.0));
        }
        assert_eq!(machine(-0.0), "0");
        assert_eq!(machine_or_empty(None), "");
    }
}
