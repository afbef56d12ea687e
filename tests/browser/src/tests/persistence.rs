//! What a person sets up is kept, sent, taken along and brought back.

use super::Test;
use crate::page::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    Test::over_http("a reload keeps what was set", reload),
    Test::over_http("back, forward and an address edited by hand are followed", history),
    Test::over_http("a plain visit goes on where the last one ended", memory),
    Test::over_http("two windows leave each other alone, and the last to rest is remembered", windows),
    Test::over_http("a bad link opens, and each part of it is named", bad_link),
    Test::over_http("files carry the page's own numbers", files),
    Test::over_http("a dropped file is opened, and what it could not say is named", dropped),
];

fn worth(page: &Page) -> Result<f64> {
    page.metric("npv")?.context("there is no worth")
}

fn becomes(page: &Page, what: &str, wanted: f64) -> Result<()> {
    page.until(what, || Ok((worth(page)? - wanted).abs() < 1e-9))
}

fn set_growth(page: &Page) -> Result<f64> {
    set(page, "growth", 0.25)
}

fn set(page: &Page, input: &str, share: f64) -> Result<f64> {
    let address = page.script("return location.hash;", vec![])?;
    let before = worth(page)?;
    page.slide(input, share)?;
    page.until("the worth has changed", || Ok(worth(page)? != before))?;
    page.until("the address says what is set", || {
        let hash = page.script("return location.hash;", vec![])?;
        Ok(hash != address && hash.as_str().unwrap_or_default().contains(&format!("{input}=")))
    })?;
    worth(page)
}

fn reload(page: &Page) -> Result<()> {
    page.open("")?;
    let set = set_growth(page)?;
    page.reloads(|| page.script("location.reload();", vec![]))?;
    becomes(page, "the reload has what was set", set)
}

fn history(page: &Page) -> Result<()> {
    page.open("v=1&growth=0.5")?;
    let first = worth(page)?;
    page.script("location.hash = '#v=1&growth=0.7';", vec![])?;
    page.until("the edited address is followed", || Ok((worth(page)? - first).abs() > 1.0))?;
    let second = worth(page)?;
    page.script("history.back();", vec![])?;
    becomes(page, "back is followed", first)?;
    page.script("history.forward();", vec![])?;
    becomes(page, "forward is followed", second)
}

fn memory(page: &Page) -> Result<()> {
    page.open("")?;
    let default = worth(page)?;
    let set = set_growth(page)?;
    page.reloads(|| page.script("history.replaceState(null, '', location.pathname); location.reload();", vec![]))?;
    becomes(page, "the visit goes on", set)?;
    page.click_button("Start over")?;
    becomes(page, "the visit starts over", default)
}

fn windows(page: &Page) -> Result<()> {
    page.open("")?;
    let first = set_growth(page)?;
    let second = page.beside(|| {
        becomes(page, "the second window goes on where the first one rested", first)?;
        let second = set(page, "growth", 0.75)?;
        page.was_quiet()?;
        Ok(second)
    })?;
    page.beside(|| becomes(page, "the second window rested last", second))?;
    ensure!(worth(page)? == first, "the first window shows what the second one set");
    let first = set(page, "capex", 0.75)?;
    page.beside(|| becomes(page, "the first window rested last", first))
}

fn bad_link(page: &Page) -> Result<()> {
    page.open("growth=banana&capex=-5&bogus=1&horizon=99&custom_share=%GG")?;
    let notices = page.text(".notices")?;
    for named in ["banana", "bogus", "Capex", "Horizon"] {
        ensure!(notices.contains(named), "{named} is not named in: {notices}");
    }
    ensure!((worth(page)? - 89.145_307_129_661_89).abs() < 1e-6, "the defaults are not in place of what was refused");
    Ok(())
}

/// Notes what the page hands over as a file.
const LISTEN: &str = "const make = URL.createObjectURL.bind(URL); window.handed = []; \
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.handed.push([blob.type, blob.size, text.slice(0, 200000)]); }); return make(blob); };";

fn take(page: &Page, words: &str) -> Result<Value> {
    page.script("window.handed = [];", vec![])?;
    page.click_button("Download")?;
    page.click_button(words)?;
    let mut file = Value::Null;
    page.until(&format!("{words} is handed over"), || {
        file = page.script("return window.handed[0] ?? null;", vec![])?;
        Ok(!file.is_null())
    })?;
    Ok(file)
}

fn files(page: &Page) -> Result<()> {
    page.open("v=1&growth=0.5&capex=150")?;
    page.script(LISTEN, vec![])?;
    let file = take(page, "JSON")?;
    let json: Value = serde_json::from_str(file[2].as_str().context("no text")?)?;
    ensure!(json["version"] == 1 && json["scenario"]["growth"] == 0.5, "the JSON holds another scenario");
    let npv = json["summary"]["npv"].as_f64().context("no worth in the JSON")?;
    ensure!((npv - worth(page)?).abs() < 1e-9, "the JSON says {npv}");
    let csv = take(page, "CSV")?;
    let rows = csv[2].as_str().context("no text")?.lines().count();
    ensure!(rows >= 41, "the CSV has {rows} rows");
    let book = take(page, "Spreadsheet (XLSX)")?;
    let (size, text) = (book[1].as_u64().unwrap_or(0), book[2].as_str().unwrap_or_default());
    ensure!(size > 50_000 && text.starts_with("PK"), "the spreadsheet is {size} bytes and starts {:?}", text.get(..2));
    Ok(())
}

fn dropped(page: &Page) -> Result<()> {
    page.open("")?;
    let before = worth(page)?;
    let script = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'a.json', { type: 'application/json' })); \
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";
    page.script(script, vec![json!(r#"{"growth": 0.5, "colour": "<b>red</b>", "capex": -1}"#)])?;
    page.until("the file is opened", || Ok(worth(page)? != before))?;
    let notices = page.text(".notices")?;
    ensure!(notices.contains("colour") && notices.contains("Capex"), "what was refused is not named: {notices}");
    Ok(())
}
