//! A website with the page in it, intact or damaged. It records every request.

use crate::host::Host;
use crate::process::TempFolder;
use anyhow::{Context, Result, anyhow};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Response, Server};

/// A change to the page before it is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// None.
    Intact,
    /// A policy forbids WebAssembly.
    WasmBlocked,
    /// A character of the program differs.
    Altered,
    /// A part of the program is missing.
    Shortened,
    /// The file ends inside the program.
    Truncated,
    /// The browser has no WebAssembly.
    NoWebAssembly,
    /// The browser does not know modules, and skips them.
    NoModules,
    /// The browser does not know the syntax of the start script.
    OldSyntax,
    /// The browser does not know an instruction of the program.
    OldInstructions,
    /// The browser lacks a DOM method that the program needs.
    OldInterfaces,
    /// The program's memory cannot be allocated.
    NoMemory,
    /// The program's memory cannot grow.
    FullMemory,
    /// `fillMemory()` allocates all memory that the program can get.
    FillableMemory,
    /// `panic()` makes the program panic.
    Panics,
    /// Compiling the program waits for `compileNow()`.
    SlowCompile,
    /// The browser refuses storage and history.
    NoStorage,
    /// Drawing runs all waiting microtasks, as Firefox sometimes does.
    ReentrantMicrotasks,
}

/// Defines `fillMemory()`. `AT_START` is replaced.
const FILL_MEMORY: &str = "WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(target, args) { const instance = new target(...args); \
    window.fillMemory = () => { for (let pages = 32768; pages >= 1; pages /= 2) try { for (;;) instance.exports.memory.grow(pages); } catch { } }; \
    AT_START return instance; } });";

const MODULE: &str = "<script type=\"module\">";

impl Variant {
    const ALL: [Self; 17] = [
        Self::Intact,
        Self::WasmBlocked,
        Self::Altered,
        Self::Shortened,
        Self::Truncated,
        Self::NoWebAssembly,
        Self::NoModules,
        Self::OldSyntax,
        Self::OldInstructions,
        Self::OldInterfaces,
        Self::NoMemory,
        Self::FullMemory,
        Self::FillableMemory,
        Self::Panics,
        Self::SlowCompile,
        Self::NoStorage,
        Self::ReentrantMicrotasks,
    ];

    fn path(self) -> String {
        match self {
            Self::Intact => "/some/where/payback/".into(),
            other => format!("/{other:?}/"),
        }
    }

    fn apply(self, page: &str) -> String {
        let (before, after) = split_program(page);
        match self {
            Self::Intact => page.to_string(),
            // In WebKit the last policy counts, and the page's own comes after the server's.
            Self::WasmBlocked => page.replace(" 'wasm-unsafe-eval'", ""),
            Self::Altered => {
                let other = if after.starts_with('A') { 'B' } else { 'A' };
                before.chars().chain([other]).chain(after.chars().skip(1)).collect()
            }
            Self::Shortened => before.chars().chain(after.chars().skip(100)).collect(),
            Self::Truncated => before.to_string(),
            Self::NoWebAssembly => with_script(page, "delete window.WebAssembly;"),
            Self::NoModules => with_script(page, "delete HTMLScriptElement.prototype.noModule;")
                .replace(MODULE, "<script type=\"unknown\">"),
            Self::OldSyntax => with_script(page, "").replace(MODULE, &format!("{MODULE}syntax of tomorrow;")),
            Self::OldInstructions => with_script(
                page,
                "WebAssembly.compile = async () => { throw new WebAssembly.CompileError('invalid opcode'); };",
            ),
            Self::OldInterfaces => with_script(page, "delete Document.prototype.createTextNode;"),
            Self::NoMemory => with_script(
                page,
                "WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(target, args) { \
                 if (args.length > 1) throw new RangeError('could not allocate memory'); return new target(...args); } });",
            ),
            Self::FullMemory => with_script(page, &FILL_MEMORY.replace("AT_START", "fillMemory();")),
            Self::FillableMemory => with_script(page, &FILL_MEMORY.replace("AT_START", "")),
            // The program exports the function, but only its own module can call it.
            Self::Panics => {
                with_script(page, "").replace(MODULE, &format!("{MODULE}window.panic = () => panic_for_tests();"))
            }
            Self::SlowCompile => with_script(
                page,
                "const compile = WebAssembly.compile, told = new Promise((resolve) => { window.compileNow = resolve; }); \
                 WebAssembly.compile = (program) => told.then(() => compile.call(WebAssembly, program));",
            ),
            Self::NoStorage => with_script(
                page,
                "const refuse = () => { throw new DOMException('refused', 'SecurityError'); }; \
                 for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse }); \
                 history.replaceState = history.pushState = refuse; delete Navigator.prototype.serviceWorker; delete Navigator.prototype.clipboard;",
            ),
            Self::ReentrantMicrotasks => with_script(
                page,
                "const queue = window.queueMicrotask.bind(window), waiting = [], canvas = CanvasRenderingContext2D.prototype, fill = canvas.fillRect; \
                 const turn = () => { while (waiting.length) try { waiting.shift()(); } catch (error) { console.error(error); } }; \
                 window.queueMicrotask = (task) => { waiting.push(task); queue(turn); }; \
                 canvas.fillRect = function (...args) { turn(); return fill.apply(this, args); };",
            ),
        }
    }

