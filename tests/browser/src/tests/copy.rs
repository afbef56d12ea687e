//! A saved copy opens by itself with what was set.

use super::Test;
use crate::page::{Page, Way};
use anyhow::{Context, Result, ensure};
use serde_json::json;

pub const TESTS: &[Test] =
    &[Test { name: "writes a copy of itself", ways: &[Way::Http, Way::File], quiet: true, run: writes_a_copy }];

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
