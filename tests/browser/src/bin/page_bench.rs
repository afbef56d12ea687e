//! How fast the page starts and follows a slider; no test, since it depends on the machine.

use crate::browser::{Browser, Session};
use crate::page::{Page, Way};
use crate::site::Site;
use anyhow::{Context, Result};
use serde_json::json;

/// From navigation to the first live result, in milliseconds.
const START: &str = "return performance.getEntriesByName('payback-ready')[0]?.startTime ?? null;";

/// Moves a slider to and fro, one step a frame: what an event costs until its frame is drawn, in milliseconds.
const DRAG: &str = "const done = arguments[arguments.length - 1], s = document.querySelector(`input[type=range][name='${arguments[0]}']`), \
    min = Number(s.min), step_of = Number(s.step), steps = Math.round((Number(s.max) - min) / step_of), costs = []; let at = 0; \
    const step = () => { if (at++ === 120) return done(costs); let began; requestAnimationFrame(() => { began = performance.now(); }); \
        const start = performance.now(); \
        const turn = at % (2 * steps); s.value = String(min + step_of * Math.min(turn, 2 * steps - turn)); s.dispatchEvent(new Event('input', { bubbles: true })); \
        const event = performance.now() - start; \
        requestAnimationFrame(() => { const channel = new MessageChannel(); \
            channel.port1.onmessage = () => { costs.push(event + performance.now() - began); setTimeout(step, 0); }; channel.port2.postMessage(0); }); }; \
    step();";

/// Fifty times two hundred cases.
const DRAWS: &str = "const start = performance.now(); for (let at = 0; at < 50; at++) payback_bench.odds(); return performance.now() - start;";

/// Leaves the charts that nothing is said about off the page.
const ONLY: &str = "for (const id of ['build-out', 'odds', 'compare']) document.getElementById(id).hidden = true;";

/// The charts on the screen.
const SEEN: &str = "return [...document.querySelectorAll('figure[data-chart]')].filter((chart) => { \
    const box = chart.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }).map((chart) => chart.dataset.chart);";

/// A slider and a number: what a frame costs on this machine whatever one does, to judge the other times by.
const EMPTY: &str = "<!doctype html><meta charset=\"utf-8\"><input type=\"range\" name=\"growth\" max=\"1\" step=\"0.01\"><output></output>\
    <script>const slider = document.querySelector('input'); \
    slider.oninput = () => requestAnimationFrame(() => { document.querySelector('output').textContent = slider.value; });</script>";

/// Starts five times, drags each headline slider, and prints what it took.
pub fn run(browser: &Browser, site: &Site) -> Result<()> {
    let session = Session::start(browser)?;
    let page = Page::new(&session, site, Way::Http);
    let mut starts = Vec::new();
    for _ in 0..5 {
        page.open("")?;
        starts.extend(page.script(START, vec![])?.as_f64());
    }
    print("start to the first live result", &mut starts);
    drag(&page, "the first screen")?;
    page.resize(1280, 1984)?;
    let wanted = json!(["cash", "revenue", "spend", "mix", "margin", "unit"]);
    page.until("the charts of two screens are in view", || Ok(page.script(SEEN, vec![])? == wanted))?;
    drag(&page, "the first two screens, with six charts")?;
    page.open("bench=1")?;
    let draws = page.script(DRAWS, vec![])?.as_f64().context("no time")?;
    println!("   10,000 simulated cases: {draws:.0} ms");
    page.script(ONLY, vec![])?;
    page.resize(1440, 2540)?;
    let wanted = json!(["cash", "revenue", "tornado", "map"]);
    page.until("those charts are in view", || Ok(page.script(SEEN, vec![])? == wanted))?;
    drag(&page, "answer, figures, strips, cash, revenue, tornado and map in view")?;
    page.visit(EMPTY, None)?;
    drag_each(&page, "a page that shows a number and nothing else", &["growth"])
}

fn drag(page: &Page, what: &str) -> Result<()> {
    drag_each(page, what, &["growth", "capex", "custom_share"])
}

fn drag_each(page: &Page, what: &str, inputs: &[&str]) -> Result<()> {
    println!("   {what}");
    for input in inputs {
        let costs = page.script_async(DRAG, vec![json!(input)])?;
        let mut costs: Vec<f64> =
            costs.as_array().context("no times")?.iter().filter_map(|cost| cost.as_f64()).collect();
        print(&format!("{input}, from event to drawn frame"), &mut costs);
    }
    Ok(())
}

fn print(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at =
        |share: f64| times.get((times.len() as f64 * share) as usize).or(times.last()).copied().unwrap_or(f64::NAN);
    println!("   {what}: median {:.1} ms, 95 % {:.1} ms, worst {:.1} ms", at(0.5), at(0.95), at(1.0));
}
