//! The embed script: the custom element, links in the prose, and scroll steps.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use browser_tests::site::Variant;
use fantoccini::key::Key;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    test!(the_element_works_under_a_strict_policy).noisy(),
    test!(the_element_is_defined_late_moved_and_removed).noisy(),
    test!(links_in_the_prose_move_the_calculator).noisy(),
    test!(a_refused_link_is_not_current).noisy(),
    test!(steps_follow_the_scroll_in_both_directions).noisy(),
    test!(the_example_article_works).noisy(),
];

/// The policy of a strict site: its own scripts, and the page in a frame.
const STRICT_POLICY: &str =
    "default-src 'none'; script-src 'self'; style-src 'none'; img-src data:; frame-src CALCULATOR";

const HEAD: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>A host</title><link rel=icon href=data:,>";

/// The value of an input, as the element with this id reports it.
fn input(page: &Page, id: &str, name: &str) -> Result<Value> {
    let script = "const e = document.getElementById(arguments[0]); return e.outcome?.scenario[arguments[1]] ?? null;";
    page.script(script, vec![json!(id), json!(name)])
}

fn wait_for_input(page: &Page, id: &str, name: &str, value: f64) -> Result<()> {
    let mut last = Value::Null;
    let waited = page.wait_until("the calculator has moved", || {
        last = input(page, id, name)?;
        Ok(last.as_f64() == Some(value))
    });
    waited.with_context(|| format!("{name} of {id} is {last}, not {value}"))
}

fn run(page: &Page, script: &str) -> Result<Value> {
    page.script(script, vec![])
}

/// Sets a variable in the frame, which a reload would remove.
fn mark_frame(page: &Page) -> Result<()> {
    page.in_frame(0, || run(page, "window.isMarked = true; return null;")).map(drop)
}

fn check_frame_is_marked(page: &Page) -> Result<()> {
    let is_marked = page.in_frame(0, || run(page, "return window.isMarked ?? false;"))?;
    ensure!(is_marked == true, "the frame was reloaded");
    Ok(())
}

fn the_element_works_under_a_strict_policy(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<payback-calculator id=one src=CALCULATOR growth=0.5 controls=growth theme=light title='When?'>\
         <p id=fallback>7.8 years</p></payback-calculator><script src=/embed.js></script>"
    );
    page.visit(&html, Some(STRICT_POLICY))?;
    wait_for_input(page, "one", "growth", 0.5)?;
    let shown = run(
        page,
        "const f = document.querySelector('payback-calculator iframe'), s = getComputedStyle(f); \
         return [f.title, f.loading, s.borderTopWidth, f.offsetWidth === f.parentNode.clientWidth, fallback.offsetHeight, f.offsetHeight > 150];",
    )?;
    ensure!(shown == json!(["When?", "lazy", "0px", true, 0, true]), "the frame is {shown}");
    mark_frame(page)?;
    run(
        page,
        "window.outcomes = []; one.addEventListener('outcome', (event) => outcomes.push(event.detail.scenario.growth));",
    )?;
    run(page, "one.setAttribute('growth', '0.8');")?;
    wait_for_input(page, "one", "growth", 0.8)?;
    run(page, "one.scenario = { capex: 75 };")?;
    wait_for_input(page, "one", "capex", 75.0)?;
    ensure!(input(page, "one", "growth")? == 0.8, "another input has changed");
    ensure!(run(page, "return outcomes.length >= 2;")? == true, "the event is missing");
    run(
        page,
        "window.refusals = []; one.addEventListener('refused', (event) => refusals.push(event.detail.message)); one.scenario = { capex: -5 };",
    )?;
    page.wait_until("the refusal is reported", || Ok(run(page, "return refusals.length > 0;")? == true))?;
    run(page, "one.setAttribute('theme', 'dark');")?;
    page.wait_until("the frame is dark", || {
        let dark = "const c = getComputedStyle(document.body).backgroundColor.match(/\\d+/g); return Number(c?.[0] ?? 255) < 90;";
        Ok(page.in_frame(0, || run(page, dark))? == true)
    })?;
    wait_for_input(page, "one", "capex", 75.0)?;
    check_frame_is_marked(page)?;
    run(page, "one.setAttribute('preset', 'azure');")?;
    wait_for_input(page, "one", "capex", 150.0)?;
    check_frame_is_marked(page)?;
    let mut errors = page.console_errors()?;
    // Firefox cannot decode the empty icon, which is there so that browsers do not request one.
    errors.retain(|line| !line.contains("FaviconLoader"));
    ensure!(errors.is_empty(), "the console has {}", errors.join(" | "));
    Ok(())
}

fn the_element_is_defined_late_moved_and_removed(page: &Page) -> Result<()> {
    let html = format!("{HEAD}<payback-calculator id=one src=CALCULATOR></payback-calculator><div id=end></div>");
    page.visit(&html, None)?;
    run(
        page,
        "one.scenario = { growth: 0.55 }; const s = document.createElement('script'); s.src = '/embed.js'; document.body.append(s);",
    )?;
    wait_for_input(page, "one", "growth", 0.55)?;
    run(page, "end.append(one);")?;
    page.wait_until("it has its state again", || Ok(run(page, "return one._ready;")? == true))?;
    wait_for_input(page, "one", "growth", 0.55)?;
    let add = "const two = document.createElement('payback-calculator'); two.id = 'two'; two.setAttribute('src', one.getAttribute('src')); \
               two.setAttribute('capex', '90'); two.scenario = { growth: 0.65 }; document.body.prepend(two);";
    run(page, add)?;
    wait_for_input(page, "two", "growth", 0.65)?;
    ensure!(input(page, "two", "capex")? == 90.0 && input(page, "one", "capex")? == 200.0, "the two are confused");
    run(page, "window.two.remove();")?;
    ensure!(run(page, "return document.querySelectorAll('iframe').length;")? == 1, "a frame stays behind");
    run(page, "one.scenario = { growth: 0.75 };")?;
    wait_for_input(page, "one", "growth", 0.75)
}

