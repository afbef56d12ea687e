//! Texts for embedding the calculator: instructions for authors, and errors for hosts.

use super::input_error;
use crate::scenario::InputError;

/// Number of refused values that an error message lists.
const LISTED: usize = 5;

phrases! {
    /// Error of a `payback:set` without a scenario.
    no_scenario = "payback:set needs “scenario”: an object with inputs and their values.";
    /// Error of a `payback:get` whose id is an object or a list.
    bad_id = "The id of payback:get must be a string or a number.";
    /// Link from a picture or a fallback text to the page.
    open = "Open the calculator";
    /// Name of the embed code with the custom element.
    element = "Any page";
    /// Name of the embed code with an iframe.
    frame = "Plain iframe";
    /// Name of the embed code with a picture and a link.
    markdown = "Markdown, e-mail";
}

/// Error of a message of an unknown type.
pub fn unknown_type(kind: &str) -> String {
    format!("“{kind}” is not a message of Payback. The messages are payback:set, payback:get and payback:reset.")
}

/// Error of a `payback:set` with refused values.
pub fn refused(errors: &[InputError]) -> String {
    let reasons: Vec<String> = errors.iter().take(LISTED).map(input_error::line).collect();
    let more = match errors.len().saturating_sub(reasons.len()) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("Nothing was changed: {}{more}.", reasons.join("; "))
}

/// The accessible name of an embedded calculator.
pub fn title(company: &str) -> String {
    format!("Calculator: when does {company}’s AI build-out pay back?")
}

/// Instructions for the custom element.
pub fn element_steps() -> &'static [&'static str] {
    &[
        "Paste the code at the place for the calculator. A page needs the script line only once.",
        "Links in your text can move the calculator. Give a link the attribute data-payback=\"growth=0.5&capex=75\".",
        "Under a strict content security policy, allow the calculator’s site in script-src and frame-src. Nothing else is needed.",
    ]
}

/// Instructions for the iframe.
pub fn frame_steps() -> &'static [&'static str] {
    &[
        "Paste the code at the place for the calculator.",
        "Sites that resize Datawrapper, pym.js, iframe-resizer, AMP or Embedly frames also set the height of this one. Other sites keep the height in the code.",
    ]
}

/// Instructions for WordPress.
pub fn wordpress_steps() -> &'static [&'static str] {
    &[
        "Paste the code into the text: the editor turns it into a block “Custom HTML”. In the classic editor, paste it under “Text”.",
        "If your account may not use iframes, save a chart with “PNG”, add it as an image block, and link it to the address from “Copy link”.",
    ]
}

/// Instructions for Ghost.
pub fn ghost_steps() -> &'static [&'static str] {
    &[
        "In the editor, type /html, choose the HTML card and paste the code.",
        "Readers of a newsletter see the sentence and the link in the code.",
    ]
}

/// Instructions for Substack.
pub fn substack_steps() -> &'static [&'static str] {
    &[
        "Substack shows neither scripts nor iframes. Use a picture that links to the calculator.",
        "Download the picture and add it to the post as an image.",
        "Choose “Edit link” on the image and paste this address.",
    ]
}

/// Instructions for Notion.
pub fn notion_steps() -> &'static [&'static str] {
    &[
        "Type /embed, paste this address and choose “Embed link”. Drag the lower edge until the whole calculator is visible.",
        "If a workspace shows no embeds, save a chart with “PNG”, add it as an image, and link it to this address.",
    ]
}

/// Instructions for a picture with a link.
pub fn markdown_steps() -> &'static [&'static str] {
    &[
        "Download the picture and put it beside your text as payback.png, or put its address into the code.",
        "Paste the code.",
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Input;

    #[test]
    fn an_error_names_the_input_the_value_and_the_range() {
        let errors = [
            InputError::OutOfRange { input: Input::Capex, value: -1.0 },
            InputError::NotAnOption { input: Input::Terminal, text: "gold".into() },
        ];
        assert_eq!(
            refused(&errors),
            "Nothing was changed: capex cannot be -1: it takes a number from 0 to 1000000; terminal cannot be “gold”: it takes one of none, nbv, perpetuity, multiple."
        );
        let many = vec![InputError::Unknown { key: "x".into() }; 9];
        assert!(refused(&many).ends_with("; and 4 more."));
    }
}
