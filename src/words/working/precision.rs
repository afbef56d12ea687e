//! The precision of numbers in the working: rounded for readers, or exact for the test that checks the arithmetic.

use crate::words::numbers::{MINUS, number, trimmed};

/// The precision of numbers in equations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precision {
    /// As many decimals as a reader needs.
    #[default]
    Rounded,
    /// Every digit.
    Exact,
}

impl Precision {
    /// Puts numbers into a template: `$` is an amount, `%` a rate, `#` a quantity, `@` a whole number.
    pub fn fill(self, template: &str, numbers: &[f64]) -> String {
        let mut out = String::with_capacity(64);
        let mut numbers = numbers.iter().copied();
        let mut next = || numbers.next().unwrap_or_default();
        for sign in template.chars() {
            match sign {
                '$' => out.push_str(&self.term(next())),
                '%' => out.push_str(&self.factor(next())),
                '#' => out.push_str(&self.quantity(next())),
                '@' => out.push_str(&(next() as u64).to_string()),
                other => out.push(other),
            }
        }
        out
    }

    /// An amount with one decimal, or more if it is small.
    pub fn amount(self, value: f64) -> String {
        if self == Self::Exact {
            return exact(value);
        }
        let decimals = match value.abs() {
            zero if zero < 0.000_05 => 1,
            small if small < 0.009_5 => 4,
            small if small < 0.095 => 2,
            _ => 1,
        };
        number(value, decimals)
    }

    /// A price, rate or ratio with up to four decimals.
    pub fn rate(self, value: f64) -> String {
        if self == Self::Exact { exact(value) } else { trimmed(value, 0, 4) }
    }

    /// A quantity of compute or power with two decimals, or more if it is small; in brackets if it is negative.
    pub fn quantity(self, value: f64) -> String {
        bracketed(match self {
            Self::Exact => exact(value),
            Self::Rounded if value != 0.0 && value.abs() < 0.095 => trimmed(value, 2, 4),
            Self::Rounded => number(value, 2),
        })
    }

    /// An amount inside a sum; in brackets if it is negative.
    pub fn term(self, value: f64) -> String {
        bracketed(self.amount(value))
    }

    /// A rate inside an expression; in brackets if it is negative.
    pub fn factor(self, value: f64) -> String {
        bracketed(self.rate(value))
    }
}

fn bracketed(text: String) -> String {
    if text.starts_with(MINUS) { format!("({text})") } else { text }
}

fn exact(value: f64) -> String {
    value.to_string().replace('-', MINUS)
}
