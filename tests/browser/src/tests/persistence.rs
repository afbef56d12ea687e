//! Links, history, storage, downloads and dropped files.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    test!(a_reload_keeps_the_inputs),
    test!(follows_back_forward_and_an_edited_address),
    test!(a_visit_continues_the_last_one),
    test!(windows_are_independent_and_the_last_one_is_remembered),
    test!(a_bad_link_opens_and_names_each_bad_part),
    test!(downloads_have_the_numbers_of_the_page),
    test!(a_dropped_file_is_opened_and_names_what_is_refused),
];

fn npv(page: &Page) -> Result<f64> {
    page.metric("npv")?.context("there is no NPV")
}

fn wait_for_npv(page: &Page, condition: &str, wanted: f64) -> Result<()> {
    page.wait_until(condition, || Ok((npv(page)? - wanted).abs() < 1e-9))
}

fn set_growth(page: &Page) -> Result<f64> {
    set(page, "growth", 0.25)
}

fn set(page: &Page, input: &str, fraction: f64) -> Result<f64> {
    let address = page.script("return location.hash;", vec![])?;
    let before = npv(page)?;
    page.slide(input, fraction)?;
    page.wait_until("NPV has changed", || Ok(npv(page)? != before))?;
    page.wait_until("the address has the input", || {
        let hash = page.script("return location.hash;", vec![])?;
        Ok(hash != address && hash.as_str().unwrap_or_default().contains(&format!("{input}=")))
    })?;
    npv(page)
}

fn a_reload_keeps_the_inputs(page: &Page) -> Result<()> {
    page.open("")?;
    let set = set_growth(page)?;
    page.reload_by(|| page.script("location.reload();", vec![]))?;
    wait_for_npv(page, "the reloaded page has the input", set)
}

fn follows_back_forward_and_an_edited_address(page: &Page) -> Result<()> {
    page.open("v=2&growth=0.5")?;
    let first = npv(page)?;
    page.script("location.hash = '#v=2&growth=0.7';", vec![])?;
    page.wait_until("the edited address is followed", || Ok((npv(page)? - first).abs() > 1.0))?;
    let second = npv(page)?;
    page.script("history.back();", vec![])?;
    wait_for_npv(page, "back is followed", first)?;
    page.script("history.forward();", vec![])?;
    wait_for_npv(page, "forward is followed", second)
}

fn a_visit_continues_the_last_one(page: &Page) -> Result<()> {
    page.open("")?;
    let default = npv(page)?;
    let set = set_growth(page)?;
    page.reload_by(|| page.script("history.replaceState(null, '', location.pathname); location.reload();", vec![]))?;
    wait_for_npv(page, "the visit continues", set)?;
    page.click_button("Start over")?;
    wait_for_npv(page, "the visit starts over", default)
}

fn windows_are_independent_and_the_last_one_is_remembered(page: &Page) -> Result<()> {
    page.open("")?;
    let first = set_growth(page)?;
    let second = page.in_second_window(|| {
        wait_for_npv(page, "the second window starts with the state of the first", first)?;
        let second = set(page, "growth", 0.75)?;
        page.check_is_quiet()?;
        Ok(second)
    })?;
    page.in_second_window(|| wait_for_npv(page, "the state of the second window is remembered", second))?;
    ensure!(npv(page)? == first, "the first window shows the state of the second");
    let first = set(page, "capex", 0.75)?;
    page.in_second_window(|| wait_for_npv(page, "the state of the first window is remembered", first))
}

fn a_bad_link_opens_and_names_each_bad_part(page: &Page) -> Result<()> {
    page.open("growth=banana&capex=-5&bogus=1&horizon=99&custom_share=%GG")?;
    let standing = page.script("return document.querySelectorAll('.notices > .notice').length;", vec![])?;
    ensure!(standing == 3, "{standing} messages stand");
    page.click(".notices > button.link, .notices p > button.link")?;
    let notices = page.text(".notices")?;
    for named in ["banana", "bogus", "Capex", "Horizon"] {
        ensure!(notices.contains(named), "{named} is not named in: {notices}");
    }
    ensure!((npv(page)? - 31.726_060_523_222_81).abs() < 1e-6, "a refused value is not replaced by its default");
    Ok(())
}

/// Records downloads: type, size and text.
const RECORD_DOWNLOADS: &str = "const create = URL.createObjectURL.bind(URL); window.downloads = []; \
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.downloads.push([blob.type, blob.size, text.slice(0, 200000)]); }); return create(blob); };";

fn download(page: &Page, format: &str) -> Result<Value> {
    page.script("window.downloads = [];", vec![])?;
    page.click_button("Download")?;
    page.click_button(format)?;
    let mut file = Value::Null;
    page.wait_until(&format!("{format} is downloaded"), || {
        file = page.script("return window.downloads[0] ?? null;", vec![])?;
        Ok(!file.is_null())
    })?;
    Ok(file)
}

fn downloads_have_the_numbers_of_the_page(page: &Page) -> Result<()> {
    page.open("v=2&growth=0.5&capex=150")?;
    page.script(RECORD_DOWNLOADS, vec![])?;
    let file = download(page, "JSON")?;
    let json: Value = serde_json::from_str(file[2].as_str().context("no text")?)?;
    ensure!(json["version"] == 2 && json["scenario"]["growth"] == 0.5, "the JSON has another scenario");
    let json_npv = json["summary"]["npv"].as_f64().context("no NPV in the JSON")?;
    ensure!((json_npv - npv(page)?).abs() < 1e-9, "the JSON has {json_npv}");
    let csv = download(page, "CSV")?;
    let rows = csv[2].as_str().context("no text")?.lines().count();
    ensure!(rows >= 41, "the CSV has {rows} rows");
    let book = download(page, "Spreadsheet (XLSX)")?;
    let (size, text) = (book[1].as_u64().unwrap_or(0), book[2].as_str().unwrap_or_default());
    ensure!(size > 50_000 && text.starts_with("PK"), "the spreadsheet is {size} bytes and starts {:?}", text.get(..2));
    Ok(())
}

fn a_dropped_file_is_opened_and_names_what_is_refused(page: &Page) -> Result<()> {
    page.open("")?;
    let before = npv(page)?;
    let script = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'a.json', { type: 'application/json' })); \
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";
    page.script(script, vec![json!(r#"{"growth": 0.5, "colour": "<b>red</b>", "capex": -1}"#)])?;
    page.wait_until("the file is opened", || Ok(npv(page)? != before))?;
    let notices = page.text(".notices")?;
    ensure!(notices.contains("colour") && notices.contains("Capex"), "a refused part is not named: {notices}");
    Ok(())
}
