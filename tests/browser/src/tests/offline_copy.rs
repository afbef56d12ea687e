//! A saved copy opens by itself with what was set.

use super::Test;
use crate::page::{Page, Way};
use anyhow::{Context, Result, ensure};
use serde_json::json;

pub const TESTS: &[Test] = &[
    downloads("writes a copy of itself", writes_a_copy),
    downloads("saves a copy with what was set", saves_what_was_set),
];

/// A sandboxed frame may not download.
const fn downloads(name: &'static str, run: fn(&Page) -> Result<()>) -> Test {
    Test { name, ways: &[Way::Http, Way::File], quiet: true, run }
}

/// Every sign that could end the block, in one text.
const NASTY: &str = "{\"name\":\"</script><img src=x onerror=alert(1)> <!-- & \u{2028}\"}";

fn writes_a_copy(page: &Page) -> Result<()> {
    page.open("")?;
    let first = copy_of(page)?;
    page.open_copy("A copy & more.html", &first)?;
    let kept = page.script("return payback_boot.state();", vec![])?;
    let kept: serde_json::Value = serde_json::from_str(kept.as_str().context("no state")?)?;
    ensure!(kept == serde_json::from_str::<serde_json::Value>(NASTY)?, "the state came back as {kept}");
    ensure!(copy_of(page)? == first, "a copy of the copy is another file");
    Ok(())
}

fn copy_of(page: &Page) -> Result<String> {
    let copy = page.script("return payback_boot.page(arguments[0]);", vec![json!(NASTY)])?;
    Ok(copy.as_str().context("no copy")?.to_string())
}

/// Notes the text of what the page hands over as a file.
const LISTEN: &str = "const make = URL.createObjectURL.bind(URL); \
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.handed = text; }); return make(blob); };";

fn saves_what_was_set(page: &Page) -> Result<()> {
    page.open("v=1&growth=0.5&capex=150")?;
    let (answer, worth) = (page.answer()?, page.metric("npv")?);
    page.script(LISTEN, vec![])?;
    page.click_button("Download")?;
    page.click_button("Offline copy (HTML)")?;
    let mut copy = String::new();
    page.until("the copy is handed over", || {
        copy = page.script("return window.handed ?? '';", vec![])?.as_str().unwrap_or_default().to_string();
        Ok(!copy.is_empty())
    })?;
    page.open_copy("Saved.html", &copy)?;
    ensure!(page.answer()? == answer && page.metric("npv")? == worth, "the copy says {}", page.answer()?);
    Ok(())
}
