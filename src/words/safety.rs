//! Texts of the margin of safety.

use super::numbers::{NARROW_SPACE, number};
use crate::analysis::MarginOfSafety;

/// The margin in one sentence: “It stays worth it if every doubtful assumption slips 5 % of the way to its bad end.”
pub fn sentence(margin: &MarginOfSafety) -> String {
    if margin.uncertain == 0 {
        return "No assumption is held to be doubtful.".to_owned();
    }
    match (margin.to_good_ends, margin.turns_at) {
        (false, Some(share)) => {
            let share = way(share, false);
            format!("It stays worth it if every doubtful assumption slips {share} of the way to its bad end.")
        }
        (false, None) => "It stays worth it even if every doubtful assumption slips to its bad end.".to_owned(),
        (true, Some(share)) => {
            let share = way(share, true);
            format!("It would be worth it if every doubtful assumption moved {share} of the way to its good end.")
        }
        (true, None) => "It is not worth it even if every doubtful assumption moves to its good end.".to_owned(),
    }
}

/// A share of the way in whole percent, on the side where the sentence holds: `5 %`.
pub(super) fn way(share: f64, up: bool) -> String {
    let percent = share * 100.0;
    let whole = if up { (percent - 1e-9).ceil() } else { (percent + 1e-9).floor() };
    match whole {
        0.0 if share > 0.0 => format!("under 1{NARROW_SPACE}%"),
        whole => format!("{}{NARROW_SPACE}%", number(whole, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_holds_at_its_share() {
        let said = |to_good_ends, turns_at| {
            let margin = MarginOfSafety { to_good_ends, turns_at, uncertain: 12, npv: Vec::new() };
            sentence(&margin).replace('\u{202f}', " ")
        };
        assert_eq!(
            said(false, Some(0.059)),
            "It stays worth it if every doubtful assumption slips 5 % of the way to its bad end."
        );
        assert_eq!(
            said(true, Some(0.221)),
            "It would be worth it if every doubtful assumption moved 23 % of the way to its good end."
        );
        assert!(said(false, Some(0.004)).contains("slips under 1 % of the way"));
        assert!(said(false, None).starts_with("It stays worth it even if"));
        assert!(said(true, None).starts_with("It is not worth it even if"));
        assert_eq!(sentence(&MarginOfSafety::default()), "No assumption is held to be doubtful.");
    }
}
