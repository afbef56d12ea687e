//! The page's text: Trunk's tags taken out, our parts put in.

use anyhow::{Result, bail};
use payback::export::{self, escape};
use payback::scenario::Origin;
use payback::scenario::workbook::Sheet;
use payback::words::failures::{FAILURES, Failure, NO_SCRIPT, START_AGAIN};
use payback::words::page::description;

/// An HTML text whose tags are known to be plain: Trunk and we wrote them.
pub struct Document(String);

/// A `<link>` that Trunk wrote.
pub struct Link {
    /// What it is for.
    pub rel: String,
    /// The file beside the page.
    pub href: String,
}

impl Document {
    /// Reads a page.
    pub fn new(html: &str) -> Self {
        Self(html.to_string())
    }

    /// The page as it is now.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Takes all scripts out and counts them.
    pub fn take_scripts(&mut self) -> usize {
        self.take("<script", "</script>").len()
    }

    /// Takes all links out.
    pub fn take_links(&mut self) -> Vec<Link> {
        let read = |tag: String| {
            let href = attribute(&tag, "href")?.trim_start_matches("./").to_string();
            Some(Link { rel: attribute(&tag, "rel")?.to_string(), href })
        };
        self.take("<link", ">").into_iter().filter_map(read).collect()
    }

    fn take(&mut self, open: &str, close: &str) -> Vec<String> {
        let mut taken = Vec::new();
        while let Some((before, rest)) = self.0.split_once(open) {
            let Some((inside, after)) = rest.split_once(close) else { break };
            taken.push(inside.to_string());
            self.0 = format!("{}{}", before.trim_end_matches([' ', '\n']), after);
        }
        taken
    }

    /// Puts a part where the page has the comment `<!-- payback:name -->`.
    pub fn fill(&mut self, name: &str, part: &str) -> Result<()> {
        let comment = format!("<!-- payback:{name} -->");
        let Some((before, after)) = self.0.split_once(&comment) else { bail!("index.html lacks {comment}") };
        self.0 = format!("{before}{part}{after}");
        Ok(())
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// A style sheet without its comments and indentation.
pub fn squeeze_style(style: &str) -> String {
    let mut rest = style;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    lines(&plain, |_| true)
}

/// A script without its indentation and the comments that have a line of their own.
pub fn squeeze_script(script: &str) -> String {
    lines(script, |line| {
        !line.starts_with("//") && !line.starts_with("/*") && !line.starts_with("* ") && line != "*/" && line != "*"
    })
}

fn lines(text: &str, keep: impl Fn(&str) -> bool) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && keep(line)).collect::<Vec<_>>().join("\n")
}

/// Each failure's words, hidden until the root names it.
pub fn failures() -> String {
    let section = |failure: &Failure| {
        format!(
            "<section class=\"failure\" role=\"alert\" data-failure=\"{}\"><h2>{}</h2><p>{}</p><p data-detail></p>\
             <button type=\"button\" data-again>{START_AGAIN}</button></section>\n",
            failure.cause,
            escape(failure.title),
            escape(failure.advice)
        )
    };
    FAILURES.iter().map(section).collect()
}

/// What the page says of itself wherever it is. What other sites show of a link needs an address: [`crate::found`].
pub fn card() -> String {
    let tag = |name: &str, text: &str| format!("<meta name=\"{name}\" content=\"{}\">", escape(text));
    [tag("description", description()), tag("theme-color", "#FBFAF7")].join("\n")
}

/// What stands on the page before the program runs, and without it.
pub fn static_page() -> String {
    let words = format!("<noscript><p class=\"no-script\">{}</p></noscript>", escape(NO_SCRIPT));
    format!("{words}{}", export::static_page(&Sheet::new(Origin::default())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_and_parts_put_in() {
        let mut page = Document::new(
            "<a>\n<link rel=\"icon\" href=\"./i.svg\" integrity=\"x\"/>\n<script>1</script><!-- payback:page --></a>",
        );
        assert_eq!(page.take_scripts(), 1);
        let links = page.take_links();
        assert_eq!(
            links.iter().map(|link| (link.rel.as_str(), link.href.as_str())).collect::<Vec<_>>(),
            [("icon", "i.svg")]
        );
        page.fill("page", "<b>").unwrap();
        assert_eq!(page.text(), "<a><b></a>");
        assert!(page.fill("page", "").is_err());
    }

    #[test]
    fn squeezing_leaves_the_meaning() {
        assert_eq!(squeeze_style("/* a\n b */ p { }\n\n  q { } /* c */\n"), "p { }\nq { }");
        assert_eq!(squeeze_script("  // why\n  a();\n  b(); // c\n"), "a();\nb(); // c");
    }

    #[test]
    fn every_failure_is_shown_by_its_own_rule() {
        let style = include_str!("../../style/boot.css");
        for failure in FAILURES {
            assert!(
                style.contains(&format!("[data-error=\"{0}\"] [data-failure=\"{0}\"]", failure.cause)),
                "{}",
                failure.cause
            );
        }
    }
}
