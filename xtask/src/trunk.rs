//! Building the page with Trunk.

use crate::process::{announce, command, root, run};
use crate::{reproducible, tools};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The path of the self-contained page.
pub fn page() -> PathBuf {
    root().join("dist").join("index.html")
}

/// Builds the optimised page.
pub fn build() -> Result<()> {
    tools::install_page_tools()?;
    announce("Building the page (about two minutes the first time)");
    run(trunk(&["build", "--release"]).env(reproducible::RUSTFLAGS, reproducible::rustflags()))?;
    if !page().is_file() {
        bail!("{} is missing after the build", page().display());
    }
    println!("\n{}", page().display());
    Ok(())
}

/// Serves a development build that is rebuilt when sources change.
pub fn serve() -> Result<()> {
    tools::install_page_tools()?;
    announce(
        "Serving a development build on http://127.0.0.1:8080, rebuilt at every change (first build about a minute)",
    );
    run(&mut trunk(&["serve"]))
}

fn trunk(args: &[&str]) -> Command {
    let mut command = command("trunk", args);
    // Trunk refuses NO_COLOR=1, the usual value.
    command.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    command
}
