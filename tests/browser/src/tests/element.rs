//! The element, the links in prose and the steps of the embed script.

use super::Test;
use crate::page::{Page, Way};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    over_http("the element under a strict policy", element),
    over_http("the element comes late, moves and goes", life),
    over_http("links in prose move the calculator", links),
    over_http("steps follow the scroll, down and up", steps),
    over_http("the example article works", article),
];

const fn over_http(name: &'static str, run: fn(&Page) -> Result<()>) -> Test {
    Test { name, ways: &[Way::Http], quiet: false, run }
}

/// What a strict site allows: its own scripts, and the page in a frame.
const STRICT: &str = "default-src 'none'; script-src 'self'; style-src 'none'; img-src data:; frame-src CALCULATOR";

const HEAD: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>A host</title><link rel=icon href=data:,>";

/// What the element with this id knows of an input.
fn input(page: &Page, id: &str, name: &str) -> Result<Value> {
    let script = "const e = document.getElementById(arguments[0]); return e.outcome?.scenario[arguments[1]] ?? null;";
    page.script(script, vec![json!(id), json!(name)])
}

fn becomes(page: &Page, id: &str, name: &str, value: f64) -> Result<()> {
    let mut last = Value::Null;
    let waited = page.until("the calculator has moved", || {
        last = input(page, id, name)?;
        Ok(last.as_f64() == Some(value))
    });
    waited.with_context(|| format!("{name} of {id} is {last}, not {value}"))
}

fn run(page: &Page, script: &str) -> Result<Value> {
    page.script(script, vec![])
}

/// A note in the frame that is gone when the frame loads anew.
fn note(page: &Page) -> Result<()> {
    page.inside(0, || run(page, "window.noted = true; return null;")).map(drop)
}

fn is_noted(page: &Page) -> Result<()> {
    let noted = page.inside(0, || run(page, "return window.noted ?? false;"))?;
    ensure!(noted == true, "the frame was loaded anew");
    Ok(())
}

fn element(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<payback-calculator id=one src=CALCULATOR growth=0.5 controls=growth theme=light title='When?'>\
         <p id=fallback>7.8 years</p></payback-calculator><script src=/embed.js></script>"
    );
    page.visit(&html, Some(STRICT))?;
    becomes(page, "one", "growth", 0.5)?;
    let shown = run(
        page,
        "const f = document.querySelector('payback-calculator iframe'), s = getComputedStyle(f); \
         return [f.title, f.loading, s.borderTopWidth, f.offsetWidth === f.parentNode.clientWidth, fallback.offsetHeight, f.offsetHeight > 150];",
    )?;
    ensure!(shown == json!(["When?", "lazy", "0px", true, 0, true]), "the frame is {shown}");
    note(page)?;
    run(
        page,
        "window.heard = []; one.addEventListener('outcome', (event) => heard.push(event.detail.scenario.growth));",
    )?;
    run(page, "one.setAttribute('growth', '0.8');")?;
    becomes(page, "one", "growth", 0.8)?;
    run(page, "one.scenario = { capex: 75 };")?;
    becomes(page, "one", "capex", 75.0)?;
    ensure!(input(page, "one", "growth")? == 0.8, "an input that was not named has moved");
    ensure!(run(page, "return heard.length >= 2;")? == true, "the event is missing");
    run(
        page,
        "window.no = []; one.addEventListener('refused', (event) => no.push(event.detail.message)); one.scenario = { capex: -5 };",
    )?;
    page.until("the refusal is told", || Ok(run(page, "return no.length > 0;")? == true))?;
    run(page, "one.setAttribute('theme', 'dark');")?;
    page.until("the frame is dark", || {
        let dark = "const c = getComputedStyle(document.body).backgroundColor.match(/\\d+/g); return Number(c?.[0] ?? 255) < 90;";
        Ok(page.inside(0, || run(page, dark))? == true)
    })?;
    becomes(page, "one", "capex", 75.0)?;
    is_noted(page)?;
    run(page, "one.setAttribute('preset', 'azure');")?;
    becomes(page, "one", "capex", 150.0)?;
    is_noted(page)?;
    let mut complaints = page.complaints()?;
    // Firefox cannot make an empty icon out of nothing; the host has it so that nobody asks for one.
    complaints.retain(|line| !line.contains("FaviconLoader"));
    ensure!(complaints.is_empty(), "the console says {}", complaints.join(" | "));
    Ok(())
}

