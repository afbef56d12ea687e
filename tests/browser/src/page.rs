//! The page in a browser, as tests use it.

mod console;
mod input;

use crate::session::Session;
use crate::site::{Site, Variant};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use xtask::browsers::Browser;

const WAIT_TIMEOUT: Duration = Duration::from_secs(20);

/// How a test opens the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// From a web server, in a folder of the site.
    Http,
    /// From a file.
    File,
    /// In a sandboxed frame.
    Frame,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Http, Self::File, Self::Frame];

    /// The name in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::File => "file",
            Self::Frame => "frame",
        }
    }
}

/// A browser window for the page.
pub struct Page<'a> {
    session: &'a Session,
    site: &'a Site,
    /// How this test opens the page.
    pub mode: Mode,
    /// Length of the browser's output that has been checked for errors.
    checked_output: Cell<usize>,
}

impl<'a> Page<'a> {
    /// A window in which nothing is open yet.
    pub fn new(session: &'a Session, site: &'a Site, mode: Mode) -> Self {
        Self { session, site, mode, checked_output: Cell::new(session.output().len()) }
    }

    /// The browser.
    pub fn browser(&self) -> Browser {
        self.session.setup.browser
    }

    /// Opens the page with a fragment (without `#`), and waits until it is live.
    pub fn open(&self, fragment: &str) -> Result<()> {
        self.load(Variant::Intact, fragment)?;
        self.wait_until_live()
    }

    /// Opens a variant of the page without waiting until it is live.
    pub fn load(&self, variant: Variant, fragment: &str) -> Result<()> {
        match self.mode {
            Mode::Http => self.navigate(&with_fragment(&self.site.url(variant), fragment)),
            Mode::File => self.navigate(&with_fragment(&self.site.file_url(variant)?, fragment)),
            Mode::Frame => {
                self.navigate(&self.site.article_url())?;
                let load = "const done = arguments[arguments.length - 1], frame = document.querySelector('iframe'); \
                            frame.onload = () => done(null); frame.src = arguments[0];";
                self.script_async(load, vec![json!(with_fragment(&self.site.url(variant), fragment))])?;
                self.session.run(async |client| client.enter_frame(0).await)
            }
        }
    }

    /// Writes a page to a file, opens it, and waits until it is live.
    pub fn open_html(&self, name: &str, html: &str) -> Result<()> {
        self.navigate(&self.site.write_file(name, html)?)?;
        self.wait_until_live()
    }

    /// Opens an article of another site, and waits until it is loaded. `CALCULATOR` stands for the page's address.
    pub fn visit(&self, html: &str, policy: Option<&str>) -> Result<()> {
        let html = html.replace("CALCULATOR", &self.embed_url(Variant::Intact));
        let policy = policy.map(|policy| policy.replace("CALCULATOR", &self.embed_origin()));
        self.navigate(&self.site.host.add_article(html, policy))
    }

    /// Opens a file of the page's folder.
    pub fn visit_file(&self, name: &str) -> Result<()> {
        self.navigate(&self.site.host.file_url(name))
    }

    /// The page's address on another host than the articles', so that frames are cross-origin.
    pub fn embed_url(&self, variant: Variant) -> String {
        self.site.url(variant).replace("127.0.0.1", "localhost")
    }

    fn embed_origin(&self) -> String {
        self.embed_url(Variant::Intact).splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
    }

    /// Runs commands inside a frame of the article.
    pub fn in_frame<T>(&self, frame: u16, commands: impl FnOnce() -> Result<T>) -> Result<T> {
        self.session.run(async |client| client.enter_frame(frame).await)?;
        let result = commands();
        self.session.run(async |client| client.enter_parent_frame().await)?;
        result
    }

    fn navigate(&self, address: &str) -> Result<()> {
        self.clear_storage()?;
        self.session.run(async |client| client.goto(address).await)
    }

    /// Leaves the page, and clears the storage of its origin.
    fn clear_storage(&self) -> Result<()> {
        let empty = match self.mode {
            Mode::File => self.site.write_file("empty.html", "<!doctype html><link rel=\"icon\" href=\"data:,\">")?,
            Mode::Http | Mode::Frame => self.site.article_url(),
        };
        self.session.run(async |client| client.goto(&empty).await)?;
        self.script("try { localStorage.clear(); sessionStorage.clear(); } catch { }", vec![])?;
        Ok(())
    }

    /// Waits until the first live result is on the screen.
    pub fn wait_until_live(&self) -> Result<()> {
        let state = "const r = document.documentElement; return [r.dataset.ready ?? '', r.dataset.error ?? ''];";
        let live = self.wait_until("the page is live", || {
            let state = self.script(state, vec![])?;
            ensure!(state[1] == "", "the page shows the failure {}", state[1]);
            Ok(state[0] == "true")
        });
        live.with_context(|| self.startup_state())
    }

    /// Runs a command that reloads the page, and waits until the new page is live.
    pub fn reload_by<T>(&self, command: impl FnOnce() -> Result<T>) -> Result<()> {
        self.script("window.isOldPage = true;", vec![])?;
        command()?;
        // A script fails while the page changes, and is tried again.
        self.wait_until("the page is reloaded", || {
            Ok(self.script("return window.isOldPage === undefined;", vec![]).is_ok_and(|is_new| is_new == true))
        })?;
        self.wait_until_live()
    }

