//! HTML that the build writes into the page: metadata, failure messages, and the page as it looks before the program runs.

use payback::chart::{Palette, Role};
use payback::export::{self, escape};
use payback::scenario::Origin;
use payback::scenario::workbook::Sheet;
use payback::words::failures::{FAILURES, Failure, START_AGAIN};
use payback::words::site::description;
use payback::words::static_page::NO_SCRIPT;

/// Metadata that needs no address of the site. The other metadata is in [`crate::site_metadata`].
pub fn metadata() -> String {
    let tag = |name: &str, text: &str| format!("<meta name=\"{name}\" content=\"{}\">", escape(text));
    [tag("description", description()), tag("theme-color", &Palette::LIGHT.rgb(Role::Paper).to_string())].join("\n")
}

/// One section per failure, hidden until `<html data-error>` names its cause.
pub fn failures() -> String {
    let section = |failure: &Failure| {
        format!(
            "<section class=\"failure\" role=\"alert\" data-failure=\"{}\"><h2>{}</h2><p>{}</p><p data-detail></p>\
             <button type=\"button\" data-restart>{START_AGAIN}</button></section>\n",
            failure.cause,
            escape(failure.title),
            escape(failure.advice)
        )
    };
    FAILURES.iter().map(section).collect()
}

/// The default scenario as a static page, shown until the program runs and wherever it cannot.
pub fn static_page() -> String {
    let no_script = format!("<noscript><p class=\"no-script\">{}</p></noscript>", escape(NO_SCRIPT));
    format!("{no_script}{}", export::static_page(&Sheet::new(Origin::default())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_a_style_rule_that_shows_it() {
        let style = include_str!("../../style/boot.css");
        for failure in FAILURES {
            let rule = format!("[data-error=\"{0}\"] [data-failure=\"{0}\"]", failure.cause);
            assert!(style.contains(&rule), "{}", failure.cause);
        }
    }
}
