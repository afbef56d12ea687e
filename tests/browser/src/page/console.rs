//! Errors in the browser's console, and commands that only Chromium's driver has.

use super::Page;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use xtask::browsers::Browser;

impl Page<'_> {
    /// Errors and policy violations that the page itself has recorded.
    pub(super) fn page_errors(&self) -> Result<Vec<String>> {
        let errors = self.script("return (window.payback_boot?.errors ?? []).map(String);", vec![])?;
        Ok(errors.as_array().into_iter().flatten().filter_map(|error| error.as_str().map(str::to_string)).collect())
    }

    /// Fails if the page requested anything, violated its policy, or wrote errors to the console.
    pub fn check_is_quiet(&self) -> Result<()> {
        let requests = self.site.unexpected_requests();
        ensure!(requests.is_empty(), "the page requested {}", requests.join(", "));
        let loaded =
            self.script("return performance.getEntriesByType('resource').map((entry) => entry.name);", vec![])?;
        let names = loaded.as_array().into_iter().flatten().filter_map(Value::as_str);
        let loaded: Vec<&str> = names.filter(|name| !name.starts_with("data:")).collect();
        ensure!(loaded.is_empty(), "the page loaded {loaded:?}");
        let errors = self.page_errors()?;
        ensure!(errors.is_empty(), "the page recorded {}", errors.join(" | "));
        let errors = self.console_errors()?;
        ensure!(errors.is_empty(), "the console has {}", errors.join(" | "));
        Ok(())
    }

    fn chromium_command(&self, command: &'static str, params: Value) -> Result<Value> {
        self.session.run(async |client| client.issue_cmd(ChromiumCommand(command, params)).await)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        self.chromium_command("goog/cdp/execute", json!({ "cmd": command, "params": params }))
    }

    /// Marks everything in the console as read, so that the next test does not see it.
    pub fn discard_console(&self) -> Result<()> {
        self.console_errors().map(drop)
    }

    /// Errors and warnings in the console since the last call.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        let output = self.session.output();
        let new = output.get(self.checked_output.get()..).unwrap_or_default();
        let mut errors: Vec<String> = new.lines().filter(|line| is_error(line)).map(str::to_string).collect();
        self.checked_output.set(output.len());
        if self.browser() == Browser::Chromium {
            let log = self.chromium_command("se/log", json!({ "type": "browser" }))?;
            let is_severe = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
            let entries = log.as_array().into_iter().flatten();
            errors.extend(entries.filter(is_severe).map(|entry| entry["message"].to_string()));
        }
        Ok(errors)
    }
}

/// Lines that Firefox and WebKit print for errors of a page. Firefox also prints its own.
fn is_error(line: &str) -> bool {
    let of_pages = ["JavaScript error", "console.error", "CONSOLE JS ERROR", "CONSOLE SECURITY", "CONSOLE NETWORK"];
    let of_firefox = ["resource://", "chrome://", "RSLoader"];
    of_pages.iter().any(|mark| line.contains(mark)) && !of_firefox.iter().any(|mark| line.contains(mark))
}

/// A command that only ChromeDriver has: its path, and its parameters.
#[derive(Debug)]
struct ChromiumCommand(&'static str, Value);

impl fantoccini::wd::WebDriverCompatibleCommand for ChromiumCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.1.to_string()))
    }
}
