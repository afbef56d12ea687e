//! Cell addresses.

/// The letters of a column, counted from 0.
pub(super) fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column with these letters, counted from 0; `None` where they are no letters of a column.
pub(super) fn column_of(letters: &str) -> Option<usize> {
    let is_column = (1..=3).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_uppercase());
    let number = letters.bytes().fold(0, |number, letter| 26 * number + usize::from(letter.wrapping_sub(b'A')) + 1);
    is_column.then(|| number - 1)
}

/// The address of a cell, with the column counted from 0 and the row from 1.
pub(super) fn address(column: usize, row: usize) -> String {
    format!("{}{row}", column_letters(column))
}

/// The absolute address of a cell, which stays the same when a formula is copied.
pub(super) fn absolute(column: usize, row: usize) -> String {
    format!("${}${row}", column_letters(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_like_spreadsheets() {
        let named = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!(named.map(|letters| column_of(&letters)), [0, 25, 26, 51, 52, 701, 702].map(Some));
        assert_eq!([column_of(""), column_of("price"), column_of("ABCD")], [None; 3]);
        assert_eq!((address(2, 7), absolute(27, 10)), ("C7".to_owned(), "$AB$10".to_owned()));
    }
}
