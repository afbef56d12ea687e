//! What hosts are told when a message is refused, and how the calculator gets into an article.

use crate::scenario::{Input, InputError, Kind};
use crate::words::numbers;

/// A message of no known type.
pub fn unknown_type(kind: &str) -> String {
    format!("“{kind}” is no message of Payback. It takes payback:set, payback:get and payback:reset.")
}

/// A `payback:set` without a scenario.
pub fn no_scenario() -> &'static str {
    "payback:set needs “scenario”: an object with inputs and their values."
}

/// A `payback:get` with an id that is an object or a list.
pub fn bad_id() -> &'static str {
    "The id of payback:get is a text or a number."
}

/// A `payback:set` of which something was refused.
pub fn refused(refusals: &[InputError]) -> String {
    let reasons: Vec<String> = refusals.iter().take(5).map(reason).collect();
    let more = match refusals.len().saturating_sub(reasons.len()) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("Nothing was changed: {}{more}.", reasons.join("; "))
}

fn reason(refusal: &InputError) -> String {
    match refusal {
        InputError::Unknown { key } => format!("no input is called “{key}”"),
        InputError::NotANumber { input, text } => format!("{} is a number, not {text}", input.id()),
        InputError::OutOfRange { input, value } => {
            format!("{} takes {}, not {}", input.id(), range(*input), numbers::machine(*value))
        }
        InputError::NotWhole { input, value } => {
            format!("{} takes whole numbers, not {}", input.id(), numbers::machine(*value))
        }
        InputError::NotAnOption { input, text } => format!("{} takes {}, not {text}", input.id(), range(*input)),
        InputError::NotAnObject { text } => text.clone(),
    }
}

fn range(input: Input) -> String {
    match input.spec().kind {
        Kind::Number(range) => format!("{} to {}", numbers::machine(range.lowest), numbers::machine(range.highest)),
        Kind::Choice(options) => options.join(", "),
        Kind::Switch => "on or off".to_owned(),
    }
}

/// The link from a picture or a fallback to the page.
pub fn open() -> &'static str {
    "Open the calculator"
}

/// The frame's name, for those who cannot see it.
pub fn title(company: &str) -> String {
    format!("Calculator: when does {company}’s AI build-out pay back?")
}

/// The page's name for those who find it elsewhere.
pub fn site_title() -> &'static str {
    "Payback: when does a hyperscaler’s AI build-out pay back?"
}

/// What the page answers.
pub fn question() -> &'static str {
    "When does Amazon’s AI build-out pay back?"
}

/// The embed as an element.
pub fn element() -> &'static str {
    "Any page"
}

/// How to use the element.
pub fn element_steps() -> &'static [&'static str] {
    &[
        "Paste the code where the calculator is to stand. The script line is needed once a page.",
        "To move the calculator from your text, write a link: <a data-payback=\"growth=0.5&capex=75\">half the growth</a>.",
        "Under a strict content policy, allow the calculator’s site in script-src and frame-src. Nothing else is needed.",
    ]
}

/// The embed as an iframe.
pub fn frame() -> &'static str {
    "Plain iframe"
}

/// How to use the iframe.
pub fn frame_steps() -> &'static [&'static str] {
    &[
        "Paste the code where the calculator is to stand.",
        "Sites that resize Datawrapper, pym.js, iframe-resizer, AMP or Embedly frames set its height by themselves. On others it keeps the height written here.",
    ]
}

/// How to embed in WordPress.
pub fn wordpress_steps() -> &'static [&'static str] {
    &[
        "In the editor, add a block “Custom HTML” and paste the code.",
        "If your account may not use iframes, add an image block with the chart’s picture (PNG on the chart) and link it to the calculator with “Copy link”.",
    ]
}

/// How to embed in Ghost.
pub fn ghost_steps() -> &'static [&'static str] {
    &[
        "In the editor, type /html, choose the HTML card and paste the code.",
        "In newsletters, readers see the sentence and the link inside it.",
    ]
}

/// How to embed in Substack.
pub fn substack_steps() -> &'static [&'static str] {
    &[
        "Substack shows neither scripts nor iframes: use a picture that leads to the calculator.",
        "Save a chart with PNG and add it to the post as an image.",
        "Choose “Edit link” on the image and paste this address.",
    ]
}

/// How to embed in Notion.
pub fn notion_steps() -> &'static [&'static str] {
    &[
        "Type /embed, paste this address and choose “Embed link”. Drag the lower edge until everything is in view.",
        "Where a workspace shows no embeds, add the chart’s picture (PNG on the chart) and link it to the same address.",
    ]
}

/// A picture with a link.
pub fn markdown() -> &'static str {
    "Markdown, e-mail"
}

/// How to use the picture.
pub fn markdown_steps() -> &'static [&'static str] {
    &["Save a chart with PNG as payback.png beside your text, or put its address into the code.", "Paste the code."]
}

/// What was said of the code after it was copied.
pub fn copied() -> &'static str {
    "Copied."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_input_the_value_and_the_range() {
        let list = [
            InputError::OutOfRange { input: Input::Capex, value: -1.0 },
            InputError::NotAnOption { input: Input::Terminal, text: "gold".into() },
        ];
        let words = refused(&list);
        assert_eq!(
            words,
            "Nothing was changed: capex takes 0 to 1000000, not -1; terminal takes none, nbv, perpetuity, multiple, not gold."
        );
        let many = vec![InputError::Unknown { key: "x".into() }; 9];
        assert!(refused(&many).ends_with("; and 4 more."));
    }
}
