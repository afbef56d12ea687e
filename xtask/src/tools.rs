//! Installs the tools that are missing.

use crate::process::{announce, cargo, cargo_bin, command, find_program, output, root, run};
use anyhow::{Context, Result, bail};

const TRUNK: &str = "0.21.14";

/// Installs everything that `trunk build` needs.
pub fn install_page_tools() -> Result<()> {
    install_wasm_target()?;
    install_wasm_bindgen()?;
    install_trunk()?;
    install_wasm_opt()
}

fn install_wasm_target() -> Result<()> {
    let libraries = output(&mut command("rustc", &["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce("Adding Rust's wasm32 target (a minute)");
    run(&mut command("rustup", &["target", "add", "wasm32-unknown-unknown"]))
        .context("the wasm32 target is missing; with rustup: rustup target add wasm32-unknown-unknown")
}

/// Installs rustfmt and clippy, which rustup's minimal profile lacks.
pub fn install_rust_components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if output(&mut command(program, &["--version"])).is_none() {
            announce(format!("Adding {component} (a minute)"));
            run(&mut command("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

fn install_trunk() -> Result<()> {
    let installed = installed_version("trunk").unwrap_or_default();
    if installed.starts_with("0.21.") || installed.starts_with("0.22.") {
        return Ok(());
    }
    cargo_install("trunk", TRUNK, 5)
}

/// Installs the version in `Cargo.lock`: program and glue must come from the same version.
fn install_wasm_bindgen() -> Result<()> {
    let wanted = locked_version("wasm-bindgen")?;
    if installed_version("wasm-bindgen").is_some_and(|version| version == wanted) {
        return Ok(());
    }
    cargo_install("wasm-bindgen-cli", &wanted, 2)
}

fn install_wasm_opt() -> Result<()> {
    if find_program("wasm-opt").is_some() {
        return Ok(());
    }
    announce("Installing wasm-opt (a minute from Debian's packages, else ten to compile)");
    if apt_install(&["binaryen"]).is_ok() && find_program("wasm-opt").is_some() {
        return Ok(());
    }
    cargo_install("wasm-opt", "0.116.1", 10)
        .context("wasm-opt comes with Binaryen: install it with your system's packages (binaryen) and try again")
}

/// Runs `cargo install`, with little optimisation: compiling then takes half as long.
pub fn cargo_install(package: &str, version: &str, minutes: u32) -> Result<()> {
    announce(format!("Installing {package} {version} (about {minutes} minutes on two cores)"));
    let mut command = cargo(&["install", package, "--version", version, "--locked", "--force"]);
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256").env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    run(command.current_dir(std::env::temp_dir())).with_context(|| {
        format!(
            "{package} could not be installed in {}; by hand: cargo install {package} --version {version} --locked",
            cargo_bin().display()
        )
    })
}

/// Installs LibreOffice, which recalculates the exported spreadsheet. Without it, that check reports that it was skipped.
pub fn install_libreoffice() {
    if find_program("soffice").or_else(|| find_program("libreoffice")).is_some() {
        return;
    }
    announce("Installing libreoffice-calc (about two minutes)");
    if let Err(error) = apt_install(&["libreoffice-calc"]) {
        eprintln!("   not installed, so the check of the spreadsheet is skipped: {error:#}");
    }
}

/// Installs Debian packages, as root or with a sudo that needs no password.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if find_program("apt-get").is_none() {
        bail!("this machine has no apt-get; install the equivalent of these Debian packages: {}", packages.join(" "));
    }
    let root = output(&mut command("id", &["-u"])).is_some_and(|id| id == "0");
    let sudo = !root && output(&mut command("sudo", &["-n", "true"])).is_some();
    if !root && !sudo {
        bail!("needs root; by hand: sudo {by_hand}");
    }
    let apt = |args: &[&str]| {
        let apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"];
        if sudo {
            run(&mut command("sudo", &[&["-n"], &apt_get[..], args].concat()))
        } else {
            run(command("env", &apt_get[1..]).args(args))
        }
    };
    apt(&["update"]).with_context(|| format!("by hand: sudo {by_hand}"))?;
    apt(&[&["install", "--no-install-recommends"], packages].concat())
        .with_context(|| format!("by hand: sudo {by_hand}"))
}

fn installed_version(program: &str) -> Option<String> {
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
    fn the_version_is_that_of_the_exact_package() {
        let lock =
            "name = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
