//! Connection to the page that embeds this one.

use leptos::prelude::*;

use super::state::{UiState, WorkbookStore};
use crate::embed::{self, HostHandlers, ReportedOutcome};
use crate::scenario::json::VERSION;
use crate::scenario::workbook::Action;

/// Answers the messages of the host, and reports every outcome to it. Does nothing where there is no host.
pub(crate) fn connect(workbook: WorkbookStore, ui: UiState) {
    let handlers = HostHandlers {
        set: Box::new(move |parts| workbook.edit_step(|book| book.take_parts(parts))),
        reset: Box::new(move || reset(workbook, ui)),
    };
    let Some(connection) = embed::connect(handlers) else { return };
    Effect::new(move |reported: Option<()>| {
        let (scenario, outcome) = workbook.current();
        let margin_of_safety = workbook.margin_of_safety.with(|margin| margin.signed_share());
        connection.outcome(ReportedOutcome {
            version: VERSION,
            scenario,
            ranges: workbook.ranges.get(),
            summary: outcome.summary.clone(),
            margin_of_safety,
        });
        if reported.is_none() {
            connection.ready();
        }
    });
}

/// Goes back to the sheet that the link opened.
pub(crate) fn reset(workbook: WorkbookStore, ui: UiState) {
    let link = ui.link.get_untracked();
    workbook.edit(|book| book.replace_sheet(Action::ResetAll, link.sheet()));
}
