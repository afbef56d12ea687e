//! What an author pastes into an article: the element, a plain iframe, or a picture with a link, as each place takes it.

use std::fmt::Write;

use crate::words::embed as words;

/// What the author chose.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The calculator's page, without fragment.
    pub page: &'a str,
    /// The state and the look as links write them: `v=1&growth=0.5&charts=cash`.
    pub link: &'a str,
    /// The answer in a sentence, for readers without script.
    pub answer: &'a str,
    /// The frame's name, for those who cannot see it.
    pub title: &'a str,
    /// The width in pixels; the column's where there is none.
    pub width: Option<u32>,
    /// The room to reserve, in pixels.
    pub height: u32,
    /// The address of a picture of the chart, where it has one.
    pub picture: Option<&'a str>,
}

/// Where it is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Any page that takes scripts.
    Element,
    /// Any page that takes iframes.
    Frame,
    /// WordPress.
    WordPress,
    /// Ghost.
    Ghost,
    /// Substack.
    Substack,
    /// Notion.
    Notion,
    /// Markdown, mail, whatever takes a picture and a link.
    Markdown,
}

impl Place {
    /// Every place, in the order of the builder.
    pub const ALL: [Self; 7] =
        [Self::Element, Self::Frame, Self::WordPress, Self::Ghost, Self::Substack, Self::Notion, Self::Markdown];

    /// Its name.
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

    /// What to do, step by step.
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

    /// What to paste.
    pub fn code(self, wish: &Wish) -> String {
        match self {
            Self::Element | Self::Ghost => element(wish),
            Self::Frame | Self::WordPress => frame(wish),
            Self::Substack => full(wish),
            Self::Notion => embedded(wish),
            Self::Markdown => markdown(wish),
        }
    }
}

/// What the element has an attribute for; the rest of a link goes into its `src`.
const ATTRIBUTES: [&str; 9] =
    ["preset", "growth", "capex", "custom_share", "charts", "controls", "theme", "lang", "title"];

/// What only an embedded page is told.
const LOOKS: [&str; 4] = ["embed", "charts", "controls", "title"];

/// The picture's file name, where it has no address yet.
const PICTURE: &str = "payback.png";

/// `<payback-calculator>` with the answer and a link inside, and its script.
pub fn element(wish: &Wish) -> String {
    let (named, rest): (Vec<_>, Vec<_>) =
        pairs(wish).filter(|(key, _)| !matches!(*key, "embed" | "v")).partition(|(key, _)| ATTRIBUTES.contains(key));
    let (folder, file) = wish.page.rsplit_once('/').unwrap_or((".", wish.page));
    let mut tag = String::from("<payback-calculator");
    if !rest.is_empty() || !matches!(file, "" | "index.html") {
        attribute(&mut tag, "src", &address(wish.page, rest));
    }
    for (key, value) in named {
        attribute(&mut tag, key, &decoded(value));
    }
    attribute(&mut tag, "height", &wish.height.to_string());
    if let Some(width) = wish.width {
        attribute(&mut tag, "style", &format!("max-width:{width}px"));
    }
    let script = escape(&format!("{folder}/embed.js"));
    let (answer, href, open) = (escape(wish.answer), escape(&full(wish)), words::open());
    format!(
        "<script src=\"{script}\" async></script>\n{tag}>\n  <p>{answer} <a href=\"{href}\">{open}</a></p>\n</payback-calculator>\n"
    )
}

/// A plain iframe.
pub fn frame(wish: &Wish) -> String {
    let mut tag = String::from("<iframe");
    attribute(&mut tag, "src", &embedded(wish));
    attribute(&mut tag, "title", wish.title);
    attribute(&mut tag, "width", &wish.width.map_or("100%".to_owned(), |width| width.to_string()));
    attribute(&mut tag, "height", &wish.height.to_string());
    for (key, value) in [("loading", "lazy"), ("allow", "clipboard-write"), ("frameborder", "0")] {
        attribute(&mut tag, key, value);
    }
    tag + "></iframe>\n"
}

