//! How wide letters are where nothing can be measured: the advance widths of the Helvetica family, in thousandths of
//! the size.

/// From the space to the tilde.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
];

/// The width of words of size 1.
pub fn width(text: &str, bold: bool) -> f64 {
    f64::from(text.chars().map(|letter| advance(letter, bold)).sum::<u32>()) / 1000.0
}

fn advance(letter: char, bold: bool) -> u32 {
    let table = if bold { &BOLD } else { &REGULAR };
    let plain = u32::from(letter).checked_sub(32).and_then(|index| table.get(index as usize));
    match (plain, letter) {
        (Some(width), _) => u32::from(*width),
        (None, '\u{2212}' | '×' | '±' | '≥' | '≤') => 584,
        (None, '’' | '‘') => 222 + if bold { 56 } else { 0 },
        (None, '“' | '”') => 333 + if bold { 167 } else { 0 },
        (None, '\u{202f}') => 200,
        (None, '·' | '\u{a0}') => 278,
        (None, '…' | '—' | '→' | '←' | '★' | '▲' | '▼' | '◀' | '▶') => 1000,
        (None, _) => 556,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_of_what_charts_say() {
        assert!((width("$200B", false) - 2.891).abs() < 1e-9);
        assert!((width("−$313B", true) - 3.530).abs() < 1e-9);
        assert!(width("wide", true) > width("wide", false));
    }
}
