//! Messages between the host page and the calculator.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value as Json};

use crate::model::Summary;
use crate::scenario::json::read_inputs;
use crate::scenario::{InputError, PartialScenario, Ranges, Scenario, ScenarioPart};
use crate::words::embed as words;

/// The longest text of a host's message that is repeated in an answer, in bytes.
const LONGEST: usize = 200;

/// A message from the host page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "type")]
pub enum HostMessage {
    /// Changes the named inputs and no others.
    #[serde(rename = "payback:set")]
    Set {
        /// Input ids and their values.
        scenario: Map<String, Json>,
    },
    /// Asks for the present outcome.
    #[serde(rename = "payback:get")]
    Get {
        /// The id of the answer; `null` is an id, too.
        #[serde(default, deserialize_with = "present")]
        id: Option<MessageId>,
    },
    /// Restores the scenario that was opened.
    #[serde(rename = "payback:reset")]
    Reset,
}

/// Keeps `null` apart from a missing field.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MessageId>, D::Error> {
    MessageId::deserialize(deserializer).map(Some)
}

/// An id that a host gives to a question: a short text, a number, a boolean or null.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Json")]
pub struct MessageId(Json);

impl TryFrom<Json> for MessageId {
    type Error = &'static str;

    fn try_from(id: Json) -> Result<Self, Self::Error> {
        match &id {
            Json::String(text) if text.len() > LONGEST => Err("too long"),
            Json::Array(_) | Json::Object(_) => Err("neither text nor number"),
            _ => Ok(Self(id)),
        }
    }
}

/// The reason why a host's message was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum MessageError {
    /// No message has this type.
    UnknownType(String),
    /// `scenario` is missing or is not an object.
    NoScenario,
    /// The id is an object, a list or a long text.
    BadId,
    /// These inputs were refused, and therefore no input was changed.
    Refused(Vec<InputError>),
}

impl HostMessage {
    /// Reads a message. `None` means that the message is not addressed to the calculator.
    pub fn read(message: &Json) -> Option<Result<Self, MessageError>> {
        let kind = message.get("type")?.as_str()?;
        kind.starts_with("payback:").then(|| {
            Self::deserialize(message).map_err(|_| match kind {
                "payback:set" => MessageError::NoScenario,
                "payback:get" => MessageError::BadId,
                _ => MessageError::UnknownType(kind.chars().take(LONGEST).collect()),
            })
        })
    }
}

/// The parts that a [`HostMessage::Set`] names. If a value is refused, all values are.
pub fn named_parts(scenario: &Map<String, Json>) -> Result<PartialScenario, MessageError> {
    let reading = read_inputs(&Scenario::DEFAULT, scenario);
    if !reading.errors.is_empty() {
        return Err(MessageError::Refused(reading.errors));
    }
    let parts = scenario.keys().filter_map(|key| ScenarioPart::from_key(key)).collect();
    Ok(PartialScenario { parts, scenario: reading.scenario })
}

impl MessageError {
    /// The sentence that the host gets.
    pub fn text(&self) -> String {
        match self {
            Self::UnknownType(kind) => words::unknown_type(kind),
            Self::NoScenario => words::no_scenario().to_owned(),
            Self::BadId => words::bad_id().to_owned(),
            Self::Refused(refusals) => words::refused(refusals),
        }
    }
}

/// A message to the host page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type")]
pub enum AppMessage<'a> {
    /// The calculator can be asked.
    #[serde(rename = "payback:ready")]
    Ready,
    /// The present scenario and its results.
    #[serde(rename = "payback:outcome")]
    Outcome {
        /// The id of the question, if a host asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<&'a MessageId>,
        /// The outcome.
        #[serde(flatten)]
        outcome: &'a ReportedOutcome,
    },
    /// The height of the page, in CSS pixels.
    #[serde(rename = "payback:height")]
    Height {
        /// Whole pixels.
        height: u32,
    },
    /// A message was refused.
    #[serde(rename = "payback:error")]
    Error {
        /// The reason, as a sentence.
        message: &'a str,
    },
}

/// Returns the height that an [`AppMessage::Height`] reports; `None` for every other message.
pub fn reported_height(message: &Json) -> Option<u32> {
    let height = message.get("height").filter(|_| message["type"] == "payback:height")?;
    u32::try_from(height.as_u64()?).ok()
}

