//! Metadata of a site whose address is known: canonical address, Open Graph and oEmbed.

use anyhow::{Context, Result, bail};
use payback::embed::snippet::{SnippetOptions, frame};
use payback::export::{escape, plain_answer};
use payback::scenario::Origin;
use payback::scenario::workbook::Sheet;
use payback::words::site;
use std::path::Path;

/// The environment variable with the site's address.
const VARIABLE: &str = "PAYBACK_SITE";

/// File name, width and height of the social image. Social networks recommend this size.
pub const SOCIAL_IMAGE: (&str, u32, u32) = ("payback.png", 1200, 630);

/// Width and height of the frame in the oEmbed answer. Hosts that listen to height messages adjust the height.
const FRAME: (u32, u32) = (720, 760);

/// A site with an address.
pub struct Site {
    /// Ends in `/`.
    address: String,
}

impl Site {
    /// The site named by the environment variable, if it is set.
    pub fn from_env() -> Result<Option<Self>> {
        match std::env::var(VARIABLE) {
            Ok(address) if !address.trim().is_empty() => Self::new(address.trim()).map(Some),
            _ => Ok(None),
        }
    }

    fn new(address: &str) -> Result<Self> {
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"?#\"'<>\\".contains(c);
        match rest {
            Some(rest) if !rest.starts_with('/') && !rest.is_empty() && rest.chars().all(is_plain) => {}
            _ => bail!(
                "{VARIABLE} is “{address}”: it takes the address of a folder, such as https://example.org/payback/"
            ),
        }
        let folder = address.strip_suffix("index.html").unwrap_or(address);
        Ok(Self { address: format!("{}/", folder.trim_end_matches('/')) })
    }

    /// Elements for the page's head.
    pub fn metadata(&self) -> String {
        let (image, width, height) = SOCIAL_IMAGE;
        let (title, description) = (site::site_title(), default_answer());
        let meta =
            |kind: &str, name: &str, content: &str| format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content));
        let og = |name: &str, content: &str| meta("property", &format!("og:{name}"), content);
        let at = escape(&self.address);
        [
            format!("<link rel=\"canonical\" href=\"{at}\">"),
            og("type", "website"),
            og("site_name", site::NAME),
            og("title", site::site_title()),
            og("description", &description),
            og("url", &self.address),
            og("image", &format!("{}{image}", self.address)),
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

    /// Writes the oEmbed answer and the social image into the folder of the page.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let file = folder.join("oembed.json");
        std::fs::write(&file, self.oembed()).with_context(|| format!("{} cannot be written", file.display()))?;
        crate::social_image::write(&folder.join(SOCIAL_IMAGE.0))
    }

    fn oembed(&self) -> String {
        let (image, image_width, image_height) = SOCIAL_IMAGE;
        let (width, height) = FRAME;
        let wish = SnippetOptions {
            page: &self.address,
            link: "charts=cash",
            answer: &default_answer(),
            title: site::site_title(),
            width: Some(width),
            height,
            picture: None,
        };
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": site::NAME,
            "provider_url": self.address,
            "title": site::site_title(),
            "html": frame(&wish).trim_end(),
            "width": width,
            "height": height,
            "thumbnail_url": format!("{}{image}", self.address),
            "thumbnail_width": image_width,
            "thumbnail_height": image_height,
        });
        format!("{answer:#}\n")
    }
}

/// The answer for the default scenario.
fn default_answer() -> String {
    plain_answer(&Sheet::new(Origin::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_an_http_folder() {
        for address in ["https://a.org/p", "https://a.org/p/", "https://a.org/p/index.html"] {
            assert_eq!(Site::new(address).unwrap().address, "https://a.org/p/");
        }
        for address in ["a.org", "ftp://a.org", "https://", "https:///x", "https://a.org/?x", "https://a.org/\"><b>"] {
            assert!(Site::new(address).is_err(), "{address}");
        }
    }

    #[test]
    fn the_metadata_and_the_oembed_answer_name_page_image_and_frame() {
        let site = Site::new("https://a.org/p").unwrap();
        let metadata = site.metadata();
        for part in [
            "<link rel=\"canonical\" href=\"https://a.org/p/\">",
            "property=\"og:url\" content=\"https://a.org/p/\"",
            "property=\"og:image\" content=\"https://a.org/p/payback.png\"",
            "type=\"application/json+oembed\" href=\"https://a.org/p/oembed.json\"",
        ] {
            assert!(metadata.contains(part), "{part}");
        }
        let oembed: serde_json::Value = serde_json::from_str(&site.oembed()).unwrap();
        assert_eq!((&oembed["type"], &oembed["version"]), (&"rich".into(), &"1.0".into()));
        let html = oembed["html"].as_str().unwrap();
        assert!(html.starts_with("<iframe src=\"https://a.org/p/#embed=1&amp;charts=cash\""), "{html}");
        assert!(html.contains("width=\"720\" height=\"760\""), "{html}");
    }
}
