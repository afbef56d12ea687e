//! Each way to fail has its own name and words, and the static page stays readable.

use super::Test;
use crate::page::{Page, Way};
use crate::site::Variant;
use anyhow::{Result, ensure};

pub const TESTS: &[Test] = &[
    loud("names a policy that blocks WebAssembly", &[Way::Http, Way::Frame], blocked),
    loud("names an altered program", &Way::ALL, altered),
    loud("names a shortened program", &Way::ALL, shortened),
    loud("names a file that ends early", &Way::ALL, truncated),
    loud("names a panic and keeps the figures", &Way::ALL, panic),
    loud("starts again with what was set", &Way::ALL, again),
];

const fn loud(name: &'static str, ways: &'static [Way], run: fn(&Page) -> Result<()>) -> Test {
    Test { name, ways, quiet: false, run }
}

fn fails(page: &Page, variant: Variant, cause: &str) -> Result<()> {
    page.load(variant, "")?;
    page.fails_with(cause)?;
    ensure!(page.answer()?.contains("7.8"), "the static answer is gone");
    Ok(())
}

fn blocked(page: &Page) -> Result<()> {
    fails(page, Variant::Blocked, "wasm-blocked")
}

fn altered(page: &Page) -> Result<()> {
    fails(page, Variant::Altered, "payload-altered")
}

fn shortened(page: &Page) -> Result<()> {
    fails(page, Variant::Shortened, "payload-truncated")
}

fn truncated(page: &Page) -> Result<()> {
    fails(page, Variant::Truncated, "payload-truncated")
}

fn panic(page: &Page) -> Result<()> {
    page.open("")?;
    let answer = page.answer()?;
    page.script("dispatchEvent(new Event('payback:panic'));", vec![])?;
    page.fails_with("panic")?;
    ensure!(page.answer()? == answer, "the last answer is gone");
    Ok(())
}

fn again(page: &Page) -> Result<()> {
    page.open("")?;
    let default = page.metric("npv")?;
    page.slide("growth", 0.35)?;
    page.until("the figure has changed", || Ok(page.metric("npv")? != default))?;
    let set = page.metric("npv")?;
    page.until("the address says what is set", || Ok(page.script("return location.hash;", vec![])? != ""))?;
    page.script("dispatchEvent(new Event('payback:panic'));", vec![])?;
    page.fails_with("panic")?;
    page.click("[data-failure=panic] [data-again]")?;
    page.until("the page has gone", || {
        Ok(page.script("return document.documentElement.dataset.error ?? '';", vec![])? == "")
    })?;
    page.live()?;
    page.until("the figure is as it was set", || Ok(page.metric("npv")? == set))
}
