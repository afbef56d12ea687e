//! The page on a phone: touches, the dock, and what fits on a small screen.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use serde_json::json;
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[test!(scrolling_over_a_slider_leaves_its_value).only_in(Browser::Chromium, REASON)];

const REASON: &str = "only Chromium can emulate a phone";

/// Emulates a phone of this size, runs commands on it, and ends the emulation.
fn on_a_phone(page: &Page, width: u32, height: u32, commands: impl FnOnce() -> Result<()>) -> Result<()> {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
    page.devtools("Emulation.setDeviceMetricsOverride", screen)?;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }))?;
    let result = commands();
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false }))?;
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
    result
}

/// Position in an element, as fractions of its width and height, in CSS pixels of the window.
fn position_in(page: &Page, selector: &str, across: f64, down: f64) -> Result<(f64, f64)> {
    let script = "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect(); \
                  return [x + width * arguments[1], y + height * arguments[2]];";
    let at = page.script(script, vec![json!(selector), json!(across), json!(down)])?;
    let coordinate = |index: usize| at[index].as_f64().with_context(|| format!("{selector} is not on the page"));
    Ok((coordinate(0)?, coordinate(1)?))
}

/// Swipes up with one finger, in CSS pixels.
fn swipe_up(page: &Page, (x, y): (f64, f64), distance: f64) -> Result<()> {
    let touch = |kind: &str, points: serde_json::Value| {
        page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).map(drop)
    };
    touch("touchStart", json!([{ "x": x, "y": y }]))?;
    for step in 1..=10 {
        touch("touchMove", json!([{ "x": x, "y": y - distance * f64::from(step) / 10.0 }]))?;
    }
    touch("touchEnd", json!([]))
}

fn scrolling_over_a_slider_leaves_its_value(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        let state = "return [document.querySelector('#growth').value, document.querySelector('#growth-field').value, \
                     document.querySelector('[data-answer]').innerText];";
        let before = page.script(state, vec![])?;
        swipe_up(page, position_in(page, "#growth", 0.2, 0.5)?, 200.0)?;
        page.wait_until("the page has scrolled", || Ok(page.script("return scrollY > 50;", vec![])? == true))?;
        page.wait_until("the slider is back at its value", || Ok(page.script(state, vec![])? == before))?;
        ensure!(!page.has("[aria-label=Undo]:enabled")?, "the swipe is a step of the history");
        Ok(())
    })
}
