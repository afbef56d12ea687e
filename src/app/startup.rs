//! Startup: reads the link, the saved copy and the local storage, and replays edits made before the app started.

use leptos::prelude::*;

use super::scroll;
use super::state::{Notice, NoticeAction, UiState, WorkbookStore};
use crate::chart::ChartId;
use crate::platform::{address, boot, storage};
use crate::scenario::json::read_text;
use crate::scenario::link::{self, Link, LinkNotice, LinkProblem, ParsedLink};
use crate::scenario::saved_state::{self, SavedState};
use crate::scenario::workbook::{Action, Workbook};
use crate::scenario::{Input, InputError, Origin, Value, parse, parse_decimal, parse_typed};
use crate::words::input_error::Requester;
use crate::words::input_error::page_notice;
use crate::words::notices;

/// Key of the saved workbook in the local storage.
pub(crate) const STORAGE_KEY: &str = "payback";
/// Key of a saved workbook that could not be read.
pub(crate) const DAMAGED_KEY: &str = "payback-damaged";

/// State that the page opens with.
pub(crate) struct Startup {
    /// The workbook.
    pub(crate) workbook: Workbook,
    /// The link, for its view, theme and embedding.
    pub(crate) link: Link,
    /// Notices about data that could not be opened.
    pub(crate) notices: Vec<Notice>,
}

/// Reads the initial state. A link takes precedence over a saved copy, and a saved copy over the local storage.
pub(crate) fn open() -> Startup {
    let opened = link::read(&address::fragment(), &address::query());
    let mut notices = link_notices(&opened);
    let copy = boot::saved_state().unwrap_or_default();
    let text = if opened.link.embed { String::new() } else { storage::read(STORAGE_KEY).unwrap_or_default() };
    let stored = read_storage(&text, &mut notices);
    let workbook = match (opened.has_content, saved_state::read(&copy), stored) {
        (true, _, SavedState::Restored(stored)) if *stored.sheet() != opened.link.sheet() => {
            notices.push(Notice::with_action(notices::link_wins(), NoticeAction::Undo).success());
            link_after(*stored, &opened.link)
        }
        (true, ..) => opened.link.workbook(),
        (false, SavedState::Restored(book), _) => {
            notices.extend(saved_state::is_of_first_edition(&copy).then(first_edition_copy));
            *book
        }
        (false, _, SavedState::Restored(stored)) if has_edits(&stored) => {
            notices.push(Notice::with_action(notices::memory_kept(), NoticeAction::StartOver).success());
            notices.extend(saved_state::is_of_first_edition(&text).then(first_edition_copy));
            *stored
        }
        (false, ..) => opened.link.workbook(),
    };
    Startup { workbook, link: opened.link, notices }
}

fn has_edits(book: &Workbook) -> bool {
    let sheet = book.sheet();
    !sheet.changed().is_empty() || !sheet.pins.is_empty() || !sheet.ranges.is_empty()
}

fn link_notices(opened: &ParsedLink) -> Vec<Notice> {
    let notice = |notice: &LinkNotice| match notice.problem {
        LinkProblem::FirstEdition => Notice::with_action(notices::link(notice), NoticeAction::TodaysAssumptions),
        _ => Notice::new(notices::link(notice)),
    };
    opened.notices.iter().map(notice).collect()
}

/// Returns the notice of a saved scenario of the first edition.
fn first_edition_copy() -> Notice {
    Notice::with_action(notices::first_edition_copy(), NoticeAction::TodaysAssumptions)
}

/// Opens a link as a step after a saved workbook, so that undo brings the saved workbook back.
fn link_after(mut book: Workbook, link: &Link) -> Workbook {
    book.replace_sheet(Action::Loaded, link.sheet());
    book.set_baseline(*link.workbook().baseline());
    book
}

fn read_storage(text: &str, notices: &mut Vec<Notice>) -> SavedState {
    match saved_state::read(text) {
        SavedState::Damaged(text) => {
            storage::write(DAMAGED_KEY, &text);
            storage::remove(STORAGE_KEY);
            notices.push(Notice::with_action(notices::memory_damaged(), NoticeAction::DownloadDamaged));
            SavedState::Empty
        }
        other => other,
    }
}

/// Loads the link when the address is edited, or when the reader goes back or forward.
pub(crate) fn follow_address(workbook: WorkbookStore, ui: UiState) {
    address::on_change(move || {
        let opened = link::read(&address::fragment(), &address::query());
        let notices = link_notices(&opened);
        let link = opened.link;
        workbook.edit(|book| {
            book.replace_sheet(Action::Loaded, link.sheet());
            book.set_baseline(*link.workbook().baseline());
        });
        match link.theme {
            Some(theme) => ui.theme.choice.set(theme),
            // Inside an article only the link chooses the theme.
            None if link.embed => ui.theme.choice.set(Default::default()),
            None => {}
        }
        ui.link.set(link);
        ui.notices.set(notices);
        show_linked_chart(ui);
    });
}

/// Scrolls to the chart that the link names. An embedded view has no place to scroll to.
pub(crate) fn show_linked_chart(ui: UiState) {
    let view = ui.link.with_untracked(|link| link.view.filter(|_| !link.embed));
    if let Some(chart) = view.and_then(ChartId::from_id) {
        scroll::to_chart(chart);
    }
}

/// Applies the edits of controls that were made before the app started.
pub(crate) fn replay_early_edits(workbook: WorkbookStore, ui: UiState) {
    for (name, kind, text) in boot::early_edits() {
        match name.as_str() {
            "company" => workbook.edit(|book| book.choose(Origin::new(&text, book.sheet().origin.case_id()))),
            "case" => workbook.edit(|book| book.choose(Origin::new(book.sheet().origin.company_id(), &text))),
            _ => {
                let Some(input) = Input::from_id(&name) else { continue };
                let value = if kind == "range" { slider_value(input, &text) } else { parse_typed(input, &text) };
                match value {
                    Ok(value) => workbook.set(input, value),
                    Err(error) => {
                        let used = workbook.scenario.get_untracked().get(input);
                        ui.notify(Notice::new(page_notice(&error, Requester::Field, Some(used))));
                    }
                }
            }
        }
    }
}

/// Returns the value at a position of the slider.
fn slider_value(input: Input, text: &str) -> Result<Value, InputError> {
    match (input.range(), parse_decimal(text)) {
        (Some(range), Some(position)) => Ok(Value::Number(range.value_at(position))),
        _ => parse(input, text),
    }
}

/// Opens a scenario from the text of a file, and shows a notice for every value that was refused.
pub(crate) fn open_scenario(workbook: WorkbookStore, ui: UiState, text: &str) {
    let base = workbook.scenario.get_untracked();
    let reading = read_text(&base, text);
    let refusal = |error: &InputError| {
        let used = error.input().map(|input| reading.scenario.get(input));
        Notice::new(page_notice(error, Requester::File, used))
    };
    // Messages about what was open before go.
    ui.notices.set(reading.errors.iter().map(refusal).collect());
    if reading.accepted > 0 {
        workbook.edit(|book| book.load(reading.scenario, reading.ranges));
    }
    if !matches!(reading.errors[..], [InputError::NotAnObject(_)]) {
        if reading.accepted > 0 && saved_state::is_of_first_edition(text) {
            ui.notify(first_edition_copy());
        }
        let notice = Notice::new(notices::file_read(reading.accepted, reading.errors.len()));
        ui.notify(if reading.accepted > 0 { notice.success() } else { notice });
    }
}
