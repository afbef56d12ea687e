//! Other sites: the height protocols of hosts, and messages.

use super::{Test, test};
use anyhow::{Context, Result, bail, ensure};
use browser_tests::page::Page;
use serde_json::{Value, json};
use std::time::Duration;

pub const TESTS: &[Test] = &[
    test!(ten_frames_get_their_heights_each_by_another_protocol).noisy(),
    test!(pym_fits_the_frame).noisy().needs_npm("pym.js"),
    test!(iframe_resizer_4_fits_the_frame).noisy().needs_npm("iframe-resizer"),
    test!(iframe_resizer_5_fits_the_frame).noisy().needs_npm("@iframe-resizer/parent"),
    test!(messages_are_answered).noisy(),
    test!(many_messages_are_merged).noisy(),
];

/// Tolerated difference between the heights of a frame and its page, in pixels.
const TOLERANCE: f64 = 4.0;

/// Frames of which each listens to one protocol, and a record of all messages.
const TEN_FRAMES: &str = r##"<!doctype html><meta charset="utf-8"><title>Ten</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { display: block; width: 100%; height: 150px; border: 0 }</style><body><script>
const parse = (text) => { try { return JSON.parse(text) } catch { return {} } };
const own = (data) => data.type === 'payback:height' && data.height;
const protocols = {
  own: ['#embed=1', own],
  sandbox: ['#embed=1&growth=0.5', own],
  datawrapper: ['#embed=1&growth=0.6', (data, frame) => {
    for (const [id, height] of Object.entries(data['datawrapper-height'] ?? {}))
      if (frame.src.split(id).length === 2) return height;
  }],
  amp: ['#embed=1&growth=0.7', (data) => data.sentinel === 'amp' && data.type === 'embed-size' && data.height],
  embedly: ['#embed=1&growth=0.8', (data, frame) => {
    const message = typeof data === 'string' ? parse(data) : {};
    return message.context === 'iframe.resize' && message.src === frame.src && message.height;
  }],
  wordpress: ['#embed=1&charts=cash#?secret=kx81ab', (data) =>
    data.message === 'height' && data.secret === 'kx81ab' && Math.min(1000, Math.max(200, data.value))],
  dark: ['#embed=1&theme=dark', own],
  azure: ['#embed=1&preset=azure&controls=growth', own],
  charts: ['#embed=1&charts=cash,revenue', own],
  bare: ['#embed=1&charts=none&title=0', own],
};
window.messages = {};
const frames = [];
// After the article's load event, which would wait for all frames, and in sequence, since browsers limit connections.
const waiting = Object.entries(protocols);
const add = () => {
  if (!waiting.length) return;
  const [name, [fragment, heightOf]] = waiting.shift();
  const frame = document.createElement('iframe');
  if (name === 'sandbox') frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = 'CALCULATOR' + fragment;
  if (name === 'wordpress') frame.dataset.maxHeight = 1000;
  messages[name] = [];
  frames.push({ name, heightOf, frame });
  frame.onload = add;
  document.body.append(frame);
};
addEventListener('load', () => setTimeout(add));
addEventListener('message', ({ data, source }) => {
  for (const { name, heightOf, frame } of frames) {
    if (frame.contentWindow !== source) continue;
    messages[name].push(data);
    const height = heightOf(data, frame);
    if (height) frame.style.height = height + 'px';
  }
});
</script>"##;

fn ten_frames_get_their_heights_each_by_another_protocol(page: &Page) -> Result<()> {
    page.visit(TEN_FRAMES, None)?;
    let count = "return document.querySelectorAll('iframe').length;";
    page.wait_until("the frames are there", || Ok(page.script(count, vec![])? == 10))?;
    let fit = |when: &str| fits(page, 10).with_context(|| when.to_owned());
    // Ten programs start at once, which takes long with few processors.
    fit("after load").or_else(|_| fit("after load")).or_else(|_| fit("after load"))?;
    resize_article(page, 360)?;
    fit("at 360 pixels")?;
    let height = page.script("return document.querySelectorAll('iframe')[5].offsetHeight;", vec![])?;
    ensure!(
        height.as_f64().unwrap_or(f64::MAX) <= 1000.0,
        "WordPress cuts frames off at 1000, the page is {height} high"
    );
    resize_article(page, 280)?;
    fit("at 280 pixels")?;
    let width = page.in_frame(0, || page.script("return document.documentElement.scrollWidth;", vec![]))?;
    ensure!(width.as_f64().unwrap_or(f64::MAX) <= 280.0, "the page is {width} wide in 280");
    resize_article(page, 720)?;
    fit("at 720 pixels")?;
    let state =
        "return JSON.stringify([document.body.scrollHeight, Object.values(messages).map((list) => list.length)]);";
    std::thread::sleep(Duration::from_millis(300));
    let before = page.script(state, vec![])?;
    std::thread::sleep(Duration::from_secs(5));
    let after = page.script(state, vec![])?;
    ensure!(after == before, "heights or messages grow without end: {before}, then {after}");
    check_messages(page)?;
    check_no_errors(page, 10)
}

