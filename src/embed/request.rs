//! What a host asks of the calculator, and what it is answered.

use serde_json::{Value as Json, json};

use crate::model::Summary;
use crate::scenario::json::{VERSION, read_inputs};
use crate::scenario::{Input, InputError, Scenario, Value};

/// A host's request that can be met.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Move these inputs, and no others.
    Set(Vec<(Input, Value)>),
    /// Send the outcome, with this id where there is one.
    Get(Option<Json>),
    /// Back to what was opened.
    Reset,
}

/// Why a request was not met.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// The message has no such type.
    UnknownType(String),
    /// `scenario` is missing or no object.
    NoScenario,
    /// Inputs that could not be taken; none of the others was.
    Refused(Vec<InputError>),
    /// The id is neither text nor a number.
    BadId,
}

/// The longest text that is looked at, and given back.
const LONGEST: usize = 200;

/// Reads a host's message: nothing where it is not for the calculator. A request is met whole or not at all.
pub fn request(message: &Json) -> Option<Result<Request, Unfit>> {
    let map = message.as_object()?;
    let kind = map.get("type")?.as_str()?;
    Some(match kind.strip_prefix("payback:")? {
        "set" => set(map.get("scenario")),
        "get" => get(map.get("id")),
        "reset" => Ok(Request::Reset),
        _ => Err(Unfit::UnknownType(kind.chars().take(LONGEST).collect())),
    })
}

fn set(scenario: Option<&Json>) -> Result<Request, Unfit> {
    let Some(Json::Object(inputs)) = scenario else { return Err(Unfit::NoScenario) };
    let reading = read_inputs(&Scenario::DEFAULT, inputs);
    if !reading.errors.is_empty() {
        return Err(Unfit::Refused(reading.errors));
    }
    let named = inputs.keys().filter_map(|key| Input::from_id(key));
    Ok(Request::Set(named.map(|input| (input, reading.scenario.get(input))).collect()))
}

fn get(id: Option<&Json>) -> Result<Request, Unfit> {
    match id {
        None => Ok(Request::Get(None)),
        Some(Json::String(text)) if text.len() > LONGEST => Err(Unfit::BadId),
        Some(Json::Array(_) | Json::Object(_)) => Err(Unfit::BadId),
        Some(id) => Ok(Request::Get(Some(id.clone()))),
    }
}

/// The first message: the calculator can be asked.
pub fn ready() -> Json {
    json!({"type": "payback:ready"})
}

/// The answer to a request that was not met.
pub fn error(words: &str) -> Json {
    json!({"type": "payback:error", "message": words})
}

/// What the scenario leads to, for a question with that id or for everyone.
pub fn outcome(id: Option<&Json>, scenario: &Scenario, summary: &Summary) -> Json {
    let (version, kind) = (VERSION, "payback:outcome");
    match id {
        None => json!({"type": kind, "version": version, "scenario": scenario, "summary": summary}),
        Some(id) => json!({"type": kind, "id": id, "version": version, "scenario": scenario, "summary": summary}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Map;

    #[test]
    fn requests_as_hosts_write_them() {
        let set = |inputs: Json| request(&json!({"type": "payback:set", "scenario": inputs}));
        let both = vec![(Input::Growth, Value::Number(0.5)), (Input::Capex, Value::Number(75.0))];
        assert_eq!(set(json!({"growth": 0.5, "capex": 75})), Some(Ok(Request::Set(both.clone()))));
        assert_eq!(set(json!({"growth": "50%", "capex": "75"})), Some(Ok(Request::Set(both))));
        assert_eq!(set(json!({})), Some(Ok(Request::Set(vec![]))));
        assert_eq!(request(&json!({"type": "payback:reset"})), Some(Ok(Request::Reset)));
        for id in [json!(7), json!("a"), json!(0), json!(""), json!(false), json!(null)] {
            let asked = request(&json!({"type": "payback:get", "id": id}));
            assert_eq!(asked, Some(Ok(Request::Get(Some(id)))));
        }
        assert_eq!(request(&json!({"type": "payback:get"})), Some(Ok(Request::Get(None))));
    }

    #[test]
    fn one_refused_input_refuses_the_whole_message() {
        for inputs in [
            json!({"growth": 0.5, "capex": -1}),
            json!({"growth": 0.5, "colour": "red"}),
            json!({"growth": null}),
            json!({"horizon": 2.5, "growth": 0.5}),
            json!({"terminal": "<img src=x onerror=alert(1)>"}),
            json!({"growth": {"valueOf": 1}}),
        ] {
            let message = json!({"type": "payback:set", "scenario": inputs});
            assert!(matches!(request(&message), Some(Err(Unfit::Refused(list))) if list.len() == 1), "{message}");
        }
        for scenario in [json!(null), json!([]), json!("growth=0.5")] {
            let message = json!({"type": "payback:set", "scenario": scenario});
            assert_eq!(request(&message), Some(Err(Unfit::NoScenario)));
        }
    }

    #[test]
    fn messages_of_others_pass_in_silence() {
        for other in [
            json!(null),
            json!(7),
            json!("payback:set"),
            json!([]),
            json!({}),
            json!({"type": 1}),
            json!({"type": "set"}),
        ] {
            assert_eq!(request(&other), None, "{other}");
        }
        let unknown = request(&json!({"type": "payback:explode"}));
        assert_eq!(unknown, Some(Err(Unfit::UnknownType("payback:explode".into()))));
        assert_eq!(request(&json!({"type": "payback:get", "id": {}})), Some(Err(Unfit::BadId)));
    }

    #[test]
    fn outcomes_name_every_input_and_no_null_id() {
        let message = outcome(None, &Scenario::DEFAULT, &Summary::default());
        assert_eq!(message.get("id"), None);
        assert_eq!(message["scenario"].as_object().map(Map::len), Some(Input::ALL.len()));
        assert!(message["summary"].get("npv").is_some());
        assert_eq!(outcome(Some(&json!("x")), &Scenario::DEFAULT, &Summary::default())["id"], "x");
    }
}
