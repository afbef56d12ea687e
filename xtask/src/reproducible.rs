//! Reproducible builds: panic messages in the program name source files, and must not name folders of this machine.

use crate::process::{cargo_home, command, output, root};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// The variable from which cargo takes compiler flags for the page, in addition to `.cargo/config.toml`.
pub const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

const REMAP: &str = "--remap-path-prefix=";

/// Compiler flags that shorten the paths of dependencies and of Rust's own sources to machine-independent ones.
pub fn rustflags() -> String {
    let registries = std::fs::read_dir(cargo_home().join("registry").join("src")).into_iter().flatten().flatten();
    let mut remapped: Vec<(PathBuf, String)> = registries.map(|entry| (entry.path(), String::new())).collect();
    remapped.extend(rust_sources());
    let flags: Vec<String> =
        remapped.into_iter().map(|(folder, name)| format!("{REMAP}{}={name}", folder.display())).collect();
    // Cargo splits the variable at spaces, without any way to escape one.
    if flags.iter().any(|flag| flag.contains(' ')) { String::new() } else { flags.join(" ") }
}

/// The folder of Rust's own sources, and the path that the compiler uses where they are not installed.
fn rust_sources() -> Option<(PathBuf, String)> {
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"]))?;
    let version = output(&mut command("rustc", &["-vV"]))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    let folder = PathBuf::from(sysroot).join("lib").join("rustlib").join("src").join("rust");
    Some((folder, format!("/rustc/{commit}")))
}

/// Fails if the program names a folder of this machine. A plain `trunk build`, without our flags, only prints a note.
pub fn check(program: &[u8]) -> Result<()> {
    let folders = [Some(root()), Some(cargo_home()), std::env::home_dir()];
    let Some(folder) = folders.into_iter().flatten().find(|folder| contains(program, folder)) else { return Ok(()) };
    if std::env::var(RUSTFLAGS).is_ok_and(|flags| flags.contains(REMAP)) {
        bail!("the program names {}", folder.display());
    }
    println!("   The program names {}; `cargo xtask build` makes a reproducible one", folder.display());
    Ok(())
}

fn contains(program: &[u8], folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    folder.len() > 1 && program.windows(folder.len()).any(|bytes| bytes == folder)
}

#[cfg(test)]
mod tests {
    use super::contains;
    use std::path::Path;

    #[test]
    fn finds_a_folder_in_a_program() {
        let program = b"\0asm /home/me/.cargo/registry/src/a.rs";
        assert!(contains(program, Path::new("/home/me")));
        assert!(!contains(program, Path::new("/home/you")) && !contains(program, Path::new("/")));
    }
}
