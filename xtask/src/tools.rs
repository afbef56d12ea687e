//! What building the page needs, installed when it is missing.

use crate::shell::{cargo, cargo_bin, command, find, output, root, run, say};
use anyhow::{Context, Result, bail};

const TRUNK: &str = "0.21.14";

/// Everything that `trunk build` needs on this machine.
pub fn for_the_page() -> Result<()> {
    wasm_target()?;
    wasm_bindgen()?;
    trunk()?;
    wasm_opt()
}

/// Rust's standard library for WebAssembly.
pub fn wasm_target() -> Result<()> {
    let libraries = output(&mut command("rustc", &["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("Adding Rust's wasm32 target (a minute)");
    run(&mut command("rustup", &["target", "add", "wasm32-unknown-unknown"]))
        .context("the wasm32 target is missing; with rustup: rustup target add wasm32-unknown-unknown")
}

/// rustfmt and clippy, which a minimal Rust comes without.
pub fn rust_components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if output(&mut command(program, &["--version"])).is_none() {
            say(format!("Adding {component} (a minute)"));
            run(&mut command("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

fn trunk() -> Result<()> {
    let present = version_of("trunk").unwrap_or_default();
    if present.starts_with("0.21.") || present.starts_with("0.22.") {
        return Ok(());
    }
    install("trunk", TRUNK, 5)
}

/// The version that Cargo.lock names: the glue and the module must come from the same one.
fn wasm_bindgen() -> Result<()> {
    let wanted = locked_version("wasm-bindgen")?;
    if version_of("wasm-bindgen").is_some_and(|version| version == wanted) {
        return Ok(());
    }
    install("wasm-bindgen-cli", &wanted, 2)
}

fn wasm_opt() -> Result<()> {
    if find("wasm-opt").is_some() {
        return Ok(());
    }
    say("Installing wasm-opt (a minute from Debian's packages, else ten to compile)");
    if debian(&["binaryen"]).is_ok() && find("wasm-opt").is_some() {
        return Ok(());
    }
    install("wasm-opt", "0.116.1", 10)
        .context("wasm-opt comes with Binaryen: install it with your system's packages (binaryen) and try again")
}

/// Compiles a program with cargo into cargo's own folder, with less optimisation than its author chose: it shortens the wait a lot.
pub fn install(package: &str, version: &str, minutes: u32) -> Result<()> {
    say(format!("Installing {package} {version} (about {minutes} minutes on two cores)"));
    let words = ["install", package, "--version", version, "--locked", "--force"];
    let mut command = cargo(&words);
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256").env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    run(command.current_dir(std::env::temp_dir())).with_context(|| {
        format!(
            "{package} could not be installed into {}; by hand: cargo install {package} --version {version} --locked",
            cargo_bin().display()
        )
    })
}

/// LibreOffice, which calculates the exported spreadsheet anew. Where it cannot be had, that check says that it was skipped.
pub fn office() {
    if find("soffice").or_else(|| find("libreoffice")).is_some() {
        return;
    }
    say("Installing libreoffice-calc (about two minutes)");
    if let Err(error) = debian(&["libreoffice-calc"]) {
        eprintln!("   not installed, so the spreadsheet's check will be skipped: {error:#}");
    }
}

/// Installs Debian packages, as root or with a sudo that asks nothing.
pub fn debian(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if find("apt-get").is_none() {
        bail!("this machine has no apt-get; install what these Debian packages hold: {}", packages.join(" "));
    }
    let root = output(&mut command("id", &["-u"])).is_some_and(|id| id == "0");
    let sudo = !root && output(&mut command("sudo", &["-n", "true"])).is_some();
    if !root && !sudo {
        bail!("needs root; by hand: sudo {by_hand}");
    }
    let apt = |words: &[&str]| {
        let mut all = if sudo { vec!["sudo", "-n"] } else { vec![] };
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]);
        all.extend(words);
        let (program, rest) = all.split_first().context("no command")?;
        run(&mut command(program, rest))
    };
    apt(&["update"]).with_context(|| format!("by hand: sudo {by_hand}"))?;
    apt(&[&["install", "--no-install-recommends"], packages].concat())
        .with_context(|| format!("by hand: sudo {by_hand}"))
}

fn version_of(program: &str) -> Option<String> {
    let text = output(&mut command(program, &["--version"]))?;
    text.split_whitespace().nth(1).map(str::to_string)
}

fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock does not name {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split_once('"').map(|(version, _)| version.to_string())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn a_version_is_read_for_the_exact_package() {
        let lock =
            "name = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
