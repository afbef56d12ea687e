//! The tests, by what they are about.

mod access;
mod analyses;
mod copy;
mod element;
mod failures;
mod host;
mod keeping;
mod live;
mod screens;

use crate::page::{Page, Way};
use anyhow::Result;

/// One test.
pub struct Test {
    /// What holds when it passes.
    pub name: &'static str,
    /// The ways in which it opens the page.
    pub ways: &'static [Way],
    /// Whether the page must ask for nothing and complain about nothing meanwhile.
    pub quiet: bool,
    /// The test itself.
    pub run: fn(&Page) -> Result<()>,
}

impl Test {
    /// A test in every way, of a page that stays quiet.
    const fn everywhere(name: &'static str, run: fn(&Page) -> Result<()>) -> Self {
        Self { name, ways: &Way::ALL, quiet: true, run }
    }

    /// A test over http only, of a page that stays quiet.
    const fn over_http(name: &'static str, run: fn(&Page) -> Result<()>) -> Self {
        Self { name, ways: &[Way::Http], quiet: true, run }
    }
}

/// All tests.
pub fn all() -> Vec<Test> {
    [
        live::TESTS,
        copy::TESTS,
        failures::TESTS,
        host::TESTS,
        element::TESTS,
        access::TESTS,
        keeping::TESTS,
        analyses::TESTS,
        screens::TESTS,
    ]
    .into_iter()
    .flatten()
    .map(|test| Test { ..*test })
    .collect()
}
