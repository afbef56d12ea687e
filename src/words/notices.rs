//! Notices about links, files and saved scenarios that could not be used as they are.

use super::input_error::{Requester, page_notice};
use super::text::Text;
use super::{controls, inputs, scenario_parts, units};
use crate::scenario::link::{LinkNotice, LinkPart, LinkProblem};
use crate::scenario::presets;
use crate::scenario::workbook::Sheet;

phrases! {
    /// Error message of a file that cannot be read.
    file_unreadable = "The file could not be read. Nothing was changed.";
    /// Notice of a saved scenario that cannot be read.
    memory_damaged = "The scenario saved on your last visit is damaged and was not loaded. You can download the saved data.";
    /// Button that downloads the damaged data.
    memory_download = "Download the saved data";
    /// Notice of a saved scenario that was loaded.
    memory_kept = "This is the scenario from your last visit.";
    /// Button that loads the default scenario instead.
    memory_start_over = "Start over";
    /// Button that takes today's assumptions instead of those of the first edition.
    todays_assumptions = "Take today’s assumptions";
    /// Notice of a saved copy of the first edition.
    first_edition_copy = "This scenario was saved with the first edition of this model and keeps its assumptions, such as prices that do not fall. The quarters are the same as then; the value at the end is stricter now.";
    /// Notice of a link that replaced a saved scenario.
    link_wins = "The link was opened. Undo returns to the scenario from your last visit.";
}

/// The notice after another company, case or debate was chosen, with the changed inputs that were kept:
/// “Your change was kept: Demand growth 50 %.”
pub fn changes_kept(sheet: &Sheet) -> Option<Text> {
    let changed = sheet.changed();
    let heading = match changed.len() {
        0 => return None,
        1 => "Your change was kept: ".to_owned(),
        count => format!("Your {count} changes were kept: "),
    };
    let mut text = Text::new().plain(heading);
    for (at, &part) in changed.iter().take(LISTED_CHANGES).enumerate() {
        let separator = if at == 0 { "" } else { ", " };
        text = text
            .plain(format!("{separator}{} ", scenario_parts::short(part)))
            .strong(scenario_parts::value(&sheet.scenario, part));
    }
    let more = changed.len().saturating_sub(LISTED_CHANGES);
    Some(text.plain(if more > 0 { format!(", and {more} more.") } else { ".".to_owned() }))
}

/// The button that resets the kept changes: “Use Azure, base as it is”.
pub fn drop_changes(name: &str) -> String {
    format!("Use {name} without them")
}

/// The notice that some scenarios could not be pinned.
pub fn no_room_for_pins(names: &[String]) -> String {
    format!("Your own pins were kept. There is no room for {}: remove a pin first.", names.join(" and "))
}

/// Number of changed inputs that a notice names.
const LISTED_CHANGES: usize = 3;

/// A problem with a link, and what is used instead.
pub fn link(notice: &LinkNotice) -> Text {
    let problem = problem(&notice.problem);
    match &notice.part {
        LinkPart::Link => problem,
        LinkPart::Baseline => Text::new().strong("Baseline").plain(": ").then(problem),
        LinkPart::Pin(name) if name.is_empty() => Text::new().strong("Pinned scenario").plain(": ").then(problem),
        LinkPart::Pin(name) => Text::new().strong(format!("Pinned scenario “{name}”")).plain(": ").then(problem),
    }
}

fn problem(problem: &LinkProblem) -> Text {
    let text = Text::new();
    match problem {
        LinkProblem::Value { error, used } => page_notice(error, Requester::Link, *used),
        LinkProblem::UnknownKey { key } => {
            text.plain("The link has an unknown key, ").strong(format!("“{key}”")).plain(". It is ignored.")
        }
        LinkProblem::UnknownOption { key, text: given, used } => {
            let text = text.plain(format!("The link names {}, ", unknown_option(key))).strong(format!("“{given}”"));
            match used {
                Some(used) => text.plain(". ").strong(option_name(key, used)).plain(match *key {
                    "preset" | "case" => " is shown instead.",
                    _ => " is used instead.",
                }),
                None => text.plain(". It is ignored."),
            }
        }
        LinkProblem::UnknownLanguage { text: given } => text
            .plain("The link asks for the language ")
            .strong(format!("“{given}”"))
            .plain(". The page is available in English only."),
        LinkProblem::Duplicate { key, used } => text
            .plain("The link gives ")
            .strong(format!("“{key}”"))
            .plain(" more than once. The last value, ")
            .strong(format!("“{used}”"))
            .plain(", is used."),
        LinkProblem::Broken { key } => text
            .plain("The link is damaged at ")
            .strong(format!("“{key}”"))
            .plain(". Only the readable part of its value is used."),
        LinkProblem::TooManyPins { given, kept } => {
            text.plain(format!("The link pins {given} scenarios. Only the first {kept} are kept."))
        }
        LinkProblem::TooLong { .. } => text.plain("The link is too long. Only its beginning was read."),
        LinkProblem::LaterVersion { version, known } => text.plain(format!(
            "The link was made by a later version of this page (version {version}; this is version {known}). Only the parts that this version knows were used."
        )),
        LinkProblem::FirstEdition => text.plain(
            "This link was made for the first edition of this model and keeps its assumptions, such as prices that do \
             not fall. The quarters are the same as then; the value at the end is stricter now.",
        ),
        LinkProblem::DefaultMoved { input, was, now } => text
            .strong(inputs::label(*input))
            .plain(": the default has changed since this link was made. The link keeps ")
            .strong(units::value(*input, *was))
            .plain("; the default is now ")
            .strong(units::value(*input, *now))
            .plain("."),
        LinkProblem::More { count: 1 } => text.plain("One more part of the link was not used as written."),
        LinkProblem::More { count } => text.plain(format!("{count} more parts of the link were not used as written.")),
    }
}

