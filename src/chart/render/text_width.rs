//! Text widths where nothing can be measured: the advance widths of DejaVu Sans, the widest family that a reader of a file is
//! likely to have. Laid out for it, the text of a file fits in any other family, too.

/// Advance widths of the letters from the space to the tilde, in thousandths of the font size.
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
];

/// Advance widths of the bold letters.
const BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
    837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
    678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
    365, 712, 838,
];

/// The width of a text at font size 1.
pub fn text_width(text: &str, bold: bool) -> f64 {
    f64::from(text.chars().map(|letter| advance(letter, bold)).sum::<u32>()) / 1000.0
}

fn advance(letter: char, bold: bool) -> u32 {
    let table = if bold { &BOLD } else { &REGULAR };
    let ascii = u32::from(letter).checked_sub(32).and_then(|index| table.get(index as usize));
    match (ascii, letter) {
        (Some(width), _) => u32::from(*width),
        (None, '\u{2212}' | '×' | '±' | '≥' | '≤' | '→' | '←' | '↑') => 838,
        (None, '’' | '‘') => {
            if bold {
                380
            } else {
                318
            }
        }
        (None, '“' | '”') => {
            if bold {
                657
            } else {
                518
            }
        }
        (None, '\u{202f}') => 200,
        (None, '·' | '\u{a0}') => {
            if bold {
                380
            } else {
                318
            }
        }
        (None, '–') => 500,
        (None, '★') => 896,
        (None, '▲' | '▼' | '◀' | '▶') => 769,
        (None, '…' | '—') => 1000,
        (None, _) => {
            if bold {
                716
            } else {
                640
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_of_chart_labels() {
        assert!((text_width("$200B", false) - 3.230).abs() < 1e-9);
        assert!((text_width("−$313B", true) - 4.384).abs() < 1e-9);
        assert!(text_width("wide", true) > text_width("wide", false));
    }
}
