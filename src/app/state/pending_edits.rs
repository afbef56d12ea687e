//! Edits of a gesture that wait for the next frame.

use crate::scenario::workbook::Workbook;
use crate::scenario::{CapexPath, Events, Input, InputRange, Value};

/// Edits that wait for the next frame; of each part the last one counts.
#[derive(Debug, Default, PartialEq)]
pub(super) struct PendingEdits {
    values: Vec<(Input, Value)>,
    pub(super) events: Option<Events>,
    pub(super) capex_path: Option<CapexPath>,
    pub(super) range: Option<(Input, InputRange)>,
}

impl PendingEdits {
    /// Adds values of inputs.
    pub(super) fn set(&mut self, values: &[(Input, Value)]) {
        self.values.retain(|(input, _)| !values.iter().any(|(other, _)| other == input));
        self.values.extend_from_slice(values);
    }

    /// Applies the edits to the workbook.
    pub(super) fn apply_to(self, book: &mut Workbook) {
        if !self.values.is_empty() {
            book.set(&self.values);
        }
        if let Some(events) = self.events {
            book.set_events(events);
        }
        if let Some(path) = self.capex_path {
            book.set_capex_path(path);
        }
        if let Some((input, range)) = self.range {
            book.set_range(input, Some(range));
        }
    }
}
