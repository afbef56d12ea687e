//! Quarters and dates on the model's calendar, which starts in Q1 2026.

use crate::scenario::events::FIRST_YEAR;

/// The index of the quarter that contains a time in years since Q1 2026. Quarters are named by their end: 7.79 years
/// lies in quarter 32, and a time at the end of a quarter belongs to that quarter.
pub fn quarter_of(years: f64) -> u32 {
    (4.0 * years - 1e-9).ceil().max(0.0) as u32
}

/// A length in years as whole quarters, rounded as the model rounds it.
pub fn quarters(years: f64) -> u32 {
    (4.0 * years + 0.5).floor().max(0.0) as u32
}

/// `Q1 2026` for quarter 0, `Q2 2030` for quarter 17.
pub fn quarter(index: u32) -> String {
    format!("Q{} {}", index % 4 + 1, u32::from(FIRST_YEAR) + index / 4)
}

/// `Q1 2034` for 7.79 years since Q1 2026.
pub fn date(years: f64) -> String {
    quarter(quarter_of(years))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, counted from 1; `None` where there is no such month.
pub fn month(number: u8) -> Option<&'static str> {
    usize::from(number).checked_sub(1).and_then(|at| MONTHS.get(at)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_quarter_that_ends_at_or_after_the_time() {
        for (years, text) in
            [(0.0, "Q1 2026"), (7.786, "Q1 2034"), (3.0, "Q1 2029"), (8.27, "Q3 2034"), (4.25, "Q2 2030")]
        {
            assert_eq!(date(years), text);
        }
        assert_eq!(quarter(17), "Q2 2030");
    }
}
