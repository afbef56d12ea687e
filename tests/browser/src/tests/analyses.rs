//! The analyses under the hand: the map's point, a tornado's bar, pins, and undo.

use super::Test;
use crate::page::Page;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    Test::over_http("the map's point is dragged, and undone as one step", drag),
    Test::over_http("the map's point follows the arrow keys", arrows),
    Test::over_http("a bar leads to its slider", bar),
    Test::over_http("a pinned scenario is compared", pin),
    Test::over_http("a number field takes percentages, and keeps what it refuses", field),
];

const MAP: &str = "figure[data-chart=map] .plot";

fn value(page: &Page, input: &str) -> Result<f64> {
    let script = "return Number(document.querySelector(`input[type=range][name='${arguments[0]}']`).value);";
    page.script(script, vec![json!(input)])?.as_f64().with_context(|| format!("{input} has no value"))
}

fn seen(page: &Page, selector: &str) -> Result<()> {
    page.until("the chart is drawn", || {
        page.show(selector)?;
        let canvas = format!("{selector} canvas");
        let script =
            "const c = document.querySelector(arguments[0]); return Boolean(c) && c.width > 300 && c.height > 150;";
        Ok(page.script(script, vec![json!(canvas)])? == true)
    })
}

fn drag(page: &Page) -> Result<()> {
    page.open("")?;
    seen(page, MAP)?;
    let (growth, capex) = (value(page, "growth")?, value(page, "capex")?);
    let script = "const plot = document.querySelector(arguments[0]), canvas = plot.querySelector('canvas'), box = plot.getBoundingClientRect(); \
        const send = (kind, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, \
            pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons, clientX: box.left + box.width * x, clientY: box.top + box.height * y })); \
        send('pointerdown', 0.3, 0.4, 1); send('pointermove', 0.35, 0.45, 1); send('pointermove', 0.6, 0.3, 1); send('pointerup', 0.6, 0.3, 0);";
    page.script(script, vec![json!(MAP)])?;
    page.until("both inputs have moved", || Ok(value(page, "growth")? != growth && value(page, "capex")? != capex))?;
    page.click_button_named("Undo")?;
    page.until("one step brings both back", || Ok(value(page, "growth")? == growth && value(page, "capex")? == capex))
}

fn arrows(page: &Page) -> Result<()> {
    page.open("")?;
    seen(page, MAP)?;
    let (growth, capex) = (value(page, "growth")?, value(page, "capex")?);
    page.press(MAP, &[Key::Right, Key::Up])?;
    page.until("both inputs have moved", || Ok(value(page, "growth")? > growth && value(page, "capex")? > capex))
}

fn bar(page: &Page) -> Result<()> {
    page.open("")?;
    let plot = "figure[data-chart=tornado] .plot";
    seen(page, plot)?;
    page.press(plot, &[Key::Down, Key::Enter])?;
    page.until("the slider has the focus", || {
        let focus = page.script("return document.activeElement?.id ?? '';", vec![])?;
        Ok(focus.as_str().is_some_and(|id| id.ends_with("price")))
    })
}

fn pin(page: &Page) -> Result<()> {
    page.open("")?;
    // It is far below: on the way there what comes into sight is laid out, and moves it away from under a pointer.
    page.script("document.querySelector('#pin-present').click();", vec![])?;
    page.slide("growth", 0.3)?;
    // What is out of sight has no rendered text, only its own.
    let words = "return document.querySelector('#compare')?.textContent ?? '';";
    page.show("#compare-title")?;
    page.until("the pin is compared", || {
        page.show("#compare-title")?;
        let text = page.script(words, vec![])?;
        Ok(text.as_str().is_some_and(|text| text.contains("Demand growth") && text.contains("100")))
    })
}

fn field(page: &Page) -> Result<()> {
    page.open("")?;
    let type_in = |text: &str| {
        let script = "const f = document.querySelector('input.field[name=growth]'); f.focus(); f.value = arguments[0]; \
            for (const kind of ['input', 'change']) f.dispatchEvent(new Event(kind, { bubbles: true }));";
        page.script(script, vec![json!(text)])
    };
    for text in ["85%", "85", "0.85"] {
        type_in("50")?;
        page.until("half", || Ok((value(page, "growth")? - 0.5).abs() < 1e-9))?;
        type_in(text)?;
        page.until("85 per cent", || Ok((value(page, "growth")? - 0.85).abs() < 1e-9))?;
    }
    type_in("fast")?;
    page.until(
        "the refusal is told",
        || Ok(page.text("body")?.contains("fast") || page.text(".dial .notice").is_ok()),
    )?;
    let kept = page.script("return document.querySelector('input.field[name=growth]').value;", vec![])?;
    ensure!(kept == "fast", "the field holds {kept}");
    ensure!((value(page, "growth")? - 0.85).abs() < 1e-9, "a refused text has moved the slider");
    Ok(())
}
