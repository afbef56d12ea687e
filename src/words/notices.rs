//! What is said when a link, a file or the memory could not be taken as it was.

use super::input_error::{self, Asker, page_notice};
use super::text::Text;
use super::{inputs, units};
use crate::scenario::link::{LinkNotice, LinkPart, LinkProblem};

/// One notice: what the link says, and what stands instead.
pub fn link(notice: &LinkNotice) -> Text {
    let problem = problem(&notice.problem);
    match &notice.part {
        LinkPart::Link => problem,
        LinkPart::Baseline => Text::new().strong("What it is compared with").plain(": ").then(problem),
        LinkPart::Pin(name) if name.is_empty() => Text::new().strong("A pinned scenario").plain(": ").then(problem),
        LinkPart::Pin(name) => Text::new().strong(format!("“{name}”, pinned")).plain(": ").then(problem),
    }
}

/// The same without place and name, for a notice under its input.
pub fn under_input(notice: &LinkNotice) -> Text {
    match &notice.problem {
        LinkProblem::Value { error, used } => input_error::notice(error, Asker::Link, *used),
        other => problem(other),
    }
}

fn problem(problem: &LinkProblem) -> Text {
    let text = Text::new();
    match problem {
        LinkProblem::Value { error, used } => page_notice(error, Asker::Link, *used),
        LinkProblem::UnknownKey { key } => text
            .plain("The link names ")
            .strong(format!("“{key}”"))
            .plain(", which this page does not know. It is left out."),
        LinkProblem::UnknownOption { key, text: given, used } => {
            let text = text.plain("The link asks for ").strong(format!("{key}={given}"));
            match used {
                Some(used) => text.plain(", which there is not; ").strong(used.clone()).plain(" is used instead."),
                None => text.plain(", which there is not. It is left out."),
            }
        }
        LinkProblem::UnknownLanguage { text: given } => {
            text.plain("The link asks for ").strong(format!("lang={given}")).plain(". So far the page is only in English.")
        }
        LinkProblem::Duplicate { key, used } => text
            .plain("The link gives ")
            .strong(format!("“{key}”"))
            .plain(" more than once; the last one, ")
            .strong(format!("“{used}”"))
            .plain(", counts."),
        LinkProblem::Broken { key } => text
            .plain("Part of the link is damaged: the text of ")
            .strong(format!("“{key}”"))
            .plain(" is shown as far as it can be read."),
        LinkProblem::TooManyPins { given, kept } => {
            text.plain(format!("The link pins {given} scenarios; the first {kept} are kept."))
        }
        LinkProblem::TooLong { .. } => text.plain("The link is too long to be one of this page. Only its beginning was read."),
        LinkProblem::LaterVersion { version, known } => text.plain(format!(
            "The link was made by a later version of this page ({version}; this is {known}). What this page knows of it was taken."
        )),
        LinkProblem::DefaultMoved { input, was, now } => text
            .strong(inputs::label(*input))
            .plain(": the default has moved since this link was made. The link keeps ")
            .strong(units::value(*input, *was))
            .plain("; today it is ")
            .strong(units::value(*input, *now))
            .plain("."),
        LinkProblem::More { count } => text.plain(format!("{count} more things in the link were not taken as written.")),
    }
}

/// What the file says on opening: everything, or all but some.
pub fn file_opened(refused: usize) -> String {
    match refused {
        0 => "The scenario was opened.".to_owned(),
        1 => "The scenario was opened, except for one value.".to_owned(),
        refused => format!("The scenario was opened, except for {refused} values."),
    }
}

/// The file could not be read at all.
pub fn file_unreadable() -> &'static str {
    "The file could not be read. Nothing was changed."
}

/// The page found its own memory damaged.
pub fn memory_damaged() -> &'static str {
    "What this page remembered of your last visit could not be read whole. It was set aside; you can download it."
}

/// The download of that.
pub fn memory_download() -> &'static str {
    "Download what was found"
}

/// The last visit's scenario is on the page again.
pub fn memory_kept() -> &'static str {
    "This is where you left off."
}

/// Begins anew instead.
pub fn memory_start_over() -> &'static str {
    "Start over"
}

/// The link differs from what was remembered, and wins.
pub fn link_wins() -> &'static str {
    "The link was opened. What you had here before is one undo away."
}

#[cfg(test)]
mod tests {
    use crate::scenario::link::read;

    fn said(fragment: &str) -> Vec<String> {
        let notices = read(fragment, "").notices;
        notices
            .iter()
            .map(|notice| super::link(notice).to_string().replace('\u{202f}', " ").replace('\'', "’"))
            .collect()
    }

    #[test]
    fn every_notice_names_what_it_is_about_and_what_is_used() {
        assert_eq!(
            said("custom_share=140%&preset=oracle&colour=red&capex=1&capex=2"),
            [
                "The link gives “capex” more than once; the last one, “2”, counts.",
                "The link asks for preset=oracle, which there is not; aws is used instead.",
                "Custom chips’ share of new compute, target: The link asked for 140 %. A share lies between 0 and 100 %; 60 % is used instead.",
                "The link names “colour”, which this page does not know. It is left out.",
            ]
        );
        assert_eq!(
            said("lang=de-AT&name=Mine"),
            [
                "The link asks for lang=de-AT. So far the page is only in English.",
                "The link names “name”, which this page does not know. It is left out.",
            ]
        );
        assert_eq!(
            said("pins=Mine~tax=2&v=7"),
            [
                "The link was made by a later version of this page (7; this is 1). What this page knows of it was taken.",
                "“Mine”, pinned: Tax rate: The link asked for 200 %. A share lies between 0 and 99 %; 21 % is used instead.",
            ]
        );
    }
}
