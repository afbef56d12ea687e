//! The text of a program that was pulled apart: rows of signs that mean nothing to HTML, not even one after the other.

/// The first of the signs that take two bytes.
pub const LONG: char = '\u{100}';

/// Numbers below this are one sign; larger ones have others before it.
const LAST: u32 = 64;

/// How many signs there are for what comes before the last.
const MORE: u32 = 30;

/// Rows, each ended by a line's end.
#[derive(Default)]
pub struct Rows(Vec<String>);

impl Rows {
    /// The text.
    pub fn text(&self) -> String {
        self.0.join("\n")
    }

    /// Puts a sign at the end of a row.
    pub fn sign(&mut self, row: usize, sign: char) {
        while self.0.len() <= row {
            self.0.push(String::new());
        }
        if let Some(row) = self.0.get_mut(row) {
            row.push(sign);
        }
    }

    /// Puts bytes at the end of a row: a character that can be read stands for itself.
    pub fn bytes(&mut self, row: usize, bytes: &[u8]) {
        for byte in bytes {
            let plain = matches!(byte, b' '..=b'~') && *byte != b'<';
            let sign = if plain { char::from(*byte) } else { long(u32::from(*byte)) };
            self.sign(row, sign);
        }
    }

    /// Puts a number at the end of a row, the digit that counts most first.
    pub fn number(&mut self, row: usize, number: u32) {
        let (mut digits, mut rest) = (vec![number % LAST], number / LAST);
        while rest > 0 {
            digits.push(LAST + (rest - 1) % MORE);
            rest = (rest - 1) / MORE;
        }
        for digit in digits.into_iter().rev() {
            let code = if digit < 28 { 32 + digit } else { 33 + digit };
            self.sign(row, char::from_u32(code).unwrap_or(LONG));
        }
    }
}

/// The sign at this place among those that take two bytes.
fn long(place: u32) -> char {
    char::from_u32(u32::from(LONG) + place).unwrap_or(LONG)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_keeps_every_sign() {
        let mut rows = Rows::default();
        rows.bytes(1, &(0..=255).collect::<Vec<u8>>());
        (0..5000).for_each(|number| rows.number(2, number));
        let text = rows.text();
        assert!(text.starts_with('\n') && text.lines().nth(1).is_some_and(|row| row.chars().count() == 256));
        assert!(text.chars().all(|sign| sign == '\n' || (sign != '<' && !sign.is_control())));
    }

    #[test]
    fn a_number_is_written_from_the_left() {
        let written = |number| {
            let mut rows = Rows::default();
            rows.number(0, number);
            rows.text()
        };
        assert_eq!([0, 27, 28, 63, 64, 65, 64 * 31].map(written), [" ", ";", "=", "`", "a ", "a!", "aa "]);
    }
}
