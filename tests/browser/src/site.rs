//! A website on this machine with the page in it, whole or damaged, and a note of every request.

use crate::host::Host;
use crate::process::Folder;
use anyhow::{Context, Result, anyhow};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Response, Server};

/// What is done to the page before it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Nothing.
    Whole,
    /// A policy forbids WebAssembly.
    Blocked,
    /// A character of the program is another.
    Altered,
    /// A piece of the program is missing.
    Shortened,
    /// The file ends inside the program.
    Truncated,
    /// The browser has no WebAssembly.
    NoWebAssembly,
    /// The browser knows no modules, and passes over them.
    NoModules,
    /// The browser does not know the script's syntax.
    OldSyntax,
    /// The browser does not know the program's instructions.
    OldInstructions,
    /// The browser lacks an interface that the program cannot do without.
    OldInterfaces,
    /// There is no memory for the program.
    NoMemory,
    /// The program is given no memory beyond what it starts with.
    FullMemory,
    /// A test can take all memory that is left: `fill()`.
    Fillable,
    /// The program is compiled when a test says so: `wake()`.
    Slow,
    /// The browser refuses memory and address.
    Barren,
    /// The browser turns to what waits whenever something is drawn, as Firefox does now and then.
    Restless,
}

/// Gives a test the means to take all memory that the program could still get.
const FILL: &str = "WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(kind, words) { const made = new kind(...words); \
    window.fill = () => { for (let pages = 32768; pages >= 1; pages /= 2) try { for (;;) made.exports.memory.grow(pages); } catch { } }; \
    AT_ONCE return made; } });";

impl Variant {
    const ALL: [Self; 16] = [
        Self::Whole,
        Self::Blocked,
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
        Self::Fillable,
        Self::Slow,
        Self::Barren,
        Self::Restless,
    ];

    fn path(self) -> String {
        match self {
            Self::Whole => "/some/where/payback/".into(),
            other => format!("/{other:?}/"),
        }
    }

    fn page(self, whole: &str) -> String {
        let start = whole.find("id=\"payback-engine\"").unwrap_or_default();
        let end = whole.get(start..).and_then(|rest| rest.find("</script>")).unwrap_or_default() + start;
        let middle = start + (end - start) / 2;
        let middle = (middle..end).find(|at| whole.is_char_boundary(*at)).unwrap_or(end);
        let (before, after) = whole.split_at(middle);
        match self {
            Self::Whole => whole.to_string(),
            // In WebKit the last policy counts, and the page's own comes after the server's.
            Self::Blocked => whole.replace(" 'wasm-unsafe-eval'", ""),
            Self::Altered => {
                let other = if after.starts_with('A') { 'B' } else { 'A' };
                before.chars().chain([other]).chain(after.chars().skip(1)).collect()
            }
            Self::Shortened => before.chars().chain(after.chars().skip(100)).collect(),
            Self::Truncated => before.to_string(),
            Self::NoWebAssembly => lacking(whole, "delete window.WebAssembly;"),
            Self::NoModules => lacking(whole, "delete HTMLScriptElement.prototype.noModule;")
                .replace("<script type=\"module\">", "<script type=\"unknown\">"),
            Self::OldSyntax => {
                lacking(whole, "").replace("<script type=\"module\">", "<script type=\"module\">syntax of tomorrow;")
            }
            Self::OldInstructions => lacking(
                whole,
                "WebAssembly.compile = async () => { throw new WebAssembly.CompileError('invalid opcode'); };",
            ),
            Self::OldInterfaces => lacking(whole, "delete Document.prototype.createTextNode;"),
            Self::NoMemory => lacking(
                whole,
                "WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(kind, words) { \
                 if (words.length > 1) throw new RangeError('could not allocate memory'); return new kind(...words); } });",
            ),
            Self::FullMemory => lacking(whole, &FILL.replace("AT_ONCE", "fill();")),
            Self::Fillable => lacking(whole, &FILL.replace("AT_ONCE", "")),
            Self::Slow => lacking(
                whole,
                "const compile = WebAssembly.compile, said = new Promise((wake) => { window.wake = wake; }); \
                 WebAssembly.compile = (program) => said.then(() => compile.call(WebAssembly, program));",
            ),
            Self::Barren => lacking(
                whole,
                "const refuse = () => { throw new DOMException('refused', 'SecurityError'); }; \
                 for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse }); \
                 history.replaceState = history.pushState = refuse; delete Navigator.prototype.serviceWorker; delete Navigator.prototype.clipboard;",
            ),
            Self::Restless => lacking(
                whole,
                "const queue = window.queueMicrotask.bind(window), waiting = [], canvas = CanvasRenderingContext2D.prototype, fill = canvas.fillRect; \
                 const turn = () => { while (waiting.length) try { waiting.shift()(); } catch (error) { console.error(error); } }; \
                 window.queueMicrotask = (work) => { waiting.push(work); queue(turn); }; \
                 canvas.fillRect = function (...words) { turn(); return fill.apply(this, words); };",
            ),
        }
    }