fn life(page: &Page) -> Result<()> {
    let html = format!("{HEAD}<payback-calculator id=one src=CALCULATOR></payback-calculator><div id=end></div>");
    page.visit(&html, None)?;
    run(
        page,
        "one.scenario = { growth: 0.55 }; const s = document.createElement('script'); s.src = '/embed.js'; document.body.append(s);",
    )?;
    becomes(page, "one", "growth", 0.55)?;
    run(page, "end.append(one);")?;
    page.until("it is back where it was", || Ok(run(page, "return one._ready;")? == true))?;
    becomes(page, "one", "growth", 0.55)?;
    let add = "const two = document.createElement('payback-calculator'); two.id = 'two'; two.setAttribute('src', one.getAttribute('src')); \
               two.setAttribute('capex', '90'); two.scenario = { growth: 0.65 }; document.body.prepend(two);";
    run(page, add)?;
    becomes(page, "two", "growth", 0.65)?;
    ensure!(input(page, "two", "capex")? == 90.0 && input(page, "one", "capex")? == 200.0, "the two are mixed up");
    run(page, "window.two.remove();")?;
    ensure!(run(page, "return document.querySelectorAll('iframe').length;")? == 1, "a frame stays behind");
    run(page, "one.scenario = { growth: 0.75 };")?;
    becomes(page, "one", "growth", 0.75)
}

fn links(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<style>p {{ height: 300px }}</style><p><a id=near data-payback='growth=0.5&amp;capex=75'>near</a>\
         <a id=named data-payback='growth=85%' data-payback-for=two href='https://example.org/'>named</a>\
         <a id=whole data-payback='preset=azure'>whole</a><a id=back data-payback=''>back</a></p>\
         <payback-calculator id=one src=CALCULATOR></payback-calculator>\
         <payback-calculator id=two src=CALCULATOR loading=eager></payback-calculator><script src=/embed.js async></script>"
    );
    page.visit(&html, None)?;
    becomes(page, "one", "growth", 1.0)?;
    becomes(page, "two", "growth", 1.0)?;
    let href = run(page, "return near.href;")?;
    let wanted = format!("{}#growth=0.5&capex=75", page.calculator());
    ensure!(href == wanted.as_str(), "without script the link leads to {href}");
    let here = "return location.pathname.startsWith('/article/');";
    page.click("#near")?;
    becomes(page, "one", "growth", 0.5)?;
    ensure!(input(page, "one", "capex")? == 75.0 && input(page, "two", "growth")? == 1.0, "the wrong one moved");
    ensure!(run(page, "return near.getAttribute('aria-current');")? == "true", "the link is not marked");
    ensure!(run(page, here)? == true, "the link was followed");
    run(page, "one.scenario = { growth: 0.6 };")?;
    page.until("the mark is gone", || Ok(run(page, "return near.hasAttribute('aria-current');")? == false))?;
    page.press("#named", &[Key::Enter])?;
    becomes(page, "two", "growth", 0.85)?;
    ensure!(run(page, here)? == true, "the link was followed");
    let seen = "const { top, bottom } = two.getBoundingClientRect(); return [top < innerHeight / 2 && bottom > innerHeight / 2, scrollY];";
    let mut last = Value::Null;
    page.until("the one that moved is in sight, and rests there", || {
        let before = std::mem::replace(&mut last, run(page, seen)?);
        Ok(last[0] == true && last == before)
    })?;
    page.click("#whole")?;
    becomes(page, "one", "capex", 150.0)?;
    page.click("#back")?;
    ensure!(run(page, here)? == true, "the link was followed");
    Ok(())
}

fn steps(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<style>payback-calculator {{ position: sticky; top: 0 }} p {{ margin: 0; height: 120vh }}</style>\
         <payback-calculator id=one src=CALCULATOR charts=none height=300></payback-calculator>\
         <p>Before</p><p id=a data-payback='growth=0.3' data-payback-on=enter>a</p>\
         <p id=b data-payback='growth=0.4' data-payback-on=enter>b</p>\
         <p id=c data-payback='growth=0.5' data-payback-on=enter>c</p><script src=/embed.js></script>"
    );
    page.visit(&html, None)?;
    becomes(page, "one", "growth", 1.0)?;
    for (step, growth) in [("#a", 0.3), ("#b", 0.4), ("#c", 0.5), ("#b", 0.4), ("#a", 0.3)] {
        page.show(step)?;
        becomes(page, "one", "growth", growth).with_context(|| format!("at {step}"))?;
    }
    ensure!(run(page, "return a.getAttribute('aria-current');")? == "true", "the step is not marked");
    Ok(())
}

fn article(page: &Page) -> Result<()> {
    page.visit_file("examples/article.html")?;
    becomes(page, "bet", "growth", 1.0)?;
    page.click("a[data-payback='growth=0.5&capex=75']")?;
    becomes(page, "bet", "capex", 75.0)?;
    page.show(".step:nth-child(3)")?;
    becomes(page, "steps", "growth", 0.5)?;
    page.show("#azure")?;
    becomes(page, "azure", "capex", 150.0)
}
