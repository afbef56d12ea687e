//! The code that an author pastes into an article: the element, a plain iframe, a link, or a picture with a link.

use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::export::{escape, escape_markdown, markdown_link};
use crate::words::embed as words;

/// The author's choices.
#[derive(Clone, Copy, Debug)]
pub struct SnippetOptions<'a> {
    /// The address of the calculator's page, without a fragment.
    pub page: &'a str,
    /// The state and the appearance, as a link writes them: `v=1&growth=0.5&charts=cash`.
    pub link: &'a str,
    /// The answer in a sentence, for readers without scripts.
    pub answer: &'a str,
    /// The accessible name of the frame.
    pub title: &'a str,
    /// The width in pixels, or `None` for the width of the column.
    pub width: Option<u32>,
    /// The height until the page reports its own height, in pixels.
    pub height: u32,
    /// The address of a picture of the chart, if there is one.
    pub picture: Option<&'a str>,
}

/// The system that the snippet is pasted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// Any page that accepts scripts.
    Element,
    /// Any page that accepts iframes.
    Frame,
    /// WordPress.
    WordPress,
    /// Ghost.
    Ghost,
    /// Substack.
    Substack,
    /// Notion.
    Notion,
    /// Markdown, e-mail and other systems that accept pictures and links.
    Markdown,
}

impl Destination {
    /// All destinations, in the order of the builder's list.
    pub const ALL: [Self; 7] =
        [Self::Element, Self::Frame, Self::WordPress, Self::Ghost, Self::Substack, Self::Notion, Self::Markdown];

    /// The name in the builder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Element => words::element(),
            Self::Frame => words::frame(),
            Self::WordPress => "WordPress",
            Self::Ghost => "Ghost",
            Self::Substack => "Substack",
            Self::Notion => "Notion",
            Self::Markdown => words::markdown(),
        }
    }

    /// Instructions, step by step.
    pub fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Element => words::element_steps(),
            Self::Frame => words::frame_steps(),
            Self::WordPress => words::wordpress_steps(),
            Self::Ghost => words::ghost_steps(),
            Self::Substack => words::substack_steps(),
            Self::Notion => words::notion_steps(),
            Self::Markdown => words::markdown_steps(),
        }
    }

    /// Whether the author has to add a picture of the chart.
    pub fn needs_picture(self) -> bool {
        matches!(self, Self::Substack | Self::Markdown)
    }

    /// The code to paste.
    pub fn code(self, options: &SnippetOptions) -> String {
        match self {
            Self::Element | Self::Ghost => element(options),
            Self::Frame => frame(options),
            Self::WordPress => wordpress(options),
            Self::Substack => full(options),
            Self::Notion => embedded(options),
            Self::Markdown => markdown(options),
        }
    }
}

/// The link parameters that the element has attributes for. All others go into its `src`.
const ATTRIBUTES: [&str; 9] =
    ["preset", "growth", "capex", "custom_share", "charts", "controls", "theme", "lang", "title"];

/// The link parameters that only embedded pages use.
const EMBED_ONLY: [&str; 4] = ["embed", "charts", "controls", "title"];

/// The file name of a picture that has no address yet.
pub const PICTURE: &str = "payback.png";

/// The `<payback-calculator>` element with its script. The answer and a link inside are for readers without scripts.
fn element(options: &SnippetOptions) -> String {
    let (named, rest): (Vec<_>, Vec<_>) =
        pairs(options).filter(|(key, _)| !matches!(*key, "embed" | "v")).partition(|(key, _)| ATTRIBUTES.contains(key));
    let (folder, file) = options.page.rsplit_once('/').unwrap_or((".", options.page));
    let mut tag = String::from("<payback-calculator");
    if !rest.is_empty() || !matches!(file, "" | "index.html") {
        attribute(&mut tag, "src", &address(options.page, rest));
    }
    for (key, value) in named {
        // embed.js encodes the values of attributes.
        attribute(&mut tag, key, &percent_decode_str(value).decode_utf8_lossy());
    }
    attribute(&mut tag, "height", &options.height.to_string());
    if let Some(width) = options.width {
        attribute(&mut tag, "style", &format!("max-width:{width}px"));
    }
    let script = escape(&format!("{folder}/embed.js"));
    let (answer, href, open) = (escape(options.answer), escape(&full(options)), words::open());
    format!(
        "<script src=\"{script}\" async></script>\n{tag}>\n  <p>{answer} <a href=\"{href}\">{open}</a></p>\n</payback-calculator>\n"
    )
}

/// A plain iframe.
pub fn frame(options: &SnippetOptions) -> String {
    let mut tag = String::from("<iframe");
    attribute(&mut tag, "src", &embedded(options));
    attribute(&mut tag, "title", options.title);
    attribute(&mut tag, "width", &options.width.map_or("100%".to_owned(), |width| width.to_string()));
    attribute(&mut tag, "height", &options.height.to_string());
    for (key, value) in [("loading", "lazy"), ("allow", "clipboard-write"), ("frameborder", "0")] {
        attribute(&mut tag, key, value);
    }
    tag + "></iframe>\n"
}

