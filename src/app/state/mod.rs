//! State of the page, provided by context: the workbook with the values derived from it, and the state of the interface.

mod edit_listeners;
mod idle_queue;
mod monte_carlo;
mod notices;
mod pending_edits;
mod theme;
mod ui;
mod workbook;
mod workbook_signals;
mod workspace;

pub(crate) use monte_carlo::Sample;
pub(crate) use notices::{Notice, NoticeAction};
pub(crate) use theme::ThemeState;
pub(crate) use ui::{Dialog, UiState, WorkingPeriod, use_ui};
pub(crate) use workbook::{IDLE_MS, WorkbookStore, use_workbook};
