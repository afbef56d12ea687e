//! Reads a scenario from JSON: any subset of inputs, with every refused value named.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::error::Category;
use serde_json::{Map, Value as Json};

use super::edition::{CHANGED, first_edition};
use super::input_error::clip;
use super::{Input, InputError, Kind, Ranges, Scenario, UnreadableText, Value, parse, range_text};

/// The version of links and files.
pub const VERSION: u32 = 2;

/// A scenario as read, with every value that was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedInputs {
    /// The base with every accepted value applied.
    pub scenario: Scenario,
    /// The ranges of the simulation; `None` where the text says nothing about them.
    pub ranges: Option<Ranges>,
    /// The number of values and ranges that were accepted.
    pub accepted: usize,
    /// The refused values, in the order of the text.
    pub errors: Vec<InputError>,
}

/// Reads a JSON text: a full file (`{"version", "scenario", …}`) or any subset of inputs, on top of `base`.
pub fn read_text(base: &Scenario, text: &str) -> ParsedInputs {
    match serde_json::from_str(text) {
        Ok(Json::Object(map)) => {
            let version = map.get("version").and_then(Json::as_u64).unwrap_or(u64::from(VERSION));
            read_file(&at_version(base, version), &map)
        }
        Ok(_) => not_an_object(base, UnreadableText::NoInputs),
        Err(error) => not_an_object(base, unreadable(text, &error)),
    }
}

fn unreadable(text: &str, error: &serde_json::Error) -> UnreadableText {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    match error.classify() {
        _ if start.is_empty() => UnreadableText::Empty,
        _ if start.starts_with('<') => UnreadableText::WebPage,
        _ if start.starts_with("PK") => UnreadableText::Packed,
        Category::Eof => UnreadableText::Unfinished { line: error.line() },
        _ => UnreadableText::Malformed { line: error.line(), column: error.column() },
    }
}

/// The base of a file: the changed inputs that a file of the first edition does not name have the values of that edition.
fn at_version(base: &Scenario, version: u64) -> Scenario {
    if version >= u64::from(VERSION) {
        return *base;
    }
    let mut scenario = *base;
    let first = first_edition();
    for input in CHANGED {
        scenario.set_unchecked(input, first.get(input));
    }
    scenario
}

/// Reads the object of a file: its `scenario` (or `inputs`) if there is one, else the object itself, and the `ranges` beside.
/// A file with a scenario and without ranges has those of the analysis.
fn read_file(base: &Scenario, map: &Map<String, Json>) -> ParsedInputs {
    let ranges = map.get(range_text::RANGES).map(Ranges::read_json);
    let mut parsed = match map.get("scenario").or_else(|| map.get("inputs")) {
        Some(Json::Object(inner)) => ParsedInputs { ranges: Some(Ranges::NONE), ..read_inputs(base, inner) },
        Some(_) => return not_an_object(base, UnreadableText::NoInputs),
        None => {
            let mut inputs = map.clone();
            inputs.remove(range_text::RANGES);
            read_inputs(base, &inputs)
        }
    };
    if let Some((ranges, errors)) = ranges {
        parsed.accepted += ranges.iter().count();
        parsed.ranges = Some(ranges);
        parsed.errors.extend(errors);
    }
    parsed
}

/// Reads inputs by id; the keys `name` (a free label) and `version` are ignored.
pub fn read_inputs(base: &Scenario, map: &Map<String, Json>) -> ParsedInputs {
    let mut parsed = ParsedInputs { scenario: *base, ranges: None, accepted: 0, errors: Vec::new() };
    for (key, json) in map {
        if matches!(key.as_str(), "name" | "version") {
            continue;
        }
        if let Some(errors) = parsed.scenario.set_json_list(key, json) {
            parsed.errors.extend(errors);
            continue;
        }
        let result = match Input::from_id(key) {
            None => Err(InputError::Unknown { key: clip(key) }),
            Some(input) => value_of(input, json).and_then(|value| parsed.scenario.set(input, value)),
        };
        match result {
            Ok(()) => parsed.accepted += 1,
            Err(error) => parsed.errors.push(error),
        }
    }
    parsed
}

fn value_of(input: Input, json: &Json) -> Result<Value, InputError> {
    match json {
        Json::Number(number) => match number.as_f64() {
            Some(number) => Ok(Value::Number(number)),
            None => Err(InputError::NotANumber { input, text: json.to_string() }),
        },
        Json::Bool(on) => Ok(Value::Switch(*on)),
        Json::String(text) => parse(input, text),
        other => Err(match input.spec().kind {
            Kind::Number(_) => InputError::NotANumber { input, text: clip(&other.to_string()) },
            _ => InputError::NotAnOption { input, text: clip(&other.to_string()) },
        }),
    }
}

fn not_an_object(base: &Scenario, reason: UnreadableText) -> ParsedInputs {
    ParsedInputs { scenario: *base, ranges: None, accepted: 0, errors: vec![InputError::NotAnObject(reason)] }
}

