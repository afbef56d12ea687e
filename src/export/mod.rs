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

pub use citation::{Date, citation, citation_with_link, file_name};
pub use escape::escape;
pub(crate) use escape::{escape_markdown, markdown_link};
pub use picture::picture;
pub use static_page::{plain_answer, static_page};
pub use text::{markdown, plain_text};
pub use xlsx::{xlsx, xlsx_with};

use crate::model::{Document, Outcome};
use crate::scenario::Scenario;
use crate::scenario::workbook::Sheet;

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

/// The scenario and its outcome as indented JSON: `{version, scenario, summary, quarterly}`.
pub fn json(scenario: &Scenario, outcome: &Outcome) -> String {
    // Numbers, strings and maps with string keys always serialize.
    serde_json::to_string_pretty(&Document::new(scenario, outcome)).unwrap_or_default()
}
