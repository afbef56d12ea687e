//! The page as a test sees it.

use crate::browser::{Engine, Session};
use crate::site::{Site, Variant};
use anyhow::{Context, Result, bail, ensure};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// How the page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From a web server, under a path.
    Http,
    /// From a file.
    File,
    /// In a sandboxed frame.
    Frame,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Http, Self::File, Self::Frame];

    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::File => "file",
            Self::Frame => "frame",
        }
    }
}

/// The page in a browser, opened in one way.
pub struct Page<'a> {
    session: &'a Session,
    site: &'a Site,
    /// How this test opens it.
    pub way: Way,
    seen: Cell<usize>,
}

impl<'a> Page<'a> {
    /// Nothing opened yet.
    pub fn new(session: &'a Session, site: &'a Site, way: Way) -> Self {
        Self { session, site, way, seen: Cell::new(session.output().len()) }
    }

    /// Which engine shows it.
    pub fn engine(&self) -> Engine {
        self.session.engine
    }

    /// Opens the page with a fragment (without `#`), and waits until it is live.
    pub fn open(&self, fragment: &str) -> Result<()> {
        self.load(Variant::Whole, fragment)?;
        self.live()
    }

    /// Opens the page as it is or damaged, and waits for nothing.
    pub fn load(&self, variant: Variant, fragment: &str) -> Result<()> {
        match self.way {
            Way::Http => self.go(&with(&self.site.page(variant), fragment)),
            Way::File => self.go(&with(&self.site.file(variant)?, fragment)),
            Way::Frame => {
                self.go(&self.site.article())?;
                let load = "const done = arguments[arguments.length - 1], frame = document.querySelector('iframe'); \
                            frame.onload = () => done(null); frame.src = arguments[0];";
                let address = json!(with(&self.site.page(variant), fragment));
                self.session.ask(async |client| client.execute_async(load, vec![address]).await)?;
                self.session.ask(async |client| client.enter_frame(0).await)
            }
        }
    }

    /// Writes a page to a file, opens it, and waits until it is live.
    pub fn open_copy(&self, name: &str, html: &str) -> Result<()> {
        self.go(&self.site.keep(name, html)?)?;
        self.live()
    }

    /// Opens an article of another site; `CALCULATOR` in it stands for the address of the page. Returns when it is loaded.
    pub fn visit(&self, html: &str, policy: Option<&str>) -> Result<()> {
        let html = html.replace("CALCULATOR", &self.calculator());
        self.go(&self.site.host.article(html, policy.map(|policy| policy.replace("CALCULATOR", &self.origin()))))
    }

    /// Opens a file beside the page.
    pub fn visit_file(&self, name: &str) -> Result<()> {
        self.go(&self.site.host.file(name))
    }

    /// Whether other sites' scripts are there.
    pub fn has_scripts(&self) -> bool {
        self.site.host.has_scripts()
    }

    /// The page's address, under another name than the host's.
    pub fn calculator(&self) -> String {
        self.site.page(Variant::Whole).replace("127.0.0.1", "localhost")
    }

    fn origin(&self) -> String {
        self.calculator().splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
    }

    /// Does something inside a frame of the article.
    pub fn inside<T>(&self, frame: u16, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.session.ask(async |client| client.enter_frame(frame).await)?;
        let result = work();
        self.session.ask(async |client| client.enter_parent_frame().await)?;
        result
    }

    fn go(&self, address: &str) -> Result<()> {
        self.forget()?;
        self.session.ask(async |client| client.goto(address).await)
    }

    /// Leaves the page, and forgets what earlier tests made it remember.
    fn forget(&self) -> Result<()> {
        let empty = match self.way {
            Way::File => self.site.keep("empty.html", "<!doctype html><link rel=\"icon\" href=\"data:,\">")?,
            _ => self.site.article(),
        };
        self.session.ask(async |client| client.goto(&empty).await)?;
        self.script("try { localStorage.clear(); sessionStorage.clear(); } catch { }", vec![])?;
        Ok(())
    }

    /// Waits until the first live result is on the screen.
    pub fn live(&self) -> Result<()> {
        let live = self.until("the page is live", || {
            let root = self.script(
                "const r = document.documentElement; return [r.dataset.ready ?? '', r.dataset.error ?? ''];",
                vec![],
            )?;
            ensure!(root[1] == "", "the page shows the failure {}", root[1]);
            Ok(root[0] == "true")
        });
        live.with_context(|| self.account())
    }

    /// Does what loads the page anew, and waits until that is live.
    pub fn reloads<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<()> {
        self.script("window.old = true;", vec![])?;
        work()?;
        // A script that meets the change fails, and is asked again.
        self.until("the page is another", || {
            Ok(self.script("return window.old === undefined;", vec![]).is_ok_and(|gone| gone == true))
        })?;
        self.live()
    }

    /// How far the page came, for the words of a failed test.
    fn account(&self) -> String {
        let script = "return [window.payback_boot?.stage, document.readyState, document.documentElement.outerHTML.slice(0, 120)];";
        let stage = self.script(script, vec![]).unwrap_or_default();
        format!("stage {stage}; trouble: {}", self.trouble().unwrap_or_default().join(" | "))
    }

