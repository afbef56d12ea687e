//! Measuring speed.

use crate::browsers::Browser;
use crate::page;
use crate::shell::{self, cargo, say};
use anyhow::Result;

/// The model natively, then the page in Chromium where that is installed.
pub fn run() -> Result<()> {
    say("Measuring the model (about three minutes the first time)");
    shell::run(&mut cargo(&["bench", "--package", "payback"]))?;
    let Ok(chromium) = Browser::Chromium.describe() else {
        println!("\nThe page is not measured: that needs Chromium and its driver, which `cargo xtask test` installs.");
        return Ok(());
    };
    page::build()?;
    say("Measuring the page in Chromium (half a minute)");
    let tests = ["run", "--quiet", "--package", "payback-browser-tests", "--", "--bench", "yes", "--browser"];
    shell::run(cargo(&tests).args([&chromium, "--page"]).arg(page::file()))
}
