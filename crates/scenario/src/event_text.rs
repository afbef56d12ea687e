//! Reads and writes events and capex plans: `demand:2028Q3:-20%,price:12:-25%:8` and `1,1.2,0.8` in links, lists in JSON.

use serde_json::{Map, Value as Json};

use super::Scenario;
use super::events::{CapexPath, Event, EventKind, Events, FIRST_YEAR, MAX_QUARTER};
use super::input_error::{EventPart, InputError, clip};
use super::parse::{parse_decimal, round_to_15_digits};

/// The key of the events in links and JSON.
pub(crate) const EVENTS: &str = "events";
/// The key of the capex plan by year in links and JSON.
pub(crate) const CAPEX_PATH: &str = "capex_path";

/// The largest multiple of the first year's capex.
pub(crate) const MAX_MULTIPLE: f64 = 100.0;

impl Scenario {
    /// Sets the events or the capex plan by their key from the text of a link. Returns `None` for any other key. Of a list
    /// with refused events, the others are used; a refused plan leaves the present plan.
    pub(crate) fn set_list(&mut self, key: &str, text: &str) -> Option<Vec<InputError>> {
        let pieces = || text.split(',').map(str::trim).filter(|piece| !piece.is_empty());
        match key {
            EVENTS => Some(self.set_events(pieces().map(event))),
            CAPEX_PATH => Some(self.set_capex_path(pieces().map(multiple)).err().into_iter().collect()),
            _ => None,
        }
    }

    /// Like [`set_list`](Self::set_list), from JSON.
    pub(crate) fn set_json_list(&mut self, key: &str, json: &Json) -> Option<Vec<InputError>> {
        let items: &[Json] = match json {
            Json::Array(items) => items,
            Json::String(text) => return self.set_list(key, text),
            Json::Null => &[],
            other => std::slice::from_ref(other),
        };
        match key {
            EVENTS => Some(self.set_events(items.iter().map(json_event))),
            CAPEX_PATH => {
                let number = |item: &Json| match item.as_f64() {
                    Some(number) => legal_multiple(number),
                    None => Err(not_a_multiple(&item.to_string())),
                };
                Some(self.set_capex_path(items.iter().map(number)).err().into_iter().collect())
            }
            _ => None,
        }
    }

    fn set_events(&mut self, events: impl Iterator<Item = Result<Event, InputError>>) -> Vec<InputError> {
        let (mut list, mut errors, mut given) = (Events::default(), Vec::new(), 0);
        for event in events {
            given += 1;
            match event {
                Ok(event) => _ = list.push(event),
                Err(error) => errors.push(error),
            }
        }
        if given > list.len() + errors.len() {
            errors.push(InputError::TooManyEvents { given });
        }
        self.events = list;
        errors
    }

    fn set_capex_path(&mut self, years: impl Iterator<Item = Result<f64, InputError>>) -> Result<(), InputError> {
        let years = years.collect::<Result<Vec<f64>, _>>()?;
        let given = years.len();
        self.capex_path = CapexPath::from_items(years).ok_or(InputError::TooManyYears { given })?;
        Ok(())
    }
}

fn not_an_event(text: &str, part: EventPart) -> InputError {
    InputError::NotAnEvent { text: clip(text), part }
}

/// Checks the ranges of the fields of an event.
fn legal_event(event: Event, text: &str) -> Result<Event, InputError> {
    if event.is_legal() {
        return Ok(Event { size: round_to_15_digits(event.size), ..event });
    }
    let part = if !(Event { size: 0.0, quarters: None, ..event }).is_legal() {
        EventPart::Quarter
    } else if !(Event { quarters: None, ..event }).is_legal() {
        EventPart::Size
    } else {
        EventPart::Length
    };
    Err(not_an_event(text, part))
}

/// Reads `demand:2028Q3:-20%` or `price:12:-25%:8`.
fn event(text: &str) -> Result<Event, InputError> {
    let refused = |part| not_an_event(text, part);
    let fields: Vec<&str> = text.split(':').map(str::trim).collect();
    let (kind, date, size, length) = match *fields.as_slice() {
        [kind, date, size] => (kind, date, size, None),
        [kind, date, size, length] => (kind, date, size, Some(length)),
        _ => return Err(refused(EventPart::Form)),
    };
    let kind = EventKind::from_id(&kind.to_ascii_lowercase()).ok_or_else(|| refused(EventPart::Kind))?;
    let quarter = quarter(date).ok_or_else(|| refused(EventPart::Quarter))?;
    let size = share(size).ok_or_else(|| refused(EventPart::Size))?;
    let quarters = match length {
        Some(length) => Some(length.parse().map_err(|_| refused(EventPart::Length))?),
        None => None,
    };
    legal_event(Event { kind, quarter, size, quarters }, text)
}

