//! The page becomes live and follows its inputs.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::{Mode, Page};
use browser_tests::site::Variant;
use fantoccini::key::Key;
use serde_json::json;
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    test!(shows_the_default_answer).modes(&Mode::ALL),
    test!(the_question_is_the_heading),
    test!(follows_a_slider_by_value).modes(&Mode::ALL),
    test!(follows_a_slider_by_keyboard).modes(&Mode::ALL),
    test!(opens_a_link).modes(&Mode::ALL),
    test!(keeps_input_made_before_it_is_live),
    test!(works_without_storage_and_history),
    test!(survives_reentrant_microtasks),
    test!(replaces_the_static_page_without_a_layout_shift)
        .only_in(Browser::Chromium, "only Chromium measures layout shifts"),
    test!(updates_text_out_of_sight_once_interaction_stops),
];

fn shows_the_default_answer(page: &Page) -> Result<()> {
    page.open("")?;
    let answer = page.answer()?;
    ensure!(answer.contains("8.4") && answer.contains("AWS"), "the answer is {answer}");
    let payback = page.metric("payback_years")?;
    ensure!(payback.is_some_and(|years| (years - 8.420).abs() < 0.001), "payback is {payback:?}");
    page.chart_hash("cash").map(drop)
}

fn the_question_is_the_heading(page: &Page) -> Result<()> {
    page.open("preset=azure&ai_share=0.4")?;
    let heading = page.text("h1")?;
    ensure!(heading == "When does an AI build-out pay back?", "the heading is {heading}");
    let plan = page.text(".question p")?;
    ensure!(plan.contains("estimate for Microsoft"), "the plan is {plan}");
    let line = page.text(".headline-slider[data-input=capex] .plain")?;
    ensure!(line.contains("40\u{202f}% of it for AI"), "the line of capex is {line}");
    Ok(())
}

/// The answer, a figure and a chart.
fn visible_results(page: &Page) -> Result<(String, Option<f64>, u64)> {
    Ok((page.answer()?, page.metric("npv")?, page.chart_hash("cash")?))
}

/// Waits until answer, figure and chart have changed after an interaction.
fn changes_by(page: &Page, interaction: impl Fn() -> Result<()>) -> Result<()> {
    let before = visible_results(page)?;
    interaction()?;
    page.wait_until("answer, figure and chart have changed", || {
        let now = visible_results(page)?;
        Ok(now.0 != before.0 && now.1 != before.1 && now.2 != before.2)
    })
}

fn follows_a_slider_by_value(page: &Page) -> Result<()> {
    page.open("")?;
    for input in ["growth", "capex", "custom_share"] {
        changes_by(page, || page.slide(input, 0.35))?;
    }
    Ok(())
}

fn follows_a_slider_by_keyboard(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.script(GROWTH, vec![])?;
    changes_by(page, || page.press_keys("input[type=range][name=growth]", &[Key::Right, Key::Right, Key::Right]))?;
    // Presses in quick succession are one step of the history.
    page.click_button("Undo")?;
    page.wait_until("all presses are undone", || Ok(page.script(GROWTH, vec![])? == before))
}

const GROWTH: &str = "return document.querySelector('input[type=range][name=growth]').value;";

fn opens_a_link(page: &Page) -> Result<()> {
    page.open("v=2&growth=0.5&capex=150")?;
    let answer = page.answer()?;
    ensure!(answer.contains("50") && answer.contains("$150B"), "the answer is {answer}");
    Ok(())
}

fn keeps_input_made_before_it_is_live(page: &Page) -> Result<()> {
    page.load(Variant::SlowCompile, "")?;
    ensure!(page.text(".headline-slider")?.contains("loading …"), "the slider does not say that it is not live yet");
    let before = page.script(GROWTH, vec![])?;
    page.slide("growth", 0.35)?;
    let moved = page.script(GROWTH, vec![])?;
    ensure!(moved != before, "the slider does not move");
    page.script("compileNow();", vec![])?;
    page.wait_until_live()?;
    ensure!(page.script(GROWTH, vec![])? == moved, "the early input is lost");
    ensure!(!page.answer()?.contains("8.4"), "the answer is still the default");
    ensure!(!page.text("body")?.contains("loading …"), "a slider still says that it is not live");
    Ok(())
}

fn works_without_storage_and_history(page: &Page) -> Result<()> {
    page.load(Variant::NoStorage, "growth=0.5")?;
    page.wait_until_live()?;
    changes_by(page, || page.slide("capex", 0.25))?;
    // The page saves its state after a pause.
    std::thread::sleep(std::time::Duration::from_millis(500));
    page.click_button("Undo")?;
    page.wait_until("the step is undone", || Ok(page.answer()?.contains("$200B")))
}

fn survives_reentrant_microtasks(page: &Page) -> Result<()> {
    page.load(Variant::ReentrantMicrotasks, "")?;
    page.wait_until_live()?;
    for fraction in [0.25, 0.75, 0.5] {
        changes_by(page, || page.slide("growth", fraction))?;
    }
    page.check_is_quiet()
}

/// The sum of the layout shifts since the first paint, and what shifted.
const SHIFTS: &str = "const done = arguments[arguments.length - 1]; let sum = 0; const nodes = []; \
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) { sum += entry.value; \
        for (const source of entry.sources) nodes.push((source.node?.className || source.node?.nodeName) + ' ' + \
            Math.round(source.previousRect.y) + ' to ' + Math.round(source.currentRect.y)); } }) \
        .observe({ type: 'layout-shift', buffered: true }); \
    setTimeout(() => done([sum, nodes.join(', ')]), 500);";

fn replaces_the_static_page_without_a_layout_shift(page: &Page) -> Result<()> {
    for (width, height, slower) in [(1280, 900, 1), (1440, 900, 1), (1000, 800, 1), (500, 844, 1), (500, 844, 6)] {
        page.resize(width, height)?;
        // A slow machine draws between the parts of a page that arrive.
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower }))?;
        page.open("")?;
        let shifts = page.script_async(SHIFTS, vec![])?;
        let sum = shifts[0].as_f64().context("no sum")?;
        ensure!(sum < 0.02, "at {width} × {height} the page shifts by {sum:.3}: {}", shifts[1]);
    }
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
    page.resize(1280, 900)
}

/// A text far below the window.
const DISTANT_TEXT: &str = "return document.querySelector('#tornado .lead').textContent;";

fn updates_text_out_of_sight_once_interaction_stops(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.script(DISTANT_TEXT, vec![])?;
    page.slide("growth", 0.1)?;
    page.wait_until("the text is updated", || Ok(page.script(DISTANT_TEXT, vec![])? != before))
}
