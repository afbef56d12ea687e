//! Files and texts that a person takes along: CSV, JSON, XLSX, SVG, the static page, and text to paste.
//!
//! Nothing is calculated here. Numbers come from the outcome in a [`Report`], and every file names the program's version, the
//! date and the link that opens the scenario again.

mod citation;
pub mod csv;
mod escape;
mod picture;
mod static_page;
mod text;
mod xlsx;
pub mod years;

pub use citation::{Date, citation, citation_with_link, citation_without_changes, file_name};
pub use escape::escape;
pub(crate) use escape::{escape_markdown, markdown_link};
pub use picture::picture;
pub use static_page::{plain_answer, static_page};
pub use text::{markdown, plain_text};
pub use xlsx::{xlsx, xlsx_with};

use serde::Serialize;

use crate::analysis::MarginOfSafety;
use crate::model::{Outcome, Quarterly, Summary, Workspace};
use crate::scenario::json::VERSION;
use crate::scenario::workbook::Sheet;
use crate::scenario::{Ranges, Scenario};

/// The data behind every export.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The scenario and its origin.
    pub sheet: &'a Sheet,
    /// The outcome of that scenario.
    pub outcome: &'a Outcome,
    /// The full address that opens the scenario again.
    pub link: &'a str,
    /// The day of the export.
    pub date: Date,
}

/// The public JSON file of a scenario.
#[derive(Serialize)]
struct JsonFile<'a> {
    version: u32,
    scenario: &'a Scenario,
    #[serde(skip_serializing_if = "Ranges::is_empty")]
    ranges: &'a Ranges,
    summary: &'a Summary,
    quarterly: &'a Quarterly,
    margin_of_safety: Option<f64>,
}

/// The scenario, its ranges where any are set, and its outcome as indented JSON: `{version, scenario, ranges, summary,
/// quarterly, margin_of_safety}`.
pub fn json(scenario: &Scenario, ranges: &Ranges, outcome: &Outcome) -> String {
    let file = JsonFile {
        version: VERSION,
        scenario,
        ranges,
        summary: &outcome.summary,
        quarterly: &outcome.quarterly,
        margin_of_safety: MarginOfSafety::of(&mut Workspace::new(), scenario, ranges).signed_share(),
    };
    // Numbers, strings and maps with string keys always serialize.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}
