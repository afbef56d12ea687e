//! The citation line, and names of exported files.

use super::Report;
use crate::words::changes;
use crate::words::export as words;
use crate::words::scenario_name::ScenarioName;
use crate::words::site::NAME;

/// The version of the program and its model.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

/// `2026-11-20`.
impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The citation, without the link: `Payback 1.0.0, “AWS, base”. Calculated on 20 November 2026.` An edited scenario names its
/// first changes.
pub fn citation(report: &Report) -> String {
    cite(report, changes::line(report.sheet).as_deref())
}

/// The citation without the changes, for texts that list all of them.
pub fn citation_without_changes(report: &Report) -> String {
    cite(report, None)
}

fn cite(report: &Report, changes: Option<&str>) -> String {
    let Date { year, month, day } = report.date;
    words::citation(VERSION, &ScenarioName::of(report.sheet).name(), changes, &words::day(year, month, day))
}

/// The citation, followed by the link.
pub fn citation_with_link(report: &Report) -> String {
    format!("{} {}", citation(report), report.link).trim_end().to_owned()
}

/// A file name such as `payback-aws-bear-edited-quarters-2026-11-20.csv`; `content` may be empty.
pub fn file_name(report: &Report, content: &str, extension: &str) -> String {
    let parts = [NAME, &ScenarioName::of(report.sheet).name(), content, &report.date.to_string()].map(slug);
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", parts.join("-"))
}

/// Lowercase ASCII letters, digits and dashes, which every file system accepts.
fn slug(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}
