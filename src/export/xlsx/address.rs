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
        assert_eq!((address(2, 7), absolute(27, 10)), ("C7".to_owned(), "$AB$10".to_owned()));
    }
}
