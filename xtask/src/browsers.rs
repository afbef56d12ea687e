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

    /// The browser itself and its driver, where both are there.
    fn programs(self) -> (Option<PathBuf>, Option<PathBuf>) {
        let first = |names: &[&str]| names.iter().find_map(|name| find(name));
        match self {
            Self::Chromium => (
                first(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
                first(&["chromedriver"]),
            ),
            Self::Firefox => (first(&["firefox-esr", "firefox"]), first(&["geckodriver"])),
            Self::WebKit => (mini_browser(), first(&["WebKitWebDriver"])),
        }
    }

    /// Debian packages that are missing. geckodriver is none of them: cargo installs it.
    fn lacks(self) -> Vec<&'static str> {
        let (program, driver) = self.programs();
        let mut packages = match self {
            Self::Chromium => vec![(program, "chromium"), (driver, "chromium-driver")],
            Self::Firefox => vec![(program, "firefox-esr")],
            Self::WebKit => vec![(program.and(driver), "webkit2gtk-driver"), (find("Xvfb"), "xvfb")],
        };
        packages.retain(|(found, _)| found.is_none());
        packages.into_iter().map(|(_, package)| package).collect()
    }

    /// What the browser tests need to know: `name=driver=program`.
    pub fn describe(self) -> Result<String> {
        let (Some(program), Some(driver)) = self.programs() else { bail!("{} is not installed", self.name()) };
        Ok(format!("{}={}={}", self.name(), driver.display(), program.display()))
    }
}

/// WebKitGTK's small browser, which Debian keeps beside the library.
fn mini_browser() -> Option<PathBuf> {
    let machine = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let folders = [machine.as_str(), "/usr/lib", "/usr/lib64", "/usr/libexec"];
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
    if browsers.contains(&Browser::Firefox) && Browser::Firefox.programs().1.is_none() {
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
