//! Finding an input by what people call it.

use super::{help, inputs, names};
use crate::scenario::Input;

/// Whether every word looked for stands somewhere in the input's label, name, group or help; nothing looked for is found
/// everywhere.
pub fn matches(input: Input, text: &str) -> bool {
    let group = input.spec().group;
    let known =
        [inputs::label(input), inputs::short(input), input.id(), names::group_heading(group), help::help(input)]
            .join(" ")
            .to_ascii_lowercase();
    text.to_ascii_lowercase()
        .replace('\'', "’")
        .split_whitespace()
        .all(|word| known.contains(word) || known.replace('\'', "’").contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Input> {
        Input::ALL.iter().copied().filter(|&input| matches(input, text)).collect()
    }

    #[test]
    fn inputs_are_found_by_label_name_group_and_help() {
        assert_eq!(found("").len(), Input::ALL.len());
        assert_eq!(found("PUE"), [Input::Pue]);
        assert!(found("growth half").contains(&Input::GrowthHalfLife));
        assert_eq!(found("utilisation_max"), [Input::UtilisationMax]);
        assert!(found(" Custom chips' share ").contains(&Input::CustomShare));
        assert!(found("unit economics").len() > 5);
        assert!(found("no such thing").is_empty());
    }
}
