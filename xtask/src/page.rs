//! Building the page with Trunk.

use crate::shell::{command, root, run, say};
use crate::{folders, tools};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// The self-contained page.
pub fn file() -> PathBuf {
    root().join("dist").join("index.html")
}

/// Builds the optimised page.
pub fn build() -> Result<()> {
    tools::for_the_page()?;
    say("Building the page (about two minutes the first time)");
    run(trunk(&["build", "--release"]).env(folders::FLAGS, folders::flags()))?;
    if !file().is_file() {
        bail!("{} is missing after the build", file().display());
    }
    println!("\n{}", file().display());
    Ok(())
}

/// Builds and reloads while sources change.
pub fn dev() -> Result<()> {
    tools::for_the_page()?;
    say("Serving a development build on http://127.0.0.1:8080, rebuilt at every change (first build about a minute)");
    run(&mut trunk(&["serve"]))
}

fn trunk(words: &[&str]) -> std::process::Command {
    let mut command = command("trunk", words);
    // Trunk refuses the value 1, which this variable usually has.
    command.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    command
}
