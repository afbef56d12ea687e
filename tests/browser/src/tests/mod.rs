//! The tests, in one file per subject.

mod accessibility;
mod analyses;
mod display;
mod element;
mod failures;
mod host;
mod layout;
mod live;
mod navigation;
mod offline_copy;
mod parts;
mod persistence;
mod phone;
mod reading;
mod sharing;
mod uncertainty;

use anyhow::Result;
use browser_tests::page::{Mode, Page};
use std::path::Path;
use xtask::browsers::Browser;
use xtask::fonts::FontFamily;

/// A test.
#[derive(Clone, Copy)]
pub struct Test {
    /// The name of the function.
    pub name: &'static str,
    /// The function.
    pub run: fn(&Page) -> Result<()>,
    /// How the test opens the page: it runs once in each mode.
    pub modes: &'static [Mode],
    /// Whether it runs once with each family of fonts instead of once with the machine's own fonts.
    pub with_each_font: bool,
    /// Whether requests, policy violations and console errors of the page fail the test.
    pub quiet: bool,
    only_in: Option<(Browser, &'static str)>,
    not_in: Option<(Browser, &'static str)>,
    npm_package: Option<&'static str>,
}

impl Test {
    const fn new(name: &'static str, run: fn(&Page) -> Result<()>) -> Self {
        Self {
            name,
            run,
            modes: &[Mode::Http],
            with_each_font: false,
            quiet: true,
            only_in: None,
            not_in: None,
            npm_package: None,
        }
    }

    /// Runs in these modes instead of over http only.
    const fn modes(self, modes: &'static [Mode]) -> Self {
        Self { modes, ..self }
    }

    /// Runs once with each family of fonts.
    const fn with_each_font(self) -> Self {
        Self { with_each_font: true, ..self }
    }

    /// Tolerates requests, policy violations and console errors.
    const fn noisy(self) -> Self {
        Self { quiet: false, ..self }
    }

    /// Runs in this browser only, for the reason given.
    const fn only_in(self, browser: Browser, reason: &'static str) -> Self {
        Self { only_in: Some((browser, reason)), ..self }
    }

    /// Does not run in this browser, for the reason given.
    const fn not_in(self, browser: Browser, reason: &'static str) -> Self {
        Self { not_in: Some((browser, reason)), ..self }
    }

    /// Needs a package from npm.
    const fn needs_npm(self, package: &'static str) -> Self {
        Self { npm_package: Some(package), ..self }
    }

    /// Why the test cannot run on this machine, if so.
    pub fn skip_reason(&self, browser: Browser, fonts: Option<FontFamily>, node_modules: &Path) -> Option<String> {
        if browser.find().is_none() {
            return Some(format!("{} is not installed", browser.name()));
        }
        let excluded =
            self.only_in.filter(|(only, _)| *only != browser).or(self.not_in.filter(|(not, _)| *not == browser));
        if let Some((_, reason)) = excluded {
            return Some(reason.to_string());
        }
        if let Some(family) = fonts.filter(|family| family.folder().is_none()) {
            return Some(format!("the {} fonts are not installed", family.name()));
        }
        let package = self.npm_package.filter(|package| !node_modules.join(package).is_dir())?;
        Some(format!("{package} from npm is not installed"))
    }
}

/// A test that is named after its function.
macro_rules! test {
    ($function:ident) => {
        crate::tests::Test::new(stringify!($function), $function)
    };
}
use test;

/// All tests, by subject.
pub const ALL: &[(&str, &[Test])] = &[
    ("live", live::TESTS),
    ("layout", layout::TESTS),
    ("display", display::TESTS),
    ("failures", failures::TESTS),
    ("offline_copy", offline_copy::TESTS),
    ("parts", parts::TESTS),
    ("persistence", persistence::TESTS),
    ("analyses", analyses::TESTS),
    ("uncertainty", uncertainty::TESTS),
    ("accessibility", accessibility::TESTS),
    ("navigation", navigation::TESTS),
    ("phone", phone::TESTS),
    ("reading", reading::TESTS),
    ("sharing", sharing::TESTS),
    ("element", element::TESTS),
    ("host", host::TESTS),
];
