//! Notices: messages of the page about links, files and hosts, with an action for the reader.

use crate::words::text::Text;

/// Message shown under the answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    /// The message.
    pub(crate) text: Text,
    /// Action offered beside the message.
    pub(crate) action: Option<NoticeAction>,
    /// Whether the message reports a success. The next notice removes it.
    pub(crate) is_success: bool,
}

impl Notice {
    /// Creates a notice without an action.
    pub(crate) fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), action: None, is_success: false }
    }

    /// Creates a notice that offers an action.
    pub(crate) fn with_action(text: impl Into<Text>, action: NoticeAction) -> Self {
        Self { text: text.into(), action: Some(action), is_success: false }
    }

    /// Marks the notice as the report of a success.
    pub(crate) fn success(self) -> Self {
        Self { is_success: true, ..self }
    }
}

/// Action that a notice offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticeAction {
    /// Brings back the state from before the link.
    Undo,
    /// Starts with a fresh workbook instead of the saved one.
    StartOver,
    /// Resets every input to the company and case.
    DropChanges,
    /// Takes today's assumptions instead of those of the first edition.
    TodaysAssumptions,
    /// Downloads the saved state that could not be read.
    DownloadDamaged,
}
