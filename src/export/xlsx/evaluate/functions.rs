//! The functions that the formulas use. `IF`, which leaves one of its arguments out, belongs to the evaluation.

use super::value::{Scalar, Value};

/// The result of a function; an error where the function is unknown or an argument is of no use to it.
pub(super) fn call(name: &str, arguments: Vec<Value>) -> Scalar {
    if matches!(name, "N" | "INT" | "ABS" | "SIGN" | "EXP" | "LN") {
        return of_one(name, arguments);
    }
    match name {
        "AND" => truths(arguments).map_or(Scalar::Error, |truths| Scalar::Truth(truths.iter().all(|truth| *truth))),
        "OR" => truths(arguments).map_or(Scalar::Error, |truths| Scalar::Truth(truths.iter().any(|truth| *truth))),
        "SUM" => numbers(arguments).map(|numbers| numbers.iter().sum::<f64>()).into(),
        "MIN" => numbers(arguments).map(|numbers| numbers.into_iter().reduce(f64::min).unwrap_or(0.0)).into(),
        "MAX" => numbers(arguments).map(|numbers| numbers.into_iter().reduce(f64::max).unwrap_or(0.0)).into(),
        "COUNT" => {
            let count =
                arguments.into_iter().flat_map(Value::many).filter(|scalar| scalar.as_number().is_some()).count();
            Scalar::Number(count as f64)
        }
        "SUMIFS" => sum_where(arguments),
        "SUMPRODUCT" => sum_of_products(arguments),
        "INDEX" => index(arguments),
        "MATCH" => position(arguments),
        "ROUND" => round(arguments),
        "IRR" => internal_rate(arguments),
        _ => Scalar::Error,
    }
}

fn of_one(name: &str, arguments: Vec<Value>) -> Scalar {
    let Some(argument) = arguments.into_iter().next().map(Value::one) else { return Scalar::Error };
    if name == "N" {
        let number = if let Scalar::Text(_) = argument { Some(0.0) } else { argument.number() };
        return number.into();
    }
    let calculate: fn(f64) -> f64 = match name {
        "INT" => f64::floor,
        "ABS" => f64::abs,
        "SIGN" => |number| if number == 0.0 { 0.0 } else { number.signum() },
        "EXP" => libm::exp,
        _ => libm::log,
    };
    argument.number().map(calculate).into()
}

/// The numbers among the arguments. Ranges may have texts and empty cells beside them.
fn numbers(arguments: Vec<Value>) -> Option<Vec<f64>> {
    let mut numbers = Vec::new();
    for argument in arguments {
        match argument {
            Value::One(scalar) => numbers.push(scalar.number()?),
            Value::Many(scalars) if scalars.contains(&Scalar::Error) => return None,
            Value::Many(scalars) => numbers.extend(scalars.iter().filter_map(Scalar::as_number)),
        }
    }
    Some(numbers)
}

fn truths(arguments: Vec<Value>) -> Option<Vec<bool>> {
    arguments.into_iter().flat_map(Value::many).map(|scalar| scalar.number().map(|number| number != 0.0)).collect()
}

/// `SUMIFS(summed, range, condition, …)`.
fn sum_where(arguments: Vec<Value>) -> Scalar {
    let mut arguments = arguments.into_iter();
    let summed = arguments.next().map(Value::many).unwrap_or_default();
    let mut counts = vec![true; summed.len()];
    while let (Some(range), Some(condition)) = (arguments.next(), arguments.next()) {
        let Some(condition) = Condition::read(&condition.one()) else { return Scalar::Error };
        for (counts, scalar) in counts.iter_mut().zip(range.many()) {
            *counts &= scalar.as_number().is_some_and(|number| condition.holds(number));
        }
    }
    let mut sum = 0.0;
    for (scalar, _) in summed.iter().zip(&counts).filter(|(_, counts)| **counts) {
        match scalar {
            Scalar::Number(number) => sum += number,
            Scalar::Error => return Scalar::Error,
            Scalar::Empty | Scalar::Text(_) | Scalar::Truth(_) => {}
        }
    }
    sum.into()
}

type Comparison = fn(f64, f64) -> bool;

/// A condition of `SUMIFS`: a comparison with a number.
struct Condition {
    holds: Comparison,
    number: f64,
}

impl Condition {
    fn read(condition: &Scalar) -> Option<Self> {
        let Scalar::Text(text) = condition else {
            return Some(Self { holds: |one, two| one == two, number: condition.number()? });
        };
        let comparisons: [(&str, Comparison); 5] = [
            (">=", |one, two| one >= two),
            ("<=", |one, two| one <= two),
            (">", |one, two| one > two),
            ("<", |one, two| one < two),
            ("=", |one, two| one == two),
        ];
        let (number, holds) =
            comparisons.into_iter().find_map(|(sign, holds)| Some((text.strip_prefix(sign)?, holds)))?;
        Some(Self { holds, number: number.parse().ok()? })
    }

    fn holds(&self, number: f64) -> bool {
        (self.holds)(number, self.number)
    }
}

