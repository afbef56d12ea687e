//! The page comes alive and follows its sliders.

use super::Test;
use crate::browser::Engine;
use crate::page::Page;
use crate::site::Variant;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::everywhere("shows the default answer", shows_the_default_answer),
    Test::everywhere("follows a slider by value", follows_a_slider_by_value),
    Test::everywhere("follows a slider by keyboard", follows_a_slider_by_keyboard),
    Test::everywhere("opens a link", opens_a_link),
    Test::over_http("loses nothing that was slid before it was awake", wakes_up),
    Test::over_http("works where memory and address are refused", is_refused),
    Test::over_http("goes on where a browser begins waiting work inside other work", is_interrupted),
    Test::over_http("takes its picture's place without a jump", does_not_jump),
    Test::over_http("stays in its place while a slider moves", stays),
    Test::over_http("words out of sight catch up at rest", catches_up),
];

fn shows_the_default_answer(page: &Page) -> Result<()> {
    page.open("")?;
    let answer = page.answer()?;
    ensure!(answer.contains("7.8") && answer.contains("AWS"), "the answer is {answer}");
    let payback = page.metric("payback_years")?;
    ensure!(payback.is_some_and(|years| (years - 7.786).abs() < 0.001), "payback is {payback:?}");
    page.pixels("cash")?;
    Ok(())
}

/// What a reader sees: the answer, a figure, a chart.
fn sight(page: &Page) -> Result<(String, Option<f64>, u64)> {
    Ok((page.answer()?, page.metric("npv")?, page.pixels("cash")?))
}

fn changes(page: &Page, move_it: impl Fn() -> Result<()>) -> Result<()> {
    let before = sight(page)?;
    move_it()?;
    page.until("answer, figure and chart have changed", || {
        let now = sight(page)?;
        Ok(now.0 != before.0 && now.1 != before.1 && now.2 != before.2)
    })
}

fn follows_a_slider_by_value(page: &Page) -> Result<()> {
    page.open("")?;
    for input in ["growth", "capex", "custom_share"] {
        changes(page, || page.slide(input, 0.35))?;
    }
    Ok(())
}

fn follows_a_slider_by_keyboard(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.script(GROWTH, vec![])?;
    changes(page, || page.press("input[type=range][name=growth]", &[Key::Right, Key::Right, Key::Right]))?;
    // Presses that follow one another are one step.
    page.click_button_named("Undo")?;
    page.until("all of them are undone", || Ok(page.script(GROWTH, vec![])? == before))
}

const GROWTH: &str = "return document.querySelector('input[type=range][name=growth]').value;";

fn wakes_up(page: &Page) -> Result<()> {
    page.load(Variant::Slow, "")?;
    ensure!(page.text(".dial")?.contains("loading"), "the slider does not say that it is loading");
    let before = page.script(GROWTH, vec![])?;
    page.slide("growth", 0.35)?;
    let slid = page.script(GROWTH, vec![])?;
    ensure!(slid != before, "the slider does not move");
    page.script("wake();", vec![])?;
    page.live()?;
    ensure!(page.script(GROWTH, vec![])? == slid, "what was slid is lost");
    ensure!(!page.answer()?.contains("7.8"), "the answer is the default's");
    ensure!(!page.text("body")?.contains("loading …"), "a slider still says that it is loading");
    Ok(())
}

fn is_refused(page: &Page) -> Result<()> {
    page.load(Variant::Barren, "growth=0.5")?;
    page.live()?;
    changes(page, || page.slide("capex", 0.25))?;
    // The pause after which a page is kept.
    std::thread::sleep(std::time::Duration::from_millis(500));
    page.click_button_named("Undo")?;
    page.until("the step is undone", || Ok(page.answer()?.contains("$200B")))
}

fn is_interrupted(page: &Page) -> Result<()> {
    page.load(Variant::Restless, "")?;
    page.live()?;
    for place in [0.25, 0.75, 0.5] {
        changes(page, || page.slide("growth", place))?;
    }
    page.was_quiet()
}

/// The sum of layout shifts from the first paint on, which Chromium alone measures.
const SHIFTS: &str = "const done = arguments[arguments.length - 1]; let sum = 0; const nodes = []; \
    new PerformanceObserver((list) => { for (const one of list.getEntries()) { sum += one.value; \
        for (const source of one.sources) nodes.push((source.node?.className || source.node?.nodeName) + ' ' + \
            Math.round(source.previousRect.y) + ' to ' + Math.round(source.currentRect.y)); } }) \
        .observe({ type: 'layout-shift', buffered: true }); \
    setTimeout(() => done([sum, nodes.join(', ')]), 500);";

fn does_not_jump(page: &Page) -> Result<()> {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    for (width, height) in [(1280, 900), (1440, 900), (1000, 800), (500, 844)] {
        page.resize(width, height)?;
        page.open("")?;
        let shifts = page.script_async(SHIFTS, vec![])?;
        let sum = shifts[0].as_f64().context("no sum")?;
        ensure!(sum < 0.02, "at {width} × {height} the page shifts by {sum:.3}: {}", shifts[1]);
    }
    page.resize(1280, 900)
}

/// Where the charts begin, and how high all is.
const PLACES: &str = "return [...document.querySelectorAll('[data-chart=cash] canvas, [data-chart=revenue] canvas, [data-chart=spend] canvas, [data-chart=unit] canvas')] \
    .map((one) => Math.round(one.getBoundingClientRect().top + scrollY)).concat(document.querySelector('.embed')?.offsetHeight ?? []);";

/// The other browsers break lines at other words now and then.
fn stays(page: &Page) -> Result<()> {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    for (view, width) in
        [("", 1440), ("", 1280), ("", 1100), ("", 390), ("embed=1", 860), ("embed=1", 600), ("embed=1", 390)]
    {
        page.resize(width, 900)?;
        page.open(view)?;
        let before = page.script(PLACES, vec![])?;
        for input in ["growth", "capex", "custom_share"] {
            for quarter in 0..=4 {
                page.slide(input, f64::from(quarter) / 4.0)?;
                let (now, answer) = (page.script(PLACES, vec![])?, page.answer()?);
                ensure!(now == before, "{width} wide, {input} moves them from {before} to {now}: {answer}");
            }
            page.slide(input, 0.5)?;
        }
    }
    page.resize(1280, 900)
}

/// What the page says far below the screen.
const FAR: &str = "return document.querySelector('#tornado .lead').textContent;";

fn catches_up(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.script(FAR, vec![])?;
    page.slide("growth", 0.1)?;
    page.until("the words have caught up", || Ok(page.script(FAR, vec![])? != before))
}

fn opens_a_link(page: &Page) -> Result<()> {
    page.open("v=1&growth=0.5&capex=150")?;
    let answer = page.answer()?;
    ensure!(answer.contains("50") && answer.contains("$150B"), "the answer is {answer}");
    Ok(())
}