/// Reads a typed date: `Q3 2028`, `2028 Q3`, or the number of a quarter.
pub fn typed_event_quarter(text: &str) -> Option<u16> {
    quarter(text.trim()).filter(|quarter| (1..=MAX_QUARTER).contains(quarter))
}

/// Reads a typed size in percent: `-20`, `−20 %`.
pub fn typed_event_size(kind: EventKind, text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = plain.trim_end_matches('%').replace('\u{2212}', "-").replace(',', ".");
    let (lowest, highest) = kind.sizes();
    let size = round_to_15_digits(parse_decimal(plain.strip_prefix('+').unwrap_or(&plain))? / 100.0);
    (lowest..=highest).contains(&size).then_some(size)
}

/// Reads a quarter by number, or by date as `2028Q3` or `Q3 2028`.
fn quarter(text: &str) -> Option<u16> {
    let upper = text.to_ascii_uppercase();
    let Some((year, quarter)) = upper.split_once('Q') else { return upper.parse().ok() };
    let (year, quarter) = match quarter.trim().split_once(' ') {
        Some((quarter, year_after)) if year.trim().is_empty() => (year_after, quarter),
        _ => (year, quarter),
    };
    let (year, quarter): (i32, i32) = (year.trim().parse().ok()?, quarter.trim().parse().ok()?);
    let years = year.checked_sub(FIRST_YEAR.into()).filter(|years| (0..=100).contains(years))?;
    (1..=4).contains(&quarter).then_some(())?;
    u16::try_from(4 * years + quarter - 1).ok()
}

/// Reads `-20%` or `-0.2`.
fn share(text: &str) -> Option<f64> {
    let text = text.replace('\u{2212}', "-");
    match text.strip_suffix('%') {
        Some(percent) => parse_decimal(percent.trim()).map(|percent| percent / 100.0),
        None => parse_decimal(&text),
    }
}

fn json_event(json: &Json) -> Result<Event, InputError> {
    let text = json.to_string();
    let refused = |part| not_an_event(&text, part);
    let Json::Object(map) = json else {
        return json.as_str().ok_or_else(|| refused(EventPart::Form)).and_then(event);
    };
    let whole = |map: &Map<String, Json>, key: &str| {
        let number = map.get(key)?.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=65_535.0).contains(number));
        number.map(|number| number as u16)
    };
    let kind = map.get("kind").and_then(Json::as_str).and_then(EventKind::from_id);
    let size = map.get("size").and_then(Json::as_f64);
    let event = Event {
        kind: kind.ok_or_else(|| refused(EventPart::Kind))?,
        quarter: whole(map, "quarter").ok_or_else(|| refused(EventPart::Quarter))?,
        size: size.ok_or_else(|| refused(EventPart::Size))?,
        quarters: match map.get("quarters") {
            None | Some(Json::Null) => None,
            Some(_) => Some(whole(map, "quarters").ok_or_else(|| refused(EventPart::Length))?),
        },
    };
    legal_event(event, &text)
}

fn multiple(text: &str) -> Result<f64, InputError> {
    parse_decimal(text).ok_or_else(|| not_a_multiple(text)).and_then(legal_multiple)
}

/// The number, if it is a legal multiple of the first year's capex.
pub(crate) fn legal_multiple(number: f64) -> Result<f64, InputError> {
    let legal = (0.0..=MAX_MULTIPLE).contains(&number);
    if legal { Ok(round_to_15_digits(number)) } else { Err(not_a_multiple(&number.to_string())) }
}

fn not_a_multiple(text: &str) -> InputError {
    InputError::NotAMultiple { text: clip(text) }
}

/// The text of events in links.
pub(crate) fn events_text(events: &[Event]) -> String {
    let text = |event: &Event| {
        let size = number_text(event.size);
        let start = format!("{}:{}:{size}", event.kind.id(), event.quarter);
        event.quarters.map_or(start.clone(), |quarters| format!("{start}:{quarters}"))
    };
    events.iter().map(text).collect::<Vec<_>>().join(",")
}

/// The text of a capex plan in links.
pub(crate) fn capex_path_text(path: &[f64]) -> String {
    path.iter().map(|&multiple| number_text(multiple)).collect::<Vec<_>>().join(",")
}

