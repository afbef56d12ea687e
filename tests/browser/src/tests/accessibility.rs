//! Accessibility: axe, keyboard, live regions, and the page at 320 pixels.

use super::{Test, test};
use anyhow::{Context, Result, bail, ensure};
use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    axe_test(test!(axe_passes_the_page_with_its_tables)),
    axe_test(test!(axe_passes_the_drawer_and_the_dialogs)),
    axe_test(test!(axe_passes_dark_phone_and_embed)),
    test!(tab_reaches_every_control_in_order)
        .noisy()
        .not_in(Browser::WebKit, "whether Tab reaches buttons is a setting of the user"),
    test!(keys_move_a_slider_open_and_close).noisy(),
    test!(a_dialog_opened_right_after_another_stays_open).noisy(),
    test!(the_answer_is_announced_once_interaction_stops).noisy(),
    test!(nothing_is_cut_off_at_320_pixels).noisy(),
];

const fn axe_test(test: Test) -> Test {
    test.noisy().needs_npm("axe-core").only_in(Browser::Chromium, "axe gives the same result in every browser")
}

/// Fails for each violation that axe finds in the page as it is.
fn run_axe(page: &Page, state: &str) -> Result<()> {
    let axe = page.npm_script("axe-core/axe.min.js")?;
    let run = "; const done = arguments[arguments.length - 1], rules = { 'target-size': { enabled: true } }; \
               axe.run(document, { rules, resultTypes: ['violations'] }).then((result) => done(result.violations.flatMap((violation) => \
               violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`))), (error) => done([String(error)]));";
    let found = page.script_async(&format!("{axe}{run}"), vec![])?;
    let found: Vec<&str> = found.as_array().context("axe has no result")?.iter().filter_map(Value::as_str).collect();
    ensure!(found.is_empty(), "{state}: axe finds {}:\n{}", found.len(), found.join("\n"));
    Ok(())
}

fn axe_passes_the_page_with_its_tables(page: &Page) -> Result<()> {
    page.open("")?;
    click_by_script(page, "button.statements")?;
    page.script(
        "document.querySelectorAll('.chart-tools button[aria-expanded=false]').forEach((button) => button.click());",
        vec![],
    )?;
    page.scroll_through()?;
    run_axe(page, "the page with its tables")
}

/// Clicks without moving the pointer, where the way to a control is not tested.
fn click_by_script(page: &Page, selector: &str) -> Result<()> {
    let click = "const element = document.querySelector(arguments[0]); element?.click(); return element !== null;";
    ensure!(page.script(click, vec![json!(selector)])? == true, "nothing matches {selector}");
    Ok(())
}

fn axe_passes_the_drawer_and_the_dialogs(page: &Page) -> Result<()> {
    page.open("growth=0.5&events=demand:10:-20%25,price:20:30%25:4&capex_path=1,1.2&debt_share=0.5")?;
    page.click_button("All assumptions")?;
    page.wait_until("the drawer is open", || page.has(".drawer .event"))?;
    run_axe(page, "the drawer")?;
    page.open("growth=0.6")?;
    for name in ["Share", "About the model", "Keyboard shortcuts"] {
        if name != "Share" {
            page.click_button("More")?;
            page.wait_until("the menu is open", || page.has(".menu-list"))?;
        }
        page.click_button(name)?;
        page.wait_until("the dialog is open", || page.has("dialog[open] h2"))?;
        run_axe(page, name)?;
        page.click_button("Close")?;
        page.wait_until("the dialog is closed", || Ok(!page.has("dialog[open]")?))?;
    }
    click_by_script(page, "input[name=company][value=azure]")?;
    page.wait_until("there is a step", || page.has("button[aria-label=Undo]:not(:disabled)"))?;
    page.click_button("More")?;
    page.wait_until("the menu is open", || page.has(".menu-list"))?;
    page.click_button("History")?;
    page.wait_until("the history is open", || page.has("dialog[open] .steps"))?;
    run_axe(page, "History")?;
    page.click_button("Close")?;
    page.click_button("Show me around")?;
    page.wait_until("the tour is open", || page.has(".tour"))?;
    run_axe(page, "the tour")
}

/// Opens the page in a frame of this size, and runs commands there.
fn in_sized_frame(
    page: &Page,
    fragment: &str,
    (width, height): (u32, u32),
    commands: impl Fn() -> Result<()>,
) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en><title>A frame</title><link rel=icon href=data:,><body style='margin:0'>\
         <iframe title=Payback src='CALCULATOR#{fragment}' width={width} height={height} style='border:0'></iframe>"
    );
    page.visit(&html, None)?;
    page.in_frame(0, || {
        page.wait_until_live()?;
        commands()
    })
}

fn axe_passes_dark_phone_and_embed(page: &Page) -> Result<()> {
    page.open("theme=dark")?;
    page.scroll_through()?;
    run_axe(page, "the dark page")?;
    in_sized_frame(page, "", (390, 844), || page.scroll_through().and_then(|()| run_axe(page, "the phone")))?;
    in_sized_frame(page, "embed=1", (720, 900), || run_axe(page, "embedded"))?;
    in_sized_frame(page, "embed=1&theme=dark&charts=cash,map", (390, 900), || run_axe(page, "embedded on a dark phone"))
}

/// Collects every control that Tab should reach, in document order, with one radio button per group.
const COLLECT_CONTROLS: &str = "const isShown = (element) => element.checkVisibility({ visibilityProperty: true }); \
    const group = (element) => element.type === 'radio' && element.name; const groups = new Set(); \
    window.controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex=\"0\"]')].filter((element) => { \
      if (element.disabled || element.tabIndex < 0 || !isShown(element)) return false; const name = group(element); \
      if (!name) return true; if (groups.has(name)) return false; groups.add(name); return true; }); return window.controls.length;";

