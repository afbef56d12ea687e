//! Text inside links: percent escapes both ways, and names that are safe to show.

/// Longest name, in characters.
const NAME: usize = 60;

/// A text as read from a link.
pub(super) struct Decoded {
    pub text: String,
    /// Whether an escape stood for nothing.
    pub broken: bool,
}

/// Resolves `%41` and `+`; an escape that stands for nothing stays as it is.
pub(super) fn decode(raw: &str) -> Decoded {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut broken = false;
    let mut rest = raw.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            // A bare percent sign, as people write `85%`.
            (b'%', [] | [b';' | b'/' | b',', ..]) => bytes.push(b'%'),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => {
                    broken = true;
                    bytes.push(b'%');
                }
            },
            (b'%', _) => {
                broken = true;
                bytes.push(b'%');
            }
            _ => bytes.push(first),
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, broken },
        Err(error) => Decoded { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), broken: true },
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Escapes all that could end a link early or mean something else in one.
pub(super) fn encode(text: &str) -> String {
    escape(text, |byte| byte.is_ascii_alphanumeric() || b"-_.~;=,/".contains(&byte))
}

/// Escapes the marks that separate pins and values, for a name inside `pins`.
pub(super) fn shield(name: &str) -> String {
    escape(name, |byte| !b"%~/;=+".contains(&byte))
}

fn escape(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if plain(byte) {
            bytes.push(byte);
        } else {
            bytes.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A name as the page keeps it: one line, no marks that turn the direction of text, not too long.
pub fn clean_name(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let words: String = text.chars().map(|c| if hidden(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().take(NAME).collect::<String>().trim_end().to_owned()
}
