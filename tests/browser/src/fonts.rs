//! Limits a browser to one family of fonts.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xtask::fonts::FontFamily;

/// Writes a fontconfig file that knows only this family. The browser gets its path by `FONTCONFIG_FILE`.
pub fn write_config(folder: &Path, family: FontFamily) -> Result<PathBuf> {
    let fonts = family.folder().with_context(|| format!("the {} fonts are not installed", family.name()))?;
    // conf.d has the system's substitutions, such as Liberation Sans for Arial, but no folders of fonts.
    let config = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>\
         <dir>{}</dir><cachedir>{}</cachedir><include ignore_missing=\"yes\">/etc/fonts/conf.d</include></fontconfig>",
        fonts.display(),
        folder.join("font-cache").display()
    );
    let file = folder.join("fonts.conf");
    std::fs::write(&file, config)?;
    Ok(file)
}
