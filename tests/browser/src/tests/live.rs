//! The page comes alive and follows its sliders.

use super::Test;
use crate::page::Page;
use anyhow::{Result, ensure};
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::everywhere("shows the default answer", shows_the_default_answer),
    Test::everywhere("follows a slider by value", follows_a_slider_by_value),
    Test::everywhere("follows a slider by keyboard", follows_a_slider_by_keyboard),
    Test::everywhere("opens a link", opens_a_link),
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
    changes(page, || page.press("input[type=range][name=growth]", &[Key::Right, Key::Right, Key::Right]))
}

fn opens_a_link(page: &Page) -> Result<()> {
    page.open("v=1&growth=0.5&capex=150")?;
    let answer = page.answer()?;
    ensure!(answer.contains("50") && answer.contains("$150B"), "the answer is {answer}");
    Ok(())
}