    /// Waits until the page names this failure.
    pub fn fails_with(&self, cause: &str) -> Result<()> {
        let shown = "const r = document.documentElement, s = document.querySelector(`[data-failure='${r.dataset.error}']`); \
                     return [r.dataset.error ?? '', s?.offsetHeight ?? 0, s?.innerText ?? ''];";
        let mut last = Value::Null;
        let waited = self.until("the failure is shown", || {
            last = self.script(shown, vec![])?;
            Ok(last[0] == cause)
        });
        waited.with_context(|| format!("wanted {cause}, the page says {last}; {}", self.account()))?;
        ensure!(last[1].as_f64().unwrap_or_default() > 20.0, "the words of {cause} are not visible");
        ensure!(last[2].as_str().unwrap_or_default().len() > 40, "{cause} has no words");
        Ok(())
    }

    /// Waits up to 20 seconds for something to become true.
    pub fn until(&self, what: &str, mut check: impl FnMut() -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if check()? {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        bail!("waited in vain until {what}")
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str, words: Vec<Value>) -> Result<Value> {
        self.session.ask(async |client| client.execute(script, words).await)
    }

    /// Runs a script that calls its last argument with the result.
    pub fn script_async(&self, script: &str, words: Vec<Value>) -> Result<Value> {
        self.session.ask(async |client| client.execute_async(script, words).await)
    }

    /// Makes the window this large.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.session.ask(async |client| client.set_window_size(width, height).await)
    }

    /// The script that looks for barriers, where it is installed.
    pub fn axe(&self) -> Option<String> {
        self.site.host.script("axe-core/axe.min.js")
    }

    /// Presses keys where the focus is.
    pub fn keys(&self, keys: &[Key]) -> Result<()> {
        let text: String = keys.iter().map(|key| char::from(*key)).collect();
        self.session.ask(async |client| client.active_element().await?.send_keys(&text).await)
    }

    /// The text of the first element that matches, as it is rendered.
    pub fn text(&self, selector: &str) -> Result<String> {
        let text =
            self.script("return document.querySelector(arguments[0])?.innerText ?? null;", vec![json!(selector)])?;
        text.as_str().map(str::to_string).with_context(|| format!("nothing matches {selector}"))
    }

    /// The answer in words.
    pub fn answer(&self) -> Result<String> {
        self.text("[data-answer]")
    }

    /// A figure's value; none where it is empty.
    pub fn metric(&self, id: &str) -> Result<Option<f64>> {
        let script = "return document.querySelector(`output[data-metric='${arguments[0]}']`)?.dataset.value ?? null;";
        let value = self.script(script, vec![json!(id)])?;
        let value = value.as_str().with_context(|| format!("there is no figure {id}"))?;
        if value.is_empty() { Ok(None) } else { Ok(Some(value.parse()?)) }
    }

    /// A chart's pixels as one number.
    pub fn pixels(&self, chart: &str) -> Result<u64> {
        let script = "const c = document.querySelector(`figure[data-chart='${arguments[0]}'] canvas`); if (!c || !c.width) return null; \
            const text = c.toDataURL(); let sum = 0; \
            for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) >>> 0; return sum;";
        self.script(script, vec![json!(chart)])?.as_u64().with_context(|| format!("chart {chart} has no canvas"))
    }

    /// Brings an element into sight.
    pub fn show(&self, selector: &str) -> Result<()> {
        self.script(
            "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' });",
            vec![json!(selector)],
        )?;
        Ok(())
    }

