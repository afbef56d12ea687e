//! The finished page in Chromium, Firefox and WebKit; run by `cargo xtask test`.
//!
//! A test is a function over a [`page::Page`]; [`tests::all`] lists them. Each runs in every browser and in each of the
//! ways it names: over http, from a file, in a sandboxed frame.

#![forbid(unsafe_code)]

mod bench;
mod browser;
mod host;
mod page;
mod process;
mod site;
mod tests;

use anyhow::{Context, Result, bail};
use browser::{Browser, Session};
use page::{Page, Way};
use site::Site;
use std::path::PathBuf;
use std::time::Instant;

struct Wanted {
    page: PathBuf,
    scripts: Option<PathBuf>,
    browsers: Vec<Browser>,
    only: String,
    bench: bool,
}

fn main() {
    match wanted().and_then(|wanted| run(&wanted)) {
        Ok(0) => {}
        Ok(_) => std::process::exit(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::exit(2);
        }
    }
}

fn wanted() -> Result<Wanted> {
    let mut wanted =
        Wanted { page: PathBuf::new(), scripts: None, browsers: Vec::new(), only: String::new(), bench: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().with_context(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--page" => wanted.page = value.into(),
            "--scripts" => wanted.scripts = Some(value.into()),
            "--browser" => wanted.browsers.push(Browser::read(&value)?),
            "--only" => wanted.only = value,
            "--bench" => wanted.bench = value == "yes",
            _ => bail!("{word} is not known; `cargo xtask test` calls this program"),
        }
    }
    Ok(wanted)
}

fn run(wanted: &Wanted) -> Result<usize> {
    let site = Site::start(&wanted.page, wanted.scripts.as_deref())?;
    let mut failures = 0;
    for browser in &wanted.browsers {
        if wanted.bench {
            bench::run(browser, &site)?;
            continue;
        }
        let start = Instant::now();
        let (passed, failed) = run_in(browser, &site, &wanted.only);
        failures += failed;
        println!(
            "browser result: {}: {passed} passed; {failed} failed ({:.0} s)",
            browser.name(),
            start.elapsed().as_secs_f64()
        );
    }
    Ok(failures)
}

fn run_in(browser: &Browser, site: &Site, only: &str) -> (usize, usize) {
    let (mut passed, mut failed) = (0, 0);
    let mut session = None;
    for way in Way::ALL {
        for test in tests::all().iter().filter(|test| test.ways.contains(&way)) {
            let name = format!("{} {} {}", browser.name(), way.name(), test.name);
            if !name.contains(only) {
                continue;
            }
            let start = Instant::now();
            let result = run_one(browser, &mut session, site, way, test);
            let seconds = start.elapsed().as_secs_f64();
            match result {
                Ok(()) => {
                    passed += 1;
                    println!("  ok      {name} ({seconds:.1} s)");
                }
                Err(error) => {
                    failed += 1;
                    println!("  FAILED  {name} ({seconds:.1} s)\n          {error:#}");
                }
            }
        }
    }
    (passed, failed)
}

fn run_one(browser: &Browser, session: &mut Option<Session>, site: &Site, way: Way, test: &tests::Test) -> Result<()> {
    let open = match session.take() {
        Some(open) => open,
        None => Session::start(browser)?,
    };
    site.forget();
    let page = Page::new(&open, site, way);
    let mut result = (test.run)(&page);
    if result.is_ok() {
        result = if test.quiet { page.was_quiet() } else { page.hush() };
    }
    if result.is_err() {
        page.take_picture(test.name);
    }
    // A session that a failed test leaves behind may be in any state: the next test gets a fresh one.
    if result.is_ok() && open.has_its_room() {
        *session = Some(open);
    }
    result
}
