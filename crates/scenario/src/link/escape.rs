//! Percent-encoding of the texts in links, and names that are safe to display.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode_byte, utf8_percent_encode};

/// Bytes escaped in values: all that could end a link early or have a meaning in one.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b';')
    .remove(b'=')
    .remove(b',')
    .remove(b'/');

/// Maximum length of a name, in characters.
const MAX_NAME: usize = 60;

/// A decoded text.
pub(super) struct Decoded {
    pub text: String,
    /// Whether the text contained an invalid escape, or escapes that are not UTF-8.
    pub broken: bool,
}

/// Decodes percent escapes, and `+` as a space. Invalid escapes are kept as they are.
pub(super) fn decode(raw: &str) -> Decoded {
    let spaced = raw.replace('+', " ");
    let bytes = percent_decode_str(&spaced);
    let invalid_utf8 = bytes.clone().decode_utf8().is_err();
    let invalid_escape = spaced.match_indices('%').any(|(at, _)| !is_escape_or_sign(spaced.as_bytes(), at));
    Decoded { text: bytes.decode_utf8_lossy().into_owned(), broken: invalid_utf8 || invalid_escape }
}

/// Whether the percent sign at this position begins an escape, or is one that people write, as in `85%`.
fn is_escape_or_sign(text: &[u8], at: usize) -> bool {
    match text.get(at + 1..).unwrap_or_default() {
        [] | [b';' | b'/' | b',', ..] => true,
        [high, low, ..] => high.is_ascii_hexdigit() && low.is_ascii_hexdigit(),
        [_] => false,
    }
}

/// Encodes a value of a link.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, VALUE).to_string()
}

/// Escapes the characters that separate pins and values, for a name inside the value of `pins`.
pub(super) fn escape_separators(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for letter in name.chars() {
        match u8::try_from(letter) {
            Ok(byte @ (b'%' | b'~' | b'/' | b';' | b'=' | b'+')) => escaped.push_str(percent_encode_byte(byte)),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A name as the page displays it: a single line of limited length, without characters that change the text direction.
pub fn clean_name(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let words: String = text.chars().map(|c| if hidden(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().take(MAX_NAME).collect::<String>().trim_end().to_owned()
}