    /// Presses keys on an element that has the focus first, as a hand on the keyboard would.
    pub fn press(&self, selector: &str, keys: &[Key]) -> Result<()> {
        if self.way == Way::Frame {
            // Keys go to the frame that was last touched.
            self.click(".chart-sub")?;
        }
        self.show(selector)?;
        self.script("document.querySelector(arguments[0])?.focus();", vec![json!(selector)])?;
        let actions = keys.iter().fold(KeyActions::new("keyboard".into()), |actions, key| {
            let value = char::from(*key);
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.session.ask(async |client| client.perform_actions(actions).await)
    }

    /// Clicks an element.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.show(selector)?;
        self.session.ask(async |client| client.find(Locator::Css(selector)).await?.click().await)
    }

    /// Clicks the first button that says this.
    pub fn click_button(&self, words: &str) -> Result<()> {
        let script = "const all = [...document.querySelectorAll('button')].filter((one) => one.offsetParent); \
            const one = all.find((one) => one.innerText.trim() === arguments[0]); one?.click(); return Boolean(one);";
        let found = || Ok(self.script(script, vec![json!(words)])? == true);
        self.until(&format!("there is a button {words}"), found)
    }

    /// Clicks the first button in sight of this accessible name.
    pub fn click_button_named(&self, name: &str) -> Result<()> {
        let script = "const one = [...document.querySelectorAll('button[aria-label]')].find((one) => one.offsetParent && \
            one.ariaLabel === arguments[0] && !one.disabled); one?.click(); return Boolean(one);";
        self.until(&format!("there is a button named {name}"), || Ok(self.script(script, vec![json!(name)])? == true))
    }

    /// Moves a slider as a hand would: to a share of its travel.
    pub fn slide(&self, input: &str, share: f64) -> Result<()> {
        let script = "const s = document.querySelector(`input[type=range][name='${arguments[0]}']`); \
            const [min, max] = [Number(s.min), Number(s.max)]; s.value = String(min + (max - min) * arguments[1]); \
            for (const kind of ['input', 'change']) s.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.script(script, vec![json!(input), json!(share)])?;
        Ok(())
    }

    /// Errors and violations that the page itself has noted.
    fn trouble(&self) -> Result<Vec<String>> {
        let noted = self.script("return (window.payback_boot?.trouble ?? []).map(String);", vec![])?;
        Ok(noted.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_string)).collect())
    }

    /// Fails when the page asked for anything, broke its policy, or complained.
    pub fn was_quiet(&self) -> Result<()> {
        let strays = self.site.strays();
        ensure!(strays.is_empty(), "the page requested {}", strays.join(", "));
        let loaded = self.script("return performance.getEntriesByType('resource').map((one) => one.name);", vec![])?;
        let loaded: Vec<&str> = loaded
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|name| !name.starts_with("data:"))
            .collect();
        ensure!(loaded.is_empty(), "the page loaded {loaded:?}");
        let trouble = self.trouble()?;
        ensure!(trouble.is_empty(), "the page noted {}", trouble.join(" | "));
        let complaints = self.complaints()?;
        ensure!(complaints.is_empty(), "the console says {}", complaints.join(" | "));
        Ok(())
    }

    fn chrome(&self, command: &'static str, words: Value) -> Result<Value> {
        self.session.ask(async |client| client.issue_cmd(Chrome(command, words)).await)
    }

    /// Gives Chromium another screen or other wishes of a person.
    pub fn emulate(&self, what: &str, words: Value) -> Result<()> {
        self.chrome("goog/cdp/execute", json!({ "cmd": format!("Emulation.{what}"), "params": words })).map(drop)
    }

    /// Does something in a second window that opens the plain page, and closes it.
    pub fn beside<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let first = self.session.ask(async |client| client.window().await)?;
        let second = self.session.ask(async |client| client.new_window(true).await)?.handle;
        self.session.ask(async |client| client.switch_to_window(second).await)?;
        let plain = self.site.page(Variant::Whole);
        let result =
            self.session.ask(async |client| client.goto(&plain).await).and_then(|()| self.live()).and_then(|()| work());
        self.session.ask(async |client| client.close_window().await)?;
        self.session.ask(async |client| client.switch_to_window(first).await)?;
        result
    }

    /// Passes over what the console says, so that the next test does not hear it.
    pub fn hush(&self) -> Result<()> {
        self.complaints().map(|_| ())
    }

    /// What the console complained of since the last look.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let output = self.session.output();
        let mut lines: Vec<String> = output
            .get(self.seen.get()..)
            .unwrap_or_default()
            .lines()
            .filter(|line| complains(line))
            .map(str::to_string)
            .collect();
        self.seen.set(output.len());
        if self.engine() == Engine::Chromium {
            let logs = self.chrome("se/log", json!({ "type": "browser" }))?;
            let severe = |one: &&Value| one["level"] == "SEVERE" || one["level"] == "WARNING";
            lines.extend(logs.as_array().into_iter().flatten().filter(severe).map(|one| one["message"].to_string()));
        }
        Ok(lines)
    }

    /// Keeps a picture of what a failed test saw.
    pub fn take_picture(&self, name: &str) {
        let Ok(picture) = self.session.ask(async |client| client.screenshot().await) else { return };
        let file = std::env::temp_dir().join(format!(
            "payback-{:?}-{}-{}.png",
            self.engine(),
            self.way.name(),
            name.replace([' ', ',', '/'], "-")
        ));
        if std::fs::write(&file, picture).is_ok() {
            println!("          picture: {}", file.display());
        }
    }
}

/// Lines that Firefox and WebKit write for errors in a page; Firefox also tells its own there.
fn complains(line: &str) -> bool {
    let marks = ["JavaScript error", "console.error", "CONSOLE JS ERROR", "CONSOLE SECURITY", "CONSOLE NETWORK"];
    let own = ["resource://", "chrome://", "RSLoader"];
    marks.iter().any(|mark| line.contains(mark)) && !own.iter().any(|mark| line.contains(mark))
}

fn with(address: &str, fragment: &str) -> String {
    if fragment.is_empty() { address.to_string() } else { format!("{address}#{fragment}") }
}

/// A command that only ChromeDriver knows.
#[derive(Debug)]
struct Chrome(&'static str, Value);

impl fantoccini::wd::WebDriverCompatibleCommand for Chrome {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}
