//! Each way to fail has its own name and words, and the static page stays readable.

use super::Test;
use crate::page::{Page, Way};
use crate::site::Variant;
use anyhow::{Context, Result, ensure};

pub const TESTS: &[Test] = &[
    loud("names a policy that blocks WebAssembly", &[Way::Http, Way::Frame], blocked),
    loud("names an altered program", &Way::ALL, altered),
    loud("names a shortened program", &Way::ALL, shortened),
    loud("names a file that ends early", &Way::ALL, truncated),
    loud("names a browser without WebAssembly", &Way::ALL, no_webassembly),
    loud("names a browser that is too old", &Way::ALL, old_browser),
    loud("names memory that is not there", &Way::ALL, no_memory),
    loud("names memory that runs out, and starts again", &Way::ALL, memory_runs_out),
    loud("names a panic and keeps the figures", &Way::ALL, panic),
    loud("a panic in one frame leaves the other alone", &[Way::Http], apart),
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

fn no_webassembly(page: &Page) -> Result<()> {
    fails(page, Variant::NoWebAssembly, "no-webassembly")
}

fn old_browser(page: &Page) -> Result<()> {
    let old = [Variant::NoModules, Variant::OldSyntax, Variant::OldInstructions, Variant::OldInterfaces];
    old.into_iter().try_for_each(|variant| fails(page, variant, "old-browser").with_context(|| format!("{variant:?}")))
}

fn no_memory(page: &Page) -> Result<()> {
    let none = [Variant::NoMemory, Variant::FullMemory];
    none.into_iter().try_for_each(|variant| fails(page, variant, "memory").with_context(|| format!("{variant:?}")))
}

fn memory_runs_out(page: &Page) -> Result<()> {
    page.load(Variant::Fillable, "")?;
    page.live()?;
    page.slide("capex", 0.25)?;
    page.until("the address says what is set", || Ok(page.script("return location.hash;", vec![])? != ""))?;
    let set = page.script(CAPEX, vec![])?;
    page.script("fill();", vec![])?;
    // Nothing is left for a text of this length.
    let long = "const f = document.querySelector('input.field[name=growth]'); f.value = '9'.repeat(2 ** 24); \
        f.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script(long, vec![])?;
    page.fails_with("memory")?;
    ensure!(page.answer()?.contains("AWS"), "the last answer is gone");
    start_again(page, "memory")?;
    ensure!(page.script(CAPEX, vec![])? == set, "what was set is lost");
    Ok(())
}

const CAPEX: &str = "return document.querySelector('input[type=range][name=capex]').value;";

fn start_again(page: &Page, cause: &str) -> Result<()> {
    page.reloads(|| page.click(&format!("[data-failure={cause}] [data-again]")))
}

fn panic(page: &Page) -> Result<()> {
    page.open("")?;
    let answer = page.answer()?;
    page.script("dispatchEvent(new Event('payback:panic'));", vec![])?;
    page.fails_with("panic")?;
    ensure!(page.answer()? == answer, "the last answer is gone");
    Ok(())
}

fn apart(page: &Page) -> Result<()> {
    page.visit(
        "<!doctype html><title>Two</title><iframe src=CALCULATOR></iframe><iframe src=CALCULATOR></iframe>",
        None,
    )?;
    page.inside(1, || page.live())?;
    page.inside(0, || {
        page.live()?;
        page.script("dispatchEvent(new Event('payback:panic'));", vec![])?;
        page.fails_with("panic")
    })?;
    page.inside(1, || {
        let before = page.answer()?;
        page.slide("growth", 0.35)?;
        page.until("the other one follows its slider", || Ok(page.answer()? != before))
    })
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
    start_again(page, "panic")?;
    page.until("the figure is as it was set", || Ok(page.metric("npv")? == set))
}
