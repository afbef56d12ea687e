//! The values of cells and formulas, and the operators on them.

use std::cmp::Ordering;

use super::syntax::Operator;
use crate::words::numbers::machine;

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scalar {
    Empty,
    Number(f64),
    Text(String),
    Truth(bool),
    /// The result of a formula that has none, such as a division by zero.
    Error,
}

/// The value of a part of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    One(Scalar),
    /// The values of a range of cells, or of an operation on ranges.
    Many(Vec<Scalar>),
}

impl Scalar {
    /// The number that stands for the value in an operation; `None` where it has none.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Empty => Some(0.0),
            Self::Number(number) => Some(*number),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Text(_) | Self::Error => None,
        }
    }

    /// The number of a cell; `None` for everything else.
    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => machine(*number),
            Self::Truth(truth) => (if *truth { "TRUE" } else { "FALSE" }).to_owned(),
            Self::Empty | Self::Error => String::new(),
        }
    }

    /// The order of two values: numbers come before texts, and texts before truth values.
    fn order(&self, other: &Self) -> Option<Ordering> {
        let rank = |scalar: &Self| match scalar {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            _ => 2,
        };
        match (self, other) {
            (Self::Error, _) | (_, Self::Error) => None,
            (Self::Empty, Self::Empty) => Some(Ordering::Equal),
            (Self::Empty, Self::Text(text)) => "".partial_cmp(text.as_str()),
            (Self::Text(text), Self::Empty) => text.as_str().partial_cmp(""),
            (Self::Text(one), Self::Text(two)) => one.to_lowercase().partial_cmp(&two.to_lowercase()),
            (Self::Text(_), _)
            | (_, Self::Text(_))
            | (Self::Truth(_), Self::Number(_))
            | (Self::Number(_), Self::Truth(_)) => rank(self).partial_cmp(&rank(other)),
            _ => self.number()?.partial_cmp(&other.number()?),
        }
    }
}

impl From<f64> for Scalar {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Error }
    }
}

impl From<Option<f64>> for Scalar {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Error, Self::from)
    }
}

impl Value {
    /// The single value; the first of many.
    pub fn one(self) -> Scalar {
        match self {
            Self::One(scalar) => scalar,
            Self::Many(scalars) => scalars.into_iter().next().unwrap_or(Scalar::Empty),
        }
    }

    /// The values as a list.
    pub fn many(self) -> Vec<Scalar> {
        match self {
            Self::One(scalar) => vec![scalar],
            Self::Many(scalars) => scalars,
        }
    }

    /// The negative of each value.
    pub fn negative(self) -> Self {
        Self::One(Scalar::Number(0.0)).operate(Operator::Subtract, self)
    }

    /// The operator between each two values. A single value stands beside each of many.
    pub fn operate(self, operator: Operator, other: Self) -> Self {
        match (self, other) {
            (Self::One(one), Self::One(two)) => Self::One(operate(operator, &one, &two)),
            (Self::Many(many), Self::One(one)) => {
                Self::Many(many.iter().map(|scalar| operate(operator, scalar, &one)).collect())
            }
            (Self::One(one), Self::Many(many)) => {
                Self::Many(many.iter().map(|scalar| operate(operator, &one, scalar)).collect())
            }
            (Self::Many(one), Self::Many(two)) => {
                Self::Many(one.iter().zip(&two).map(|(one, two)| operate(operator, one, two)).collect())
            }
        }
    }
}

fn operate(operator: Operator, one: &Scalar, two: &Scalar) -> Scalar {
    let with_numbers = |calculate: fn(f64, f64) -> f64| {
        let numbers = one.number().zip(two.number());
        Scalar::from(numbers.map(|(one, two)| calculate(one, two)))
    };
    let compared =
        |holds: fn(Ordering) -> bool| one.order(two).map_or(Scalar::Error, |order| Scalar::Truth(holds(order)));
    match operator {
        Operator::Add => with_numbers(|one, two| one + two),
        Operator::Subtract => with_numbers(|one, two| one - two),
        Operator::Multiply => with_numbers(|one, two| one * two),
        Operator::Divide => with_numbers(|one, two| one / two),
        Operator::Power => with_numbers(libm::pow),
        Operator::Join if matches!((one, two), (Scalar::Error, _) | (_, Scalar::Error)) => Scalar::Error,
        Operator::Join => Scalar::Text(one.text() + &two.text()),
        Operator::Equal => compared(Ordering::is_eq),
        Operator::NotEqual => compared(Ordering::is_ne),
        Operator::Less => compared(Ordering::is_lt),
        Operator::LessOrEqual => compared(Ordering::is_le),
        Operator::Greater => compared(Ordering::is_gt),
        Operator::GreaterOrEqual => compared(Ordering::is_ge),
    }
}