/// The index of the focused control, or -1.
const FOCUSED_CONTROL: &str = "const now = document.activeElement, name = now.type === 'radio' && now.name; \
    return window.controls.findIndex((control) => control === now || (name && control.name === name));";

fn tab_reaches_every_control_in_order(page: &Page) -> Result<()> {
    page.open("")?;
    page.scroll_through()?;
    let count = page.script(COLLECT_CONTROLS, vec![])?.as_u64().unwrap_or_default();
    ensure!(count > 50, "there are only {count} controls");
    let mut last = -1;
    for _ in 0..count {
        page.type_keys(&[Key::Tab])?;
        let now = page.script(FOCUSED_CONTROL, vec![])?.as_i64().unwrap_or(-1);
        if now != last + 1 {
            let elements = page.script(
                "return [document.activeElement.outerHTML.slice(0, 200), window.controls[arguments[0]]?.outerHTML.slice(0, 200)];",
                vec![json!(last + 1)],
            )?;
            bail!("after control {last} of {count}, Tab leads to {now}: {elements}");
        }
        last = now;
    }
    Ok(())
}

fn keys_move_a_slider_open_and_close(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.metric("npv")?;
    page.press_keys("input[type=range][name=growth]", &[Key::Left, Key::Left])?;
    page.wait_until("the slider changes NPV", || Ok(page.metric("npv")? != before))?;
    page.press_keys(".rail-actions button", &[Key::Enter])?;
    page.wait_until("the drawer is open", || page.has(".drawer"))?;
    page.wait_until("the focus is in the drawer", || has_focus(page, ".drawer"))?;
    page.type_keys(&[Key::Escape])?;
    page.wait_until("the drawer is closed", || Ok(!page.has(".drawer")?))?;
    page.press_keys("button[aria-label=Share]", &[Key::Enter])?;
    page.wait_until("the focus is in the dialog", || has_focus(page, "dialog"))?;
    page.type_keys(&[Key::Escape])?;
    page.wait_until("the focus is back at the button", || has_focus(page, "button[aria-label=Share]"))?;
    page.press_keys("figure[data-chart=cash] .plot", &[Key::Right, Key::Right])?;
    page.wait_until("the chart announces the quarter", || {
        Ok(page.text("figure[data-chart=cash] [aria-live]")?.contains("Q"))
    })
}

/// Whether the focus is on an element that matches, or inside it.
fn has_focus(page: &Page, selector: &str) -> Result<bool> {
    Ok(page.script("return document.activeElement.closest(arguments[0]) !== null;", vec![json!(selector)])? == true)
}

fn a_dialog_opened_right_after_another_stays_open(page: &Page) -> Result<()> {
    page.open("")?;
    page.click_button("Share")?;
    page.wait_until("the dialog is open", || page.has("dialog[open] h2"))?;
    // The event `close` of the first dialog comes after all microtasks.
    let script = "const done = arguments[arguments.length - 1], buttons = [...document.querySelectorAll('button')]; \
        let soon = Promise.resolve(); document.querySelector('dialog header button').click(); \
        for (let turn = 0; turn < 50; turn++) soon = soon.then(() => {}); \
        soon.then(() => buttons.find((button) => button.innerText.trim() === 'Keyboard shortcuts').click()); \
        setTimeout(() => done(document.querySelector('dialog[open] h2') !== null), 300);";
    ensure!(page.script_async(script, vec![])? == true, "the second dialog is closed");
    Ok(())
}

fn the_answer_is_announced_once_interaction_stops(page: &Page) -> Result<()> {
    page.open("")?;
    page.wait_until("the first answer is announced", || {
        let text = page.script(
            "return [...document.querySelectorAll('p.visually-hidden[role=status]')].at(-1).textContent;",
            vec![],
        )?;
        Ok(text.as_str().is_some_and(|text| text.contains("AWS")))
    })?;
    let record = "window.announced = []; const region = [...document.querySelectorAll('p.visually-hidden[role=status]')].at(-1); \
                  new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });";
    page.script(record, vec![])?;
    let sweep = "const done = arguments[arguments.length - 1], slider = document.querySelector('input[type=range][name=growth]'); let left = 20; \
                 const step = () => { slider.stepDown(); slider.dispatchEvent(new Event('input', { bubbles: true })); \
                 if (--left) setTimeout(step, 20); else setTimeout(() => done(window.announced.length), 1500); }; step();";
    let times = page.script_async(sweep, vec![])?;
    ensure!(times.as_u64().is_some_and(|times| (1..=3).contains(&times)), "the answer was announced {times} times");
    Ok(())
}

/// The widths of page and window, and the first elements that stick out at the right.
const OVERFLOW: &str = "return [document.documentElement.scrollWidth, innerWidth, [...document.querySelectorAll('body *')].filter((element) => \
    !element.closest('.scroll, .visually-hidden, .plot') && element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 90)).slice(0, 3)];";

fn nothing_is_cut_off_at_320_pixels(page: &Page) -> Result<()> {
    for fragment in ["", "embed=1"] {
        in_sized_frame(page, fragment, (320, 640), || {
            page.scroll_through()?;
            let widths = page.script(OVERFLOW, vec![])?;
            ensure!(
                widths[0].as_f64() <= widths[1].as_f64(),
                "{fragment}: the page is {} wide: {}",
                widths[0],
                widths[2]
            );
            Ok(())
        })?;
    }
    Ok(())
}
