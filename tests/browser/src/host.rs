//! The site of somebody who embeds the page: articles, and the scripts that such sites use.

use anyhow::{Context, Result, anyhow};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Response, Server};

/// Scripts from npm that articles load as `/npm/<name>`.
const SCRIPTS: [(&str, &str); 3] = [
    ("pym", "pym.js/dist/pym.v1.js"),
    ("resizer-4", "iframe-resizer/js/iframeResizer.js"),
    ("resizer-5", "@iframe-resizer/parent/index.umd.js"),
];

struct Article {
    html: String,
    policy: Option<String>,
}

/// The site. It stops with the process. It also serves the page's folder (`dist`), as sites do that copy it.
pub struct Host {
    address: String,
    articles: Arc<Mutex<Vec<Article>>>,
    node_modules: PathBuf,
}

impl Host {
    /// Starts the site with these folders.
    pub fn start(dist: &Path, node_modules: &Path) -> Result<Self> {
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("no server: {error}"))?;
        let address = format!("http://{}", server.server_addr().to_ip().context("no address")?);
        let articles = Arc::new(Mutex::new(Vec::new()));
        let (shared, dist, modules) = (Arc::clone(&articles), dist.to_path_buf(), node_modules.to_path_buf());
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let response = respond(&shared, &dist, &modules, request.url());
                // Fails if the browser has closed the connection.
                let _ = request.respond(response);
            }
        });
        Ok(Self { address, articles, node_modules: node_modules.to_path_buf() })
    }

    /// The text of a script from npm.
    pub fn npm_script(&self, file: &str) -> Result<String> {
        let file = self.node_modules.join(file);
        std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
    }

    /// Adds an article and returns its address.
    pub fn add_article(&self, html: String, policy: Option<String>) -> String {
        let mut articles = self.articles.lock().unwrap_or_else(PoisonError::into_inner);
        articles.push(Article { html, policy });
        format!("{}/article/{}", self.address, articles.len() - 1)
    }

    /// The address of a file in the page's folder.
    pub fn file_url(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }
}

fn respond(
    articles: &Mutex<Vec<Article>>,
    dist: &Path,
    modules: &Path,
    url: &str,
) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = url.split('?').next().unwrap_or_default().trim_start_matches('/');
    let (body, policy) = match path.split_once('/') {
        Some(("article", number)) => {
            let articles = articles.lock().unwrap_or_else(PoisonError::into_inner);
            match number.parse().ok().and_then(|number: usize| articles.get(number)) {
                Some(article) => (Some(article.html.clone().into_bytes()), article.policy.clone()),
                None => (None, None),
            }
        }
        Some(("npm", name)) => {
            let file = SCRIPTS.iter().find(|(known, _)| *known == name).map(|(_, file)| modules.join(file));
            (file.and_then(|file| std::fs::read(file).ok()), None)
        }
        _ if path.contains("..") => (None, None),
        _ => (std::fs::read(dist.join(path)).ok(), None),
    };
    let is_script = path.starts_with("npm/") || path.ends_with(".js");
    let content_type = if is_script { "text/javascript; charset=utf-8" } else { "text/html; charset=utf-8" };
    let status = if body.is_some() { 200 } else { 404 };
    let mut response = Response::from_data(body.unwrap_or_default()).with_status_code(status);
    let headers = [("Content-Type", Some(content_type)), ("Content-Security-Policy", policy.as_deref())];
    for header in headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value?).ok()) {
        response.add_header(header);
    }
    response
}
