//! Folders of this machine, which the compiler writes into the program's panics: the page names none of them, and is the
//! same on every machine.

use crate::shell::{cargo_home, command, output, root};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Where cargo looks for the compiler's flags, besides those in its configuration.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

const RENAME: &str = "--remap-path-prefix=";

/// Flags that name the sources of crates by their name alone, and those of Rust as a machine without them does.
pub fn flags() -> String {
    let registries = std::fs::read_dir(cargo_home().join("registry").join("src")).into_iter().flatten().flatten();
    let mut renamed: Vec<(PathBuf, String)> = registries.map(|entry| (entry.path(), String::new())).collect();
    renamed.extend(rust());
    let all: Vec<String> =
        renamed.into_iter().map(|(folder, name)| format!("{RENAME}{}={name}", folder.display())).collect();
    // Cargo divides them at spaces, and has no sign for one inside.
    if all.iter().any(|flag| flag.contains(' ')) { String::new() } else { all.join(" ") }
}

fn rust() -> Option<(PathBuf, String)> {
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"]))?;
    let version = output(&mut command("rustc", &["-vV"]))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((
        ["lib", "rustlib", "src", "rust"].iter().fold(PathBuf::from(sysroot), |at, part| at.join(part)),
        format!("/rustc/{commit}"),
    ))
}

/// Fails where the program still names a folder of this machine; without our flags (a plain `trunk build`) it only says so.
pub fn check(program: &[u8]) -> Result<()> {
    let homes = [Some(root()), Some(cargo_home()), std::env::home_dir()];
    let found = homes.into_iter().flatten().find(|folder| names(program, folder));
    let Some(found) = found else { return Ok(()) };
    if std::env::var(FLAGS).is_ok_and(|flags| flags.contains(RENAME)) {
        bail!("the program names {}", found.display());
    }
    println!(
        "   The program names {}: `cargo xtask build` makes one that is the same on every machine",
        found.display()
    );
    Ok(())
}

fn names(program: &[u8], folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    folder.len() > 1 && program.windows(folder.len()).any(|part| part == folder)
}

#[cfg(test)]
mod tests {
    use super::names;
    use std::path::Path;

    #[test]
    fn a_folder_is_found_in_a_program() {
        let program = b"\0asm /home/me/.cargo/registry/src/a.rs";
        assert!(names(program, Path::new("/home/me")));
        assert!(!names(program, Path::new("/home/you")) && !names(program, Path::new("/")));
    }
}
