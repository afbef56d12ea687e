//! The price of a compute unit and year as a price per accelerator and hour, as rents are quoted.

/// Accelerators to a gigawatt: an assumption of this project.
pub const ACCELERATORS_PER_GW: f64 = 590_000.0;

const HOURS_PER_YEAR: f64 = 8760.0;

/// The price of an accelerator-hour in dollars, from the price of a CU-year in $B.
pub fn accelerator_hour(price: f64) -> f64 {
    price * 1e9 / (ACCELERATORS_PER_GW * HOURS_PER_YEAR)
}

/// The price of a CU-year in $B, from the price of an accelerator-hour in dollars.
pub(crate) fn from_accelerator_hour(dollars: f64) -> f64 {
    dollars * ACCELERATORS_PER_GW * HOURS_PER_YEAR / 1e9
}

/// The number of a text such as `$2.35/h` or `2.35 $ an hour`; `None` for a text that is not per hour.
pub(crate) fn without_hour(text: &str) -> Option<&str> {
    let text = text.trim_end_matches('.');
    let hour = ["/hour", "/hr", "/h", "per hour", "an hour", "per h"];
    let number = hour.iter().find_map(|hour| {
        let at = text.len().checked_sub(hour.len())?;
        text.get(at..)?.eq_ignore_ascii_case(hour).then(|| text.get(..at)).flatten()
    })?;
    Some(number.trim_end().trim_end_matches('$').trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_agree() {
        assert!((accelerator_hour(10.0) - 1.934_8).abs() < 1e-4);
        assert!((accelerator_hour(from_accelerator_hour(2.35)) - 2.35).abs() < 1e-12);
    }

    #[test]
    fn hours_are_written_in_many_ways() {
        for text in ["$2.35/h", "$2.35 /hr", "$2.35/hour", "$2.35 per hour", "$2.35 an hour"] {
            assert_eq!(without_hour(text), Some("$2.35"), "{text}");
        }
        assert_eq!(without_hour("2,35 $/h"), Some("2,35"));
        assert_eq!(without_hour("15"), None);
        assert_eq!(without_hour("ä"), None);
    }
}
