//! `cargo xtask test`.

use crate::browsers::{self, Browser};
use crate::process::{announce, cargo, run, run_and_collect};
use crate::{fonts, npm, tools, trunk};
use anyhow::{Result, bail};
use std::process::Command;
use std::time::{Duration, Instant};

/// A finished check.
struct Check {
    name: &'static str,
    result: Result<()>,
    duration: Duration,
    /// Lines of output that the summary repeats.
    notes: Vec<String>,
}

/// The checks so far. One that fails does not stop the others.
#[derive(Default)]
struct Report(Vec<Check>);

impl Report {
    fn check(&mut self, name: &'static str, time: &str, work: impl FnOnce() -> Result<()>) {
        self.check_with_notes(name, time, || (work(), Vec::new()));
    }

    fn check_with_notes(&mut self, name: &'static str, time: &str, work: impl FnOnce() -> (Result<()>, Vec<String>)) {
        announce(format!("{name} ({time})"));
        let start = Instant::now();
        let (result, notes) = work();
        if let Err(error) = &result {
            eprintln!("{error:#}");
        }
        self.0.push(Check { name, result, duration: start.elapsed(), notes });
    }

    fn finish(self) -> Result<()> {
        announce("Summary");
        let mut failed = Vec::new();
        for Check { name, result, duration, notes } in self.0 {
            let state = if result.is_ok() { "ok    " } else { "FAILED" };
            println!("   {state}  {name} ({:.0} s)", duration.as_secs_f64());
            for note in notes {
                println!("           {note}");
            }
            if let Err(error) = result {
                println!("           {error:#}");
                failed.push(name);
            }
        }
        if failed.is_empty() {
            println!("\nAll checks passed.");
            return Ok(());
        }
        bail!("failed: {}", failed.join(", "))
    }
}

/// Runs every check, with or without the browser tests.
pub fn everything(with_browsers: bool) -> Result<()> {
    let mut report = Report::default();
    report.check("Tools", "minutes the first time, then nothing", || {
        tools::install_rust_components()?;
        tools::install_page_tools()?;
        if with_browsers { install_for_browser_tests(&Browser::ALL) } else { Ok(()) }
    });
    report.check("Format", "seconds", || run(&mut cargo(&["fmt", "--all", "--check"])));
    let native = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    report.check("Clippy", "two minutes the first time", || run(&mut cargo(&native)));
    let wasm =
        ["clippy", "--package", "payback", "--target", "wasm32-unknown-unknown", "--locked", "--", "-D", "warnings"];
    report.check("Clippy for wasm32", "two minutes the first time", || run(&mut cargo(&wasm)));
    report.check_with_notes("Native tests", "two minutes the first time", || {
        tools::install_libreoffice();
        let noted = ["test result:", "spreadsheet check:"];
        run_and_collect(&mut cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]), |line| {
            noted.iter().any(|start| line.starts_with(start))
        })
    });
    report.check("Page", "two minutes the first time", trunk::build);
    if with_browsers {
        report.check_with_notes("Browser tests", "about four minutes", || {
            let is_noted = |line: &str| line.starts_with("test result:") || line.ends_with("... FAILED");
            run_and_collect(&mut browser_tests(&[]), is_noted)
        });
    }
    report.finish()
}

/// Builds the page and runs the browser tests with these arguments: a filter, or flags as `cargo test` has them.
pub fn browser_tests_only(args: &[&str]) -> Result<()> {
    let named: Vec<Browser> =
        Browser::ALL.into_iter().filter(|browser| args.iter().any(|arg| arg.contains(browser.name()))).collect();
    install_for_browser_tests(if named.is_empty() { &Browser::ALL } else { &named })?;
    trunk::build()?;
    run(&mut browser_tests(args))
}

fn install_for_browser_tests(browsers: &[Browser]) -> Result<()> {
    browsers::install(browsers)?;
    fonts::install()?;
    npm::install()
}

fn browser_tests(args: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", "browser-tests", "--"]);
    command.args(args);
    command
}
