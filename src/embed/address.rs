//! The parameters that a host puts into the page's address.

use percent_encoding::percent_decode_str;

/// The part of an address by which a host recognises the iframe, even if the iframe's `src` is relative: from the first `?` or
/// `#`, or else the file name. It occurs only once in the address, and ends before a character that would break a quoted CSS
/// selector.
pub(super) fn tail(address: &str) -> &str {
    let name = address.split(['?', '#']).next().unwrap_or(address);
    let file = name.rsplit('/').next().unwrap_or(name);
    let tail = address.get(name.len()..).unwrap_or_default();
    [before_quote(tail), file, address].into_iter().find(|part| occurs_once(address, part)).unwrap_or(address)
}

fn before_quote(text: &str) -> &str {
    let end = text.find(['\'', '"', '\\', '\n', '\r']).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

fn occurs_once(address: &str, part: &str) -> bool {
    part.chars().any(|c| c.is_ascii_alphanumeric())
        && address.split_once(part).is_some_and(|(_, after)| !after.contains(part))
}

/// The decoded value of a query parameter.
pub(super) fn parameter(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split('#').next()?.split_once('?')?;
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned())
}

/// The secret that WordPress appends to the address of an embedded page, behind any fragment.
pub(super) fn secret(address: &str) -> Option<&str> {
    let (_, fragment) = address.split_once('#')?;
    let (_, secret) = fragment.rsplit_once("?secret=")?;
    let end = secret.find('&').unwrap_or(secret.len());
    secret.get(..end).filter(|secret| is_secret(secret))
}

/// Whether a text has the form of WordPress's secrets.
pub(super) fn is_secret(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_stands_once_in_its_address() {
        for (address, expected) in [
            ("https://a.org/p/index.html#embed=1&growth=0.5", "#embed=1&growth=0.5"),
            ("https://a.org/?childId=x#embed=1", "?childId=x#embed=1"),
            ("https://a.org/index.html#embed=1?secret=abc", "#embed=1?secret=abc"),
            ("https://a.org/x#embed=1&name=it's", "#embed=1&name=it"),
            ("https://a.org/x?a'?a", "?a'?a"),
            ("https://a.org/index.html", "index.html"),
            ("https://a.org/index.html#", "index.html"),
            ("https://a.org/", "https://a.org/"),
            ("file:///C:/a/a", "file:///C:/a/a"),
        ] {
            let tail = tail(address);
            assert!(address.matches(tail).count() == 1, "{address} {tail}");
            if !address.contains("?a'") {
                assert_eq!(tail, expected);
            }
        }
    }

    #[test]
    fn parameters_and_secrets() {
        let address = "https://a.org/?initialWidth=600&childId=my%20calc+%C3%A9#childId=no";
        assert_eq!(parameter(address, "childId").as_deref(), Some("my calc é"));
        assert_eq!(parameter("https://a.org/#?childId=x", "childId"), None);
        assert_eq!(parameter("https://a.org/?childId=%zz%", "childId").as_deref(), Some("%zz%"));
        assert_eq!(secret("https://a.org/#embed=1#?secret=a1B2"), Some("a1B2"));
        assert_eq!(secret("https://a.org/#?secret=a1B2"), Some("a1B2"));
        assert_eq!(secret("https://a.org/#?secret=a\"b"), None);
        assert_eq!(secret("https://a.org/?secret=abc"), None);
    }
}
