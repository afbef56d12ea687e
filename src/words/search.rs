//! Search for an assumption by its labels, help and other words that people use.

use super::{events, help, plan};
use crate::scenario::ScenarioPart;

/// Whether each searched word occurs in the words of a part of the scenario. An empty search matches every part.
pub fn matches_search(part: ScenarioPart, search: &str) -> bool {
    let known = match part {
        ScenarioPart::Input(input) => help::search_words(input),
        ScenarioPart::CapexPath => [plan::search_words(), plan::help()].join(" "),
        ScenarioPart::Events => [events::search_words(), events::help()].join(" "),
    };
    let normalized = |text: &str| text.to_ascii_lowercase().replace('\'', "’");
    let known = normalized(&known);
    normalized(search).split_whitespace().all(|word| known.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Input;

    fn found(search: &str) -> Vec<Input> {
        let matches = |input: &Input| matches_search(ScenarioPart::Input(*input), search);
        Input::ALL.iter().copied().filter(matches).collect()
    }

    #[test]
    fn search_covers_label_id_group_and_help() {
        assert_eq!(found("").len(), Input::ALL.len());
        assert_eq!(found("PUE"), [Input::Pue]);
        assert!(found("growth half").contains(&Input::GrowthHalfLife));
        assert_eq!(found("utilisation_max"), [Input::UtilisationMax]);
        assert!(found(" Custom chips' share ").contains(&Input::CustomShare));
        assert!(found("unit economics").len() > 5);
        assert!(found("no such thing").is_empty());
    }

    #[test]
    fn search_finds_the_words_that_people_use() {
        for (search, input) in [
            ("WACC", Input::DiscountRate),
            ("debt", Input::DiscountRate),
            ("depreciation", Input::ChipBookLife),
            ("rent", Input::Price),
            ("H100", Input::ChipCost),
            ("GPU", Input::ChipCost),
            ("GPU hour", Input::Price),
            ("useful life", Input::ChipLife),
            ("Trainium", Input::CustomShare),
            ("data center", Input::ShellCost),
            ("utilization", Input::UtilisationMax),
            ("terminal value", Input::Terminal),
            ("sunk cost", Input::CountOpening),
        ] {
            assert!(found(search).contains(&input), "{search}");
        }
    }

    #[test]
    fn search_finds_events_and_the_plan() {
        assert!(matches_search(ScenarioPart::Events, "bubble"));
        assert!(matches_search(ScenarioPart::CapexPath, "spreadsheet"));
        assert!(!matches_search(ScenarioPart::Events, "discount rate"));
    }
}
