//! Screens and preferences of users: pixel ratio, zoom, forced colours, reduced motion, and captures of the whole page.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use browser_tests::page::Page;
use serde_json::json;
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    test!(charts_have_the_pixels_of_the_screen).only_in(Browser::Chromium, REASON),
    test!(forced_colours_reach_the_charts).only_in(Browser::Chromium, REASON),
    test!(nothing_moves_with_reduced_motion).only_in(Browser::Chromium, REASON),
    test!(nothing_scrolls_sideways_at_200_percent).only_in(Browser::Chromium, REASON),
    test!(paper_has_everything_but_the_controls).only_in(Browser::Chromium, "only Chromium emulates paper"),
    test!(a_copied_chart_says_so).only_in(Browser::Chromium, "the clipboard is emulated as Chromium has it"),
    test!(a_capture_of_the_whole_page_shows_every_chart).only_in(Browser::Chromium, REASON),
];

const REASON: &str = "only Chromium can emulate another screen or capture the whole page";

fn set_screen(page: &Page, width: u32, pixel_ratio: f64) -> Result<()> {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": pixel_ratio, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", screen).map(drop)
}

fn reset_screen(page: &Page) -> Result<()> {
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({})).map(drop)
}

fn set_preference(page: &Page, name: &str, value: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": name, "value": value }] });
    page.devtools("Emulation.setEmulatedMedia", features).map(drop)
}

fn reset_preferences(page: &Page) -> Result<()> {
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).map(drop)
}

fn charts_have_the_pixels_of_the_screen(page: &Page) -> Result<()> {
    page.open("")?;
    let script = "const [chart, strip] = ['figure[data-chart=cash] canvas', '.strip canvas'].map((selector) => document.querySelector(selector)), \
        fits = (c) => { const { width, height } = c.getBoundingClientRect(); \
            return Math.abs(c.width - width * arguments[0]) <= 1 && Math.abs(c.height - height * arguments[0]) <= 1; }; \
        return devicePixelRatio === arguments[0] && fits(chart) && fits(strip);";
    for ratio in [1.5, 2.0, 3.0, 1.0] {
        // Chromium reports a new ratio only together with a new size, as zooming does.
        set_screen(page, (1280.0 / ratio) as u32, ratio)?;
        page.wait_until(&format!("the canvas has {ratio} pixels per CSS pixel"), || {
            Ok(page.script(script, vec![json!(ratio)])? == true)
        })?;
    }
    reset_screen(page)
}

/// Whether the background of a chart is the system's.
const HAS_SYSTEM_BACKGROUND: &str = "const copy = document.createElement('canvas').getContext('2d'), probe = document.body.appendChild(document.createElement('i')); \
    copy.drawImage(document.querySelector('figure[data-chart=cash] canvas'), 0, 0); probe.style.color = 'Canvas'; \
    const [red, green, blue] = copy.getImageData(0, 0, 1, 1).data, canvas = getComputedStyle(probe).color; probe.remove(); \
    return canvas === `rgb(${red}, ${green}, ${blue})`;";

fn forced_colours_reach_the_charts(page: &Page) -> Result<()> {
    page.open("")?;
    ensure!(page.script(HAS_SYSTEM_BACKGROUND, vec![])? == false, "the chart has the system's background already");
    set_preference(page, "forced-colors", "active")?;
    page.wait_until("the chart has the system's background", || {
        Ok(page.script(HAS_SYSTEM_BACKGROUND, vec![])? == true)
    })?;
    set_preference(page, "forced-colors", "none")?;
    page.wait_until("the chart has its own background again", || {
        Ok(page.script(HAS_SYSTEM_BACKGROUND, vec![])? == false)
    })?;
    reset_preferences(page)
}

/// The number of elements with a transition, an animation or smooth scrolling.
const MOVING_ELEMENTS: &str = "return [...document.querySelectorAll('*')].filter((element) => { const style = getComputedStyle(element); \
    return style.scrollBehavior === 'smooth' || [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0); }).length;";

