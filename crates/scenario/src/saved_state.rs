//! The workbook as text, as browsers store it from visit to visit and offline copies carry it.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::edition::{CHANGED, first_edition};
use super::json::VERSION;
use super::link::clean_name;
use super::workbook::{DEFAULT_SEED, MAX_PINS, Pin, Sheet, Workbook};
use super::{Origin, Ranges, Scenario};

/// A stored text as read.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedState {
    /// Nothing was stored.
    Empty,
    /// A workbook, with an empty undo history.
    Restored(Box<Workbook>),
    /// A text that cannot be read completely, returned as found so that it can be set aside and downloaded.
    Damaged(String),
}

/// The stored form. Every input is written, so that a later change of a default does not alter a stored scenario.
#[derive(Serialize, Deserialize)]
struct SavedWorkbook {
    version: u32,
    #[serde(default)]
    preset: String,
    #[serde(default)]
    case: String,
    scenario: Scenario,
    /// The scenario of the origin where absent.
    baseline: Option<Scenario>,
    #[serde(default)]
    pins: Vec<Pin>,
    #[serde(default = "default_seed")]
    seed: u32,
    #[serde(default)]
    ranges: Ranges,
}

fn default_seed() -> u32 {
    DEFAULT_SEED
}

/// Writes the present sheet and its baseline.
pub fn write(book: &Workbook) -> String {
    let sheet = book.sheet();
    let saved = SavedWorkbook {
        version: VERSION,
        preset: sheet.origin.company_id().to_owned(),
        case: sheet.origin.case_id().to_owned(),
        scenario: sheet.scenario,
        baseline: Some(*book.baseline()),
        pins: sheet.pins.clone(),
        seed: sheet.seed,
        ranges: sheet.ranges.clone(),
    };
    // Fails only for maps whose keys are not strings, and there are none.
    serde_json::to_string(&saved).unwrap_or_default()
}

/// Reads a written text; blank text is empty, and any other text that cannot be read completely is damaged.
pub fn read(text: &str) -> SavedState {
    if text.trim().is_empty() {
        return SavedState::Empty;
    }
    let saved = serde_json::from_str(text).ok().map(complete_first_edition);
    match saved.and_then(|saved| serde_json::from_value(saved).ok()).and_then(restore) {
        Some(book) => SavedState::Restored(Box::new(book)),
        None => SavedState::Damaged(text.to_owned()),
    }
}

/// Whether a written text, or that of a JSON file, is of the first edition of the model.
pub fn is_of_first_edition(text: &str) -> bool {
    serde_json::from_str::<Json>(text).is_ok_and(|saved| saved["version"] == 1)
}

/// Adds the changed inputs to the scenarios of a text of the first edition that do not name them, with its defaults.
fn complete_first_edition(mut saved: Json) -> Json {
    if saved["version"] != 1 {
        return saved;
    }
    let complete = |scenario: Option<&mut Json>| {
        if let Some(Json::Object(map)) = scenario {
            for input in CHANGED {
                let value = json!(first_edition().get(input));
                map.entry(input.id()).or_insert(value);
            }
        }
    };
    complete(saved.get_mut("scenario"));
    complete(saved.get_mut("baseline"));
    let pins = saved.get_mut("pins").and_then(Json::as_array_mut).into_iter().flatten();
    pins.for_each(|pin| complete(pin.get_mut("scenario")));
    saved
}

fn restore(saved: SavedWorkbook) -> Option<Workbook> {
    if !(1..=VERSION).contains(&saved.version) || saved.pins.len() > MAX_PINS {
        return None;
    }
    let SavedWorkbook { preset, case, scenario, baseline, mut pins, seed, ranges, .. } = saved;
    for pin in &mut pins {
        pin.name = clean_name(&pin.name);
    }
    let origin = Origin::new(&preset, &case);
    let baseline = baseline.unwrap_or_else(|| origin.scenario());
    let sheet = Sheet { origin: origin.recognise(&scenario), scenario, pins, seed, ranges };
    Some(Workbook::open(sheet, Some(baseline)))
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
        book.set_range(Input::Tax, crate::InputRange::between(Input::Tax, 0.15, 0.28));
        book.set_range(Input::Erosion, Some(crate::InputRange::Fixed));
        book
    }

    #[test]
    fn written_workbooks_read_back() {
        let book = book();
        let SavedState::Restored(again) = read(&write(&book)) else { panic!("{}", write(&book)) };
        assert_eq!((again.sheet(), again.baseline()), (book.sheet(), book.baseline()));
        assert!(!again.can_undo());
        assert_eq!(read(" "), SavedState::Empty);
    }

    #[test]
    fn texts_of_earlier_releases_are_read() {
        let text = r#"{"version":1,"preset":"azure","case":"bear","scenario":{"growth":0.3,"terminal":"nbv","group_relief":true},
            "baseline":{"capex":75},"pins":[{"name":"Ours\nnow","scenario":{"growth":0.5,"count_opening":false}}],"seed":7}"#;
        let SavedState::Restored(book) = read(text) else { panic!("damaged") };
        let sheet = book.sheet();
        assert_eq!((sheet.origin, sheet.seed), (Origin::new("azure", "bear"), 7));
        assert_eq!(sheet.scenario, Scenario { growth: 0.3, ..first_edition() });
        assert_eq!(book.baseline().capex, 75.0);
        assert_eq!((sheet.pins[0].name.as_str(), sheet.pins[0].scenario.growth), ("Ours now", 0.5));

        let SavedState::Restored(book) = read(r#"{"version":1,"case":"bull","scenario":{}}"#) else {
            panic!("damaged")
        };
        assert_eq!((book.sheet().seed, book.sheet().pins.len()), (DEFAULT_SEED, 0));
        assert_eq!(*book.baseline(), Origin::new("aws", "bull").scenario());
    }

    #[test]
    fn damaged_texts_are_returned_as_found() {
        let whole = write(&book());
        let later = whole.replacen("\"version\":2", "\"version\":3", 1);
        let illegal = whole.replacen("\"growth\":0.3", "\"growth\":-7.3", 1);
        for text in ["{", "[]", "7", "\"\"", "{}", "{\"version\":1}", &whole[..whole.len() / 2], &later, &illegal] {
            assert_eq!(read(text), SavedState::Damaged(text.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn no_text_causes_a_panic(text in ".{0,200}", at in any::<prop::sample::Index>()) {
            read(&text);
            let mut whole = write(&book());
            let at = (0..=at.index(whole.len())).rev().find(|&at| whole.is_char_boundary(at)).unwrap();
            whole.insert_str(at, &text);
            read(&whole);
        }
    }

    #[test]
    fn a_copy_of_the_first_edition_opens_with_its_assumptions() {
        let scenario = r#"{"price_change": 0, "other_cost": 0.17, "chip_cost_change": 0, "expensing": 0}"#;
        let text = format!(
            r#"{{"version": 1, "scenario": {scenario}, "baseline": {scenario}, "pins": [{{"name": "A", "scenario": {scenario}}}]}}"#
        );
        let SavedState::Restored(book) = read(&text) else { panic!("{text}") };
        assert_eq!((book.sheet().scenario, *book.baseline()), (first_edition(), first_edition()));
        assert_eq!(book.sheet().pins[0].scenario, first_edition());
    }
}
