//! The offline copy: the page's own source with the current state inside.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::{Mode, Page};
use serde_json::{Value, json};

/// A sandboxed frame may not download.
const CAN_DOWNLOAD: &[Mode] = &[Mode::Http, Mode::File];

pub const TESTS: &[Test] = &[
    test!(a_copy_of_a_copy_is_the_same_file).modes(CAN_DOWNLOAD),
    test!(a_copy_opens_with_the_inputs).modes(CAN_DOWNLOAD),
];

/// A state with everything that could end its element.
const HOSTILE_STATE: &str = "{\"name\":\"</script><img src=x onerror=alert(1)> <!-- & \u{2028}\"}";

fn a_copy_of_a_copy_is_the_same_file(page: &Page) -> Result<()> {
    page.open("")?;
    let first = copy(page)?;
    page.open_html("A copy & more.html", &first)?;
    let state = page.script("return payback_boot.state();", vec![])?;
    let state: Value = serde_json::from_str(state.as_str().context("no state")?)?;
    ensure!(state == serde_json::from_str::<Value>(HOSTILE_STATE)?, "the state in the copy is {state}");
    ensure!(copy(page)? == first, "a copy of the copy differs");
    Ok(())
}

fn copy(page: &Page) -> Result<String> {
    let copy = page.script("return payback_boot.page(arguments[0]);", vec![json!(HOSTILE_STATE)])?;
    Ok(copy.as_str().context("no copy")?.to_string())
}

/// Records the text of a download.
const RECORD_DOWNLOAD: &str = "const create = URL.createObjectURL.bind(URL); \
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.downloaded = text; }); return create(blob); };";

fn a_copy_opens_with_the_inputs(page: &Page) -> Result<()> {
    page.open("v=2&growth=0.5&capex=150")?;
    let (answer, npv) = (page.answer()?, page.metric("npv")?);
    page.script(RECORD_DOWNLOAD, vec![])?;
    page.click_button("Download")?;
    page.click_button("Offline copy (HTML)")?;
    let mut copy = String::new();
    page.wait_until("the copy is downloaded", || {
        copy = page.script("return window.downloaded ?? '';", vec![])?.as_str().unwrap_or_default().to_string();
        Ok(!copy.is_empty())
    })?;
    page.open_html("Saved.html", &copy)?;
    ensure!(page.answer()? == answer && page.metric("npv")? == npv, "the copy says {}", page.answer()?);
    Ok(())
}
