//! Serving the built page on this machine.

use crate::page;
use crate::shell::{root, say};
use anyhow::{Result, anyhow};
use std::path::{Path, PathBuf};
use tiny_http::{Header, Response, Server};

/// The port when none is asked for.
pub const PORT: u16 = 8080;

/// Builds the page and serves `dist` until the person ends it.
pub fn run(port: u16) -> Result<()> {
    // Before the build, which takes a while: a port that is taken is said at once.
    let server = Server::http(("127.0.0.1", port)).map_err(|cause| {
        anyhow!(
            "port {port} of 127.0.0.1 cannot be used ({cause}); try `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        )
    })?;
    page::build()?;
    say(format!("Payback is at http://127.0.0.1:{port}/   (Ctrl+C ends)"));
    println!("   The same page as one file, to open by double-click: {}", page::file().display());
    let folder = root().join("dist");
    for request in server.incoming_requests() {
        let answer = answer(&folder, request.url());
        // A reader who went away is no error of ours.
        let _ = request.respond(answer);
    }
    Ok(())
}

fn answer(folder: &Path, address: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let found = local(folder, address).and_then(|file| Some((std::fs::read(&file).ok()?, kind(&file))));
    match found {
        Some((bytes, kind)) => match Header::from_bytes("Content-Type", kind) {
            Ok(header) => Response::from_data(bytes).with_header(header),
            Err(()) => Response::from_data(bytes),
        },
        None => Response::from_string("Not found\n").with_status_code(404),
    }
}

fn local(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let plain = path.split('/').all(|part| part != ".." && !part.contains(['\\', ':', '%']));
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    plain.then(|| folder.join(file)).filter(|file| file.is_file())
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
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
    use super::local;
    use std::path::Path;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(local(&folder, "/main.rs?x=1").is_some());
        for address in ["/../Cargo.toml", "/a/../../Cargo.toml", "/%2e%2e/Cargo.toml", "/missing.rs", "//etc/passwd"] {
            assert_eq!(local(&folder, address), None, "{address}");
        }
    }
}