    /// How far the page has started, for the message of a failed test.
    fn startup_state(&self) -> String {
        let script = "return [window.payback_boot?.stage, document.readyState, document.documentElement.outerHTML.slice(0, 120)];";
        let state = self.script(script, vec![]).unwrap_or_default();
        format!("stage {state}; errors: {}", self.page_errors().unwrap_or_default().join(" | "))
    }

    /// Waits until the page shows this failure.
    pub fn wait_for_failure(&self, cause: &str) -> Result<()> {
        let shown = "const r = document.documentElement, s = document.querySelector(`[data-failure='${r.dataset.error}']`); \
                     return [r.dataset.error ?? '', s?.offsetHeight ?? 0, s?.innerText ?? ''];";
        let mut last = Value::Null;
        let waited = self.wait_until("the failure is shown", || {
            last = self.script(shown, vec![])?;
            Ok(last[0] == cause)
        });
        waited.with_context(|| format!("wanted {cause}, the page shows {last}; {}", self.startup_state()))?;
        ensure!(last[1].as_f64().unwrap_or_default() > 20.0, "the message of {cause} is not visible");
        ensure!(last[2].as_str().unwrap_or_default().len() > 40, "{cause} has no message");
        Ok(())
    }

    /// Waits up to 20 seconds until a condition holds.
    pub fn wait_until(&self, condition: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < WAIT_TIMEOUT {
            if holds()? {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        bail!("timed out waiting until {condition}")
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.session.run(async |client| client.execute(script, args).await)
    }

    /// Runs a script that passes its result to its last argument.
    pub fn script_async(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.session.run(async |client| client.execute_async(script, args).await)
    }

    /// The text of a script from npm.
    pub fn npm_script(&self, file: &str) -> Result<String> {
        self.site.host.npm_script(file)
    }

    /// The rendered text of the first element that matches.
    pub fn text(&self, selector: &str) -> Result<String> {
        let text =
            self.script("return document.querySelector(arguments[0])?.innerText ?? null;", vec![json!(selector)])?;
        text.as_str().map(str::to_string).with_context(|| format!("nothing matches {selector}"))
    }

    /// Whether an element matches.
    pub fn has(&self, selector: &str) -> Result<bool> {
        Ok(self.script("return document.querySelector(arguments[0]) !== null;", vec![json!(selector)])? == true)
    }

    /// The answer.
    pub fn answer(&self) -> Result<String> {
        self.text("[data-answer]")
    }

    /// The value of a figure, or `None` if it has none.
    pub fn metric(&self, id: &str) -> Result<Option<f64>> {
        let script = "return document.querySelector(`output[data-metric='${arguments[0]}']`)?.dataset.value ?? null;";
        let value = self.script(script, vec![json!(id)])?;
        let value = value.as_str().with_context(|| format!("there is no figure {id}"))?;
        if value.is_empty() { Ok(None) } else { Ok(Some(value.parse()?)) }
    }

    /// A hash of a chart's pixels. Waits until the chart is drawn, which can be some frames after the page is live.
    pub fn chart_hash(&self, chart: &str) -> Result<u64> {
        let script = "const c = document.querySelector(`figure[data-chart='${arguments[0]}'] canvas`); if (!c || !c.width) return null; \
            const text = c.toDataURL(); let hash = 0; \
            for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) >>> 0; return hash;";
        let mut hash = None;
        self.wait_until(&format!("chart {chart} is drawn"), || {
            hash = self.script(script, vec![json!(chart)])?.as_u64();
            Ok(hash.is_some())
        })?;
        hash.with_context(|| format!("chart {chart} has no canvas"))
    }

    /// Opens the default page in a second window, runs commands there, and closes it.
    pub fn in_second_window<T>(&self, commands: impl FnOnce() -> Result<T>) -> Result<T> {
        let first = self.session.run(async |client| client.window().await)?;
        let second = self.session.run(async |client| client.new_window(true).await)?.handle;
        self.session.run(async |client| client.switch_to_window(second).await)?;
        let url = self.site.url(Variant::Intact);
        let opened = self.session.run(async |client| client.goto(&url).await);
        let result = opened.and_then(|()| self.wait_until_live()).and_then(|()| commands());
        self.session.run(async |client| client.close_window().await)?;
        self.session.run(async |client| client.switch_to_window(first).await)?;
        result
    }

    /// Writes a screenshot into the temporary folder and returns its path.
    pub fn save_screenshot(&self, name: &str) -> Result<PathBuf> {
        let picture = self.session.run(async |client| client.screenshot().await)?;
        let file = std::env::temp_dir().join(format!("payback-{}.png", name.replace("::", "-")));
        std::fs::write(&file, picture)?;
        Ok(file)
    }
}

fn with_fragment(address: &str, fragment: &str) -> String {
    if fragment.is_empty() { address.to_string() } else { format!("{address}#{fragment}") }
}