fn links_in_the_prose_move_the_calculator(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<style>p {{ height: 300px }}</style><p><a id=near data-payback='growth=0.5&amp;capex=75'>near</a>\
         <a id=named data-payback='growth=85%' data-payback-for=two href='https://example.org/'>named</a>\
         <a id=whole data-payback='preset=azure'>whole</a><a id=back data-payback=''>back</a></p>\
         <payback-calculator id=one src=CALCULATOR></payback-calculator>\
         <payback-calculator id=two src=CALCULATOR loading=eager></payback-calculator><script src=/embed.js async></script>"
    );
    page.visit(&html, None)?;
    wait_for_input(page, "one", "growth", 1.0)?;
    wait_for_input(page, "two", "growth", 1.0)?;
    let href = run(page, "return near.href;")?;
    let wanted = format!("{}#growth=0.5&capex=75", page.embed_url(Variant::Intact));
    ensure!(href == wanted.as_str(), "without script the link leads to {href}");
    let here = "return location.pathname.startsWith('/article/');";
    page.click("#near")?;
    wait_for_input(page, "one", "growth", 0.5)?;
    ensure!(input(page, "one", "capex")? == 75.0 && input(page, "two", "growth")? == 1.0, "the wrong calculator moved");
    ensure!(run(page, "return near.getAttribute('aria-current');")? == "true", "the link is not marked");
    ensure!(run(page, here)? == true, "the link was followed");
    run(page, "one.scenario = { growth: 0.6 };")?;
    page.wait_until("the mark is gone", || Ok(run(page, "return near.hasAttribute('aria-current');")? == false))?;
    page.press_keys("#named", &[Key::Enter])?;
    wait_for_input(page, "two", "growth", 0.85)?;
    ensure!(run(page, here)? == true, "the link was followed");
    let in_view = "const { top, bottom } = two.getBoundingClientRect(); return [top < innerHeight / 2 && bottom > innerHeight / 2, scrollY];";
    let mut last = Value::Null;
    page.wait_until("the calculator that moved is in view, and scrolling has stopped", || {
        let before = std::mem::replace(&mut last, run(page, in_view)?);
        Ok(last[0] == true && last == before)
    })?;
    page.click("#whole")?;
    wait_for_input(page, "one", "capex", 150.0)?;
    page.click("#back")?;
    ensure!(run(page, here)? == true, "the link was followed");
    Ok(())
}

fn a_refused_link_is_not_current(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<p><a id=near data-payback='growth=0.5'>near</a> <a id=bad data-payback='growth=-9'>bad</a></p>\
         <payback-calculator id=one src=CALCULATOR loading=eager></payback-calculator><script src=/embed.js async></script>"
    );
    page.visit(&html, None)?;
    wait_for_input(page, "one", "growth", 1.0)?;
    page.click("#near")?;
    wait_for_input(page, "one", "growth", 0.5)?;
    page.click("#bad")?;
    page.wait_until("no link is marked", || {
        Ok(run(page, "return document.querySelector('[aria-current]') === null;")? == true)
    })?;
    ensure!(input(page, "one", "growth")? == 0.5, "a refused link moves the calculator");
    Ok(())
}

fn steps_follow_the_scroll_in_both_directions(page: &Page) -> Result<()> {
    let html = format!(
        "{HEAD}<style>payback-calculator {{ position: sticky; top: 0 }} p {{ margin: 0; height: 120vh }}</style>\
         <payback-calculator id=one src=CALCULATOR charts=none height=300></payback-calculator>\
         <p>Before</p><p id=a data-payback='growth=0.3' data-payback-on=enter>a</p>\
         <p id=b data-payback='growth=0.4' data-payback-on=enter>b</p>\
         <p id=c data-payback='growth=0.5' data-payback-on=enter>c</p><script src=/embed.js></script>"
    );
    page.visit(&html, None)?;
    wait_for_input(page, "one", "growth", 1.0)?;
    for (step, growth) in [("#a", 0.3), ("#b", 0.4), ("#c", 0.5), ("#b", 0.4), ("#a", 0.3)] {
        page.scroll_to(step)?;
        wait_for_input(page, "one", "growth", growth).with_context(|| format!("at {step}"))?;
    }
    ensure!(run(page, "return a.getAttribute('aria-current');")? == "true", "the step is not marked");
    Ok(())
}

fn the_example_article_works(page: &Page) -> Result<()> {
    page.visit_file("examples/article.html")?;
    wait_for_input(page, "bet", "growth", 1.0)?;
    page.click("a[data-payback='growth=0.5&capex=75']")?;
    wait_for_input(page, "bet", "capex", 75.0)?;
    page.scroll_to(".step:nth-child(3)")?;
    wait_for_input(page, "steps", "growth", 0.5)?;
    page.scroll_to("#azure")?;
    wait_for_input(page, "azure", "capex", 150.0)
}
