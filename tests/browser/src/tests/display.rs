//! Screens and wishes of a person: dense pixels, zoom, forced colours, less motion.

use super::Test;
use crate::browser::Engine;
use crate::page::Page;
use anyhow::{Result, ensure};
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::over_http("charts are as fine as the screen", |page| in_chromium(page, fine)),
    Test::over_http("forced colours reach the charts", |page| in_chromium(page, forced)),
    Test::over_http("nothing moves for who wants less motion", |page| in_chromium(page, still)),
    Test::over_http("nothing scrolls sideways at 200 per cent", |page| in_chromium(page, zoomed)),
];

/// Only Chromium can be given another screen while it runs.
fn in_chromium(page: &Page, test: fn(&Page) -> Result<()>) -> Result<()> {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    page.open("")?;
    test(page)?;
    page.emulate("clearDeviceMetricsOverride", json!({}))?;
    page.emulate("setEmulatedMedia", json!({ "features": [] }))
}

fn screen(page: &Page, width: u32, ratio: f64) -> Result<()> {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": ratio, "mobile": false });
    page.emulate("setDeviceMetricsOverride", screen)
}

fn wish(page: &Page, name: &str, value: &str) -> Result<()> {
    page.emulate("setEmulatedMedia", json!({ "features": [{ "name": name, "value": value }] }))
}

fn fine(page: &Page) -> Result<()> {
    let script = "const [chart, strip] = ['figure[data-chart=cash] canvas', '.strip canvas'].map((one) => document.querySelector(one)), \
        fits = (c) => { const { width, height } = c.getBoundingClientRect(); \
            return Math.abs(c.width - width * arguments[0]) <= 1 && Math.abs(c.height - height * arguments[0]) <= 1; }; \
        return devicePixelRatio === arguments[0] && fits(chart) && fits(strip);";
    for ratio in [1.5, 2.0, 3.0, 1.0] {
        // Chromium tells a page of another ratio only if the size is another, too, as with zoom.
        screen(page, (1280.0 / ratio) as u32, ratio)?;
        page.until(&format!("the canvas has {ratio} pixels for one"), || {
            Ok(page.script(script, vec![json!(ratio)])? == true)
        })?;
    }
    Ok(())
}

/// Whether the chart's ground is the system's.
const GROUND: &str = "const ground = document.createElement('canvas').getContext('2d'), probe = document.body.appendChild(document.createElement('i')); \
    ground.drawImage(document.querySelector('figure[data-chart=cash] canvas'), 0, 0); probe.style.color = 'Canvas'; \
    const [red, green, blue] = ground.getImageData(0, 0, 1, 1).data, canvas = getComputedStyle(probe).color; probe.remove(); \
    return canvas === `rgb(${red}, ${green}, ${blue})`;";

fn forced(page: &Page) -> Result<()> {
    ensure!(page.script(GROUND, vec![])? == false, "the chart's own ground is the system's already");
    wish(page, "forced-colors", "active")?;
    page.until("the chart is drawn on the system's ground", || Ok(page.script(GROUND, vec![])? == true))?;
    wish(page, "forced-colors", "none")?;
    // Its other pixels may have moved on meanwhile: the band of the simulated cases is made finer at rest.
    page.until("the chart has its own ground again", || Ok(page.script(GROUND, vec![])? == false))
}

/// How much takes its time to change or to scroll.
const MOVING: &str = "return [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); \
    return style.scrollBehavior === 'smooth' || [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0); }).length;";

fn still(page: &Page) -> Result<()> {
    page.click_button_named("All assumptions")?;
    page.until("the drawer moves in", || Ok(page.script(MOVING, vec![])?.as_u64() > Some(0)))?;
    wish(page, "prefers-reduced-motion", "reduce")?;
    let moving = page.script(MOVING, vec![])?;
    ensure!(moving == 0, "{moving} elements move");
    Ok(())
}

fn zoomed(page: &Page) -> Result<()> {
    screen(page, 720, 2.0)?;
    let script = "return [document.documentElement.scrollWidth, innerWidth];";
    page.until("the window is 720 wide", || Ok(page.script("return innerWidth;", vec![])? == 720))?;
    let wide = page.script(script, vec![])?;
    ensure!(wide[0].as_f64() <= wide[1].as_f64(), "the page is {} wide in {}", wide[0], wide[1]);
    Ok(())
}