fn number_text(number: f64) -> String {
    super::Value::Number(number).text()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(key: &str, text: &str) -> (Scenario, Vec<InputError>) {
        let mut scenario = Scenario::DEFAULT;
        let errors = scenario.set_list(key, text).unwrap();
        (scenario, errors)
    }

    #[test]
    fn events_by_date_and_by_number() {
        let (scenario, errors) = read(EVENTS, "demand:2028Q3:-20%, price:12:\u{2212}0.25:8,capacity:2026q2:-1:1");
        let event = |kind, quarter, size, quarters| Event { kind, quarter, size, quarters };
        let expected = [
            event(EventKind::Demand, 10, -0.2, None),
            event(EventKind::Price, 12, -0.25, Some(8)),
            event(EventKind::Capacity, 1, -1.0, Some(1)),
        ];
        assert_eq!((&*scenario.events, errors), (&expected[..], vec![]));
        let text = events_text(&scenario.events);
        assert_eq!(text, "demand:10:-0.2,price:12:-0.25:8,capacity:1:-1:1");
        assert_eq!(read(EVENTS, &text).0, scenario);
    }

    #[test]
    fn refused_events_are_named_and_the_others_are_used() {
        let refused = |text: &str, part| {
            let (scenario, errors) = read(EVENTS, &format!("{text},demand:4:0.1"));
            assert_eq!(scenario.events.len(), 1, "{text}");
            assert_eq!(errors, [InputError::NotAnEvent { text: text.to_owned(), part }]);
        };
        refused("demand:4", EventPart::Form);
        refused("weather:4:-20%", EventPart::Kind);
        refused("demand:2026Q1:-20%", EventPart::Quarter);
        refused("demand:161:-20%", EventPart::Quarter);
        refused("demand:4:-120%", EventPart::Size);
        refused("capacity:4:20%", EventPart::Size);
        refused("price:4:20%:0", EventPart::Length);
        let (scenario, errors) = read(EVENTS, &["demand:4:0.1"; 8].join(","));
        assert_eq!((scenario.events.len(), errors), (6, vec![InputError::TooManyEvents { given: 8 }]));
    }

    #[test]
    fn typed_dates_and_sizes() {
        for text in ["Q3 2028", "q3  2028 ", "2028 Q3", "2028Q3", "10"] {
            assert_eq!(typed_event_quarter(text), Some(10), "{text}");
        }
        for text in ["", "Q5 2028", "Q1 2026", "2028", "soon", "Q3", "0", "161"] {
            assert_eq!(typed_event_quarter(text), None, "{text}");
        }
        for text in ["-20", "\u{2212}20 %", "-20,0%"] {
            assert_eq!(typed_event_size(EventKind::Demand, text), Some(-0.2), "{text}");
        }
        assert_eq!(typed_event_size(EventKind::Price, "+50"), Some(0.5));
        for (kind, text) in [(EventKind::Capacity, "5"), (EventKind::Price, "-101"), (EventKind::Price, "half")] {
            assert_eq!(typed_event_size(kind, text), None, "{text}");
        }
    }

    #[test]
    fn a_capex_plan_is_read_whole_or_not_at_all() {
        let (scenario, errors) = read(CAPEX_PATH, "1, 1.2,0.8");
        assert_eq!((&*scenario.capex_path, errors), (&[1.0, 1.2, 0.8][..], vec![]));
        assert_eq!(capex_path_text(&scenario.capex_path), "1,1.2,0.8");
        assert_eq!(read(CAPEX_PATH, "1,-1").1, [InputError::NotAMultiple { text: "-1".to_owned() }]);
        assert_eq!(read(CAPEX_PATH, "1,101").0, Scenario::DEFAULT);
        assert_eq!(read(CAPEX_PATH, &["1"; 21].join(",")).1, [InputError::TooManyYears { given: 21 }]);
    }

    #[test]
    fn json_lists() {
        let text = r#"{"events": [{"kind": "price", "quarter": 12, "size": -0.3, "quarters": null}, {"kind": "rain"}],
            "capex_path": [1, 0.5]}"#;
        let parsed = crate::json::read_text(&Scenario::DEFAULT, text);
        assert_eq!((parsed.scenario.events.len(), parsed.errors.len()), (1, 1), "{:?}", parsed.errors);
        let written = serde_json::to_string(&parsed.scenario).unwrap();
        assert_eq!(crate::json::read_text(&Scenario::DEFAULT, &written).scenario, parsed.scenario);
    }
}
