//! npm packages for the browser tests: axe, and the scripts with which other sites resize frames. None of them is shipped.

use crate::process::{announce, command, find_program, root, run};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Copied from `tests/browser`; an installation with other contents is out of date.
const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder `node_modules`, which may be missing.
pub fn modules() -> PathBuf {
    folder().join("node_modules")
}

fn folder() -> PathBuf {
    root().join("target").join("npm")
}

/// Installs the packages if npm is available. The tests that need them are ignored otherwise.
pub fn install() -> Result<()> {
    let (source, folder) = (root().join("tests").join("browser"), folder());
    let read = |name: &str| std::fs::read(source.join(name)).with_context(|| format!("{name} cannot be read"));
    let wanted = MANIFESTS.map(|name| Ok((name, read(name)?))).into_iter().collect::<Result<Vec<_>>>()?;
    let is_current = |(name, text): &(&str, Vec<u8>)| std::fs::read(folder.join(name)).is_ok_and(|old| old == *text);
    if modules().is_dir() && wanted.iter().all(is_current) {
        return Ok(());
    }
    if find_program("npm").is_none() {
        announce("npm is missing: the tests with axe, pym.js and iframe-resizer are ignored");
        return Ok(());
    }
    announce("Installing axe, pym.js and iframe-resizer for the tests (seconds)");
    std::fs::create_dir_all(&folder)?;
    for (name, text) in wanted {
        std::fs::write(folder.join(name), text)?;
    }
    let args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(command("npm", &args).current_dir(&folder))
}
