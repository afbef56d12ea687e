//! What stands beside the page: the embed script with its types, and the example article.

use crate::document::squeeze_script;
use crate::shell::root;
use anyhow::{Context, Result};
use std::path::Path;

/// Puts the files beside the page that other pages use.
pub fn beside(folder: &Path) -> Result<()> {
    let source = root().join("src").join("embed");
    let script = read(&source.join("embed.js"))?;
    // The licence is one line, and the only comment that stays.
    let licence = script.lines().next().unwrap_or_default();
    write(&folder.join("embed.js"), &format!("{licence}\n{}\n", squeeze_script(&script)))?;
    write(&folder.join("embed.d.ts"), &read(&source.join("embed.d.ts"))?)?;
    let article = read(&root().join("examples").join("article.html"))?;
    write(&folder.join("examples").join("article.html"), &article)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn the_script_is_at_most_four_kilobytes_on_the_way() {
        let folder = root().join("target").join("site-test");
        beside(&folder).unwrap();
        let script = read(&folder.join("embed.js")).unwrap();
        assert!(script.starts_with("/*! Payback"), "{script:.60}");
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(script.as_bytes()).unwrap();
        let size = gzip.finish().unwrap().len();
        assert!(size <= 4096, "{size} bytes with gzip");
    }
}
