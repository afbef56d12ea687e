//! `cargo xtask test`: every check there is, all of them run, one summary at the end.

use crate::browsers::{self, Browser};
use crate::shell::{self, cargo, run_keeping, say};
use crate::{page, scripts, tools};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// What the person asked for.
#[derive(Debug, Default)]
struct Wanted {
    browsers: Vec<Browser>,
    only: Option<String>,
}

impl Wanted {
    fn read(flags: &[&str]) -> Result<Self> {
        let mut wanted = Self { browsers: Browser::ALL.to_vec(), only: None };
        let mut named = Vec::new();
        let mut flags = flags.iter();
        while let Some(flag) = flags.next() {
            match *flag {
                "--no-browser" => wanted.browsers.clear(),
                "--browser" => {
                    let name = flags.next().context("--browser needs a name")?;
                    named.push(
                        Browser::from_name(name)
                            .with_context(|| format!("{name} is none of chromium, firefox, webkit"))?,
                    );
                }
                "--only" => wanted.only = Some(flags.next().context("--only needs a text")?.to_string()),
                other => bail!("`{other}` is not a flag of test"),
            }
        }
        if !named.is_empty() {
            wanted.browsers = named;
        }
        Ok(wanted)
    }
}

/// The checks so far.
#[derive(Default)]
struct Summary(Vec<(String, Result<()>, f64, Vec<String>)>);

impl Summary {
    fn check(&mut self, name: &str, length: &str, work: impl FnOnce() -> (Result<()>, Vec<String>)) {
        say(format!("{name} ({length})"));
        let start = Instant::now();
        let (result, lines) = work();
        if let Err(error) = &result {
            eprintln!("{error:#}");
        }
        self.0.push((name.to_string(), result, start.elapsed().as_secs_f64(), lines));
    }

    fn simple(&mut self, name: &str, length: &str, work: impl FnOnce() -> Result<()>) {
        self.check(name, length, || (work(), Vec::new()));
    }

    fn tell(self) -> Result<()> {
        say("Summary");
        let mut failed = Vec::new();
        for (name, result, seconds, lines) in self.0 {
            println!("   {}  {name} ({seconds:.0} s)", if result.is_ok() { "ok    " } else { "FAILED" });
            for line in lines {
                println!("           {line}");
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

/// Runs all checks.
pub fn run(flags: &[&str]) -> Result<()> {
    let wanted = Wanted::read(flags)?;
    let mut summary = Summary::default();
    summary.simple("Tools", "minutes the first time, then nothing", || {
        tools::rust_components()?;
        tools::for_the_page()?;
        browsers::prepare(&wanted.browsers)
    });
    summary.simple("Format", "seconds", || shell::run(&mut cargo(&["fmt", "--all", "--check"])));
    let native = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    summary.simple("Clippy", "two minutes the first time", || shell::run(&mut cargo(&native)));
    let web =
        ["clippy", "--package", "payback", "--target", "wasm32-unknown-unknown", "--locked", "--", "-D", "warnings"];
    summary.simple("Clippy for wasm32", "two minutes the first time", || shell::run(&mut cargo(&web)));
    summary.check("Native tests", "two minutes the first time", || {
        tools::office();
        let told = ["test result:", "spreadsheet check:"];
        run_keeping(&mut cargo(&["test", "--workspace", "--locked"]), |line| {
            told.iter().any(|start| line.starts_with(start))
        })
    });
    summary.simple("Page", "two minutes the first time", page::build);
    if !wanted.browsers.is_empty() {
        summary.check("Browser tests", "about four minutes", || browser_tests(&wanted));
    }
    summary.tell()
}

fn browser_tests(wanted: &Wanted) -> (Result<()>, Vec<String>) {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", "payback-browser-tests", "--", "--page"]);
    command.arg(page::file());
    for browser in &wanted.browsers {
        match browser.describe() {
            Ok(description) => command.args(["--browser", &description]),
            Err(error) => return (Err(error), Vec::new()),
        };
    }
    match scripts::folder() {
        Ok(Some(folder)) => command.arg("--scripts").arg(folder),
        Ok(None) => &mut command,
        Err(error) => return (Err(error), Vec::new()),
    };
    if let Some(only) = &wanted.only {
        command.args(["--only", only]);
    }
    run_keeping(&mut command, |line| line.starts_with("browser result:") || line.starts_with("  FAILED"))
}
