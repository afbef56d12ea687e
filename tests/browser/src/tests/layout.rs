//! The layout holds with narrow and with wide fonts.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use serde_json::{Value, json};
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    test!(charts_stay_in_place_while_a_slider_moves).with_each_font().only_in(Browser::Chromium, REASON),
    test!(figures_do_not_overlap).with_each_font().only_in(Browser::Chromium, REASON),
    test!(numbers_are_not_cut).with_each_font().only_in(Browser::Chromium, REASON),
    test!(the_bar_is_one_row).with_each_font().only_in(Browser::Chromium, REASON),
    test!(nothing_scrolls_sideways).with_each_font().only_in(Browser::Chromium, REASON),
    test!(nothing_scrolls_sideways_without_script).with_each_font().only_in(Browser::Chromium, REASON),
];

const REASON: &str = "fonts and sizes are emulated in Chromium";

/// Widths of the window: wide screen, laptop, tablet, phones.
const WIDTHS: [u32; 7] = [1440, 1280, 1100, 900, 768, 390, 320];

/// Widths at which the header or the figures are about to be laid out otherwise.
const EDGE_WIDTHS: [u32; 10] = [1720, 1460, 1400, 1380, 1300, 1260, 1241, 1061, 844, 760];

/// Emulates a window of this width. Chromium's own windows cannot be narrower than 500 pixels.
fn set_width(page: &Page, width: u32) -> Result<()> {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", screen)?;
    page.wait_until("the window has its width", || Ok(page.script("return innerWidth;", vec![])? == width))
}

fn reset_width(page: &Page) -> Result<()> {
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({})).map(drop)
}

/// Tops of some charts, and the height of an embedded calculator.
const POSITIONS: &str = "return [...document.querySelectorAll('[data-chart=cash] canvas, [data-chart=revenue] canvas, [data-chart=spend] canvas, [data-chart=unit] canvas')] \
    .map((canvas) => Math.round(canvas.getBoundingClientRect().top + scrollY)).concat(document.querySelector('.embed')?.offsetHeight ?? []);";

fn charts_stay_in_place_while_a_slider_moves(page: &Page) -> Result<()> {
    let views = [("", 1440), ("", 1280), ("", 1100), ("", 390), ("embed=1", 860), ("embed=1", 600), ("embed=1", 390)];
    for (fragment, width) in views {
        set_width(page, width)?;
        page.open(fragment)?;
        let before = page.script(POSITIONS, vec![])?;
        for input in ["growth", "capex", "custom_share"] {
            for quarter in 0..=4 {
                page.slide(input, f64::from(quarter) / 4.0)?;
                let (now, answer) = (page.script(POSITIONS, vec![])?, page.answer()?);
                ensure!(
                    now == before,
                    "{width} wide {fragment}: {input} moves charts from {before} to {now}: {answer}"
                );
            }
            page.slide(input, 0.5)?;
        }
    }
    reset_width(page)
}

/// Visible figures, and texts of different figures that overlap or nearly touch.
const OVERLAPPING_FIGURES: &str = "const clip = (node, { left, right, top, bottom }) => { \
      for (let element = node.parentElement; element; element = element.parentElement) if (getComputedStyle(element).overflowX !== 'visible') { \
        const box = element.getBoundingClientRect(); left = Math.max(left, box.left); right = Math.min(right, box.right); } \
      return { left, right, top, bottom, text: node.data }; }; \
    const texts = (figure) => { const range = document.createRange(), boxes = [], walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT); \
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) { range.selectNodeContents(node); \
        for (const box of range.getClientRects()) boxes.push(clip(node, box)); } \
      return boxes.filter((box) => box.right > box.left + 1); }; \
    const figures = [...document.querySelectorAll('.figures [data-figure]')].filter((figure) => figure.offsetHeight).map(texts), overlaps = []; \
    figures.forEach((first, at) => figures.slice(at + 1).forEach((second) => { for (const a of first) for (const b of second) \
      if (a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom - 1 && b.top < a.bottom - 1) overlaps.push(a.text + ' | ' + b.text); })); \
    return [figures.length, overlaps];";

fn figures_do_not_overlap(page: &Page) -> Result<()> {
    for (fragment, drawer) in [("", false), ("growth=0.5&capex=300", false), ("growth=1.3", true)] {
        for width in WIDTHS.into_iter().chain(EDGE_WIDTHS) {
            set_width(page, width)?;
            page.open(fragment)?;
            if drawer {
                page.click_button("All assumptions")?;
                page.wait_until("the drawer is open", || page.has(".drawer"))?;
            }
            let found = page.script(OVERLAPPING_FIGURES, vec![])?;
            // On a phone the drawer covers the figures.
            ensure!(found[0].as_u64() >= Some(3) || (drawer && width < 760), "there are only {} figures", found[0]);
            ensure!(found[1] == json!([]), "{width} wide {fragment}: {}", found[1]);
        }
    }
    reset_width(page)
}

