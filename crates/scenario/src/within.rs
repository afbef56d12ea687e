//! One text within another. The library's search is quick in long texts, and six times the code.

/// What stands before and after a part, where it first is; an empty part is nowhere.
pub fn split_first<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = places(text, part).next()?;
    parted(text, at, part)
}

/// What stands before and after a part, where it last is.
pub fn split_last<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = places(text, part).last()?;
    parted(text, at, part)
}

/// Whether a text has this part.
pub fn holds(text: &str, part: &str) -> bool {
    places(text, part).next().is_some()
}

/// The text with another part in the place of each one.
pub fn replaced(text: &str, part: &str, other: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = split_first(rest, part) {
        out.push_str(before);
        out.push_str(other);
        rest = after;
    }
    out.push_str(rest);
    out
}

fn places(text: &str, part: &str) -> impl Iterator<Item = usize> {
    let windows = text.as_bytes().windows(part.len().max(1)).enumerate();
    windows
        .filter(move |(_, window)| window.first() == part.as_bytes().first() && *window == part.as_bytes())
        .map(|(at, _)| at)
}

fn parted<'a>(text: &'a str, at: usize, part: &str) -> Option<(&'a str, &'a str)> {
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_library_does_it(text in "[abé]{0,12}", part in "[abé]{1,3}", other in "[abé]{0,3}") {
            prop_assert_eq!(split_first(&text, &part), text.split_once(part.as_str()));
            prop_assert_eq!(split_last(&text, &part), text.rsplit_once(part.as_str()));
            prop_assert_eq!(holds(&text, &part), text.contains(part.as_str()));
            prop_assert_eq!(replaced(&text, &part, &other), text.replace(part.as_str(), &other));
            prop_assert!(!holds(&text, ""));
        }
    }
}
