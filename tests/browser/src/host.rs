//! Somebody else's website: articles with the page in them, and the scripts that such sites have.

use anyhow::{Context, Result, anyhow};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Response, Server};

/// Scripts from npm, by the name that articles have for them.
const SCRIPTS: [(&str, &str); 3] = [
    ("pym", "pym.js/dist/pym.v1.js"),
    ("resizer-4", "iframe-resizer/js/iframeResizer.js"),
    ("resizer-5", "@iframe-resizer/parent/index.umd.js"),
];

/// An article and its policy, if it has one.
type Article = (String, Option<String>);

/// The website; it ends with the program. The page's own folder (`dist`) is there too, as on a site that copied it.
pub struct Host {
    address: String,
    articles: Arc<Mutex<Vec<Article>>>,
    scripts: Option<PathBuf>,
}

impl Host {
    /// Starts it, with the folder of the page and the one of the scripts, where they are installed.
    pub fn start(folder: &Path, scripts: Option<&Path>) -> Result<Self> {
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("no server: {error}"))?;
        let address = format!("http://{}", server.server_addr().to_ip().context("no address")?);
        let articles = Arc::new(Mutex::new(Vec::new()));
        let scripts = scripts.map(|folder| folder.join("node_modules"));
        let (written, files, npm) = (Arc::clone(&articles), folder.to_path_buf(), scripts.clone().unwrap_or_default());
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let answer = answer(&written, &files, &npm, request.url());
                // A browser that no longer waits is no failure.
                let _ = request.respond(answer);
            }
        });
        Ok(Self { address, articles, scripts })
    }

    /// Whether the scripts from npm are there.
    pub fn has_scripts(&self) -> bool {
        self.scripts.as_ref().is_some_and(|folder| SCRIPTS.iter().all(|(_, file)| folder.join(file).is_file()))
    }

    /// The text of a script from npm, where it is installed.
    pub fn script(&self, file: &str) -> Option<String> {
        std::fs::read_to_string(self.scripts.as_ref()?.join(file)).ok()
    }

    /// Writes an article and returns its address.
    pub fn article(&self, html: String, policy: Option<String>) -> String {
        let mut articles = self.articles.lock().unwrap_or_else(PoisonError::into_inner);
        articles.push((html, policy));
        format!("{}/article/{}", self.address, articles.len() - 1)
    }

    /// The address of a file beside the page.
    pub fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }
}

fn answer(articles: &Mutex<Vec<Article>>, folder: &Path, npm: &Path, url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = url.split('?').next().unwrap_or_default().trim_start_matches('/');
    let (body, policy) = match path.split_once('/') {
        Some(("article", number)) => {
            let articles = articles.lock().unwrap_or_else(PoisonError::into_inner);
            match number.parse().ok().and_then(|number: usize| articles.get(number)) {
                Some((html, policy)) => (Some(html.clone().into_bytes()), policy.clone()),
                None => (None, None),
            }
        }
        Some(("npm", name)) => {
            let file = SCRIPTS.iter().find(|(known, _)| *known == name).map(|(_, file)| npm.join(file));
            (file.and_then(|file| std::fs::read(file).ok()), None)
        }
        _ if path.contains("..") => (None, None),
        _ => (std::fs::read(folder.join(path)).ok(), None),
    };
    let kind = if path.starts_with("npm/") || path.ends_with(".js") { "text/javascript" } else { "text/html" };
    let code = if body.is_some() { 200 } else { 404 };
    let mut answer = Response::from_data(body.unwrap_or_default()).with_status_code(code);
    let kind = format!("{kind}; charset=utf-8");
    let headers = [("Content-Type", Some(kind)), ("Content-Security-Policy", policy)];
    for header in headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value?).ok()) {
        answer.add_header(header);
    }
    answer
}
