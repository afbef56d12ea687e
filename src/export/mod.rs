//! What a person takes along: files and texts with the page's own numbers, its version, date and link. Nothing is
//! calculated here; whoever asks hands in the outcome.

mod cite;
pub mod csv;
mod document;
mod picture;
mod still;
mod words;
mod xlsx;
pub mod years;

pub use cite::{Date, VERSION, citation, file_name};
pub use document::json;
pub use picture::picture;
pub use still::{plain_answer, still};
pub use words::{markdown, plain_text};
pub use xlsx::{xlsx, xlsx_with};

use crate::model::Outcome;
use crate::scenario::workbook::Sheet;

/// What is exported, and what is said about it.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The scenario with its origin.
    pub sheet: &'a Sheet,
    /// What the model made of it.
    pub outcome: &'a Outcome,
    /// The full address that opens it again.
    pub link: &'a str,
    /// The day of the export.
    pub date: Date,
}
