//! Everyone can use it: axe finds nothing, every control is reached by keyboard, nothing is lost at 320 pixels.

use super::Test;
use crate::browser::Engine;
use crate::page::{Page, Way};
use anyhow::{Context, Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    over_http("axe finds nothing on the page", whole),
    over_http("axe finds nothing in the drawer and the dialogs", opened),
    over_http("axe finds nothing in the dark, on a phone and embedded", elsewhere),
    over_http("every control is reached by Tab, in order", walk),
    over_http("keys move a slider, open and close", keys),
    over_http("a dialog stays that follows another at once", follows),
    over_http("the answer is told once it rests", told),
    over_http("nothing is lost at 320 pixels", narrow),
];

const fn over_http(name: &'static str, run: fn(&Page) -> Result<()>) -> Test {
    Test { name, ways: &[Way::Http], quiet: false, run }
}

/// What axe says of the page as it is; one browser's word is enough.
fn axe(page: &Page, where_to: &str) -> Result<()> {
    let Some(axe) = page.axe() else { return Ok(()) };
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let run = "; const done = arguments[arguments.length - 1], rules = { 'target-size': { enabled: true } }; \
               axe.run(document, { rules, resultTypes: ['violations'] }).then((found) => done(found.violations.flatMap((one) => \
               one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`))), (error) => done([String(error)]));";
    let found = page.script_async(&format!("{axe}{run}"), vec![])?;
    let found: Vec<&str> = found.as_array().context("axe says nothing")?.iter().filter_map(Value::as_str).collect();
    ensure!(found.is_empty(), "{where_to}: axe finds {}:\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// Scrolls through the page, so that what is drawn when it is seen is there.
fn see_all(page: &Page) -> Result<()> {
    let scroll = "const done = arguments[arguments.length - 1]; let y = 0; const step = () => { scrollTo(0, y); y += 600; \
                  if (y < document.documentElement.scrollHeight) setTimeout(step, 40); else { scrollTo(0, 0); setTimeout(done, 300); } }; step();";
    page.script_async(scroll, vec![]).map(drop)
}

fn whole(page: &Page) -> Result<()> {
    page.open("")?;
    press(page, "button.statements")?;
    page.script(
        "document.querySelectorAll('.chart-tools button[aria-expanded=false]').forEach((one) => one.click());",
        vec![],
    )?;
    see_all(page)?;
    axe(page, "the page with its tables")
}

/// Clicks by script, where the way to a control is not what is tested.
fn press(page: &Page, selector: &str) -> Result<()> {
    let done = page.script(
        "const one = document.querySelector(arguments[0]); one?.click(); return one !== null;",
        vec![json!(selector)],
    )?;
    ensure!(done == true, "nothing matches {selector}");
    Ok(())
}

/// Clicks the button with this text.
fn choose(page: &Page, text: &str) -> Result<()> {
    let script = "const one = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === arguments[0] \
                  || one.getAttribute('aria-label') === arguments[0]); one?.click(); return one !== undefined;";
    page.until(&format!("{text} can be pressed"), || Ok(page.script(script, vec![json!(text)])? == true))
}

fn opened(page: &Page) -> Result<()> {
    page.open("growth=0.5")?;
    choose(page, "All assumptions")?;
    page.until("the drawer is open", || there(page, ".drawer"))?;
    axe(page, "the drawer")?;
    page.open("growth=0.6")?;
    for name in ["Share", "About the model", "Keyboard"] {
        choose(page, name)?;
        page.until("the dialog is open", || there(page, "dialog[open] h2"))?;
        axe(page, name)?;
        choose(page, "Close")?;
        page.until("the dialog is closed", || Ok(!there(page, "dialog[open]")?))?;
    }
    press(page, "input[name=company][value=azure]")?;
    page.until("there is a step", || there(page, "button[aria-label=History]:not(:disabled)"))?;
    choose(page, "History")?;
    page.until("the history is open", || there(page, "dialog[open] .steps"))?;
    axe(page, "History")?;
    choose(page, "Close")?;
    choose(page, "Show me around")?;
    page.until("the first step is there", || there(page, ".guide"))?;
    axe(page, "the first minute")
}

fn there(page: &Page, selector: &str) -> Result<bool> {
    Ok(page.script("return document.querySelector(arguments[0]) !== null;", vec![json!(selector)])? == true)
}

/// The page in a frame of this size.
fn framed(page: &Page, fragment: &str, size: (u32, u32), look: impl Fn() -> Result<()>) -> Result<()> {
    let (width, height) = size;
    let html = format!(
        "<!doctype html><html lang=en><title>A frame</title><link rel=icon href=data:,><body style='margin:0'>\
         <iframe title=Payback src='CALCULATOR#{fragment}' width={width} height={height} style='border:0'></iframe>"
    );
    page.visit(&html, None)?;
    page.inside(0, || {
        page.live()?;
        look()
    })
}

fn elsewhere(page: &Page) -> Result<()> {
    page.open("theme=dark")?;
    see_all(page)?;
    axe(page, "the dark page")?;
    framed(page, "", (390, 844), || see_all(page).and_then(|()| axe(page, "the phone")))?;
    framed(page, "embed=1", (720, 900), || axe(page, "embedded"))?;
    framed(page, "embed=1&theme=dark&charts=cash,map", (390, 900), || axe(page, "embedded on a dark phone"))
}

/// Every control that Tab should reach, in the order of the page; of a group of radio buttons one.
const CONTROLS: &str = "const shown = (one) => one.checkVisibility({ visibilityProperty: true }); \
    const group = (one) => one.type === 'radio' && one.name; const groups = new Set(); \
    window.controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex=\"0\"]')].filter((one) => { \
      if (one.disabled || one.tabIndex < 0 || !shown(one)) return false; const name = group(one); \
      if (!name) return true; if (groups.has(name)) return false; groups.add(name); return true; }); return window.controls.length;";

/// Where the focus is in that list; -1 outside of it.
const FOCUS: &str = "const now = document.activeElement, name = now.type === 'radio' && now.name; return window.controls.findIndex((one) => \
    one === now || (name && one.name === name)); ";

fn walk(page: &Page) -> Result<()> {
    if page.engine() == Engine::WebKit {
        // There, whether Tab reaches buttons is the person's own setting.
        return Ok(());
    }
    page.open("")?;
    see_all(page)?;
    let all = page.script(CONTROLS, vec![])?.as_u64().unwrap_or_default();
    ensure!(all > 50, "only {all} controls");
    let mut before = -1;
    for _ in 0..all {
        page.keys(&[Key::Tab])?;
        let now = page.script(FOCUS, vec![])?.as_i64().unwrap_or(-1);
        if now != before + 1 {
            let said = page.script(
                "return [document.activeElement.outerHTML.slice(0, 200), window.controls[arguments[0]]?.outerHTML.slice(0, 200)];",
                vec![json!(before + 1)],
            )?;
            bail!("after control {before} of {all}, Tab leads to {now}: {said}");
        }
        before = now;
    }
    Ok(())
}

fn keys(page: &Page) -> Result<()> {
    page.open("")?;
    let before = page.metric("npv")?;
    page.press("input[type=range][name=growth]", &[Key::Left, Key::Left])?;
    page.until("the slider moves the worth", || Ok(page.metric("npv")? != before))?;
    page.press(".rail-actions button", &[Key::Enter])?;
    page.until("the drawer is open", || there(page, ".drawer"))?;
    page.until("the focus is in it", || inside(page, ".drawer"))?;
    page.keys(&[Key::Escape])?;
    page.until("the drawer is closed", || Ok(!there(page, ".drawer")?))?;
    page.press("button[aria-label=Share]", &[Key::Enter])?;
    page.until("the focus is in the dialog", || inside(page, "dialog"))?;
    page.keys(&[Key::Escape])?;
    page.until("the focus is back", || inside(page, "button[aria-label=Share]"))?;
    page.press("figure[data-chart=cash] .plot", &[Key::Right, Key::Right])?;
    page.until("the chart says where it is read", || {
        Ok(page.text("figure[data-chart=cash] [aria-live]")?.contains("Q"))
    })
}

fn follows(page: &Page) -> Result<()> {
    page.open("")?;
    choose(page, "Share")?;
    page.until("the dialog is open", || there(page, "dialog[open] h2"))?;
    // The browser tells of the first one's end after all that is promised by now.
    let script = "const done = arguments[arguments.length - 1], buttons = [...document.querySelectorAll('button')]; \
        let soon = Promise.resolve(); document.querySelector('dialog .close').click(); \
        for (let turn = 0; turn < 50; turn++) soon = soon.then(() => {}); \
        soon.then(() => buttons.find((one) => one.innerText.trim() === 'Keyboard').click()); \
        setTimeout(() => done(document.querySelector('dialog[open] h2') !== null), 300);";
    ensure!(page.script_async(script, vec![])? == true, "the second dialog is closed");
    Ok(())
}

fn inside(page: &Page, selector: &str) -> Result<bool> {
    Ok(page.script("return document.activeElement.closest(arguments[0]) !== null;", vec![json!(selector)])? == true)
}

/// A screen reader hears where a hand ended, not every step on the way.
fn told(page: &Page) -> Result<()> {
    page.open("")?;
    let watch = "window.told = []; const said = [...document.querySelectorAll('p.sr[role=status]')].at(-1); \
                 new MutationObserver(() => window.told.push(said.textContent)).observe(said, { childList: true, characterData: true, subtree: true });";
    page.until("the first answer is told", || {
        let said =
            page.script("return [...document.querySelectorAll('p.sr[role=status]')].at(-1).textContent;", vec![])?;
        Ok(said.as_str().is_some_and(|said| said.contains("AWS")))
    })?;
    page.script(watch, vec![])?;
    let sweep = "const done = arguments[arguments.length - 1], slider = document.querySelector('input[type=range][name=growth]'); let left = 20; \
                 const step = () => { slider.stepDown(); slider.dispatchEvent(new Event('input', { bubbles: true })); \
                 if (--left) setTimeout(step, 20); else setTimeout(() => done(window.told.length), 1500); }; step();";
    let times = page.script_async(sweep, vec![])?;
    ensure!(times.as_u64().is_some_and(|times| (1..=3).contains(&times)), "the answer was told {times} times");
    Ok(())
}

fn narrow(page: &Page) -> Result<()> {
    for fragment in ["", "embed=1"] {
        framed(page, fragment, (320, 640), || {
            see_all(page)?;
            let wide = page.script(
                "return [document.documentElement.scrollWidth, innerWidth, [...document.querySelectorAll('body *')].filter((one) => \
                 !one.closest('.scroll, .sr, .plot') && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 90)).slice(0, 3)];",
                vec![],
            )?;
            ensure!(wide[0].as_f64() <= wide[1].as_f64(), "{fragment}: the page is {} wide: {}", wide[0], wide[2]);
            Ok(())
        })?;
    }
    Ok(())
}
