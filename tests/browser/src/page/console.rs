//! What the browser tells of the page, and what only Chromium's driver can ask of it.

use super::Page;
use crate::browser::Engine;
use anyhow::{Result, ensure};
use serde_json::{Value, json};

impl Page<'_> {
    /// Errors and violations that the page itself has noted.
    pub(super) fn trouble(&self) -> Result<Vec<String>> {
        let noted = self.script("return (window.payback_boot?.trouble ?? []).map(String);", vec![])?;
        Ok(noted.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_string)).collect())
    }

    /// Fails when the page asked for anything, broke its policy, or complained.
    pub fn was_quiet(&self) -> Result<()> {
        let strays = self.site.strays();
        ensure!(strays.is_empty(), "the page requested {}", strays.join(", "));
        let loaded = self.script("return performance.getEntriesByType('resource').map((one) => one.name);", vec![])?;
        let loaded: Vec<&str> = loaded
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|name| !name.starts_with("data:"))
            .collect();
        ensure!(loaded.is_empty(), "the page loaded {loaded:?}");
        let trouble = self.trouble()?;
        ensure!(trouble.is_empty(), "the page noted {}", trouble.join(" | "));
        let complaints = self.complaints()?;
        ensure!(complaints.is_empty(), "the console says {}", complaints.join(" | "));
        Ok(())
    }

    fn chrome(&self, command: &'static str, words: Value) -> Result<Value> {
        self.session.ask(async |client| client.issue_cmd(Chrome(command, words)).await)
    }

    /// Gives Chromium another screen or other wishes of a person.
    pub fn emulate(&self, what: &str, words: Value) -> Result<()> {
        self.chrome("goog/cdp/execute", json!({ "cmd": format!("Emulation.{what}"), "params": words })).map(drop)
    }

    /// Passes over what the console says, so that the next test does not hear it.
    pub fn hush(&self) -> Result<()> {
        self.complaints().map(|_| ())
    }

    /// What the console complained of since the last look.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let output = self.session.output();
        let mut lines: Vec<String> = output
            .get(self.seen.get()..)
            .unwrap_or_default()
            .lines()
            .filter(|line| complains(line))
            .map(str::to_string)
            .collect();
        self.seen.set(output.len());
        if self.engine() == Engine::Chromium {
            let logs = self.chrome("se/log", json!({ "type": "browser" }))?;
            let severe = |one: &&Value| one["level"] == "SEVERE" || one["level"] == "WARNING";
            lines.extend(logs.as_array().into_iter().flatten().filter(severe).map(|one| one["message"].to_string()));
        }
        Ok(lines)
    }

    /// Keeps a picture of what a failed test saw.
    pub fn take_picture(&self, name: &str) {
        let Ok(picture) = self.session.ask(async |client| client.screenshot().await) else { return };
        let file = std::env::temp_dir().join(format!(
            "payback-{:?}-{}-{}.png",
            self.engine(),
            self.way.name(),
            name.replace([' ', ',', '/'], "-")
        ));
        if std::fs::write(&file, picture).is_ok() {
            println!("          picture: {}", file.display());
        }
    }
}

/// Lines that Firefox and WebKit write for errors in a page; Firefox also tells its own there.
fn complains(line: &str) -> bool {
    let marks = ["JavaScript error", "console.error", "CONSOLE JS ERROR", "CONSOLE SECURITY", "CONSOLE NETWORK"];
    let own = ["resource://", "chrome://", "RSLoader"];
    marks.iter().any(|mark| line.contains(mark)) && !own.iter().any(|mark| line.contains(mark))
}

/// A command that only ChromeDriver knows.
#[derive(Debug)]
struct Chrome(&'static str, Value);

impl fantoccini::wd::WebDriverCompatibleCommand for Chrome {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}
