//! Interaction with the analyses: growth map, tornado, pins, undo, and number fields.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    test!(dragging_the_point_of_the_map_is_one_step_of_the_history),
    test!(arrow_keys_move_the_point_of_the_map),
    test!(a_bar_of_the_tornado_leads_to_its_slider),
    test!(a_pinned_scenario_is_compared),
    test!(another_company_keeps_own_changes),
    test!(companies_side_by_side_keep_own_pins),
    test!(a_number_field_takes_percentages_and_keeps_refused_text),
];

const MAP: &str = "figure[data-chart=map] .plot";

fn value(page: &Page, input: &str) -> Result<f64> {
    let script = "return Number(document.querySelector(`input[type=range][name='${arguments[0]}']`).value);";
    page.script(script, vec![json!(input)])?.as_f64().with_context(|| format!("{input} has no value"))
}

/// Scrolls to a chart until it is drawn.
fn wait_until_drawn(page: &Page, selector: &str) -> Result<()> {
    page.wait_until("the chart is drawn", || {
        page.scroll_to(selector)?;
        let canvas = format!("{selector} canvas");
        let script =
            "const c = document.querySelector(arguments[0]); return Boolean(c) && c.width > 300 && c.height > 150;";
        Ok(page.script(script, vec![json!(canvas)])? == true)
    })
}

fn dragging_the_point_of_the_map_is_one_step_of_the_history(page: &Page) -> Result<()> {
    page.open("")?;
    wait_until_drawn(page, MAP)?;
    let (growth, capex) = (value(page, "growth")?, value(page, "capex")?);
    let script = "const plot = document.querySelector(arguments[0]), canvas = plot.querySelector('canvas'), box = plot.getBoundingClientRect(); \
        const send = (type, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, \
            pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons, clientX: box.left + box.width * x, clientY: box.top + box.height * y })); \
        send('pointerdown', 0.3, 0.4, 1); send('pointermove', 0.35, 0.45, 1); send('pointermove', 0.6, 0.3, 1); send('pointerup', 0.6, 0.3, 0);";
    page.script(script, vec![json!(MAP)])?;
    page.wait_until("both inputs have moved", || {
        Ok(value(page, "growth")? != growth && value(page, "capex")? != capex)
    })?;
    page.click_button("Undo")?;
    page.wait_until("one step brings both back", || {
        Ok(value(page, "growth")? == growth && value(page, "capex")? == capex)
    })
}

fn arrow_keys_move_the_point_of_the_map(page: &Page) -> Result<()> {
    page.open("")?;
    wait_until_drawn(page, MAP)?;
    let (growth, capex) = (value(page, "growth")?, value(page, "capex")?);
    page.press_keys(MAP, &[Key::Right, Key::Up])?;
    page.wait_until("both inputs have moved", || Ok(value(page, "growth")? > growth && value(page, "capex")? > capex))
}

fn a_bar_of_the_tornado_leads_to_its_slider(page: &Page) -> Result<()> {
    page.open("")?;
    let plot = "figure[data-chart=tornado] .plot";
    wait_until_drawn(page, plot)?;
    page.press_keys(plot, &[Key::Down, Key::Enter])?;
    page.wait_until("the slider has the focus", || {
        let focus = page.script("return document.activeElement?.id ?? '';", vec![])?;
        Ok(focus.as_str().is_some_and(|id| id.ends_with("price")))
    })
}

fn a_pinned_scenario_is_compared(page: &Page) -> Result<()> {
    page.open("")?;
    // By script: scrolling there lays out sections on the way, which moves the button away from the pointer.
    page.script("document.querySelector('#pin-present').click();", vec![])?;
    page.slide("growth", 0.3)?;
    // `innerText` is empty for a section that is not rendered yet.
    let content = "return document.querySelector('#compare')?.textContent ?? '';";
    page.scroll_to("#compare > h2")?;
    page.wait_until("the pin is compared", || {
        page.scroll_to("#compare > h2")?;
        let text = page.script(content, vec![])?;
        Ok(text.as_str().is_some_and(|text| text.contains("Demand growth") && text.contains("100")))
    })
}

/// Clicks an element by script: a radio button is covered by its label.
fn press(page: &Page, selector: &str) -> Result<()> {
    page.script("document.querySelector(arguments[0]).click();", vec![json!(selector)]).map(drop)
}

fn another_company_keeps_own_changes(page: &Page) -> Result<()> {
    page.open("growth=0.5")?;
    let capex = value(page, "capex")?;
    press(page, "input[name=company][value=azure]")?;
    page.wait_until("the company has changed", || Ok(value(page, "capex")? != capex))?;
    ensure!((value(page, "growth")? - 0.5).abs() < 1e-9, "the changed growth is lost");
    let notice = page.text(".notices")?;
    ensure!(notice.contains("change was kept") && notice.contains("Demand growth 50"), "the notice is {notice}");
    page.click_button("Use Azure, base without them")?;
    page.wait_until("the change is dropped", || Ok((value(page, "growth")? - 0.5).abs() > 1e-9))?;
    ensure!(!page.has(".notices .notice")?, "the notice stays");
    Ok(())
}

fn companies_side_by_side_keep_own_pins(page: &Page) -> Result<()> {
    page.open("growth=0.5")?;
    press(page, "#pin-present")?;
    page.slide("growth", 0.3)?;
    page.click_button("AWS, Azure and Google Cloud side by side")?;
    let names =
        "return [...document.querySelectorAll('#compare thead th .scenario-name')].map((name) => name.textContent);";
    let mut heads = json!([]);
    page.wait_until("the companies are pinned", || {
        heads = page.script(names, vec![])?;
        Ok(heads.as_array().is_some_and(|heads| heads.len() == 4))
    })?;
    ensure!(heads[1].as_str().is_some_and(|name| name.contains("50")), "the own pin is lost: {heads}");
    ensure!(heads[2] == "Azure" && heads[3] == "Google Cloud", "the pins are {heads}");
    Ok(())
}

fn a_number_field_takes_percentages_and_keeps_refused_text(page: &Page) -> Result<()> {
    page.open("")?;
    let type_in = |text: &str| {
        let script = "const f = document.querySelector('input.field[name=growth]'); f.focus(); f.value = arguments[0]; \
            for (const type of ['input', 'change']) f.dispatchEvent(new Event(type, { bubbles: true }));";
        page.script(script, vec![json!(text)])
    };
    for text in ["85%", "85", "85,0"] {
        type_in("50")?;
        page.wait_until("growth is 50 %", || Ok((value(page, "growth")? - 0.5).abs() < 1e-9))?;
        type_in(text)?;
        page.wait_until("growth is 85 %", || Ok((value(page, "growth")? - 0.85).abs() < 1e-9))?;
    }
    type_in("fast")?;
    page.wait_until("the refusal is shown", || {
        Ok(page.text("body")?.contains("fast") || page.text(".headline-slider .notice").is_ok())
    })?;
    let kept = page.script("return document.querySelector('input.field[name=growth]').value;", vec![])?;
    ensure!(kept == "fast", "the field has {kept}");
    ensure!((value(page, "growth")? - 0.85).abs() < 1e-9, "refused text has moved the slider");
    Ok(())
}
