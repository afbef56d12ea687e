//! Other sites: their ways to learn a height, and what they may ask.

use super::Test;
use crate::page::{Page, Way};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::time::Duration;

pub const TESTS: &[Test] = &[
    over_http("ten frames get their heights, each in its host's way", ten_frames),
    over_http("pym.js makes it fit", |page| script(page, "pym", PYM)),
    over_http("iframe-resizer 4 makes it fit", |page| script(page, "resizer-4", RESIZER_4)),
    over_http("iframe-resizer 5 makes it fit", |page| script(page, "resizer-5", RESIZER_5)),
    over_http("a host asks and is answered", asks),
    over_http("a flood of messages is merged", flood),
];

const fn over_http(name: &'static str, run: fn(&Page) -> Result<()>) -> Test {
    Test { name, ways: &[Way::Http], quiet: false, run }
}

/// How far a frame may be from its page, in pixels.
const NEAR: f64 = 4.0;

/// Frames that each hear one dialect, and a note of all that was said.
const TEN: &str = r##"<!doctype html><meta charset="utf-8"><title>Ten</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { display: block; width: 100%; height: 150px; border: 0 }</style><body><script>
const parse = (text) => { try { return JSON.parse(text) } catch { return {} } };
const own = (data) => data.type === 'payback:height' && data.height;
const ways = {
  own: ['#embed=1', own],
  sandbox: ['#embed=1&growth=0.5', own],
  datawrapper: ['#embed=1&growth=0.6', (data, frame) => {
    for (const [id, height] of Object.entries(data['datawrapper-height'] ?? {}))
      if (frame.src.split(id).length === 2) return height;
  }],
  amp: ['#embed=1&growth=0.7', (data) => data.sentinel === 'amp' && data.type === 'embed-size' && data.height],
  embedly: ['#embed=1&growth=0.8', (data, frame) => {
    const said = typeof data === 'string' ? parse(data) : {};
    return said.context === 'iframe.resize' && said.src === frame.src && said.height;
  }],
  wordpress: ['#embed=1&charts=cash#?secret=kx81ab', (data) =>
    data.message === 'height' && data.secret === 'kx81ab' && Math.min(1000, Math.max(200, data.value))],
  dark: ['#embed=1&theme=dark', own],
  azure: ['#embed=1&preset=azure&controls=growth', own],
  charts: ['#embed=1&charts=cash,revenue', own],
  bare: ['#embed=1&charts=none&title=0', own],
};
window.said = {};
const frames = [];
// After the article's own load, which would wait for all ten; and one after the other, as browsers limit connections.
const waiting = Object.entries(ways);
const add = () => {
  if (!waiting.length) return;
  const [name, [fragment, take]] = waiting.shift();
  const frame = document.createElement('iframe');
  if (name === 'sandbox') frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = 'CALCULATOR' + fragment;
  if (name === 'wordpress') frame.dataset.most = 1000;
  said[name] = [];
  frames.push({ name, take, frame });
  frame.onload = add;
  document.body.append(frame);
};
addEventListener('load', () => setTimeout(add));
addEventListener('message', ({ data, source }) => {
  for (const { name, take, frame } of frames) {
    if (frame.contentWindow !== source) continue;
    said[name].push(data);
    const height = take(data, frame);
    if (height) frame.style.height = height + 'px';
  }
});
</script>"##;

fn ten_frames(page: &Page) -> Result<()> {
    page.visit(TEN, None)?;
    let count = "return document.querySelectorAll('iframe').length;";
    page.until("the frames are there", || Ok(page.script(count, vec![])? == 10))?;
    let fit = |when: &str| fits(page, 10).with_context(|| when.to_owned());
    // Ten programs start at once, on however few processors.
    fit("after load").or_else(|_| fit("after load")).or_else(|_| fit("after load"))?;
    width(page, 360)?;
    fit("at 360 pixels")?;
    let tall = page.script("return document.querySelectorAll('iframe')[5].offsetHeight;", vec![])?;
    ensure!(tall.as_f64().unwrap_or(f64::MAX) <= 1000.0, "WordPress cuts at 1000, the page is {tall}");
    width(page, 280)?;
    fit("at 280 pixels")?;
    let wide = page.inside(0, || page.script("return document.documentElement.scrollWidth;", vec![]))?;
    ensure!(wide.as_f64().unwrap_or(f64::MAX) <= 280.0, "the page is {wide} wide in 280");
    width(page, 720)?;
    fit("at 720 pixels")?;
    let count = "return JSON.stringify([document.body.scrollHeight, Object.values(said).map((all) => all.length)]);";
    std::thread::sleep(Duration::from_millis(300));
    let before = page.script(count, vec![])?;
    std::thread::sleep(Duration::from_secs(5));
    ensure!(page.script(count, vec![])? == before, "something grew: {before}, then {}", page.script(count, vec![])?);
    said_well(page)?;
    quiet(page, 10)
}