/// A scenario and its results, as hosts get them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedOutcome {
    /// The version of the format.
    pub version: u32,
    /// Every input.
    pub scenario: Scenario,
    /// The ranges of the simulated cases, where the reader has set any.
    #[serde(skip_serializing_if = "Ranges::is_empty")]
    pub ranges: Ranges,
    /// The measures.
    pub summary: Summary,
    /// The share of the way to the bad ends of all uncertain inputs at which NPV turns negative, or with a minus sign the share
    /// of the way to the good ends at which it turns positive; `null` where even the ends do not turn it.
    pub margin_of_safety: Option<f64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Input;
    use crate::scenario::json::VERSION;
    use serde_json::json;

    /// The parts of a `payback:set`, or the error that answers a message.
    fn set(message: &Json) -> Result<PartialScenario, MessageError> {
        match HostMessage::read(message) {
            Some(Ok(HostMessage::Set { scenario })) => named_parts(&scenario),
            Some(Err(error)) => Err(error),
            other => panic!("{message}: {other:?}"),
        }
    }

    #[test]
    fn requests_as_hosts_write_them() {
        let set = |inputs: Json| set(&json!({"type": "payback:set", "scenario": inputs}));
        let both = PartialScenario {
            parts: [Input::Growth, Input::Capex].map(ScenarioPart::Input).to_vec(),
            scenario: Scenario { growth: 0.5, capex: 75.0, ..Scenario::DEFAULT },
        };
        assert_eq!(set(json!({"growth": 0.5, "capex": 75})), Ok(both.clone()));
        assert_eq!(set(json!({"growth": "50%", "capex": "75"})), Ok(both));
        assert_eq!(set(json!({})), Ok(PartialScenario::default()));
        let plan = set(json!({"capex_path": [1, 1.5], "events": "demand:2028Q3:-20%"})).unwrap();
        assert_eq!(plan.parts, [ScenarioPart::CapexPath, ScenarioPart::Events]);
        assert_eq!((&*plan.scenario.capex_path, plan.scenario.events.len()), (&[1.0, 1.5][..], 1));
        let reset = json!({"type": "payback:reset", "extra": 1});
        assert_eq!(HostMessage::read(&reset), Some(Ok(HostMessage::Reset)));
        for id in [json!(7), json!("a"), json!(0), json!(""), json!(false), json!(null)] {
            let asked = HostMessage::read(&json!({"type": "payback:get", "id": id}));
            assert_eq!(asked, Some(Ok(HostMessage::Get { id: Some(MessageId(id)) })));
        }
        let asked = HostMessage::read(&json!({"type": "payback:get"}));
        assert_eq!(asked, Some(Ok(HostMessage::Get { id: None })));
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
            assert!(matches!(set(&message), Err(MessageError::Refused(list)) if list.len() == 1), "{message}");
        }
        for scenario in [json!(null), json!([]), json!("growth=0.5")] {
            let message = json!({"type": "payback:set", "scenario": scenario});
            assert_eq!(set(&message), Err(MessageError::NoScenario));
        }
        assert_eq!(set(&json!({"type": "payback:set"})), Err(MessageError::NoScenario));
    }

    #[test]
    fn messages_of_others_are_ignored_and_wrong_ones_are_explained() {
        for other in [
            json!(null),
            json!(7),
            json!("payback:set"),
            json!([]),
            json!({}),
            json!({"type": 1}),
            json!({"type": "set"}),
        ] {
            assert_eq!(HostMessage::read(&other), None, "{other}");
        }
        let unknown = HostMessage::read(&json!({"type": "payback:explode"}));
        assert_eq!(unknown, Some(Err(MessageError::UnknownType("payback:explode".into()))));
        for id in [json!({}), json!([1]), json!("x".repeat(LONGEST + 1))] {
            let refused = HostMessage::read(&json!({"type": "payback:get", "id": id}));
            assert_eq!(refused, Some(Err(MessageError::BadId)));
        }
        let long = HostMessage::read(&json!({"type": format!("payback:{}", "é".repeat(10_000))}));
        let text = long.unwrap().unwrap_err().text();
        assert!(text.contains("payback:éé") && text.len() < 1000, "{text}");
    }

    #[test]
    fn app_messages_have_their_public_form() {
        let ranges = Ranges::read_text("tax:0.15..0.28").0;
        let outcome = ReportedOutcome {
            version: VERSION,
            scenario: Scenario::DEFAULT,
            ranges: Ranges::NONE,
            summary: Summary::default(),
            margin_of_safety: None,
        };
        let ranged = json!(AppMessage::Outcome { id: None, outcome: &ReportedOutcome { ranges, ..outcome.clone() } });
        assert_eq!(ranged["ranges"], json!({"tax": [0.15, 0.28]}));
        assert_eq!(reported_height(&json!(AppMessage::Height { height: 640 })), Some(640));
        assert_eq!(reported_height(&json!(AppMessage::Ready)), None);
        let outcome = |id: Option<&MessageId>| json!(AppMessage::Outcome { id, outcome: &outcome });
        let message = outcome(None);
        let keys: Vec<_> = message.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["type", "version", "scenario", "summary", "margin_of_safety"]);
        assert_eq!(message["margin_of_safety"], json!(null));
        assert_eq!(
            message["scenario"].as_object().map(Map::len),
            Some(Input::ALL.len() + 2),
            "and capex_path and events"
        );
        assert!(message["summary"].get("npv").is_some());
        assert_eq!(outcome(Some(&MessageId(json!("x"))))["id"], "x");
        assert_eq!(outcome(Some(&MessageId(json!(null)))).get("id"), Some(&json!(null)));
        assert_eq!(json!(AppMessage::Ready), json!({"type": "payback:ready"}));
        assert_eq!(json!(AppMessage::Height { height: 7 }), json!({"type": "payback:height", "height": 7}));
        let error = json!(AppMessage::Error { message: "No." });
        assert_eq!(error, json!({"type": "payback:error", "message": "No."}));
    }

    proptest::proptest! {
        #[test]
        fn any_request_is_read_or_explained(kind in "payback:(set|get|[a-z<é]{0,300})", key: String, text: String, number: f64) {
            let named = json!({"type": kind, "id": text, "scenario": {(key.as_str()): text, "growth": number, "capex": text}});
            let other = json!({"type": kind, "id": [number], "scenario": text});
            for message in [named, other] {
                let error = match HostMessage::read(&message) {
                    Some(Ok(HostMessage::Set { scenario })) => named_parts(&scenario).err(),
                    Some(Ok(_)) => None,
                    Some(Err(error)) => Some(error),
                    None => panic!("{message} is ignored"),
                };
                let words = error.map(|error| error.text()).unwrap_or_default();
                proptest::prop_assert!(words.len() < 2000, "{}", words);
            }
        }
    }
}
