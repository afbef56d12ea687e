//! Talking to the person and running other programs.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the whole project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Says what happens next.
pub fn say(what: impl AsRef<str>) {
    println!("\n== {}", what.as_ref());
}

/// Where cargo keeps what it has fetched.
pub fn cargo_home() -> PathBuf {
    named("CARGO_HOME").or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default()
}

/// Where `cargo install` puts programs.
pub fn cargo_bin() -> PathBuf {
    named("CARGO_INSTALL_ROOT").unwrap_or_else(cargo_home).join("bin")
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn search_path() -> std::ffi::OsString {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(cargo_bin()).chain(std::env::split_paths(&before));
    std::env::join_paths(folders).unwrap_or(before)
}

/// Finds a program the way [`command`] will.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = search_path();
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// A command that runs in the project's folder and also finds what cargo has installed.
pub fn command(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(root()).env("PATH", search_path());
    // Set by the cargo that runs us; they would make a nested cargo rebuild what depends on them.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(name);
    }
    command
}

/// A nested cargo.
pub fn cargo(words: &[&str]) -> Command {
    command("cargo", words)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its end and fails with its line when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("   {line}");
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command, shows what it prints, and returns the lines that pass `keep`.
pub fn run_keeping(command: &mut Command, keep: impl Fn(&str) -> bool) -> (Result<()>, Vec<String>) {
    let line = line(command);
    println!("   {line}");
    let mut kept = Vec::new();
    let result = (|| {
        let mut child =
            command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{line}` could not be started"))?;
        for text in BufReader::new(child.stdout.take().context("no output")?).lines() {
            let text = text?;
            println!("{text}");
            if keep(&text) {
                kept.push(text);
            }
        }
        let status = child.wait()?;
        if status.success() { Ok(()) } else { bail!("`{line}` failed ({status})") }
    })();
    (result, kept)
}

/// What a command prints, or `None` when it cannot run.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_string())
}
