//! The font families that the layout is tested with.

use crate::process::announce;
use crate::tools;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// A family of fonts. Text in DejaVu Sans is about 15 % wider than in Liberation Sans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontFamily {
    /// Liberation, with the metrics of Arial.
    Liberation,
    /// DejaVu, the only family on many Linux machines.
    DejaVu,
}

impl FontFamily {
    /// All families.
    pub const ALL: [Self; 2] = [Self::Liberation, Self::DejaVu];

    /// The name in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Liberation => "liberation",
            Self::DejaVu => "dejavu",
        }
    }

    fn regular_file(self) -> &'static str {
        match self {
            Self::Liberation => "LiberationSans-Regular.ttf",
            Self::DejaVu => "DejaVuSans.ttf",
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Liberation => "fonts-liberation",
            Self::DejaVu => "fonts-dejavu-core",
        }
    }

    /// The folder with the fonts of this family, if they are installed.
    pub fn folder(self) -> Option<PathBuf> {
        let roots = ["/usr/share/fonts", "/usr/local/share/fonts"];
        roots.iter().find_map(|root| folder_of(self.regular_file(), Path::new(root)))
    }
}

/// The folder of a file, searched recursively.
fn folder_of(file: &str, folder: &Path) -> Option<PathBuf> {
    if folder.join(file).is_file() {
        return Some(folder.to_path_buf());
    }
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    entries.filter(|entry| entry.path().is_dir()).find_map(|entry| folder_of(file, &entry.path()))
}

/// Installs the families that are missing.
pub fn install() -> Result<()> {
    let missing: Vec<&str> =
        FontFamily::ALL.into_iter().filter(|family| family.folder().is_none()).map(FontFamily::package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    announce(format!("Installing {} (seconds)", missing.join(", ")));
    tools::apt_install(&missing)
}