/// A picture that leads to the calculator.
pub fn markdown(wish: &Wish) -> String {
    let mut alt = String::new();
    for c in wish.answer.chars() {
        if matches!(c, '[' | ']' | '\\' | '*' | '_' | '`' | '<' | '!') {
            alt.push('\\');
        }
        alt.push(if c.is_control() { ' ' } else { c });
    }
    let pointed = |address: &str| format!("<{}>", address.replace('<', "%3C").replace('>', "%3E").replace('\n', ""));
    format!("[![{alt}]({})]({})\n", pointed(wish.picture.unwrap_or(PICTURE)), pointed(&full(wish)))
}

/// The address of the page in an iframe.
pub fn embedded(wish: &Wish) -> String {
    let rest = pairs(wish).filter(|(key, _)| !matches!(*key, "embed" | "v")).collect();
    let link = address(wish.page, rest);
    match link.split_once('#') {
        Some((page, fragment)) => format!("{page}#embed=1&{fragment}"),
        None => link + "#embed=1",
    }
}

/// The address of the full page in the same state.
pub fn full(wish: &Wish) -> String {
    address(wish.page, pairs(wish).filter(|(key, _)| !LOOKS.contains(key)).collect())
}

fn pairs<'a>(wish: &Wish<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    wish.link.split('&').filter_map(|pair| pair.split_once('='))
}

fn address(page: &str, pairs: Vec<(&str, &str)>) -> String {
    let fragment: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    if fragment.is_empty() { page.to_owned() } else { format!("{page}#{}", fragment.join("&")) }
}

/// An attribute is no link: it takes a list as it is read.
fn decoded(value: &str) -> String {
    value.replace("%2C", ",").replace("%2c", ",")
}

fn attribute(tag: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = write!(tag, " {name}=\"{}\"", escape(value));
}

/// A text as it may stand in HTML, also between quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const WISH: Wish = Wish {
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
        assert_eq!(element(&WISH), expected);
        let plain = element(&Wish { link: "v=1&embed=1", ..WISH });
        assert!(plain.contains("<payback-calculator height=\"760\">"), "{plain}");
        assert!(plain.contains("href=\"https://calc.org/p/index.html#v=1\""), "{plain}");
    }

    #[test]
    fn the_frame_has_name_size_and_patience() {
        assert_eq!(
            frame(&Wish { width: Some(640), ..WISH }),
            "<iframe src=\"https://calc.org/p/index.html#embed=1&amp;preset=azure&amp;growth=0.5&amp;erosion=0.05&amp;\
             charts=cash,revenue&amp;title=0\" title=\"When does &quot;Azure&quot; pay back?\" width=\"640\" height=\"760\" \
             loading=\"lazy\" allow=\"clipboard-write\" frameborder=\"0\"></iframe>\n"
        );
    }

    #[test]
    fn markdown_is_one_linked_picture_whatever_the_answer_says() {
        let wish = Wish { answer: "Pays [back] *soon*", link: "growth=0.5&name=a>b", ..WISH };
        let expected =
            "[![Pays \\[back\\] \\*soon\\*](<payback.png>)](<https://calc.org/p/index.html#growth=0.5&name=a%3Eb>)\n";
        assert_eq!(markdown(&wish), expected);
    }

    #[test]
    fn no_name_breaks_out_of_its_quotes() {
        let evil = "\"><script>alert('1')</script>";
        let wish = Wish { link: &format!("name={evil}&growth={evil}"), answer: evil, title: evil, page: evil, ..WISH };
        for place in Place::ALL {
            let code = place.code(&wish);
            if matches!(place, Place::Element | Place::Frame | Place::WordPress | Place::Ghost) {
                assert!(!code.contains("<script>") && !code.contains("alert('"), "{code}");
            }
            assert!(!place.steps().is_empty() && !place.name().is_empty());
        }
    }
}
