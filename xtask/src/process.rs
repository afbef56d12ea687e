//! Running other programs, and telling the user which.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root folder of the repository.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// Reads a text file.
pub fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Prints a heading before a step.
pub fn announce(step: impl AsRef<str>) {
    println!("\n== {}", step.as_ref());
}

/// Cargo's home folder.
pub fn cargo_home() -> PathBuf {
    path_from_env("CARGO_HOME").or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default()
}

/// The folder where `cargo install` puts programs.
pub fn cargo_bin() -> PathBuf {
    path_from_env("CARGO_INSTALL_ROOT").unwrap_or_else(cargo_home).join("bin")
}

fn path_from_env(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// PATH with cargo's folder of installed programs in front.
fn search_path() -> OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(cargo_bin()).chain(std::env::split_paths(&inherited));
    std::env::join_paths(folders).unwrap_or(inherited)
}

/// Finds a program on the path that [`command`] uses.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&search_path()).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// A command that runs in the root folder and finds programs that cargo installed.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root()).env("PATH", search_path());
    // Set by the outer cargo. A nested cargo would rebuild packages that read these variables.
    for variable in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(variable);
    }
    command
}

/// A nested cargo.
pub fn cargo(args: &[&str]) -> Command {
    command("cargo", args)
}

fn display(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command and fails if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = display(command);
    println!("   {line}");
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command, passes its output on, and returns the lines that `keep` selects.
pub fn run_and_collect(command: &mut Command, keep: impl Fn(&str) -> bool) -> (Result<()>, Vec<String>) {
    let line = display(command);
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

/// The trimmed output of a command, or `None` if it fails.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_string())
}
