//! `cargo xtask bench`.

use crate::browsers::Browser;
use crate::process::{announce, cargo, run};
use crate::trunk;
use anyhow::Result;

/// Measures the model natively, then the page in Chromium if it is installed.
pub fn run_benchmarks() -> Result<()> {
    announce("Measuring the model (about three minutes the first time)");
    run(&mut cargo(&["bench", "--package", "payback"]))?;
    if Browser::Chromium.find().is_none() {
        println!("\nThe page is not measured: Chromium or its driver is missing; `cargo xtask test` installs both.");
        return Ok(());
    }
    trunk::build()?;
    announce("Measuring the page in Chromium (half a minute)");
    run(&mut cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", "page-bench"]))
}