fn nothing_moves_with_reduced_motion(page: &Page) -> Result<()> {
    page.open("")?;
    page.click_button("All assumptions")?;
    page.wait_until("the drawer slides in", || Ok(page.script(MOVING_ELEMENTS, vec![])?.as_u64() > Some(0)))?;
    set_preference(page, "prefers-reduced-motion", "reduce")?;
    let moving = page.script(MOVING_ELEMENTS, vec![])?;
    ensure!(moving == 0, "{moving} elements move");
    reset_preferences(page)
}

fn nothing_scrolls_sideways_at_200_percent(page: &Page) -> Result<()> {
    page.open("")?;
    set_screen(page, 720, 2.0)?;
    page.wait_until("the window is 720 wide", || Ok(page.script("return innerWidth;", vec![])? == 720))?;
    let widths = page.script("return [document.documentElement.scrollWidth, innerWidth];", vec![])?;
    ensure!(widths[0].as_f64() <= widths[1].as_f64(), "the page is {} wide in {}", widths[0], widths[1]);
    reset_screen(page)
}

/// The charts of the page: id, left, top, width and height on the whole page, in CSS pixels.
const CHARTS: &str = "return [...document.querySelectorAll('figure[data-chart] .plot')].map((plot) => { \
    const { x, y, width, height } = plot.getBoundingClientRect(); \
    return [plot.closest('figure').dataset.chart, x + scrollX, y + scrollY, width, height].map((v) => typeof v === 'number' ? Math.round(v) : v); });";

/// Width and height of an A4 sheet within its margins, in CSS pixels.
const SHEET: (u32, f64) = (688, 1039.0);

fn paper_has_everything_but_the_controls(page: &Page) -> Result<()> {
    // The texts that are visible, without line breaks, and the bottom of the second chart, from the top of the page.
    let paper = "const text = document.body.innerText.replace(/\\s+/g, ' '); \
        const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length; \
        return { text, controls: seen('input, select, .chart-tools, .no-print, .rail, .top-bar'), charts: seen('figure[data-chart] canvas'), \
            wide: document.documentElement.scrollWidth - innerWidth, \
            second: document.querySelector('figure[data-chart=revenue]').getBoundingClientRect().bottom + scrollY };";
    for (fragment, change) in [("", None), ("growth=0.5&chip_life=3&tax=0.3", Some("Tax rate: 30 % instead of 21 %"))] {
        page.open(fragment)?;
        let sheets = printed_sheets(page)?;
        ensure!((4..=6).contains(&sheets), "{sheets} sheets are printed");
        set_screen(page, SHEET.0, 1.0)?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))?;
        page.wait_until("the page is laid out for paper", || Ok(page.text("body")?.contains("Calculated on")))?;
        page.wait_until("every chart is drawn", || {
            let drawn = "return [...document.querySelectorAll('figure[data-chart] canvas')].every((canvas) => canvas.width > 0);";
            Ok(page.script(drawn, vec![])? == true)
        })?;
        let found = page.script(paper, vec![])?;
        let text = found["text"].as_str().unwrap_or_default().replace('\u{202f}', " ");
        for words in ["#v=2", "Payback 1.0.0", "Press report 5", "Year by year", "NPV, $B"].into_iter().chain(change) {
            ensure!(text.contains(words), "{words:?} is not on paper");
        }
        for words in ["Move the sliders", "Drag the point", "No scenario is pinned"] {
            ensure!(!text.contains(words), "{words:?} is on paper");
        }
        ensure!(found["controls"] == 0, "{} controls are on paper", found["controls"]);
        ensure!(found["charts"].as_u64() >= Some(10), "there are {} charts on paper", found["charts"]);
        ensure!(found["wide"].as_i64() <= Some(0), "{} pixels are beside the sheet", found["wide"]);
        ensure!(found["second"].as_f64() < Some(SHEET.1), "the second chart ends at {}", found["second"]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
        reset_screen(page)?;
    }
    Ok(())
}

