//! Numbers as text, read and written by what reads and writes JSON: the page holds no second reader or writer of decimals.

use serde_json::Value as Json;

use super::notation;

/// A decimal number in plain digits, as programs write it.
pub fn decimal(text: &str) -> Option<f64> {
    let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.strip_prefix('+').unwrap_or(digits)),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && rest.is_empty() {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    let point = if rest.is_empty() { "" } else { "." };
    let json = format!("{sign}{whole}{point}{rest}e{power}");
    notation::read(&json).ok()?.as_f64()
}

/// The shortest text that reads back as the same number: for links, files and the page's own attributes.
pub fn shortest(number: f64) -> String {
    let text = notation::written(&Json::from(number));
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// The number with fifteen digits: what every reader of decimals reads exactly, so that links and files say what is
/// calculated with, and in short.
pub(crate) fn kept(number: f64) -> f64 {
    let power = (14.0 - number.abs().log10().floor()).clamp(-300.0, 300.0) as i32;
    let scale = 10_f64.powi(power.abs());
    let kept = if power < 0 { (number / scale).round() * scale } else { (number * scale).round() / scale };
    if kept.is_finite() { kept + 0.0 } else { number + 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_nothing() {
        assert_eq!((kept(0.0), kept(-0.0).to_bits(), kept(1e12)), (0.0, 0, 1e12));
        assert_eq!([0.0, 200.0, -0.85, 1e21].map(shortest), ["0", "200", "-0.85", "1e+21"]);
    }

    proptest! {
        #[test]
        fn decimals_are_read_as_rust_reads_them(text in "[-+]?[0-9]{0,3}[.]?[0-9]{0,20}([eE][-+]?[0-9]{0,3})?") {
            let expected = text.parse().ok().filter(|number: &f64| number.is_finite());
            match (decimal(&text), expected) {
                (Some(read), Some(expected)) => prop_assert!((read - expected).abs() <= 1e-15 * expected.abs()),
                (read, expected) => prop_assert_eq!(read, expected),
            }
        }

        #[test]
        fn what_is_kept_reads_back_exactly(value in 0.1..1.0, power in -7..12_i32) {
            let kept = kept(value * 10_f64.powi(power));
            let text = format!("{kept:?}");
            prop_assert_eq!(decimal(&text), Some(kept));
            prop_assert_eq!(serde_json::from_str(&text).ok(), Some(kept));
            prop_assert!(text.len() <= 22, "{}", text);
        }
    }
}
