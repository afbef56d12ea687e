//! The names of groups, options, switches and badges.

use crate::scenario::{Group, Input, Source, Value};

/// A group's name, as a tab.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Demand => "Demand",
        Group::Capex => "Capex",
        Group::Chips => "Chips",
        Group::Unit => "Unit",
        Group::Operating => "Operating",
        Group::Lives => "Lives",
        Group::Finance => "Finance",
    }
}

/// A group's name in full, as a heading.
pub fn group_heading(group: Group) -> &'static str {
    match group {
        Group::Demand => "Demand",
        Group::Capex => "Capex plan",
        Group::Chips => "Chip mix",
        Group::Unit => "Unit economics",
        Group::Operating => "Operating cost",
        Group::Lives => "Lives",
        Group::Finance => "Finance",
    }
}

/// The label of an option of a choice; the option's id where it has none.
pub fn option(input: Input, id: &'static str) -> &'static str {
    match (input, id) {
        (Input::GrowthShape, "fade") => "Fades to long-run growth",
        (Input::GrowthShape, "constant") => "Stays as it is",
        (Input::GrowthShape, "saturating") => "Ends as the market fills",
        (Input::Terminal, "none") => "Nothing",
        (Input::Terminal, "nbv") => "Net assets",
        (Input::Terminal, "perpetuity") => "Profit for ever",
        (Input::Terminal, "multiple") => "Multiple of EBITDA",
        _ => id,
    }
}

/// A switch's position.
pub fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// The words of a value that is no number.
pub fn named(input: Input, value: Value) -> &'static str {
    match value {
        Value::Choice(id) => option(input, id),
        Value::Switch(on) => switch(on),
        Value::Number(_) => "",
    }
}

/// A badge's word in the legend under the sliders.
pub fn badge(source: Source) -> &'static str {
    match source {
        Source::Reported => "reported",
        Source::Published => "published",
        Source::Assumed => "our assumption",
    }
}

/// A badge in full: what kind of number this is.
pub fn badge_meaning(source: Source) -> &'static str {
    match source {
        Source::Reported => "Stated in the press reports",
        Source::Published => "Published by a third party, not verified here",
        Source::Assumed => "Our assumption",
    }
}

/// The badge of an input in words.
pub fn badge_of(input: Input) -> String {
    let source = input.spec().source;
    format!("{}: {}. {}", super::inputs::label(input), badge(source), badge_meaning(source))
}
