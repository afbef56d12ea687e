//! The scripts with which other sites resize frames, from npm, for the tests of the embedded page. None of them is shipped.

use crate::shell::{command, find, root, run, say};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// What says which scripts, and what pins them.
const LISTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder with the scripts, installed when they are missing; none on a machine without npm.
pub fn folder() -> Result<Option<PathBuf>> {
    let folder = root().join("target").join("npm");
    let source = root().join("tests").join("browser");
    std::fs::create_dir_all(&folder)?;
    let mut known = folder.join("node_modules").is_dir();
    for list in LISTS {
        let wanted = std::fs::read(source.join(list)).with_context(|| format!("{list} cannot be read"))?;
        known &= std::fs::read(folder.join(list)).is_ok_and(|there| there == wanted);
        std::fs::write(folder.join(list), wanted)?;
    }
    if known {
        return Ok(Some(folder));
    }
    if find("npm").is_none() {
        say("npm is missing: the tests with pym.js, iframe-resizer and axe are left out");
        // Another run shall look again.
        std::fs::remove_file(folder.join(LISTS[0]))?;
        return Ok(None);
    }
    say("Installing pym.js, iframe-resizer and axe for the tests (seconds)");
    run(
        command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder)
    )?;
    Ok(Some(folder))
}
