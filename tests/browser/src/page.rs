//! The page as a test sees it.

mod console;
mod hands;

use crate::browser::{Engine, Session};
use crate::site::{Site, Variant};
use anyhow::{Context, Result, bail, ensure};
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

    /// The script that looks for barriers, where it is installed.
    pub fn axe(&self) -> Option<String> {
        self.site.host.script("axe-core/axe.min.js")
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

    /// A chart's pixels as one number. It is drawn once the browser has told its size and that it is seen, which may be a few
    /// frames after the first live result.
    pub fn pixels(&self, chart: &str) -> Result<u64> {
        let script = "const c = document.querySelector(`figure[data-chart='${arguments[0]}'] canvas`); if (!c || !c.width) return null; \
            const text = c.toDataURL(); let sum = 0; \
            for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) >>> 0; return sum;";
        let mut sum = None;
        self.until(&format!("chart {chart} is drawn"), || {
            sum = self.script(script, vec![json!(chart)])?.as_u64();
            Ok(sum.is_some())
        })?;
        sum.with_context(|| format!("chart {chart} has no canvas"))
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
}

fn with(address: &str, fragment: &str) -> String {
    if fragment.is_empty() { address.to_string() } else { format!("{address}#{fragment}") }
}
