//! How a site with an address is found and shown by others: canonical address, Open Graph, oEmbed. Without an address, nothing.

use anyhow::{Context, Result, bail};
use payback::embed::snippet::{SnippetOptions, frame};
use payback::export::{escape, plain_answer};
use payback::scenario::Origin;
use payback::scenario::workbook::Sheet;
use payback::words::{controls, embed as words};
use std::path::Path;

/// Where the site's address is given.
pub const VARIABLE: &str = "PAYBACK_SITE";

/// The social picture's file and size, the one that networks ask for.
pub const PICTURE: (&str, u32, u32) = ("payback.png", 1200, 630);

/// The size that oEmbed offers; hosts that listen make the height fit.
const FRAME: (u32, u32) = (720, 760);

/// A site with an address.
pub struct Site {
    address: String,
}

impl Site {
    /// The site that the environment names, if it names one.
    pub fn named() -> Result<Option<Self>> {
        match std::env::var(VARIABLE) {
            Ok(address) if !address.trim().is_empty() => Self::new(address.trim()).map(Some),
            _ => Ok(None),
        }
    }

    fn new(address: &str) -> Result<Self> {
        let name = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"?#\"'<>\\".contains(c);
        match name {
            Some(name) if !name.starts_with('/') && !name.is_empty() && name.chars().all(plain) => {}
            _ => bail!(
                "{VARIABLE} is “{address}”: it takes the address of a folder, such as https://example.org/payback/"
            ),
        }
        let folder = address.strip_suffix("index.html").unwrap_or(address);
        Ok(Self { address: format!("{}/", folder.trim_end_matches('/')) })
    }

    /// What the page's head says of itself.
    pub fn tags(&self) -> String {
        let (picture, width, height) = PICTURE;
        let (title, description) = (words::site_title(), said());
        let meta =
            |kind: &str, name: &str, content: &str| format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content));
        let og = |name: &str, content: &str| meta("property", &format!("og:{name}"), content);
        let at = escape(&self.address);
        [
            format!("<link rel=\"canonical\" href=\"{at}\">"),
            og("type", "website"),
            og("site_name", controls::NAME),
            og("title", words::site_title()),
            og("description", &description),
            og("url", &self.address),
            og("image", &format!("{}{picture}", self.address)),
            og("image:width", &width.to_string()),
            og("image:height", &height.to_string()),
            og("image:alt", &description),
            meta("name", "twitter:card", "summary_large_image"),
            format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{at}oembed.json\" title=\"{}\">",
                escape(title)
            ),
        ]
        .join("\n")
    }

    /// Puts the oEmbed answer and the picture beside the page.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let file = folder.join("oembed.json");
        std::fs::write(&file, self.oembed()).with_context(|| format!("{} cannot be written", file.display()))?;
        crate::picture::write(&folder.join(PICTURE.0))
    }

    fn oembed(&self) -> String {
        let (picture, picture_width, picture_height) = PICTURE;
        let (width, height) = FRAME;
        let options = SnippetOptions {
            page: &self.address,
            link: "charts=cash",
            answer: &said(),
            title: words::site_title(),
            width: Some(width),
            height,
            picture: None,
        };
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": controls::NAME,
            "provider_url": self.address,
            "title": words::site_title(),
            "html": frame(&options).trim_end(),
            "width": width,
            "height": height,
            "thumbnail_url": format!("{}{picture}", self.address),
            "thumbnail_width": picture_width,
            "thumbnail_height": picture_height,
        });
        format!("{answer:#}\n")
    }
}

/// The answer of the page as it opens.
fn said() -> String {
    plain_answer(&Sheet::new(Origin::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_folder_on_the_web() {
        for address in ["https://a.org/p", "https://a.org/p/", "https://a.org/p/index.html"] {
            assert_eq!(Site::new(address).unwrap().address, "https://a.org/p/");
        }
        for address in ["a.org", "ftp://a.org", "https://", "https:///x", "https://a.org/?x", "https://a.org/\"><b>"] {
            assert!(Site::new(address).is_err(), "{address}");
        }
    }

    #[test]
    fn others_find_the_page_its_picture_and_its_frame() {
        let site = Site::new("https://a.org/p").unwrap();
        let tags = site.tags();
        for part in [
            "<link rel=\"canonical\" href=\"https://a.org/p/\">",
            "property=\"og:url\" content=\"https://a.org/p/\"",
            "property=\"og:image\" content=\"https://a.org/p/payback.png\"",
            "type=\"application/json+oembed\" href=\"https://a.org/p/oembed.json\"",
        ] {
            assert!(tags.contains(part), "{part}");
        }
        let oembed: serde_json::Value = serde_json::from_str(&site.oembed()).unwrap();
        assert_eq!((&oembed["type"], &oembed["version"]), (&"rich".into(), &"1.0".into()));
        let html = oembed["html"].as_str().unwrap();
        assert!(html.starts_with("<iframe src=\"https://a.org/p/#embed=1&amp;charts=cash\""), "{html}");
        assert!(html.contains("width=\"720\" height=\"760\""), "{html}");
    }
}