    fn policy(self) -> Option<&'static str> {
        (self == Self::Blocked).then_some("script-src 'unsafe-inline'")
    }
}

/// The page in a browser that a script has made poorer; the page's policy would refuse that script.
fn lacking(whole: &str, script: &str) -> String {
    let free = whole.replacen("http-equiv=\"Content-Security-Policy\"", "name=\"no-policy\"", 1);
    free.replacen("<meta charset=\"utf-8\">", &format!("<meta charset=\"utf-8\"><script>{script}</script>"), 1)
}

/// The website; it ends with the program.
pub struct Site {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
    whole: String,
    folder: Folder,
    files: AtomicUsize,
    /// Somebody else's website.
    pub host: Host,
}

/// An article with the page in a frame that may run scripts and nothing else.
const ARTICLE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>An article</title><link rel=\"icon\" href=\"data:,\">\
    <style>body { margin: 0 } iframe { border: 0; width: 1200px; height: 860px }</style><iframe title=\"Payback\" sandbox=\"allow-scripts\"></iframe>";

impl Site {
    /// Starts it with the page in this file, and beside it a host's website with these scripts.
    pub fn start(page: &Path, scripts: Option<&Path>) -> Result<Self> {
        let whole = std::fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("no server: {error}"))?;
        let address = format!("http://{}", server.server_addr().to_ip().context("no address")?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (noted, text) = (Arc::clone(&requests), whole.clone());
        std::thread::spawn(move || serve(&server, &noted, &text));
        let host = Host::start(page.parent().context("the page is in no folder")?, scripts)?;
        Ok(Self { address, requests, whole, folder: Folder::new("files")?, files: AtomicUsize::new(0), host })
    }

    /// The page's address over http.
    pub fn page(&self, variant: Variant) -> String {
        format!("{}{}", self.address, variant.path())
    }

    /// The address of the article.
    pub fn article(&self) -> String {
        format!("{}/article/", self.address)
    }

    /// The page's address as a file.
    pub fn file(&self, variant: Variant) -> Result<String> {
        // Firefox keeps what a page remembers by file: another name is another page.
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        self.keep(&format!("{variant:?} {number}.html"), &variant.page(&self.whole))
    }

    /// Writes a page to a file and returns its address.
    pub fn keep(&self, name: &str, page: &str) -> Result<String> {
        let file: PathBuf = self.folder.path().join(name);
        std::fs::write(&file, page)?;
        Ok(format!("file://{}", file.to_string_lossy().replace(' ', "%20")))
    }

    /// Forgets the requests so far.
    pub fn forget(&self) {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Requests for anything but a page that a test opens.
    pub fn strays(&self) -> Vec<String> {
        let known = |path: &String| path == "/article/" || Variant::ALL.iter().any(|variant| *path == variant.path());
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.iter().filter(|path| !known(path)).cloned().collect()
    }
}

fn serve(server: &Server, requests: &Mutex<Vec<String>>, whole: &str) {
    for request in server.incoming_requests() {
        let path = request.url().split('?').next().unwrap_or_default().to_string();
        let variant = Variant::ALL.into_iter().find(|variant| variant.path() == path);
        let page =
            if path == "/article/" { Some(ARTICLE.to_string()) } else { variant.map(|variant| variant.page(whole)) };
        requests.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        let mut answer = Response::from_string(page.clone().unwrap_or_default()).with_status_code(if page.is_some() {
            200
        } else {
            404
        });
        let policy = variant.and_then(Variant::policy).map(|policy| ("Content-Security-Policy", policy));
        for (name, value) in [("Content-Type", "text/html; charset=utf-8")].into_iter().chain(policy) {
            if let Ok(header) = Header::from_bytes(name, value) {
                answer.add_header(header);
            }
        }
        // A browser that no longer waits is no failure.
        let _ = request.respond(answer);
    }
}
