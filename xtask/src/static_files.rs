//! Files beside the page: the embed script with its types, and the example article.

use crate::minify;
use crate::process::{read, root};
use anyhow::{Context, Result};
use std::path::Path;

/// Writes the files into the folder of the page.
pub fn write(folder: &Path) -> Result<()> {
    let source = root().join("src").join("embed");
    let script = read(&source.join("embed.js"))?;
    // The first line is the licence, which minifying would remove.
    let licence = script.lines().next().unwrap_or_default();
    write_file(&folder.join("embed.js"), &format!("{licence}\n{}\n", minify::script(&script)))?;
    write_file(&folder.join("embed.d.ts"), &read(&source.join("embed.d.ts"))?)?;
    let article = read(&root().join("examples").join("article.html"))?;
    write_file(&folder.join("examples").join("article.html"), &article)
}

fn write_file(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn the_embed_script_is_at_most_four_kilobytes_with_gzip() {
        let folder = root().join("target").join("static-files-test");
        write(&folder).unwrap();
        let script = read(&folder.join("embed.js")).unwrap();
        assert!(script.starts_with("/*! Payback"), "{script:.60}");
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(script.as_bytes()).unwrap();
        let size = gzip.finish().unwrap().len();
        assert!(size <= 4096, "{size} bytes with gzip");
    }
}