/// Heights are whole numbers, and no dialect hears the same one twice in a row.
fn said_well(page: &Page) -> Result<()> {
    let check = "const out = []; for (const [name, all] of Object.entries(said)) { const last = {}; for (const data of all) { \
        if (data === null) { out.push(name + ' null'); continue; } \
        const text = typeof data === 'string', said = text && data.startsWith('{') ? JSON.parse(data) : data; \
        const kind = said.type ?? said.context ?? said.message ?? (text ? '' : Object.keys(said)[0]); \
        const height = said['datawrapper-height'] ? Object.values(said['datawrapper-height'])[0] : said.height ?? said.value; \
        if (height === undefined) continue; \
        if (!Number.isInteger(height)) out.push(name + ' ' + kind + ' ' + height); \
        if (last[kind] === height) out.push(name + ' ' + kind + ' twice ' + height); last[kind] = height; } \
        if (Object.keys(last).length < 4) out.push(name + ' hears only ' + Object.keys(last)); } return out.join('; ');";
    let wrong = page.script(check, vec![])?;
    ensure!(wrong == "", "{wrong}");
    Ok(())
}

const PYM: &str = r#"<div id="graphic"></div><script src="/npm/pym"></script>
<script>new pym.Parent('graphic', 'CALCULATOR#embed=1', { title: 'Payback' });</script>"#;
const RESIZER_4: &str = r#"<iframe id="graphic" src="CALCULATOR#embed=1"></iframe><script src="/npm/resizer-4"></script>
<script>iFrameResize({}, '#graphic');</script>"#;
const RESIZER_5: &str = r#"<iframe id="graphic" src="CALCULATOR#embed=1"></iframe><script src="/npm/resizer-5"></script>
<script>iframeResize({ license: 'GPLv3' }, '#graphic');</script>"#;

fn script(page: &Page, name: &str, body: &str) -> Result<()> {
    if !page.has_scripts() {
        println!("          left out: {name} is not installed");
        return Ok(());
    }
    let head = "<!doctype html><meta charset=utf-8><title>A host</title><link rel=icon href=data:,>\
                <style>body { margin: 0 } iframe { width: 100%; border: 0 }</style><body>";
    page.visit(&format!("{head}{body}"), None)?;
    fits(page, 1).context("after load")?;
    width(page, 360)?;
    fits(page, 1).context("at 360 pixels")?;
    width(page, 900)?;
    fits(page, 1).context("at 900 pixels")?;
    drawer(page)?;
    quiet(page, 1)
}

/// Opens what can be opened in the page, and closes it again: the frame follows.
fn drawer(page: &Page) -> Result<()> {
    let click = "const all = [...document.querySelectorAll('button[aria-expanded], summary')]; \
                 const one = all.find((each) => each.offsetHeight > 0); one?.click(); return Boolean(one);";
    for when in ["after opening", "after closing"] {
        page.inside(0, || page.script(click, vec![]))?;
        std::thread::sleep(Duration::from_millis(250));
        fits(page, 1).context(when)?;
    }
    Ok(())
}

/// Waits until all frames are live and as high as their pages.
fn fits(page: &Page, frames: u16) -> Result<()> {
    let mut last = Vec::new();
    let waited = page.until("every frame is as high as its page", || {
        last = (0..frames).map(|frame| apart(page, frame)).collect::<Result<_>>()?;
        Ok(last.iter().all(|apart| apart.is_some_and(|apart| apart.abs() <= NEAR)))
    });
    waited.with_context(|| format!("the frames are off by {last:?}"))
}

/// By how many pixels a frame is higher than its page; nothing before the page is live.
fn apart(page: &Page, frame: u16) -> Result<Option<f64>> {
    let bring = "const f = document.querySelectorAll('iframe')[arguments[0]]; f.scrollIntoView({ block: 'nearest' }); \
                 return [f.clientHeight, Number(f.dataset.most ?? 1e9)];";
    let outer = page.script(bring, vec![json!(frame)])?;
    let most = outer[1].as_f64().unwrap_or(f64::MAX);
    let inner = "const root = document.documentElement; if (!root) return null; if (root.dataset.error) return root.dataset.error; \
                 return root.dataset.ready ? root.getBoundingClientRect().height : null;";
    match page.inside(frame, || page.script(inner, vec![]))? {
        Value::String(cause) => bail!("frame {frame} shows the failure {cause}"),
        inner => Ok(inner.as_f64().zip(outer[0].as_f64()).map(|(inner, outer)| outer - inner.min(most))),
    }
}

fn width(page: &Page, pixels: u32) -> Result<()> {
    let resize = "document.body.style.width = arguments[0] + 'px'; dispatchEvent(new Event('resize'));";
    page.script(resize, vec![json!(pixels)])?;
    std::thread::sleep(Duration::from_millis(250));
    Ok(())
}