/// Number of A4 sheets of the printed page.
fn printed_sheets(page: &Page) -> Result<usize> {
    let document = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 }))?;
    let document =
        base64::engine::general_purpose::STANDARD.decode(document["data"].as_str().context("no document")?)?;
    // `/Type /Pages` is the list of the sheets.
    let is_sheet = |bytes: &&[u8]| bytes.starts_with(b"/Type /Page") && !bytes.ends_with(b"s");
    Ok(document.windows(12).filter(is_sheet).count())
}

fn a_copied_chart_says_so(page: &Page) -> Result<()> {
    page.open("")?;
    for (clipboard, message) in [("resolve", "Chart copied"), ("reject", "was downloaded")] {
        let copy = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: Object.setPrototypeOf({ write: () => Promise[arguments[0]]() }, \
                Object.getPrototypeOf(navigator.clipboard)) }); const figure = document.querySelector('figure[data-chart=cash]'); \
            [...figure.querySelectorAll('.chart-tools button')].find((button) => button.innerText === 'Copy').click();";
        page.script(copy, vec![json!(clipboard)])?;
        page.wait_until(&format!("the chart says “{message}”"), || {
            Ok(page.text("figure[data-chart=cash] .chart-tools")?.contains(message))
        })?;
    }
    Ok(())
}

/// Archives and previews capture the whole page at once, also the charts that were never scrolled to.
fn a_capture_of_the_whole_page_shows_every_chart(page: &Page) -> Result<()> {
    for width in [1280, 390] {
        set_screen(page, width, 1.0)?;
        page.open("")?;
        page.wait_until("every chart is drawn", || {
            let undrawn = "return [...document.querySelectorAll('figure[data-chart] canvas')].every((canvas) => canvas.width > 0);";
            Ok(page.script(undrawn, vec![])? == true)
        })?;
        let charts = page.script(CHARTS, vec![])?;
        let capture =
            page.devtools("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": true }))?;
        let picture = Picture::decode(capture["data"].as_str().context("no picture")?)?;
        let charts = charts.as_array().context("no charts")?;
        ensure!(charts.len() >= 8, "there are only {} charts", charts.len());
        for chart in charts {
            let [left, top, width, height] = [1, 2, 3, 4].map(|at| chart[at].as_u64().unwrap_or(0) as usize);
            let is_dark = |[red, green, blue]: [u8; 3]| red.max(green).max(blue) < 16;
            let dark = picture.fraction(left, top, width, height, is_dark);
            ensure!(dark < 0.1, "{:.0} % of the chart {} is black", dark * 100.0, chart[0]);
            let drawn = picture.fraction(left, top, width, height, |[red, green, blue]| red.min(green).min(blue) < 200);
            ensure!(drawn > 0.005, "the chart {} is empty in a capture of the whole page", chart[0]);
        }
    }
    reset_screen(page)
}

/// A picture of 8-bit RGB or RGBA pixels.
struct Picture {
    pixels: Vec<u8>,
    width: usize,
    channels: usize,
}

impl Picture {
    /// Decodes a PNG in base64.
    fn decode(base64: &str) -> Result<Self> {
        let png = base64::engine::general_purpose::STANDARD.decode(base64)?;
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().context("the picture is too large")?];
        let info = reader.next_frame(&mut pixels)?;
        Ok(Self { pixels, width: info.width as usize, channels: info.color_type.samples() })
    }

    /// The fraction of a rectangle's pixels that satisfy a condition.
    fn fraction(&self, left: usize, top: usize, width: usize, height: usize, is: impl Fn([u8; 3]) -> bool) -> f64 {
        let row = |y: usize| (left..left + width).filter_map(move |x| self.pixel(x, y));
        let found = (top..top + height).flat_map(row).filter(|pixel| is(*pixel)).count();
        found as f64 / (width * height).max(1) as f64
    }

    fn pixel(&self, x: usize, y: usize) -> Option<[u8; 3]> {
        let at = (y * self.width + x) * self.channels;
        self.pixels.get(at..at + 3)?.try_into().ok()
    }
}
