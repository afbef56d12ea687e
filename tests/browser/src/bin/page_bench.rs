//! Measures in Chromium how long the page takes to start and to follow a slider. `cargo xtask bench` runs it.

#![forbid(unsafe_code)]

use anyhow::{Context, Result};
use browser_tests::page::{Mode, Page};
use browser_tests::session::{Session, Setup};
use browser_tests::site::Site;
use serde_json::json;
use xtask::browsers::Browser;
use xtask::{npm, trunk};

/// Milliseconds from navigation to the first live result.
const START_TIME: &str = "return performance.getEntriesByName('payback-ready')[0]?.startTime ?? null;";

/// Moves a slider to and fro, one step per frame. The result is the main thread's time per event up to its frame, in milliseconds.
const DRAG: &str = "const done = arguments[arguments.length - 1], s = document.querySelector(`input[type=range][name='${arguments[0]}']`), \
    min = Number(s.min), size = Number(s.step), steps = Math.round((Number(s.max) - min) / size), costs = []; let count = 0; \
    const step = () => { if (count++ === 120) return done(costs); let frameStart; requestAnimationFrame(() => { frameStart = performance.now(); }); \
        const start = performance.now(); \
        const turn = count % (2 * steps); s.value = String(min + size * Math.min(turn, 2 * steps - turn)); s.dispatchEvent(new Event('input', { bubbles: true })); \
        const event = performance.now() - start; \
        requestAnimationFrame(() => { const channel = new MessageChannel(); \
            channel.port1.onmessage = () => { costs.push(event + performance.now() - frameStart); setTimeout(step, 0); }; channel.port2.postMessage(0); }); }; \
    step();";

/// Milliseconds for 50 × 200 simulated cases.
const SIMULATE: &str = "const start = performance.now(); for (let count = 0; count < 50; count++) payback_bench.odds(); return performance.now() - start;";

/// Hides the sections without the charts that other pages are compared with.
const HIDE_OTHER_SECTIONS: &str =
    "for (const id of ['build-out', 'monte-carlo', 'compare']) document.getElementById(id).hidden = true;";

/// The charts that are completely in view.
const CHARTS_IN_VIEW: &str = "return [...document.querySelectorAll('figure[data-chart]')].filter((chart) => { \
    const box = chart.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }).map((chart) => chart.dataset.chart);";

/// A slider and a number: the smallest cost of an event and its frame on this machine.
const MINIMAL_PAGE: &str = "<!doctype html><meta charset=\"utf-8\"><input type=\"range\" name=\"growth\" max=\"1\" step=\"0.01\"><output></output>\
    <script>const slider = document.querySelector('input'); \
    slider.oninput = () => requestAnimationFrame(() => { document.querySelector('output').textContent = slider.value; });</script>";

fn main() -> Result<()> {
    let session = Session::start(Setup { browser: Browser::Chromium, fonts: None })?;
    let site = Site::start(&trunk::page(), &npm::modules())?;
    let page = Page::new(&session, &site, Mode::Http);
    let mut starts = Vec::new();
    for _ in 0..5 {
        page.open("")?;
        starts.extend(page.script(START_TIME, vec![])?.as_f64());
    }
    print("start to the first live result", &mut starts);
    drag_headline_sliders(&page, "the first screen")?;
    page.resize(1280, 1984)?;
    let charts = json!(["cash", "revenue", "spend", "mix", "margin", "unit"]);
    page.wait_until("six charts are in view", || Ok(page.script(CHARTS_IN_VIEW, vec![])? == charts))?;
    drag_headline_sliders(&page, "the first two screens, with six charts")?;
    page.open("bench=1")?;
    let time = page.script(SIMULATE, vec![])?.as_f64().context("no time")?;
    println!("   10,000 simulated cases: {time:.0} ms");
    page.script(HIDE_OTHER_SECTIONS, vec![])?;
    page.resize(1440, 2540)?;
    let charts = json!(["cash", "revenue", "tornado", "map"]);
    page.wait_until("four charts are in view", || Ok(page.script(CHARTS_IN_VIEW, vec![])? == charts))?;
    drag_headline_sliders(&page, "answer, figures, strips, cash, revenue, tornado and map in view")?;
    page.visit(MINIMAL_PAGE, None)?;
    drag(&page, "a page that shows a number and nothing else", &["growth"])
}

fn drag_headline_sliders(page: &Page, view: &str) -> Result<()> {
    drag(page, view, &["growth", "capex", "custom_share"])
}

fn drag(page: &Page, view: &str, inputs: &[&str]) -> Result<()> {
    println!("   {view}");
    for input in inputs {
        let costs = page.script_async(DRAG, vec![json!(input)])?;
        let mut costs: Vec<f64> =
            costs.as_array().context("no times")?.iter().filter_map(|cost| cost.as_f64()).collect();
        print(&format!("{input}, from event to drawn frame"), &mut costs);
    }
    Ok(())
}

fn print(name: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let quantile = |q: f64| times.get((times.len() as f64 * q) as usize).or(times.last()).copied().unwrap_or(f64::NAN);
    println!("   {name}: median {:.1} ms, 95 % {:.1} ms, worst {:.1} ms", quantile(0.5), quantile(0.95), quantile(1.0));
}
