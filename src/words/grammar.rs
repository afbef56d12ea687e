//! Small rules of English that several sentences share.

/// The text with its first letter as a capital, as a sentence starts.
pub fn capitalized(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A label as it reads inside a sentence: in lower case, except for an abbreviation.
pub fn lower_first(label: &str) -> String {
    let mut text = label.to_owned();
    let abbreviation = label.chars().nth(1).is_some_and(|second| second.is_ascii_uppercase());
    if let Some(first) = text.get_mut(..1).filter(|_| !abbreviation) {
        first.make_ascii_lowercase();
    }
    text
}

/// `three` for 3; digits for numbers above ten and for fractions.
pub fn count_word(value: f64) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = if value.fract() == 0.0 { WORDS.get(value as usize) } else { None };
    word.map_or_else(|| super::numbers::trimmed(value, 0, 2), |word| (*word).to_owned())
}

/// The indefinite article before a number as it is spoken: `an 8 %`, `an 11.5 %`, `a 9 %`.
pub fn article(number: &str) -> &'static str {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    // "Eleven" and "eighteen" are spoken wherever the leading group has two digits: 11, 18,000.
    let leads_with_vowel = digits.len() % 3 == 2 && (digits.starts_with("11") || digits.starts_with("18"));
    if digits.starts_with('8') || leads_with_vowel { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_follow_the_spoken_number() {
        for number in
            ["8\u{202f}%", "8.5\u{202f}%", "80", "11\u{202f}%", "11.5\u{202f}%", "11,5\u{202f}%", "18", "18000"]
        {
            assert_eq!(article(number), "an", "{number}");
        }
        for number in ["9\u{202f}%", "1\u{202f}%", "1.18", "1,18", "110", "1800", "−8\u{202f}%", ""] {
            assert_eq!(article(number), "a", "{number}");
        }
    }

    #[test]
    fn labels_change_case() {
        assert_eq!(lower_first("Tax rate"), "tax rate");
        assert_eq!(lower_first("AI share of capex"), "AI share of capex");
        assert_eq!(capitalized("over 99"), "Over 99");
        assert_eq!(count_word(3.0), "three");
        assert_eq!(count_word(2.5), "2.5");
        assert_eq!(count_word(12.0), "12");
    }
}