    fn policy(self) -> Option<&'static str> {
        (self == Self::WasmBlocked).then_some("script-src 'unsafe-inline'")
    }
}

/// Splits the page in the middle of the program.
fn split_program(page: &str) -> (&str, &str) {
    let start = page.find("id=\"payback-program\"").unwrap_or_default();
    let end = page.get(start..).and_then(|rest| rest.find("</script>")).unwrap_or_default() + start;
    let middle = start + (end - start) / 2;
    page.split_at((middle..end).find(|at| page.is_char_boundary(*at)).unwrap_or(end))
}

/// The page with a script that runs first. The page's policy would refuse it, so the policy is removed.
fn with_script(page: &str, script: &str) -> String {
    let without_policy = page.replacen("http-equiv=\"Content-Security-Policy\"", "name=\"no-policy\"", 1);
    let charset = "<meta charset=\"utf-8\">";
    without_policy.replacen(charset, &format!("{charset}<script>{script}</script>"), 1)
}

/// The website. It stops with the process.
pub struct Site {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
    page: String,
    files: TempFolder,
    next_file: AtomicUsize,
    /// The site of somebody who embeds the page.
    pub host: Host,
}

/// An article with the page in a sandboxed frame.
const ARTICLE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>An article</title><link rel=\"icon\" href=\"data:,\">\
    <style>body { margin: 0 } iframe { border: 0; width: 1200px; height: 860px }</style><iframe title=\"Payback\" sandbox=\"allow-scripts\"></iframe>";

const ARTICLE_PATH: &str = "/article/";

impl Site {
    /// Starts the website with the page in this file, and the site of a host with these npm packages.
    pub fn start(page: &Path, node_modules: &Path) -> Result<Self> {
        let html = std::fs::read_to_string(page)
            .with_context(|| format!("{} cannot be read; `cargo xtask build` makes it", page.display()))?;
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("no server: {error}"))?;
        let address = format!("http://{}", server.server_addr().to_ip().context("no address")?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (log, served) = (Arc::clone(&requests), html.clone());
        std::thread::spawn(move || serve(&server, &log, &served));
        let host = Host::start(page.parent().context("the page has no folder")?, node_modules)?;
        let (files, next_file) = (TempFolder::new("files")?, AtomicUsize::new(0));
        Ok(Self { address, requests, page: html, files, next_file, host })
    }

    /// The http address of the page.
    pub fn url(&self, variant: Variant) -> String {
        format!("{}{}", self.address, variant.path())
    }

    /// The http address of the article.
    pub fn article_url(&self) -> String {
        format!("{}{ARTICLE_PATH}", self.address)
    }

    /// The address of the page as a new file: Firefox stores what a page remembers by file.
    pub fn file_url(&self, variant: Variant) -> Result<String> {
        let number = self.next_file.fetch_add(1, Ordering::Relaxed);
        self.write_file(&format!("{variant:?} {number}.html"), &variant.apply(&self.page))
    }

    /// Writes a file and returns its address.
    pub fn write_file(&self, name: &str, html: &str) -> Result<String> {
        let file: PathBuf = self.files.path().join(name);
        std::fs::write(&file, html)?;
        Ok(format!("file://{}", file.to_string_lossy().replace(' ', "%20")))
    }

    /// Clears the record of requests.
    pub fn clear_requests(&self) {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The recorded requests for anything but the page and the article.
    pub fn unexpected_requests(&self) -> Vec<String> {
        let is_expected =
            |path: &String| path == ARTICLE_PATH || Variant::ALL.iter().any(|variant| *path == variant.path());
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.iter().filter(|path| !is_expected(path)).cloned().collect()
    }
}

fn serve(server: &Server, requests: &Mutex<Vec<String>>, page: &str) {
    for request in server.incoming_requests() {
        let path = request.url().split('?').next().unwrap_or_default().to_string();
        let variant = Variant::ALL.into_iter().find(|variant| variant.path() == path);
        let html = match variant {
            Some(variant) => Some(variant.apply(page)),
            None => (path == ARTICLE_PATH).then(|| ARTICLE.to_string()),
        };
        requests.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        let status = if html.is_some() { 200 } else { 404 };
        let mut response = Response::from_string(html.unwrap_or_default()).with_status_code(status);
        let policy = variant.and_then(Variant::policy).map(|policy| ("Content-Security-Policy", policy));
        for (name, value) in [("Content-Type", "text/html; charset=utf-8")].into_iter().chain(policy) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // Fails if the browser has closed the connection.
        let _ = request.respond(response);
    }
}