fn numbers_are_not_cut(page: &Page) -> Result<()> {
    for width in [1720, 1440, 1280] {
        set_width(page, width)?;
        page.open("")?;
        let cut = "return [...document.querySelectorAll('.figures dd.value')].filter((value) => value.scrollWidth > value.clientWidth).map((value) => value.innerText);";
        let cut = page.script(cut, vec![])?;
        ensure!(cut == json!([]), "{width} wide: {cut} are cut");
        page.open("capex=1234.5")?;
        let cut = page.script("const field = document.querySelector('#capex-field'); return [field.value, field.scrollWidth - field.clientWidth];", vec![])?;
        ensure!(cut == json!(["1234.5", 0]), "{width} wide: value and hidden part of the field are {cut}");
    }
    reset_width(page)
}

/// The height of the bar, and whether each of its controls is whole.
const BAR: &str = "const bar = document.querySelector('.top-bar-content'), box = bar.getBoundingClientRect(); \
    const cut = [...bar.querySelectorAll('button, select, label')].filter((control) => control.checkVisibility()).filter((control) => { \
        const { left, right, top, bottom } = control.getBoundingClientRect(); return left < box.left || right > box.right + 1 || top < box.top || bottom > box.bottom; }); \
    return [bar.offsetHeight, cut.map((control) => control.innerText || control.ariaLabel)];";

fn the_bar_is_one_row(page: &Page) -> Result<()> {
    for width in WIDTHS.into_iter().chain(EDGE_WIDTHS) {
        set_width(page, width)?;
        page.open("preset=google&growth=0.5")?;
        let found = page.script(BAR, vec![])?;
        ensure!(found[0].as_u64() < Some(64), "{width} wide: the bar is {} high", found[0]);
        ensure!(found[1] == json!([]), "{width} wide: {} are cut", found[1]);
    }
    reset_width(page)
}

/// The widths of page and window, and the first visible elements that stick out of the window without being scrolled or clipped.
const OVERFLOW: &str = "const isCut = (element) => { for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) \
        if (getComputedStyle(at).overflowX !== 'visible') return true; return false; }; \
    return [document.documentElement.scrollWidth, innerWidth, [...document.querySelectorAll('body *')].filter((element) => \
        element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility({ visibilityProperty: true }) && !isCut(element)) \
        .map((element) => element.outerHTML.slice(0, 120)).slice(0, 3)];";

/// Opens every table, panel and disclosure. The drawer has a button of its own, outside of `.main`.
const OPEN_EVERYTHING: &str = "for (const details of document.querySelectorAll('details')) details.open = true; \
    for (const button of document.querySelectorAll('.main button[aria-expanded=false]')) button.click();";

fn check_width(page: &Page, width: u32, state: &str) -> Result<()> {
    let found = page.script(OVERFLOW, vec![])?;
    ensure!(
        found[0].as_f64() <= found[1].as_f64(),
        "{width} wide, {state}: the page is {} wide: {}",
        found[0],
        found[2]
    );
    ensure!(found[2] == json!([]), "{width} wide, {state}: elements stick out: {}", found[2]);
    Ok(())
}

fn nothing_scrolls_sideways(page: &Page) -> Result<()> {
    for width in WIDTHS {
        set_width(page, width)?;
        page.open("growth=0.5&capex=300")?;
        check_width(page, width, "as opened")?;
        page.script(OPEN_EVERYTHING, vec![])?;
        page.scroll_through()?;
        check_width(page, width, "with everything open")?;
        page.click_button("All assumptions")?;
        page.wait_until("the drawer is open", || page.has(".drawer"))?;
        check_width(page, width, "with the drawer open")?;
    }
    reset_width(page)
}

/// Without script WebDriver cannot run scripts either: the width comes from the DevTools protocol.
fn nothing_scrolls_sideways_without_script(page: &Page) -> Result<()> {
    for width in WIDTHS {
        set_width(page, width)?;
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
        let opened = page.load(browser_tests::site::Variant::Intact, "");
        let metrics = page.devtools("Page.getLayoutMetrics", json!({}));
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }))?;
        opened?;
        let content: Value = metrics?["cssContentSize"]["width"].clone();
        let content = content.as_f64().context("no width")?;
        ensure!(content <= f64::from(width), "the static page is {content} wide in {width}");
    }
    reset_width(page)
}