fn quiet(page: &Page, frames: u16) -> Result<()> {
    for frame in 0..frames {
        let trouble = "return (window.payback_boot?.trouble ?? []).map(String).join(' | ');";
        let trouble = page.inside(frame, || page.script(trouble, vec![]))?;
        ensure!(trouble == "", "frame {frame} noted {trouble}");
    }
    Ok(())
}

/// One frame, and everything it says.
const ONE: &str = r#"<!doctype html><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,"><script>
window.heard = [];
addEventListener('message', ({ data }) => heard.push(data));
window.tell = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script><iframe src="CALCULATOR#embed=1&amp;custom_share=0.4" width="700" height="800"></iframe>"#;

/// The messages of a type so far.
fn heard(page: &Page, kind: &str) -> Result<Vec<Value>> {
    let all = page.script("return heard.filter((one) => one.type === arguments[0]);", vec![json!(kind)])?;
    Ok(all.as_array().cloned().unwrap_or_default())
}

fn tell(page: &Page, message: Value) -> Result<()> {
    page.script("tell(arguments[0]);", vec![message]).map(drop)
}

/// Forgets what was heard, tells something, and waits for the first answer of that type.
fn answer(page: &Page, message: Value, kind: &str) -> Result<Value> {
    page.script("heard.length = 0;", vec![])?;
    tell(page, message.clone())?;
    let mut first = Value::Null;
    page.until(&format!("{message} is answered"), || {
        first = heard(page, kind)?.first().cloned().unwrap_or_default();
        Ok(!first.is_null())
    })?;
    Ok(first)
}

fn ready(page: &Page) -> Result<()> {
    page.visit(ONE, None)?;
    page.until("the page is ready", || Ok(heard(page, "payback:ready")?.len() == 1))
}

fn asks(page: &Page) -> Result<()> {
    ready(page)?;
    for id in [json!(7), json!("a\"<b>"), json!(0)] {
        let outcome = answer(page, json!({"type": "payback:get", "id": id}), "payback:outcome")?;
        ensure!(outcome["id"] == id && outcome["version"] == 1, "{outcome:.200}");
        ensure!(outcome["scenario"]["custom_share"] == 0.4 && outcome["summary"]["npv"].is_f64(), "{outcome:.200}");
    }
    let set = json!({"type": "payback:set", "scenario": {"growth": 0.5, "capex": "75"}});
    let outcome = answer(page, set, "payback:outcome")?;
    let scenario = &outcome["scenario"];
    let now = (scenario["growth"].as_f64(), scenario["capex"].as_f64(), scenario["custom_share"].as_f64());
    ensure!(now == (Some(0.5), Some(75.0), Some(0.4)), "{now:?}");
    ensure!(outcome.get("id").is_none(), "an outcome nobody asked for has the id {}", outcome["id"]);
    for refused in [
        json!({"type": "payback:set", "scenario": {"growth": 0.9, "capex": -1}}),
        json!({"type": "payback:set", "scenario": {"<img src=x onerror=alert(1)>": 1}}),
        json!({"type": "payback:set", "scenario": {"growth": null}}),
        json!({"type": "payback:set"}),
        json!({"type": "payback:explode"}),
    ] {
        let error = answer(page, refused.clone(), "payback:error")?;
        ensure!(error["message"].as_str().is_some_and(|words| words.len() > 20), "{refused}: {error}");
    }
    for other in [json!(null), json!([]), json!(7), json!("payback:set"), json!({"type": "set"}), json!({"type": 7})] {
        tell(page, other)?;
    }
    let outcome = answer(page, json!({"type": "payback:get", "id": "still"}), "payback:outcome")?;
    ensure!(outcome["scenario"]["growth"] == 0.5, "a refused message changed something");
    let outcome = answer(page, json!({"type": "payback:reset"}), "payback:outcome")?;
    ensure!(outcome["scenario"]["growth"] == 1.0 && outcome["scenario"]["custom_share"] == 0.4, "{outcome:.200}");
    quiet(page, 1)
}

fn flood(page: &Page) -> Result<()> {
    ready(page)?;
    let flood = "heard.length = 0; window.times = []; \
        addEventListener('message', ({ data }) => { if (data.type === 'payback:outcome') times.push(performance.now()); }); \
        let n = 0; const send = () => { for (let i = 0; i < 20; i++) tell({ type: 'payback:set', scenario: { growth: ++n / 2000 } }); \
        if (n < 2000) setTimeout(send, 15); }; send();";
    page.script(flood, vec![])?;
    page.until("the last value is told", || {
        Ok(heard(page, "payback:outcome")?.last().is_some_and(|last| last["scenario"]["growth"] == 1.0))
    })?;
    let times = page.script("return times;", vec![])?;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    // Messages wait in line where a machine is busy, so the windows are counted a little shorter than a second.
    let most = times.iter().map(|from| times.iter().filter(|at| (*from..from + 900.0).contains(at)).count()).max();
    ensure!(most.is_some_and(|most| most <= 11), "{most:?} outcomes in a second");
    quiet(page, 1)
}