/// The noun phrase for an unknown value of a key.
fn unknown_option(key: &str) -> String {
    match key {
        "v" => "an unknown version".to_owned(),
        "seed" => "an invalid seed".to_owned(),
        "charts" | "view" => "an unknown chart".to_owned(),
        "controls" => "an unknown slider".to_owned(),
        "lang" => "an unknown language".to_owned(),
        "embed" | "title" => format!("an unknown value of “{key}”"),
        other => format!("an unknown {other}"),
    }
}

/// The label of an option of a key, or the option itself.
fn option_name(key: &str, option: &str) -> String {
    let lists = presets();
    let list = match key {
        "preset" => &lists.companies,
        "case" => &lists.cases,
        "debate" => &lists.debates,
        _ => return option.to_owned(),
    };
    list.iter().find(|preset| preset.id == option).map_or_else(|| option.to_owned(), controls::preset)
}

/// The notice after a file with inputs was read, with the numbers of accepted and refused values. Nothing is opened where no
/// value is accepted.
pub fn file_read(accepted: usize, refused: usize) -> String {
    match (accepted, refused) {
        (0, 0) => "The file holds no inputs. Nothing was changed.".to_owned(),
        (0, _) => "No value of the file can be used. Nothing was changed.".to_owned(),
        (_, 0) => "The scenario was opened.".to_owned(),
        (_, 1) => "The scenario was opened, except for one value.".to_owned(),
        (_, refused) => format!("The scenario was opened, except for {refused} values."),
    }
}

/// The number of notices that are shown at once. Earlier notices are counted.
pub const SHOWN: usize = 3;

/// Button that shows the earlier messages too: “Show 2 earlier messages”.
pub fn show_earlier(count: usize) -> String {
    match count {
        1 => "Show one earlier message".to_owned(),
        count => format!("Show {count} earlier messages"),
    }
}

/// The positions of the notices that are shown, which are the newest, and the number of hidden ones.
pub fn shown_notices(count: usize, all: bool) -> (std::ops::Range<usize>, usize) {
    let hidden = if all { 0 } else { count.saturating_sub(SHOWN) };
    (hidden..count, hidden)
}

#[cfg(test)]
mod tests {
    use crate::scenario::link::read;

    fn noticed(fragment: &str) -> Vec<String> {
        let notices = read(fragment, "").notices;
        notices
            .iter()
            .map(|notice| super::link(notice).to_string().replace('\u{202f}', " ").replace('\'', "’"))
            .collect()
    }

    #[test]
    fn a_file_without_a_usable_value_is_not_called_opened() {
        assert_eq!(super::file_read(2, 5), "The scenario was opened, except for 5 values.");
        assert_eq!(super::file_read(0, 5), "No value of the file can be used. Nothing was changed.");
        assert_eq!(super::file_read(0, 0), "The file holds no inputs. Nothing was changed.");
    }

    #[test]
    fn at_most_three_notices_are_shown() {
        assert_eq!(super::shown_notices(2, false), (0..2, 0));
        assert_eq!(super::shown_notices(5, false), (2..5, 2));
        assert_eq!(super::shown_notices(5, true), (0..5, 0));
    }

    #[test]
    fn notices_name_the_problem_and_the_replacement() {
        assert_eq!(
            noticed("custom_share=140%&preset=oracle&theme=pink&title=7&colour=red&capex=1&capex=2"),
            [
                "The link gives “capex” more than once. The last value, “2”, is used.",
                "The link names an unknown preset, “oracle”. AWS is shown instead.",
                "Custom chips’ share of new compute, target: The link asked for 140 %. A share lies between 0 and 100 %; 60 % is used instead.",
                "The link names an unknown theme, “pink”. It is ignored.",
                "The link names an unknown value of “title”, “7”. 1 is used instead.",
                "The link has an unknown key, “colour”. It is ignored.",
            ]
        );
        assert_eq!(
            noticed("pins=Mine~tax=2&v=7"),
            [
                "The link was made by a later version of this page (version 7; this is version 2). Only the parts that this version knows were used.",
                "Pinned scenario “Mine”: Tax rate: The link asked for 200 %. A share lies between 0 and 99 %; 21 % is used instead.",
            ]
        );
    }
}