/// Strict, for texts that this program wrote itself: fails on any refused value. Inputs that the text does not name have
/// their default.
impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parsed = read_inputs(&Self::DEFAULT, &Map::deserialize(deserializer)?);
        match parsed.errors.as_slice() {
            [] => Ok(parsed.scenario),
            errors => Err(D::Error::custom(format_args!("refused inputs: {errors:?}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subsets_full_files_and_bare_inputs() {
        let base = Scenario::default();
        for text in [
            r#"{"growth":0.5,"terminal":"multiple","count_opening":false}"#,
            r#"{"version":1,"scenario":{"growth":0.5,"terminal":"multiple","count_opening":false},"summary":{}}"#,
            r#"{"inputs":{"name":"x","growth":"50%","terminal":"multiple","count_opening":"off"}}"#,
        ] {
            let parsed = read_text(&base, text);
            assert_eq!(parsed.errors, []);
            assert_eq!(parsed.scenario.growth, 0.5);
            assert_eq!(parsed.scenario.terminal.id(), "multiple");
            assert!(!parsed.scenario.count_opening);
            assert_eq!(parsed.scenario.capex, 200.0);
        }
    }

    #[test]
    fn refused_values_are_named_and_the_others_are_read() {
        let text = r#"{"growth":"fast","capex":-5,"horizon":2.5,"colour":1,"tax":null,"price":20,"group_relief":3}"#;
        let parsed = read_text(&Scenario::default(), text);
        assert_eq!(parsed.scenario.price, 20.0);
        assert_eq!(parsed.errors.len(), 6, "{:?}", parsed.errors);
        assert!(serde_json::from_str::<Scenario>(text).is_err());
        assert_eq!(parsed.accepted, 1);
        for (garbage, reason) in [
            ("", UnreadableText::Empty),
            ("[]", UnreadableText::NoInputs),
            ("7", UnreadableText::NoInputs),
            ("null", UnreadableText::NoInputs),
            ("{\"scenario\":[]}", UnreadableText::NoInputs),
            ("{\n\"growth\": 1,", UnreadableText::Unfinished { line: 2 }),
            ("{\n\"growth\": fast}", UnreadableText::Malformed { line: 2, column: 13 }),
            ("<!doctype html>", UnreadableText::WebPage),
            ("PK\u{3}\u{4}", UnreadableText::Packed),
        ] {
            let parsed = read_text(&Scenario::default(), garbage);
            assert_eq!((parsed.scenario, parsed.accepted), (Scenario::default(), 0));
            assert_eq!(parsed.errors, [InputError::NotAnObject(reason)], "{garbage:?}");
        }
    }

    #[test]
    fn written_scenarios_read_back() {
        let mut scenario = Scenario { growth: 0.123_456_789, ..Scenario::default() };
        scenario.count_opening = false;
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(
            read_text(&Scenario::default(), &text),
            ParsedInputs { scenario, ranges: None, accepted: Input::ALL.len(), errors: vec![] }
        );
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
    }

    #[test]
    fn ranges_stand_beside_the_scenario() {
        let read = |text: &str| read_text(&Scenario::DEFAULT, text);
        let own = Ranges::read_text("growth:0.4..1.8,erosion:fixed").0;
        let full =
            read(r#"{"scenario": {"tax": 0.3}, "ranges": {"growth": [0.4, 1.8], "erosion": null}, "summary": {}}"#);
        assert_eq!((full.ranges, full.scenario.tax, full.accepted, full.errors), (Some(own.clone()), 0.3, 3, vec![]));
        let bare = read(r#"{"ranges": {"growth": [0.4, 1.8], "erosion": null}}"#);
        assert_eq!((bare.ranges, bare.scenario, bare.errors), (Some(own), Scenario::DEFAULT, vec![]));
        assert_eq!(read(r#"{"scenario": {"tax": 0.3}}"#).ranges, Some(Ranges::NONE));
        assert_eq!(read(r#"{"tax": 0.3}"#).ranges, None);
        assert_eq!(read(r#"{"tax": 0.3, "ranges": {"tax": [0.3, 2], "x": null}}"#).errors.len(), 2);
    }

    #[test]
    fn every_input_is_written_under_its_id_in_table_order() {
        let Json::Object(map) = serde_json::to_value(Scenario::DEFAULT).unwrap() else { panic!("no object") };
        let ids = Input::ALL.iter().map(|input| input.id());
        assert!(map.keys().eq(ids.chain(["capex_path", "events"])));
        for (&input, json) in Input::ALL.iter().zip(map.values()) {
            assert_eq!(*json, serde_json::to_value(Scenario::DEFAULT.get(input)).unwrap(), "{input:?}");
        }
    }

    #[test]
    fn a_file_of_the_first_edition_leaves_out_what_came_later() {
        let base = Scenario { own_use: 0.5, ..Scenario::DEFAULT };
        let read =
            |version| read_text(&base, &format!(r#"{{"version": {version}, "scenario": {{"growth": 0.5}}}}"#)).scenario;
        assert_eq!((read(1).chip_power_change, read(1).partner_share, read(1).own_use), (0.0, 0.0, 0.0));
        assert_eq!(read(2), Scenario { growth: 0.5, ..base });
    }
}
