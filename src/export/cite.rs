//! Who calculated it, when, with which version, and where it opens again.

use super::Report;
use crate::words::export as words;
use crate::words::scenario_name::ScenarioName;
use crate::words::site::NAME;

/// The version of this program and its model.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A day of the calendar.
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

/// The line to cite it by, without the link: `Payback 1.0.0, “AWS, base”. Calculated on 20 November 2026.`
pub fn citation(report: &Report) -> String {
    let Date { year, month, day } = report.date;
    words::citation(VERSION, &ScenarioName::of(report.sheet).name(), &words::day(year, month, day))
}

/// The citation with the link behind it.
pub(super) fn source(report: &Report) -> String {
    format!("{} {}", citation(report), report.link).trim_end().to_owned()
}

/// A name for the file: `payback-aws-bear-edited-quarters-2026-11-20.csv`; `what` may be empty.
pub fn file_name(report: &Report, what: &str, extension: &str) -> String {
    let parts = [NAME, &ScenarioName::of(report.sheet).name(), what, &report.date.to_string()].map(slug);
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", parts.join("-"))
}

/// Letters, digits and dashes only, so that every system takes it.
fn slug(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}
