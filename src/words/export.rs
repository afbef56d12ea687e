//! Texts of exported files: citations, table heads, and the parts of a copied text.

use super::site::NAME;
use super::{dates, inputs};
use crate::scenario::Source;

/// Link from a copied text to the page.
pub const OPEN: &str = "Open this scenario";

/// `20 November 2026`; the year alone where the month does not exist.
pub fn day(year: u16, month: u8, day: u8) -> String {
    dates::month(month).map_or_else(|| format!("{year}"), |name| format!("{day} {name} {year}"))
}

/// `Payback 1.0.0, “AWS, base”. Calculated on 20 November 2026.`, with the changes between where there are any.
pub fn citation(version: &str, scenario: &str, changes: Option<&str>, day: &str) -> String {
    let changes = changes.map_or_else(String::new, |changes| format!(" {changes}"));
    format!("{NAME} {version}, “{scenario}”.{changes} Calculated on {day}.")
}

/// The meaning of the source badges: `R reported · P published · A our assumption`.
pub fn badges() -> String {
    let sources = [Source::Reported, Source::Published, Source::Assumed];
    sources.map(|source| format!("{} {}", source.letter(), inputs::badge(source))).join(" · ")
}

/// Heading of the list of changed inputs.
pub fn changed_from(origin: &str) -> String {
    format!("Changed from {origin}:")
}

/// The unit of a quarterly series in table heads.
pub fn series_unit(name: &str) -> &'static str {
    match name {
        "run_rate" => "$B/yr",
        "utilisation" | "custom_share" => "share",
        "gw" => "GW",
        "cu" => "CU",
        _ => "$B",
    }
}

/// Column head of the events that begin in a quarter.
pub fn events_head() -> &'static str {
    "events"
}

/// Column head of the lower end of a range.
pub fn low_end(name: &str) -> String {
    format!("{name}, from")
}

/// Column head of the upper end of a range.
pub fn high_end(name: &str) -> String {
    format!("{name}, to")
}
