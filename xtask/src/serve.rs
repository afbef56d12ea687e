//! `cargo xtask serve`.

use crate::process::{announce, root};
use crate::trunk;
use anyhow::{Result, anyhow};
use std::path::{Path, PathBuf};
use tiny_http::{Header, Response, Server};

/// The port without `--port`.
pub const DEFAULT_PORT: u16 = 8080;

/// Builds the page and serves `dist` on 127.0.0.1 until the process is interrupted.
pub fn run(port: u16) -> Result<()> {
    // Before the build, so that a port in use is reported at once.
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!(
            "port {port} of 127.0.0.1 cannot be used ({error}); try `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        )
    })?;
    trunk::build()?;
    announce(format!("Payback is at http://127.0.0.1:{port}/   (Ctrl+C ends)"));
    println!("   The same page as one file, to open by double-click: {}", trunk::page().display());
    let folder = root().join("dist");
    for request in server.incoming_requests() {
        let response = respond(&folder, request.url());
        // Fails if the browser has closed the connection.
        let _ = request.respond(response);
    }
    Ok(())
}

fn respond(folder: &Path, url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let found = local_file(folder, url).and_then(|file| Some((std::fs::read(&file).ok()?, content_type(&file))));
    match found {
        Some((bytes, content_type)) => match Header::from_bytes("Content-Type", content_type) {
            Ok(header) => Response::from_data(bytes).with_header(header),
            Err(()) => Response::from_data(bytes),
        },
        None => Response::from_string("Not found\n").with_status_code(404),
    }
}

fn local_file(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let plain = path.split('/').all(|part| part != ".." && !part.contains(['\\', ':', '%']));
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    plain.then(|| folder.join(file)).filter(|file| file.is_file())
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::local_file;
    use std::path::Path;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(local_file(&folder, "/main.rs?x=1").is_some());
        for url in ["/../Cargo.toml", "/a/../../Cargo.toml", "/%2e%2e/Cargo.toml", "/missing.rs", "//etc/passwd"] {
            assert_eq!(local_file(&folder, url), None, "{url}");
        }
    }
}
