//! JSON as text, read and written as serde_json does it, whose own reader and writer are four times the code.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value as Json};

/// Lists and objects in one another; more would be a strain on the stack.
const DEEPEST: u32 = 127;

/// Anything as JSON.
pub fn of(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// An object with these entries.
pub fn object<const COUNT: usize>(entries: [(&str, Json); COUNT]) -> Json {
    let mut map = Map::new();
    for (key, value) in entries {
        map.insert(key.to_owned(), value);
    }
    Json::Object(map)
}

/// JSON in one line.
pub fn written(json: &Json) -> String {
    let mut out = String::new();
    write(json, None, &mut out);
    out
}

/// JSON with a line for each entry.
pub fn indented(json: &Json) -> String {
    let mut out = String::new();
    write(json, Some(0), &mut out);
    out
}

fn write(json: &Json, depth: Option<usize>, out: &mut String) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(holds) => out.push_str(if *holds { "true" } else { "false" }),
        // A text takes whatever is written to it.
        Json::Number(number) => drop(write!(out, "{number}")),
        Json::String(text) => quote(text, out),
        Json::Array(list) => {
            let entries = list.iter().map(|value| (None, value));
            entries_in(['[', ']'], depth, out, &mut entries.into_iter());
        }
        Json::Object(map) => {
            let entries = map.iter().map(|(key, value)| (Some(key), value));
            entries_in(['{', '}'], depth, out, &mut entries.into_iter());
        }
    }
}

type Entries<'a> = dyn Iterator<Item = (Option<&'a String>, &'a Json)> + 'a;

fn entries_in([open, close]: [char; 2], depth: Option<usize>, out: &mut String, entries: &mut Entries) {
    let inside = depth.map(|depth| depth + 1);
    let mut any = false;
    out.push(open);
    for (key, value) in entries {
        if std::mem::replace(&mut any, true) {
            out.push(',');
        }
        new_line(inside, out);
        if let Some(key) = key {
            quote(key, out);
            out.push_str(if depth.is_some() { ": " } else { ":" });
        }
        write(value, inside, out);
    }
    if any {
        new_line(depth, out);
    }
    out.push(close);
}

fn new_line(depth: Option<usize>, out: &mut String) {
    if let Some(depth) = depth {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..'\u{20}' => drop(write!(out, "\\u{:04x}", u32::from(sign))),
            _ => out.push(sign),
        }
    }
    out.push('"');
}

/// Reads a text; what is wrong with it, and where, if it is no JSON.
pub fn read(text: &str) -> Result<Json, String> {
    let mut reader = Reader { text, at: 0 };
    reader.whole().map_err(|fault| {
        let before = text.as_bytes().get(..reader.at).unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count();
        format!("{fault} at line {line} column {column}")
    })
}

/// What is wrong.
type Fault = &'static str;

