//! A workbook as the page remembers it from visit to visit; what cannot be read is told apart, so that it is not lost.

use serde_json::{Map, Value as Json};

use super::json::{VERSION, read_inputs};
use super::link::clean_name;
use super::notation::{self, object, of};
use super::workbook::{DEFAULT_SEED, MAX_PINS, Pin, Sheet, Workbook};
use super::{Origin, Scenario};

/// What was remembered.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedState {
    /// Nothing.
    Empty,
    /// A workbook; undo begins anew.
    Restored(Box<Workbook>),
    /// Something that this page cannot read whole, as it was found: to be set aside and offered as a download.
    Damaged(String),
}

/// The present sheet and its baseline as text; every input is named, so that a later default changes nothing.
pub fn write(book: &Workbook) -> String {
    let sheet = book.sheet();
    let pin = |pin: &Pin| object([("name", pin.name.as_str().into()), ("scenario", of(&pin.scenario))]);
    let origin = sheet.origin;
    notation::written(&object([
        ("version", VERSION.into()),
        ("preset", origin.company_id().into()),
        ("case", origin.case_id().into()),
        ("scenario", of(&sheet.scenario)),
        ("baseline", of(book.baseline())),
        ("pins", Json::Array(sheet.pins.iter().map(pin).collect())),
        ("seed", sheet.seed.into()),
    ]))
}

/// Reads what was written; blank text is nothing, and anything else that is not whole is damaged.
pub fn read(text: &str) -> SavedState {
    if text.trim().is_empty() {
        return SavedState::Empty;
    }
    match notation::read(text).ok().and_then(|json| workbook(&json)) {
        Some(book) => SavedState::Restored(Box::new(book)),
        None => SavedState::Damaged(text.to_owned()),
    }
}

fn workbook(json: &Json) -> Option<Workbook> {
    let version = json.get("version")?.as_u64()?;
    if version == 0 || version > u64::from(VERSION) {
        return None;
    }
    let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default();
    let origin = Origin::new(text("preset"), text("case"));
    let scenario = scenario(json.get("scenario")?)?;
    let baseline = json.get("baseline").map_or(Some(origin.scenario()), self::scenario)?;
    let pins = match json.get("pins") {
        Some(Json::Array(pins)) if pins.len() <= MAX_PINS => pins.iter().map(pin).collect::<Option<_>>()?,
        Some(_) => return None,
        None => Vec::new(),
    };
    let seed =
        json.get("seed").map_or(Some(DEFAULT_SEED), |seed| seed.as_u64().and_then(|seed| u32::try_from(seed).ok()))?;
    let sheet = Sheet { origin: origin.recognise(&scenario), scenario, pins, seed };
    Some(Workbook::open(sheet, Some(baseline)))
}

fn pin(json: &Json) -> Option<Pin> {
    let name = clean_name(json.get("name")?.as_str()?);
    Some(Pin { name, scenario: scenario(json.get("scenario")?)? })
}

/// A scenario none of whose values is refused; inputs added since it was written are at their default.
fn scenario(json: &Json) -> Option<Scenario> {
    let map: &Map<String, Json> = json.as_object()?;
    let reading = read_inputs(&Scenario::DEFAULT, map);
    reading.errors.is_empty().then_some(reading.scenario)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Value};
    use proptest::prelude::*;

    fn book() -> Workbook {
        let mut book = Workbook::open(Sheet::new(Origin::new("azure", "bear")), Some(Scenario::DEFAULT));
        book.set(&[(Input::Growth, Value::Number(0.1 + 0.2)), (Input::CountOpening, Value::Switch(false))]);
        book.pin(Pin { name: "Ours “now”".into(), scenario: Scenario::DEFAULT });
        book.set_seed(7);
        book
    }

    #[test]
    fn what_is_written_reads_back() {
        let book = book();
        let SavedState::Restored(again) = read(&write(&book)) else { panic!("{}", write(&book)) };
        assert_eq!((again.sheet(), again.baseline()), (book.sheet(), book.baseline()));
        assert!(!again.can_undo());
        assert_eq!(read(" "), SavedState::Empty);
    }

    #[test]
    fn what_is_damaged_is_kept_as_found() {
        let whole = write(&book());
        let later = whole.replacen("\"version\":1", "\"version\":2", 1);
        let illegal = whole.replacen("\"growth\":0.3", "\"growth\":-7.3", 1);
        for text in ["{", "[]", "7", "\"\"", "{}", "{\"version\":1}", &whole[..whole.len() / 2], &later, &illegal] {
            assert_eq!(read(text), SavedState::Damaged(text.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".{0,200}", at in any::<prop::sample::Index>()) {
            read(&text);
            let mut whole = write(&book());
            let at = (0..=at.index(whole.len())).rev().find(|&at| whole.is_char_boundary(at)).unwrap();
            whole.insert_str(at, &text);
            read(&whole);
        }
    }
}
