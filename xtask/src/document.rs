//! Trunk's page as a template: removes tags, and fills the placeholders of `index.html`.

use anyhow::{Result, bail};

/// An HTML text. Only tags written by Trunk and by `index.html` are handled, so plain text search is enough.
pub struct Document(String);

/// A `<link>` element.
pub struct Link {
    /// Its relation, such as `stylesheet`.
    pub rel: String,
    /// The path of the file, relative to the page.
    pub href: String,
}

impl Document {
    /// A document of this text.
    pub fn new(html: &str) -> Self {
        Self(html.to_string())
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Removes all scripts and returns their number.
    pub fn remove_scripts(&mut self) -> usize {
        self.remove("<script", "</script>").len()
    }

    /// Removes and returns all links.
    pub fn remove_links(&mut self) -> Vec<Link> {
        let parse = |tag: String| {
            let href = attribute(&tag, "href")?.trim_start_matches("./").to_string();
            Some(Link { rel: attribute(&tag, "rel")?.to_string(), href })
        };
        self.remove("<link", ">").into_iter().filter_map(parse).collect()
    }

    /// Removes every text from `open` to `close`, and returns the texts between the two.
    fn remove(&mut self, open: &str, close: &str) -> Vec<String> {
        let mut removed = Vec::new();
        while let Some((before, rest)) = self.0.split_once(open) {
            let Some((inside, after)) = rest.split_once(close) else { break };
            removed.push(inside.to_string());
            self.0 = format!("{}{}", before.trim_end_matches([' ', '\n']), after);
        }
        removed
    }

    /// Replaces the placeholder `<!-- payback:name -->`.
    pub fn fill(&mut self, name: &str, html: &str) -> Result<()> {
        let placeholder = format!("<!-- payback:{name} -->");
        let Some((before, after)) = self.0.split_once(&placeholder) else { bail!("index.html lacks {placeholder}") };
        self.0 = format!("{before}{html}{after}");
        Ok(())
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_tags_and_fills_placeholders() {
        let mut page = Document::new(
            "<a>\n<link rel=\"icon\" href=\"./i.svg\" integrity=\"x\"/>\n<script>1</script><!-- payback:page --></a>",
        );
        assert_eq!(page.remove_scripts(), 1);
        let links: Vec<_> = page.remove_links().into_iter().map(|link| (link.rel, link.href)).collect();
        assert_eq!(links, [("icon".to_string(), "i.svg".to_string())]);
        page.fill("page", "<b>").unwrap();
        assert_eq!(page.text(), "<a><b></a>");
        assert!(page.fill("page", "").is_err());
    }
}
