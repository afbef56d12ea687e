//! What the page opens with: a link, a saved copy, what it remembers, or nothing; and what was typed before it was awake.

use super::store::{Notice, Offer, Store};
use crate::platform::boot::{self, Typed};
use crate::platform::{address, memory};
use crate::scenario::json::read_text;
use crate::scenario::link::{self, Link};
use crate::scenario::saved_state::SavedState;
use crate::scenario::workbook::{Action, Workbook};
use crate::scenario::{Input, InputError, Origin, Value, parse, parse_decimal, parse_typed};
use crate::words::input_error::{Asker, page_notice};
use crate::words::notices;
use crate::words::text::Text;

/// Where the workbook is remembered.
pub const REMEMBERED: &str = "payback";
/// Where what could not be read is set aside.
pub const SET_ASIDE: &str = "payback-damaged";

/// What the page opens with.
pub struct Opening {
    /// The workbook.
    pub workbook: Workbook,
    /// What the link says beyond it: view, colours, embedding.
    pub link: Link,
    /// What there is to say about it.
    pub notices: Vec<Notice>,
}

/// Reads the address, the saved state and the memory; a link wins over both, a saved copy over memory.
pub fn open() -> Opening {
    let opened = link::read(&address::fragment(), &address::query());
    let mut notices: Vec<_> = opened.notices.iter().map(|notice| Notice::new(notices::link(notice))).collect();
    let saved = boot::state().map(|text| crate::scenario::saved_state::read(&text));
    let kept = if opened.link.embed { SavedState::Empty } else { remembered(&mut notices) };
    let workbook = match (opened.has_content, saved, kept) {
        (true, _, SavedState::Restored(kept)) if *kept.sheet() != opened.link.sheet() => {
            notices.push(Notice { offer: Some(Offer::Undo), ..Notice::new(Text::new().plain(notices::link_wins())) });
            after(*kept, &opened.link)
        }
        (true, ..) => opened.link.workbook(),
        (false, Some(SavedState::Restored(saved)), _) => *saved,
        (false, _, SavedState::Restored(kept))
            if kept.sheet().changed().next().is_some() || !kept.sheet().pins.is_empty() =>
        {
            let words = Text::new().plain(notices::memory_kept());
            notices.push(Notice { offer: Some(Offer::StartOver), ..Notice::new(words) });
            *kept
        }
        (false, ..) => opened.link.workbook(),
    };
    Opening { workbook, link: opened.link, notices }
}

/// What the link says, as a step after what was there before, so that undo brings that back.
fn after(mut book: Workbook, link: &Link) -> Workbook {
    book.replace_sheet(Action::Loaded, link.sheet());
    book.set_baseline(*link.workbook().baseline());
    book
}

fn remembered(notices: &mut Vec<Notice>) -> SavedState {
    let text = memory::read(REMEMBERED).unwrap_or_default();
    match crate::scenario::saved_state::read(&text) {
        SavedState::Damaged(text) => {
            memory::write(SET_ASIDE, &text);
            memory::forget(REMEMBERED);
            let words = Text::new().plain(notices::memory_damaged());
            notices.push(Notice { offer: Some(Offer::Damaged), ..Notice::new(words) });
            SavedState::Empty
        }
        other => other,
    }
}

/// Follows the address when it is edited by hand, or by `back` and `forward`.
pub fn follow_address(store: Store) {
    address::on_change(move || {
        let opened = link::read(&address::fragment(), &address::query());
        let link = opened.link;
        store.act(|book| {
            book.replace_sheet(Action::Loaded, link.sheet());
            book.set_baseline(*link.workbook().baseline());
        });
        match link.theme {
            Some(theme) => store.theme.set(theme),
            // Inside an article nobody but the link has chosen one.
            None if link.embed => store.theme.set(Default::default()),
            None => {}
        }
        store.link.set(link);
        store.notices.set(opened.notices.iter().map(|notice| Notice::new(notices::link(notice))).collect());
    });
}

/// Does what was done to the controls before the app was awake.
pub fn replay(store: Store) {
    for (name, kind, text) in boot::typed() {
        replay_one(store, &(name, kind, text));
    }
}

fn replay_one(store: Store, (name, kind, text): &Typed) {
    match name.as_str() {
        "company" => store.act(|book| book.choose(Origin::new(text, book.sheet().origin.case_id()))),
        "case" => store.act(|book| book.choose(Origin::new(book.sheet().origin.company_id(), text))),
        _ => {
            let Some(input) = Input::from_id(name) else { return };
            let typed = if kind == "range" { slid(input, text) } else { parse_typed(input, text) };
            match typed {
                Ok(value) => store.set(input, value),
                Err(refusal) => {
                    let used = store.scenario.get_untracked().get(input);
                    store.tell(Notice::new(page_notice(&refusal, Asker::Field, Some(used))));
                }
            }
        }
    }
}

/// Takes a scenario from a file's text, and says what was not taken.
pub fn take_file(store: Store, text: &str) {
    let base = store.scenario.get_untracked();
    let reading = read_text(&base, text);
    let whole = reading.errors.iter().all(|refusal| !matches!(refusal, InputError::NotAnObject { .. }));
    for refusal in &reading.errors {
        let used = refusal.input().map(|input| reading.scenario.get(input));
        store.tell(Notice::new(page_notice(refusal, Asker::File, used)));
    }
    if whole {
        store.act(|book| book.load(reading.scenario));
        store.tell(Notice::new(Text::new().plain(notices::file_opened(reading.errors.len()))));
    }
}

/// The value at a position of the slider's own scale.
fn slid(input: Input, text: &str) -> Result<Value, InputError> {
    match (input.range(), parse_decimal(text)) {
        (Some(range), Some(position)) => Ok(Value::Number(range.value_at(position))),
        _ => parse(input, text),
    }
}
