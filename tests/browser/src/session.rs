//! The three browsers: how each is started and driven.

use crate::process::{Folder, Process};
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    WebKit,
}

/// A browser on this machine.
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    driver: String,
    program: String,
}

impl Browser {
    /// Reads `engine=driver=program`.
    pub fn read(text: &str) -> Result<Self> {
        let mut parts = text.split('=').map(str::to_string);
        let (Some(name), Some(driver), Some(program)) = (parts.next(), parts.next(), parts.next()) else {
            bail!("{text} is not engine=driver=program");
        };
        let engine = match name.as_str() {
            "chromium" => Engine::Chromium,
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            _ => bail!("{name} is not a browser we know"),
        };
        Ok(Self { engine, driver, program })
    }

    /// Its name in results.
    pub fn name(&self) -> &'static str {
        match self.engine {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    fn driver(&self, port: u16, folder: &Path, screen: Option<&str>) -> Command {
        let mut command = Command::new(&self.driver);
        match self.engine {
            Engine::Chromium => command.args([format!("--port={port}"), "--log-level=WARNING".into()]),
            Engine::Firefox => {
                command.args(["--host", "127.0.0.1", "--websocket-port", "0", "--port"]).arg(port.to_string())
            }
            Engine::WebKit => command.args(["--host=127.0.0.1".to_string(), format!("--port={port}")]),
        };
        command.env("TMPDIR", folder).env("HOME", folder);
        if let Some(screen) = screen {
            // The sandbox does not work for root, who runs this in containers; the pages are our own.
            command
                .env("DISPLAY", screen)
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("NO_AT_BRIDGE", "1");
            command.env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1").env_remove("WAYLAND_DISPLAY");
        }
        command
    }

    fn capabilities(&self, folder: &Path) -> Value {
        match self.engine {
            Engine::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "binary": self.program, "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--window-size=1280,900", format!("--user-data-dir={}", folder.join("profile").display()),
                ] },
            }),
            Engine::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": self.program, "args": ["-headless", "-width", "1280", "-height", "900"],
                    "prefs": { "devtools.console.stdout.content": true, "browser.dom.window.dump.enabled": true },
                },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": self.program,
                    "args": ["--automation", "--enable-write-console-messages-to-stdout=true"],
                },
            }),
        }
    }
}

/// A browser that runs.
pub struct Session {
    /// Its engine.
    pub engine: Engine,
    runtime: Runtime,
    client: Client,
    height: Value,
    driver: Process,
    _screen: Option<Process>,
    _folder: Folder,
}

impl Session {
    /// Starts the driver and the browser.
    pub fn start(browser: &Browser) -> Result<Self> {
        let folder = Folder::new(browser.name())?;
        let (screen, display) = match browser.engine {
            Engine::WebKit => screen(folder.path()).map(|(process, display)| (Some(process), Some(display)))?,
            _ => (None, None),
        };
        let port = free_port()?;
        let log = folder.path().join("driver.log");
        let mut driver = Process::start(&mut browser.driver(port, folder.path(), display.as_deref()), &log)?;
        listening(port, &mut driver)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let Value::Object(capabilities) = browser.capabilities(folder.path()) else {
            bail!("capabilities are an object")
        };
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime
            .block_on(async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                let connect = builder.capabilities(capabilities).connect(&address);
                tokio::time::timeout(Duration::from_secs(60), connect)
                    .await
                    .map_err(anyhow::Error::from)?
                    .map_err(anyhow::Error::from)
            })
            .with_context(|| format!("{} did not start:\n{}", browser.name(), driver.output()))?;
        let engine = browser.engine;
        let mut session =
            Self { engine, runtime, client, height: Value::Null, driver, _screen: screen, _folder: folder };
        session.ask(async |client| client.set_window_size(1280, 900).await)?;
        session.height = session.look()?;
        Ok(session)
    }

    /// Whether the page has the room that it had at the start: WebKit's window keeps a line for each file it took.
    pub fn has_its_room(&self) -> bool {
        self.look().is_ok_and(|height| height == self.height)
    }

    fn look(&self) -> Result<Value> {
        self.ask(async |client| client.enter_parent_frame().await)?;
        self.ask(async |client| client.execute("return innerHeight;", vec![]).await)
    }

    /// Does something with the browser, for a minute at most.
    pub fn ask<T, E>(&self, what: impl AsyncFnOnce(&Client) -> Result<T, E>) -> Result<T>
    where
        anyhow::Error: From<E>,
    {
        self.runtime.block_on(async {
            let done = tokio::time::timeout(Duration::from_secs(60), what(&self.client)).await;
            Ok(done.context("the browser does not answer")??)
        })
    }

    /// What the driver and the browser have written so far.
    pub fn output(&self) -> String {
        self.driver.output()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let close = self.client.clone().close();
        // The driver's end ends a browser that does not listen.
        let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), close).await });
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn listening(port: u16, driver: &mut Process) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        if driver.ended() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("the driver does not listen:\n{}", driver.output())
}

/// A screen that nobody sees, and its name.
fn screen(folder: &Path) -> Result<(Process, String)> {
    let log = folder.join("screen.log");
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"]);
    let mut process = Process::start(&mut command, &log)?;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) && !process.ended() {
        let output = process.output();
        if let Some(number) =
            output.lines().find(|line| !line.is_empty() && line.chars().all(|sign| sign.is_ascii_digit()))
        {
            return Ok((process, format!(":{number}")));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("Xvfb did not start:\n{}", process.output())
}
