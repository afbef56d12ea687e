//! Browsers under the control of WebDriver.

use crate::fonts;
use crate::process::{Process, TempFolder};
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use xtask::browsers::{Browser, Installed};
use xtask::fonts::FontFamily;

const START_TIMEOUT: Duration = Duration::from_secs(60);
const COMMAND_TIMEOUT: Duration = Duration::from_secs(60);

/// A kind of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The browser.
    pub browser: Browser,
    /// The only family of fonts; without one, the fonts of the machine.
    pub fonts: Option<FontFamily>,
}

/// A running browser.
pub struct Session {
    /// Its kind.
    pub setup: Setup,
    runtime: Runtime,
    client: Client,
    /// The height of the viewport at the start, in pixels.
    height: Value,
    driver: Process,
    _screen: Option<Process>,
    _folder: TempFolder,
}

impl Session {
    /// Starts the driver and the browser.
    pub fn start(setup: Setup) -> Result<Self> {
        let browser = setup.browser;
        let installed = browser.find().with_context(|| format!("{} is not installed", browser.name()))?;
        let folder = TempFolder::new(browser.name())?;
        let (screen, display) = match browser {
            Browser::WebKit => start_xvfb(folder.path()).map(|(process, display)| (Some(process), Some(display)))?,
            Browser::Chromium | Browser::Firefox => (None, None),
        };
        let port = free_port()?;
        let mut command = driver_command(browser, &installed, port);
        command.env("TMPDIR", folder.path()).env("HOME", folder.path());
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        if let Some(family) = setup.fonts {
            command.env("FONTCONFIG_FILE", fonts::write_config(folder.path(), family)?);
        }
        let mut driver = Process::start(&mut command, &folder.path().join("driver.log"))?;
        wait_for_port(port, &mut driver)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let Value::Object(capabilities) = capabilities(browser, &installed, folder.path()) else {
            bail!("capabilities are not an object")
        };
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime
            .block_on(async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                let connect = builder.capabilities(capabilities).connect(&address);
                tokio::time::timeout(START_TIMEOUT, connect)
                    .await
                    .map_err(anyhow::Error::from)?
                    .map_err(anyhow::Error::from)
            })
            .with_context(|| format!("{} did not start:\n{}", browser.name(), driver.output()))?;
        let mut session =
            Self { setup, runtime, client, height: Value::Null, driver, _screen: screen, _folder: folder };
        session.run(async |client| client.set_window_size(1280, 900).await)?;
        session.height = session.viewport_height()?;
        Ok(session)
    }

    /// Whether the viewport is as high as at the start. WebKit's window shows a bar for each download, which stays.
    pub fn is_reusable(&self) -> bool {
        self.viewport_height().is_ok_and(|height| height == self.height)
    }

    fn viewport_height(&self) -> Result<Value> {
        self.run(async |client| client.enter_parent_frame().await)?;
        self.run(async |client| client.execute("return innerHeight;", vec![]).await)
    }

    /// Runs WebDriver commands, with a timeout.
    pub fn run<T, E>(&self, commands: impl AsyncFnOnce(&Client) -> Result<T, E>) -> Result<T>
    where
        anyhow::Error: From<E>,
    {
        self.runtime.block_on(async {
            let done = tokio::time::timeout(COMMAND_TIMEOUT, commands(&self.client)).await;
            Ok(done.context("the browser does not respond")??)
        })
    }

    /// The output of the driver and the browser so far.
    pub fn output(&self) -> String {
        self.driver.output()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let close = self.client.clone().close();
        // A browser that does not respond ends with its driver's process group.
        let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), close).await });
    }
}

fn driver_command(browser: Browser, installed: &Installed, port: u16) -> Command {
    let mut command = Command::new(&installed.driver);
    match browser {
        Browser::Chromium => {
            command.args([format!("--port={port}"), "--log-level=WARNING".into()]);
        }
        Browser::Firefox => {
            command.args(["--host", "127.0.0.1", "--websocket-port", "0", "--port"]).arg(port.to_string());
        }
        Browser::WebKit => {
            command.args(["--host=127.0.0.1".to_string(), format!("--port={port}")]);
            // WebKit's sandbox does not work for root, the user of most containers.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("NO_AT_BRIDGE", "1");
            command.env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1").env_remove("WAYLAND_DISPLAY");
        }
    }
    command
}

fn capabilities(browser: Browser, installed: &Installed, folder: &Path) -> Value {
    let program = &installed.program;
    match browser {
        Browser::Chromium => json!({
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": program, "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=1280,900", format!("--user-data-dir={}", folder.join("profile").display()),
            ] },
        }),
        Browser::Firefox => json!({
            "moz:firefoxOptions": {
                "binary": program, "args": ["-headless", "-width", "1280", "-height", "900"],
                "prefs": { "devtools.console.stdout.content": true, "browser.dom.window.dump.enabled": true },
            },
        }),
        Browser::WebKit => json!({
            "webkitgtk:browserOptions": {
                "binary": program,
                "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
            },
        }),
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn wait_for_port(port: u16, driver: &mut Process) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < START_TIMEOUT && !driver.has_ended() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("the driver does not listen:\n{}", driver.output())
}

/// A virtual screen, and its display name.
fn start_xvfb(folder: &Path) -> Result<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]);
    let mut process = Process::start(&mut command, &folder.join("xvfb.log"))?;
    let start = Instant::now();
    while start.elapsed() < START_TIMEOUT && !process.has_ended() {
        let output = process.output();
        let is_number = |line: &&str| !line.is_empty() && line.chars().all(|char| char.is_ascii_digit());
        if let Some(number) = output.lines().find(is_number) {
            return Ok((process, format!(":{number}")));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("Xvfb did not start:\n{}", process.output())
}