/// Heights are whole numbers, and no protocol repeats a height.
fn check_messages(page: &Page) -> Result<()> {
    let check = "const wrong = []; for (const [name, list] of Object.entries(messages)) { const last = {}; for (const data of list) { \
        if (data === null) { wrong.push(name + ' null'); continue; } \
        const isText = typeof data === 'string', message = isText && data.startsWith('{') ? JSON.parse(data) : data; \
        const type = message.type ?? message.context ?? message.message ?? (isText ? '' : Object.keys(message)[0]); \
        const height = message['datawrapper-height'] ? Object.values(message['datawrapper-height'])[0] : message.height ?? message.value; \
        if (height === undefined) continue; \
        if (!Number.isInteger(height)) wrong.push(name + ' ' + type + ' ' + height); \
        if (last[type] === height) wrong.push(name + ' ' + type + ' twice ' + height); last[type] = height; } \
        if (Object.keys(last).length < 4) wrong.push(name + ' has only ' + Object.keys(last)); } return wrong.join('; ');";
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

fn pym_fits_the_frame(page: &Page) -> Result<()> {
    fits_by_script(page, PYM)
}

fn iframe_resizer_4_fits_the_frame(page: &Page) -> Result<()> {
    fits_by_script(page, RESIZER_4)
}

fn iframe_resizer_5_fits_the_frame(page: &Page) -> Result<()> {
    fits_by_script(page, RESIZER_5)
}

fn fits_by_script(page: &Page, body: &str) -> Result<()> {
    let head = "<!doctype html><meta charset=utf-8><title>A host</title><link rel=icon href=data:,>\
                <style>body { margin: 0 } iframe { width: 100%; border: 0 }</style><body>";
    page.visit(&format!("{head}{body}"), None)?;
    fits(page, 1).context("after load")?;
    resize_article(page, 360)?;
    fits(page, 1).context("at 360 pixels")?;
    resize_article(page, 900)?;
    fits(page, 1).context("at 900 pixels")?;
    fits_opened_and_closed(page)?;
    check_no_errors(page, 1)
}

/// Opens a part of the page and closes it again. The frame follows.
fn fits_opened_and_closed(page: &Page) -> Result<()> {
    let click = "const buttons = [...document.querySelectorAll('button[aria-expanded], summary')]; \
                 const button = buttons.find((button) => button.offsetHeight > 0); button?.click(); return Boolean(button);";
    for when in ["after opening", "after closing"] {
        let clicked = page.in_frame(0, || page.script(click, vec![]))?;
        ensure!(clicked == true, "nothing can be opened");
        std::thread::sleep(Duration::from_millis(250));
        fits(page, 1).context(when)?;
    }
    Ok(())
}

/// Waits until all frames are live and as high as their pages.
fn fits(page: &Page, frames: u16) -> Result<()> {
    let mut last = Vec::new();
    let waited = page.wait_until("every frame is as high as its page", || {
        last = (0..frames).map(|frame| excess_height(page, frame)).collect::<Result<_>>()?;
        Ok(last.iter().all(|excess| excess.is_some_and(|excess| excess.abs() <= TOLERANCE)))
    });
    waited.with_context(|| format!("the frames are off by {last:?}"))
}

/// Height of a frame beyond the height of its page, in pixels, or `None` before the page is live.
fn excess_height(page: &Page, frame: u16) -> Result<Option<f64>> {
    let scroll_to = "const f = document.querySelectorAll('iframe')[arguments[0]]; f.scrollIntoView({ block: 'nearest' }); \
                 return [f.clientHeight, Number(f.dataset.maxHeight ?? 1e9)];";
    let outer = page.script(scroll_to, vec![json!(frame)])?;
    let maximum = outer[1].as_f64().unwrap_or(f64::MAX);
    let inner = "const root = document.documentElement; if (!root) return null; if (root.dataset.error) return root.dataset.error; \
                 return root.dataset.ready ? root.getBoundingClientRect().height : null;";
    match page.in_frame(frame, || page.script(inner, vec![]))? {
        Value::String(cause) => bail!("frame {frame} shows the failure {cause}"),
        inner => Ok(inner.as_f64().zip(outer[0].as_f64()).map(|(inner, outer)| outer - inner.min(maximum))),
    }
}

fn resize_article(page: &Page, width: u32) -> Result<()> {
    let resize = "document.body.style.width = arguments[0] + 'px'; dispatchEvent(new Event('resize'));";
    page.script(resize, vec![json!(width)])?;
    std::thread::sleep(Duration::from_millis(250));
    Ok(())
}

fn check_no_errors(page: &Page, frames: u16) -> Result<()> {
    for frame in 0..frames {
        let errors = "return (window.payback_boot?.errors ?? []).map(String).join(' | ');";
        let errors = page.in_frame(frame, || page.script(errors, vec![]))?;
        ensure!(errors == "", "frame {frame} recorded {errors}");
    }
    Ok(())
}

/// One frame, and a record of its messages.
const ONE_FRAME: &str = r#"<!doctype html><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,"><script>
window.received = [];
addEventListener('message', ({ data }) => received.push(data));
window.send = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script><iframe src="CALCULATOR#embed=1&amp;custom_share=0.4" width="700" height="800"></iframe>"#;

/// The messages of a type so far.
fn received(page: &Page, kind: &str) -> Result<Vec<Value>> {
    let all = page.script("return received.filter((message) => message.type === arguments[0]);", vec![json!(kind)])?;
    Ok(all.as_array().cloned().unwrap_or_default())
}

fn send(page: &Page, message: Value) -> Result<()> {
    page.script("send(arguments[0]);", vec![message]).map(drop)
}

/// Sends a message and waits for the first answer of a type.
fn answer(page: &Page, message: Value, kind: &str) -> Result<Value> {
    page.script("received.length = 0;", vec![])?;
    send(page, message.clone())?;
    let mut first = Value::Null;
    page.wait_until(&format!("{message} is answered"), || {
        first = received(page, kind)?.first().cloned().unwrap_or_default();
        Ok(!first.is_null())
    })?;
    Ok(first)
}

fn open_frame(page: &Page) -> Result<()> {
    page.visit(ONE_FRAME, None)?;
    page.wait_until("the page is ready", || Ok(received(page, "payback:ready")?.len() == 1))
}

fn messages_are_answered(page: &Page) -> Result<()> {
    open_frame(page)?;
    for id in [json!(7), json!("a\"<b>"), json!(0)] {
        let outcome = answer(page, json!({"type": "payback:get", "id": id}), "payback:outcome")?;
        ensure!(outcome["id"] == id && outcome["version"] == 2, "{outcome:.200}");
        ensure!(outcome["scenario"]["custom_share"] == 0.4 && outcome["summary"]["npv"].is_f64(), "{outcome:.200}");
    }
    let set = json!({"type": "payback:set", "scenario": {"growth": 0.5, "capex": "75"}});
    let outcome = answer(page, set, "payback:outcome")?;
    let scenario = &outcome["scenario"];
    let now = (scenario["growth"].as_f64(), scenario["capex"].as_f64(), scenario["custom_share"].as_f64());
    ensure!(now == (Some(0.5), Some(75.0), Some(0.4)), "{now:?}");
    ensure!(outcome.get("id").is_none(), "an unrequested outcome has the id {}", outcome["id"]);
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
        send(page, other)?;
    }
    let outcome = answer(page, json!({"type": "payback:get", "id": "still"}), "payback:outcome")?;
    ensure!(outcome["scenario"]["growth"] == 0.5, "a refused message changed something");
    let outcome = answer(page, json!({"type": "payback:reset"}), "payback:outcome")?;
    ensure!(outcome["scenario"]["growth"] == 1.0 && outcome["scenario"]["custom_share"] == 0.4, "{outcome:.200}");
    check_no_errors(page, 1)
}

fn many_messages_are_merged(page: &Page) -> Result<()> {
    open_frame(page)?;
    let flood = "received.length = 0; window.times = []; \
        addEventListener('message', ({ data }) => { if (data.type === 'payback:outcome') times.push(performance.now()); }); \
        let n = 0; const flood = () => { for (let i = 0; i < 20; i++) send({ type: 'payback:set', scenario: { growth: ++n / 2000 } }); \
        if (n < 2000) setTimeout(flood, 15); }; flood();";
    page.script(flood, vec![])?;
    page.wait_until("the last value is reported", || {
        Ok(received(page, "payback:outcome")?.last().is_some_and(|last| last["scenario"]["growth"] == 1.0))
    })?;
    let times = page.script("return times;", vec![])?;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    // Messages queue up on a busy machine, so the window is a little shorter than a second.
    let most = times.iter().map(|from| times.iter().filter(|at| (*from..from + 900.0).contains(at)).count()).max();
    ensure!(most.is_some_and(|most| most <= 11), "{most:?} outcomes in a second");
    check_no_errors(page, 1)
}
