//! The browsers of the tests and their drivers, installed when they are missing.

use crate::shell::{find, say};
use crate::tools;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// A browser that the tests know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, with ChromeDriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, with WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|browser| browser.name() == name)
    }

    fn lacks(self) -> Vec<&'static str> {
        let any = |programs: &[&str]| programs.iter().any(|program| find(program).is_some());
        let packages: &[(bool, &[&str])] = match self {
            Self::Chromium => &[
                (any(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]), &["chromium"]),
                (any(&["chromedriver"]), &["chromium-driver"]),
            ],
            Self::Firefox => &[(any(&["firefox", "firefox-esr"]), &["firefox-esr"])],
            Self::WebKit => &[
                (any(&["WebKitWebDriver"]) && mini_browser().is_some(), &["webkit2gtk-driver"]),
                (any(&["Xvfb"]), &["xvfb"]),
            ],
        };
        packages.iter().filter(|(present, _)| !present).flat_map(|(_, packages)| packages.iter().copied()).collect()
    }
}

/// WebKitGTK's small browser, which Debian keeps beside the library.
fn mini_browser() -> Option<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let files = folders.iter().flat_map(|folder| versions.map(|version| format!("{folder}/{version}/MiniBrowser")));
    files.map(PathBuf::from).find(|file| file.is_file())
}

/// Installs what the browsers lack.
pub fn prepare(browsers: &[Browser]) -> Result<()> {
    let packages: Vec<&str> = browsers.iter().flat_map(|browser| browser.lacks()).collect();
    if !packages.is_empty() {
        say(format!("Installing {} (about three minutes)", packages.join(", ")));
        tools::debian(&packages)?;
    }
    if browsers.contains(&Browser::Firefox) && find("geckodriver").is_none() {
        tools::install("geckodriver", "0.37.1", 2)?;
    }
    for browser in browsers {
        let lacks = browser.lacks();
        if !lacks.is_empty() {
            bail!("{} still lacks {}", browser.name(), lacks.join(", "));
        }
    }
    Ok(())
}
