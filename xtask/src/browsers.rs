//! The browsers of the tests, with their drivers.

use crate::process::{announce, find_program};
use crate::tools;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// A browser that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome, with ChromeDriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, with WebKitWebDriver, in Xvfb.
    WebKit,
}

/// An installed browser.
#[derive(Clone, Debug)]
pub struct Installed {
    /// The browser's executable.
    pub program: PathBuf,
    /// The WebDriver server's executable.
    pub driver: PathBuf,
}

impl Browser {
    /// All browsers.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser and its driver, if both are installed.
    pub fn find(self) -> Option<Installed> {
        if self == Self::WebKit && find_program("Xvfb").is_none() {
            return None;
        }
        Some(Installed { program: self.program()?, driver: find_program(self.driver())? })
    }

    fn program(self) -> Option<PathBuf> {
        let first = |names: &[&str]| names.iter().find_map(|name| find_program(name));
        match self {
            Self::Chromium => first(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
            Self::Firefox => first(&["firefox-esr", "firefox"]),
            Self::WebKit => mini_browser(),
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The Debian packages that are missing. Debian has no geckodriver: cargo installs it.
    fn missing_packages(self) -> Vec<&'static str> {
        let (program, driver) = (self.program(), find_program(self.driver()));
        let mut packages = match self {
            Self::Chromium => vec![(program, "chromium"), (driver, "chromium-driver")],
            Self::Firefox => vec![(program, "firefox-esr")],
            Self::WebKit => vec![(program.and(driver), "webkit2gtk-driver"), (find_program("Xvfb"), "xvfb")],
        };
        packages.retain(|(found, _)| found.is_none());
        packages.into_iter().map(|(_, package)| package).collect()
    }
}

/// MiniBrowser is not on PATH: Debian installs it in the folder of the WebKit library.
fn mini_browser() -> Option<PathBuf> {
    let library = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let folders = [library.as_str(), "/usr/lib", "/usr/lib64", "/usr/libexec"];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let files = folders.iter().flat_map(|folder| versions.map(|version| format!("{folder}/{version}/MiniBrowser")));
    files.map(PathBuf::from).find(|file| file.is_file())
}

/// Installs whatever is missing of these browsers.
pub fn install(browsers: &[Browser]) -> Result<()> {
    let packages: Vec<&str> = browsers.iter().flat_map(|browser| browser.missing_packages()).collect();
    if !packages.is_empty() {
        announce(format!("Installing {} (about three minutes)", packages.join(", ")));
        tools::apt_install(&packages)?;
    }
    if browsers.contains(&Browser::Firefox) && find_program(Browser::Firefox.driver()).is_none() {
        tools::cargo_install("geckodriver", "0.37.1", 2)?;
    }
    for browser in browsers {
        let missing = || format!("{} is still not complete: {}", browser.name(), browser.missing_packages().join(", "));
        browser.find().with_context(missing)?;
    }
    Ok(())
}
