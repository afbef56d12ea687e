//! How the numbers of the working are written: short for people, in full for the test that adds them up.

use crate::words::numbers::{MINUS, number, trimmed};

/// A way of writing numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pen {
    /// As many decimals as a reader wants.
    #[default]
    Short,
    /// Every digit.
    Full,
}

impl Pen {
    /// A template with numbers put in: `$` is an amount, `%` a rate, `#` a quantity, `@` a whole number.
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

    /// An amount: one decimal, more where it is small.
    pub fn amount(self, value: f64) -> String {
        if self == Self::Full {
            return full(value);
        }
        let decimals = match value.abs() {
            zero if zero < 0.000_05 => 1,
            small if small < 0.009_5 => 4,
            small if small < 0.095 => 2,
            _ => 1,
        };
        number(value, decimals)
    }

    /// A price, a rate, a ratio: up to four decimals.
    pub fn rate(self, value: f64) -> String {
        if self == Self::Full { full(value) } else { trimmed(value, 0, 4) }
    }

    /// A quantity of compute or power: two decimals, a negative one in brackets.
    pub fn quantity(self, value: f64) -> String {
        bracket(match self {
            Self::Full => full(value),
            Self::Short if value != 0.0 && value.abs() < 0.095 => trimmed(value, 2, 4),
            Self::Short => number(value, 2),
        })
    }

    /// An amount inside a sum: a negative one in brackets.
    pub fn term(self, value: f64) -> String {
        bracket(self.amount(value))
    }

    /// A rate inside an expression.
    pub fn factor(self, value: f64) -> String {
        bracket(self.rate(value))
    }
}

fn bracket(text: String) -> String {
    if text.starts_with(MINUS) { format!("({text})") } else { text }
}

fn full(value: f64) -> String {
    value.to_string().replace('-', "\u{2212}")
}