/// An iframe as a block of the WordPress editor, where it can be pasted without adding a block first.
fn wordpress(options: &SnippetOptions) -> String {
    format!("<!-- wp:html -->\n{}<!-- /wp:html -->\n", frame(options))
}

/// A picture that links to the calculator.
fn markdown(options: &SnippetOptions) -> String {
    let picture = markdown_link(&escape_markdown(options.answer), options.picture.unwrap_or(PICTURE));
    markdown_link(&format!("!{picture}"), &full(options)) + "\n"
}

/// The address of the embedded page.
fn embedded(options: &SnippetOptions) -> String {
    let rest = pairs(options).filter(|(key, _)| !matches!(*key, "embed" | "v")).collect();
    let link = address(options.page, rest);
    match link.split_once('#') {
        Some((page, fragment)) => format!("{page}#embed=1&{fragment}"),
        None => link + "#embed=1",
    }
}

/// The address of the full page with the same state.
fn full(options: &SnippetOptions) -> String {
    address(options.page, pairs(options).filter(|(key, _)| !EMBED_ONLY.contains(key)).collect())
}

fn pairs<'a>(options: &SnippetOptions<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    options.link.split('&').filter_map(|pair| pair.split_once('='))
}

fn address(page: &str, pairs: Vec<(&str, &str)>) -> String {
    let fragment: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{}", fragment.join("&")) }
}

fn attribute(tag: &mut String, name: &str, value: &str) {
    let _ = write!(tag, " {name}=\"{}\"", escape(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: SnippetOptions = SnippetOptions {
        page: "https://calc.org/p/index.html",
        link: "v=1&preset=azure&growth=0.5&erosion=0.05&embed=1&charts=cash,revenue&title=0",
        answer: "At 50 % growth, “Azure’s” build-out \"pays\" <back>.",
        title: "When does \"Azure\" pay back?",
        width: None,
        height: 760,
        picture: None,
    };

    #[test]
    fn the_element_says_what_it_can_in_attributes_and_the_rest_in_its_source() {
        let expected = r#"<script src="https://calc.org/p/embed.js" async></script>
<payback-calculator src="https://calc.org/p/index.html#erosion=0.05" preset="azure" growth="0.5" charts="cash,revenue" title="0" height="760">
  <p>At 50 % growth, “Azure’s” build-out &quot;pays&quot; &lt;back&gt;. <a href="https://calc.org/p/index.html#v=1&amp;preset=azure&amp;growth=0.5&amp;erosion=0.05">Open the calculator</a></p>
</payback-calculator>
"#;
        assert_eq!(element(&OPTIONS), expected);
        let plain = element(&SnippetOptions { link: "v=1&embed=1", ..OPTIONS });
        assert!(plain.contains("<payback-calculator height=\"760\">"), "{plain}");
        assert!(plain.contains("href=\"https://calc.org/p/index.html#v=1\""), "{plain}");
    }

    #[test]
    fn the_frame_has_a_name_and_a_size_and_loads_lazily() {
        assert_eq!(
            frame(&SnippetOptions { width: Some(640), ..OPTIONS }),
            "<iframe src=\"https://calc.org/p/index.html#embed=1&amp;preset=azure&amp;growth=0.5&amp;erosion=0.05&amp;\
             charts=cash,revenue&amp;title=0\" title=\"When does &quot;Azure&quot; pay back?\" width=\"640\" height=\"760\" \
             loading=\"lazy\" allow=\"clipboard-write\" frameborder=\"0\"></iframe>\n"
        );
    }

    #[test]
    fn markdown_is_one_linked_picture_whatever_the_answer_says() {
        let options = SnippetOptions { answer: "Pays [back] *soon*", link: "growth=0.5&name=a>b", ..OPTIONS };
        let expected =
            "[![Pays \\[back\\] \\*soon\\*](<payback.png>)](<https://calc.org/p/index.html#growth=0.5&name=a%3Eb>)\n";
        assert_eq!(markdown(&options), expected);
    }

    #[test]
    fn no_name_breaks_out_of_its_quotes() {
        let evil = "\"><script>alert('1')</script>";
        let options = SnippetOptions {
            link: &format!("name={evil}&growth={evil}"),
            answer: evil,
            title: evil,
            page: evil,
            ..OPTIONS
        };
        for destination in Destination::ALL {
            let code = destination.code(&options);
            if matches!(
                destination,
                Destination::Element | Destination::Frame | Destination::WordPress | Destination::Ghost
            ) {
                assert!(!code.contains("<script>") && !code.contains("alert('"), "{code}");
            }
            assert!(!destination.steps().is_empty() && !destination.name().is_empty());
        }
    }
}