/// `SUMPRODUCT(range, …)`: what is not a number counts as zero.
fn sum_of_products(arguments: Vec<Value>) -> Scalar {
    let ranges: Vec<Vec<Scalar>> = arguments.into_iter().map(Value::many).collect();
    if ranges.iter().flatten().any(|scalar| *scalar == Scalar::Error) {
        return Scalar::Error;
    }
    let length = ranges.iter().map(Vec::len).min().unwrap_or(0);
    let factor = |range: &Vec<Scalar>, row: usize| range.get(row).and_then(Scalar::as_number).unwrap_or(0.0);
    (0..length).map(|row| ranges.iter().map(|range| factor(range, row)).product::<f64>()).sum::<f64>().into()
}

/// `INDEX(range, row)`.
fn index(arguments: Vec<Value>) -> Scalar {
    let mut arguments = arguments.into_iter();
    let range = arguments.next().map(Value::many).unwrap_or_default();
    let row = arguments.next().and_then(|row| row.one().number()).unwrap_or(1.0);
    (row as usize).checked_sub(1).and_then(|row| range.get(row)).cloned().unwrap_or(Scalar::Error)
}

/// `MATCH(number, range, 0)`: the row of the first equal number.
fn position(arguments: Vec<Value>) -> Scalar {
    let mut arguments = arguments.into_iter();
    let sought = arguments.next().and_then(|sought| sought.one().number());
    let range = arguments.next().map(Value::many).unwrap_or_default();
    range.iter().position(|scalar| scalar.as_number() == sought && sought.is_some()).map(|row| row as f64 + 1.0).into()
}

/// `ROUND(number, digits)`.
fn round(arguments: Vec<Value>) -> Scalar {
    let numbers: Option<Vec<f64>> = arguments.into_iter().map(|argument| argument.one().number()).collect();
    match numbers.as_deref() {
        Some([number, digits]) => {
            let scale = libm::pow(10.0, *digits);
            ((number * scale).round() / scale).into()
        }
        _ => Scalar::Error,
    }
}

/// Steps of Newton's method, which needs a few from a guess near the root.
const STEPS: usize = 60;

/// `IRR(flows, guess)`.
fn internal_rate(arguments: Vec<Value>) -> Scalar {
    let mut arguments = arguments.into_iter();
    let Some(flows) = arguments.next().and_then(|flows| numbers(vec![flows])) else { return Scalar::Error };
    let Some(mut rate) = arguments.next().map_or(Some(0.1), |guess| guess.one().number()) else { return Scalar::Error };
    for _ in 0..STEPS {
        let (mut worth, mut slope, mut factor) = (0.0, 0.0, 1.0);
        for (t, flow) in flows.iter().enumerate() {
            worth += flow * factor;
            slope -= t as f64 * flow * factor / (1.0 + rate);
            factor /= 1.0 + rate;
        }
        let step = worth / slope;
        rate -= step;
        if step.abs() <= 1e-14 * (1.0 + rate.abs()) {
            return rate.into();
        }
    }
    Scalar::Error
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(numbers: &[f64]) -> Value {
        Value::Many(numbers.iter().map(|number| Scalar::Number(*number)).collect())
    }

    fn one(number: f64) -> Value {
        Value::One(Scalar::Number(number))
    }

    #[test]
    fn functions_treat_texts_as_spreadsheets_do() {
        let mixed = Value::Many(vec![Scalar::Number(3.0), Scalar::Text(String::new()), Scalar::Empty]);
        assert_eq!(call("SUM", vec![mixed.clone()]), Scalar::Number(3.0));
        assert_eq!(call("COUNT", vec![mixed.clone()]), Scalar::Number(1.0));
        assert_eq!(call("MAX", vec![Value::Many(vec![Scalar::Text(String::new())])]), Scalar::Number(0.0));
        assert_eq!(call("SUMPRODUCT", vec![mixed, range(&[2.0, 5.0, 7.0])]), Scalar::Number(6.0));
        assert_eq!(call("MIN", vec![Value::One(Scalar::Text("x".to_owned()))]), Scalar::Error);
        assert_eq!(call("VLOOKUP", vec![]), Scalar::Error);
    }

    #[test]
    fn sums_follow_their_conditions() {
        let condition = |text: &str| Value::One(Scalar::Text(text.to_owned()));
        let times = range(&[1.0, 2.0, 3.0]);
        let sum = |condition| call("SUMIFS", vec![range(&[10.0, 20.0, 40.0]), times.clone(), condition]);
        assert_eq!(sum(condition(">=2")), Scalar::Number(60.0));
        assert_eq!(sum(condition("<2")), Scalar::Number(10.0));
        assert_eq!(sum(one(3.0)), Scalar::Number(40.0));
        assert_eq!(sum(condition("two")), Scalar::Error);
    }

    #[test]
    fn the_internal_rate_makes_the_flows_worth_nothing() {
        let rate = call("IRR", vec![range(&[-100.0, 60.0, 60.0]), one(0.1)]).number().unwrap();
        assert!((-100.0 + 60.0 / (1.0 + rate) + 60.0 / (1.0 + rate).powi(2)).abs() < 1e-9);
        assert_eq!(call("IRR", vec![range(&[0.0, 0.0]), one(0.1)]), Scalar::Error);
    }
}
