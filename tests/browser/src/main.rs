//! End-to-end tests of the finished page in Chromium, Firefox and WebKit.
//!
//! The tests run by `libtest-mimic`, with the flags and filters of `cargo test`. A name is the browser, the subject and the
//! function, and where there are several, the mode (`http`, `file`, `frame`) or the fonts: `chromium::live::opens_a_link::file`.

#![forbid(unsafe_code)]

mod tests;

use anyhow::{Result, anyhow};
use browser_tests::page::{Mode, Page};
use browser_tests::session::{Session, Setup};
use browser_tests::site::Site;
use libtest_mimic::{Arguments, Completion, Trial};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use tests::Test;
use xtask::browsers::Browser;
use xtask::fonts::FontFamily;
use xtask::{npm, trunk};

/// A browser with its own website, so that tests can run in parallel.
struct Worker {
    session: Session,
    site: Site,
}

impl Worker {
    fn start(setup: Setup) -> Result<Self> {
        Ok(Self { session: Session::start(setup)?, site: Site::start(&trunk::page(), &npm::modules())? })
    }
}

/// Workers that no test uses at the moment.
#[derive(Default)]
struct Pool(Mutex<Vec<Worker>>);

impl Pool {
    /// Takes an idle worker or starts one. Workers with another setup end: tests come sorted by setup.
    fn take(&self, setup: Setup) -> Result<Worker> {
        let idle = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let (mut usable, others): (Vec<Worker>, Vec<Worker>) =
            idle.into_iter().partition(|worker| worker.session.setup == setup);
        drop(others);
        let worker = usable.pop();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(usable);
        worker.map_or_else(|| Worker::start(setup), Ok)
    }

    fn put_back(&self, worker: Worker) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    // Its workers end with the pool, after the last test.
    let pool = Arc::new(Pool::default());
    let conclusion = libtest_mimic::run(&arguments, trials(&pool, &npm::modules()));
    conclusion.exit_code()
}

fn trials(pool: &Arc<Pool>, node_modules: &Path) -> Vec<Trial> {
    let fonts = [None].into_iter().chain(FontFamily::ALL.map(Some));
    let setups = Browser::ALL.into_iter().flat_map(|browser| fonts.clone().map(move |fonts| Setup { browser, fonts }));
    let mut trials = Vec::new();
    for setup in setups {
        for (subject, tests) in tests::ALL {
            for test in tests.iter().filter(|test| test.with_each_font == setup.fonts.is_some()) {
                for mode in test.modes {
                    let name = name(setup, subject, test, *mode);
                    let skip = test.skip_reason(setup.browser, setup.fonts, node_modules);
                    trials.push(trial(name, skip, Arc::clone(pool), setup, *mode, *test));
                }
            }
        }
    }
    trials
}

fn name(setup: Setup, subject: &str, test: &Test, mode: Mode) -> String {
    let mut name = format!("{}::{subject}::{}", setup.browser.name(), test.name);
    if test.modes.len() > 1 {
        name = format!("{name}::{}", mode.name());
    }
    match setup.fonts {
        Some(family) => format!("{name}::{}", family.name()),
        None => name,
    }
}

fn trial(name: String, skip: Option<String>, pool: Arc<Pool>, setup: Setup, mode: Mode, test: Test) -> Trial {
    Trial::ignorable_test(name.clone(), move || match skip {
        Some(reason) => Ok(Completion::ignored_with(reason)),
        None => match run(&name, &pool, setup, mode, &test) {
            Ok(()) => Ok(Completion::Completed),
            Err(error) => Err(format!("{error:#}").into()),
        },
    })
}

fn run(name: &str, pool: &Pool, setup: Setup, mode: Mode, test: &Test) -> Result<()> {
    let worker = pool.take(setup)?;
    worker.site.clear_requests();
    let page = Page::new(&worker.session, &worker.site, mode);
    let result = (test.run)(&page)
        .and_then(|()| if test.quiet { page.check_is_quiet() } else { page.discard_console() })
        .map_err(|error| match page.save_screenshot(name) {
            Ok(file) => anyhow!("{error:#}\nscreenshot: {}", file.display()),
            Err(_) => error,
        });
    // After a failure the browser can be in any state, and is not used again.
    if result.is_ok() && worker.session.is_reusable() {
        pool.put_back(worker);
    }
    result
}
