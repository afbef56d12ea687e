//! Escapes text for HTML, XML and Markdown.

/// Escapes text for HTML and XML, both between tags and inside quoted attributes. Characters that XML does not allow are
/// dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => {}
        }
    }
    out
}

/// Escapes the characters that Markdown gives a meaning to. Control characters become spaces, so the text stays on one line.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// A Markdown link around text that is already Markdown.
pub(crate) fn markdown_link(text: &str, address: &str) -> String {
    let address = address.replace(char::is_control, "").replace('<', "%3C").replace('>', "%3E");
    format!("[{text}](<{address}>)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_cannot_end_a_tag_or_an_attribute() {
        let text = "“a” < \"b\" & 'c' >\u{0}\u{b}\u{fffe}\n é";
        assert_eq!(escape(text), "“a” &lt; &quot;b&quot; &amp; &#39;c&#39; &gt;\n é");
    }

    #[test]
    fn escaped_markdown_is_one_line_of_plain_text() {
        assert_eq!(escape_markdown("![a](b)\n*c* #1"), "\\!\\[a\\](b) \\*c\\* \\#1");
    }
}