const END: Fault = "EOF while parsing a value";
const NUMBER: Fault = "invalid number";
const RANGE: Fault = "number out of range";
const ESCAPE: Fault = "invalid escape";

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    /// What comes after spaces.
    fn after_spaces(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
        self.peek()
    }

    fn whole(&mut self) -> Result<Json, Fault> {
        let value = self.value(DEEPEST)?;
        match self.after_spaces() {
            None => Ok(value),
            Some(_) => Err("trailing characters"),
        }
    }

    fn value(&mut self, deeper: u32) -> Result<Json, Fault> {
        match self.after_spaces().ok_or(END)? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'-' | b'0'..=b'9' => self.number(),
            b'"' => self.string().map(Json::String),
            b'[' => self.list(deeper.checked_sub(1).ok_or("recursion limit exceeded")?),
            b'{' => self.object(deeper.checked_sub(1).ok_or("recursion limit exceeded")?),
            _ => Err("expected value"),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Fault> {
        for letter in word.bytes() {
            if self.next().ok_or(END)? != letter {
                return Err("expected ident");
            }
        }
        Ok(value)
    }

    fn list(&mut self, deeper: u32) -> Result<Json, Fault> {
        self.at += 1;
        let mut list = Vec::new();
        if self.after_spaces() != Some(b']') {
            list.push(self.value(deeper)?);
            while self.after_spaces() == Some(b',') {
                self.at += 1;
                if self.after_spaces() == Some(b']') {
                    return Err("trailing comma");
                }
                list.push(self.value(deeper)?);
            }
        }
        self.close(b']', "EOF while parsing a list", "expected `,` or `]`")?;
        Ok(Json::Array(list))
    }

    fn object(&mut self, deeper: u32) -> Result<Json, Fault> {
        self.at += 1;
        let mut map = Map::new();
        if self.after_spaces() != Some(b'}') {
            self.entry(deeper, &mut map)?;
            while self.after_spaces() == Some(b',') {
                self.at += 1;
                if self.after_spaces() == Some(b'}') {
                    return Err("trailing comma");
                }
                self.entry(deeper, &mut map)?;
            }
        }
        self.close(b'}', "EOF while parsing an object", "expected `,` or `}`")?;
        Ok(Json::Object(map))
    }

    fn entry(&mut self, deeper: u32, map: &mut Map<String, Json>) -> Result<(), Fault> {
        match self.after_spaces() {
            None => return Err("EOF while parsing an object"),
            Some(b'"') => {}
            Some(_) => return Err("key must be a string"),
        }
        let key = self.string()?;
        self.after_spaces();
        self.close(b':', "EOF while parsing an object", "expected `:`")?;
        map.insert(key, self.value(deeper)?);
        Ok(())
    }

    fn close(&mut self, wanted: u8, end: Fault, other: Fault) -> Result<(), Fault> {
        match self.next() {
            None => Err(end),
            Some(next) if next == wanted => Ok(()),
            Some(_) => Err(other),
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            // Both ends stand beside a sign of ASCII.
            out.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.next().ok_or("EOF while parsing a string")? {
                b'"' => return Ok(out),
                b'\\' => out.push(self.escaped()?),
                _ => return Err("control character (\\u0000-\\u001F) found while parsing a string"),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Fault> {
        Ok(match self.next().ok_or("EOF while parsing a string")? {
            sign @ (b'"' | b'\\' | b'/') => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                if (0xd800..0xdc00).contains(&code) && self.eat(b'\\') && self.eat(b'u') {
                    // A pair of them is one sign; half a pair is none.
                    let second = self.hex()?.checked_sub(0xdc00).filter(|second| *second < 0x400);
                    code = second.map_or(code, |second| 0x10000 + ((code - 0xd800) << 10 | second));
                }
                char::from_u32(code).ok_or("lone surrogate in hex escape")?
            }
            _ => return Err(ESCAPE),
        })
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.next().ok_or("EOF while parsing a string")?;
            code = code * 16 + char::from(digit).to_digit(16).ok_or(ESCAPE)?;
        }
        Ok(code)
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.peek().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(digit - b'0')
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let negative = self.eat(b'-');
        let first = match self.peek().ok_or(END)? {
            b'0'..=b'9' => self.digit(),
            _ => None,
        };
        let mut digits = u64::from(first.ok_or(NUMBER)?);
        if first == Some(0) && self.peek().is_some_and(|next| next.is_ascii_digit()) {
            return Err(NUMBER);
        }
        let (mut whole, mut power) = (true, 0_i32);
        while let Some(digit) = self.digit() {
            match grown(digits, digit).filter(|_| whole) {
                Some(more) => digits = more,
                None => (whole, power) = (false, power + 1),
            }
        }
        if self.eat(b'.') {
            let (start, mut room) = (self.at, true);
            while let Some(digit) = self.digit() {
                match grown(digits, digit).filter(|_| room) {
                    Some(more) => (digits, power) = (more, power - 1),
                    None => room = false,
                }
            }
            if self.at == start {
                return Err(if self.peek().is_some() { NUMBER } else { END });
            }
            whole = false;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let down = self.eat(b'-');
            let _ = down || self.eat(b'+');
            let mut by = i32::from(self.digit().ok_or(if self.peek().is_some() { NUMBER } else { END })?);
            while let Some(digit) = self.digit() {
                by = by.saturating_mul(10).saturating_add(i32::from(digit));
            }
            power = if down { power.saturating_sub(by) } else { power.saturating_add(by) };
            whole = false;
        }
        match (whole, negative) {
            (true, false) => Ok(Json::from(digits)),
            (true, true) if (1..=1 << 63).contains(&digits) => Ok(Json::from((digits as i64).wrapping_neg())),
            _ => {
                let number = scaled(digits as f64, power).ok_or(RANGE)?;
                Ok(Json::from(if negative { -number } else { number }))
            }
        }
    }
}

fn grown(digits: u64, digit: u8) -> Option<u64> {
    digits.checked_mul(10)?.checked_add(digit.into())
}

/// A number times a power of ten, where there is such a number.
fn scaled(mut number: f64, mut power: i32) -> Option<f64> {
    while power < -308 && number != 0.0 {
        number /= 1e308;
        power += 308;
    }
    if power > 308 || number == 0.0 {
        return Some(number).filter(|number| *number == 0.0);
    }
    let scale = ten_to(power.unsigned_abs());
    Some(if power < 0 { number / scale } else { number * scale }).filter(|number| number.is_finite())
}

/// The number nearest to a power of ten, multiplied up in two parts, of which the second holds what the first cannot.
fn ten_to(mut power: u32) -> f64 {
    let (mut result, mut factor) = ((1.0, 0.0), (10.0, 0.0));
    loop {
        if power % 2 == 1 {
            result = product(result, factor);
        }
        power /= 2;
        if power == 0 {
            return result.0;
        }
        factor = product(factor, factor);
    }
}

fn product(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    let split = |number: f64| {
        let shifted = 134_217_729.0 * number;
        let high = shifted - (shifted - number);
        (high, number - high)
    };
    let (a, b) = (split(one.0), split(other.0));
    let high = one.0 * other.0;
    let lost = ((a.0 * b.0 - high) + a.0 * b.1 + a.1 * b.0) + a.1 * b.1;
    let low = lost + (one.0 * other.1 + one.1 * other.0);
    let sum = high + low;
    (sum, low - (sum - high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn powers_of_ten_are_the_nearest() {
        for power in 0..=308 {
            assert_eq!(ten_to(power), format!("1e{power}").parse::<f64>().unwrap(), "{power}");
        }
    }

    /// Read as serde_json reads it; of what is refused, the reason is the same.
    fn alike(text: &str) {
        match (read(text), serde_json::from_str::<Json>(text)) {
            (Ok(one), Ok(other)) => {
                assert_eq!(one, other, "{text}");
                assert_eq!(written(&one), other.to_string());
                assert_eq!(indented(&one), format!("{other:#}"));
            }
            (Err(_), Err(_)) => {}
            (one, other) => panic!("{text}: {one:?}, {other:?}"),
        }
    }

    #[test]
    fn texts_of_all_kinds() {
        for text in [
            "",
            " ",
            "nul",
            "null",
            " true ",
            "false x",
            "-",
            "-0",
            "0",
            "00",
            "01",
            "1.",
            "1.5",
            "1.5e",
            "1e+",
            "1e5",
            "-1e-5",
            "1E400",
            "1e-400",
            "0e999999999999",
            "1e999999999999",
            "1e-999999999999",
            "18446744073709551615",
            "18446744073709551616",
            "18446744073709551619.04",
            "-9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890e-10",
            "0.1234567890123456789012345",
            "1e308",
            "1.8e308",
            "5e-324",
            "[]",
            "[1,]",
            "[1 2]",
            "[1,2",
            "{}",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1,\"a\":2,\"b\":[{},[],null]}",
            "\"\\u00e9\\ud83d\\ude00\\n\\/\"",
            "\"\\ud83d\"",
            "\"\\ud83dx\"",
            "\"\\ud83d\\u0041\"",
            "\"\\ude00\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\u{1}\"",
            "\"a",
            "\"é\u{7f}\"",
            "\"\\u0001\\b\\f\\r\\t\\\"\\\\\"",
            "\u{feff}1",
            "[\n1,\n x]",
            "+1",
            ".5",
            "NaN",
        ] {
            alike(text);
        }
        for depth in [126, 127, 128, 200, 100_000] {
            alike(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        }
    }

    #[test]
    fn what_is_wrong_is_said_as_ever() {
        for text in [
            "",
            "{",
            "[1,\n 2",
            "{\"growth\": 0.5,\n \"capex\" 1}",
            "[1 2]",
            "{\"a\":1}x",
            "{a:1}",
            "\"a",
            "tru",
            "1.x",
        ] {
            let ever = serde_json::from_str::<Json>(text).unwrap_err().to_string();
            let now = read(text).unwrap_err();
            assert_eq!(now.split(" at ").next(), ever.split(" at ").next(), "{text}");
        }
        assert_eq!(read("[1,\n 2;").unwrap_err(), "expected `,` or `]` at line 2 column 3");
    }

    #[test]
    fn anything_as_json() {
        assert_eq!(object([("a", of(&[1.0, 2.5])), ("b", Json::Null)]), json!({"a": [1.0, 2.5], "b": null}));
    }

    proptest! {
        #[test]
        fn numbers_are_read_the_same(text in "-?(0|[1-9][0-9]{0,25})([.][0-9]{1,25})?([eE][-+]?[0-9]{1,3})?") {
            alike(&text);
        }

        #[test]
        fn whatever_is_read_is_read_the_same(text in "[\\[\\]{}:,\"\\\\ntrue0-9.eE \n-]{0,40}", any in ".{0,40}") {
            alike(&text);
            alike(&any);
            alike(&written(&Json::String(any)));
        }
    }
}
