//! How dates and differences are written.

use super::numbers::{money, number, years};

/// The quarter a moment in years since Q1 2026 belongs to: the one at whose end it is reached. Cash crosses zero inside
/// a quarter and is back when that quarter closes, so 7.79 years is quarter 32; a whole quarter is itself.
pub fn quarter_of(years: f64) -> u32 {
    (4.0 * years - 1e-9).ceil().max(0.0) as u32
}

/// Years as whole quarters, as the model rounds them.
pub fn quarters(years: f64) -> u32 {
    (4.0 * years + 0.5).floor().max(0.0) as u32
}

/// `Q1 2026` for quarter 0, `Q2 2030` for quarter 17.
pub fn quarter(index: u32) -> String {
    format!("Q{} {}", index % 4 + 1, 2026 + index / 4)
}

/// `Q1 2034` for 7.79 years since Q1 2026.
pub fn date(years: f64) -> String {
    quarter(quarter_of(years))
}

/// What a difference is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Years, one decimal.
    Years,
    /// $ billion, whole.
    Money,
    /// Percentage points, one decimal.
    Points,
}

/// `▲ 0.9 years`, `▼ $38B`, `▼ 1.8 pt`; `None` where it rounds to nothing.
pub fn difference(delta: f64, kind: Difference) -> Option<String> {
    let size = delta.abs();
    let text = match kind {
        Difference::Years => years(size),
        Difference::Money => money(size),
        Difference::Points => format!("{} pt", number(size * 100.0, 1)),
    };
    let nothing = match kind {
        Difference::Years => size < 0.05,
        Difference::Money => size < 0.0005,
        Difference::Points => size < 0.0005,
    };
    (!nothing && size.is_finite()).then(|| format!("{} {text}", if delta > 0.0 { '▲' } else { '▼' }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_the_quarter_in_which_it_is_done() {
        for (at, text) in [(0.0, "Q1 2026"), (7.786, "Q1 2034"), (3.0, "Q1 2029"), (8.27, "Q3 2034"), (4.25, "Q2 2030")]
        {
            assert_eq!(date(at), text);
        }
        assert_eq!(quarter(17), "Q2 2030");
    }

    #[test]
    fn differences_point_and_vanish() {
        assert_eq!(difference(0.9, Difference::Years).as_deref(), Some("▲ 0.9 years"));
        assert_eq!(difference(-38.2, Difference::Money).as_deref(), Some("▼ $38B"));
        assert_eq!(difference(-0.018, Difference::Points).as_deref(), Some("▼ 1.8 pt"));
        assert_eq!(difference(0.04, Difference::Years), None);
        assert_eq!(difference(0.0, Difference::Money), None);
        assert_eq!(difference(f64::INFINITY, Difference::Money), None);
    }
}
