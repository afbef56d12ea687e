//! The scenario as JSON: every input out, any subset in.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value as Json};

use super::parse::clip;
use super::{Input, InputError, Kind, Scenario, Value, notation, parse};

/// The version of links and files.
pub const VERSION: u32 = 1;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Choice(id) => serializer.serialize_str(id),
            Self::Switch(on) => serializer.serialize_bool(*on),
        }
    }
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Input::ALL.len()))?;
        for &input in Input::ALL {
            map.serialize_entry(input.id(), &self.get(input))?;
        }
        map.end()
    }
}

/// A scenario as read, and everything that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedInputs {
    /// The base with all that could be taken.
    pub scenario: Scenario,
    /// What could not, in the order of the text.
    pub errors: Vec<InputError>,
}

/// Reads a JSON text: a full file (`{"version", "scenario", …}`) or any subset of inputs, on top of `base`.
pub fn read_text(base: &Scenario, text: &str) -> ParsedInputs {
    match notation::read(text) {
        Ok(Json::Object(map)) => read_file(base, &map),
        Ok(_) => refused(base, "the file holds no object with inputs"),
        Err(error) => refused(base, &error),
    }
}

/// Reads a file's object: its `scenario` (or `inputs`) where it has one, else the object itself.
pub fn read_file(base: &Scenario, map: &Map<String, Json>) -> ParsedInputs {
    match map.get("scenario").or_else(|| map.get("inputs")) {
        Some(Json::Object(inner)) => read_inputs(base, inner),
        Some(_) => refused(base, "“scenario” is no object with inputs"),
        None => read_inputs(base, map),
    }
}

/// Reads inputs by name; `name` (a free label) and `version` are no inputs and pass.
pub fn read_inputs(base: &Scenario, map: &Map<String, Json>) -> ParsedInputs {
    let mut reading = ParsedInputs { scenario: *base, errors: Vec::new() };
    for (key, json) in map {
        if matches!(key.as_str(), "name" | "version") {
            continue;
        }
        let taken = match Input::from_id(key) {
            None => Err(InputError::Unknown { key: clip(key) }),
            Some(input) => value_of(input, json).and_then(|value| reading.scenario.set(input, value)),
        };
        reading.errors.extend(taken.err());
    }
    reading
}

fn value_of(input: Input, json: &Json) -> Result<Value, InputError> {
    match json {
        Json::Number(number) => match number.as_f64() {
            Some(number) => Ok(Value::Number(number)),
            None => Err(InputError::NotANumber { input, text: notation::written(json) }),
        },
        Json::Bool(on) => Ok(Value::Switch(*on)),
        Json::String(text) => parse(input, text),
        other => Err(match input.spec().kind {
            Kind::Number(_) => InputError::NotANumber { input, text: clip(&notation::written(other)) },
            _ => InputError::NotAnOption { input, text: clip(&notation::written(other)) },
        }),
    }
}

fn refused(base: &Scenario, why: &str) -> ParsedInputs {
    ParsedInputs { scenario: *base, errors: vec![InputError::NotAnObject { text: why.to_owned() }] }
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
            let reading = read_text(&base, text);
            assert_eq!(reading.errors, []);
            assert_eq!(reading.scenario.growth, 0.5);
            assert_eq!(reading.scenario.terminal.id(), "multiple");
            assert!(!reading.scenario.count_opening);
            assert_eq!(reading.scenario.capex, 200.0);
        }
    }

    #[test]
    fn what_is_refused_is_named_and_the_rest_is_taken() {
        let text = r#"{"growth":"fast","capex":-5,"horizon":2.5,"colour":1,"tax":null,"price":20,"group_relief":3}"#;
        let reading = read_text(&Scenario::default(), text);
        assert_eq!(reading.scenario.price, 20.0);
        assert_eq!(reading.errors.len(), 6, "{:?}", reading.errors);
        for garbage in ["", "[]", "7", "{", "null", "{\"scenario\":[]}"] {
            let reading = read_text(&Scenario::default(), garbage);
            assert_eq!(reading.scenario, Scenario::default());
            assert!(matches!(reading.errors[..], [InputError::NotAnObject { .. }]), "{garbage:?}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let mut scenario = Scenario { growth: 0.123_456_789, ..Scenario::default() };
        scenario.count_opening = false;
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(read_text(&Scenario::default(), &text), ParsedInputs { scenario, errors: vec![] });
    }
}
