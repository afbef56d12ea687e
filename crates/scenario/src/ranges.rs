//! The uncertainty that a reader sets: own ends of an input's range, inputs held fixed, and added inputs.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::parse::round_to_15_digits;
use super::{Input, InputError, Range, range_text};

/// The range of an input in the Monte Carlo simulation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InputRange {
    /// The input is held fixed at its value.
    Fixed,
    /// The input is drawn between two absolute ends, in its own unit.
    Between {
        /// The lower end.
        low: f64,
        /// The upper end, not below the lower end.
        high: f64,
    },
}

impl InputRange {
    /// The range between two ends, moved into the legal range of the input and rounded as its values are. Ends in the wrong
    /// order are exchanged.
    pub fn between(input: Input, one: f64, other: f64) -> Option<Self> {
        let range = uncertain_range(input)?;
        let [one, other] = [one, other].map(|end| legal_end(range, end));
        Some(Self::Between { low: one.min(other), high: one.max(other) })
    }

    /// The relative distance of the ends of a newly added input.
    const FIRST_SPREAD: f64 = 0.2;

    /// The range that a newly added input begins with: 20 % below to 20 % above its value, and of 0 a step of its slider to
    /// either side.
    pub fn around(input: Input, value: f64) -> Option<Self> {
        let range = uncertain_range(input)?;
        let spread = if value == 0.0 { range.step } else { (Self::FIRST_SPREAD * value).abs() };
        Self::between(input, value - spread, value + spread)
    }

    /// The ends; `None` for a fixed input.
    pub fn ends(self) -> Option<[f64; 2]> {
        match self {
            Self::Fixed => None,
            Self::Between { low, high } => Some([low, high]),
        }
    }
}

/// The legal range of an input that can be uncertain: a number other than the horizon.
pub fn uncertain_range(input: Input) -> Option<&'static Range> {
    input.range().filter(|_| input != Input::Horizon)
}

/// An end in the legal range, whole where only whole numbers are legal.
fn legal_end(range: &Range, end: f64) -> f64 {
    let end = if range.whole { end.round() } else { end };
    round_to_15_digits(end.max(range.lowest).min(range.highest))
}

/// The ranges that a reader has set, by input in table order. Other inputs keep the ranges of the analysis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranges(BTreeMap<Input, InputRange>);

impl Ranges {
    /// Ranges that nobody has changed.
    pub const NONE: Self = Self(BTreeMap::new());

    /// The range that is set for an input.
    pub fn get(&self, input: Input) -> Option<InputRange> {
        self.0.get(&input).copied()
    }

    /// Sets the range of an input, or with `None` gives it back to the analysis. An input that cannot be uncertain is ignored.
    pub fn set(&mut self, input: Input, range: Option<InputRange>) {
        match range.filter(|_| uncertain_range(input).is_some()) {
            Some(range) => _ = self.0.insert(input, range),
            None => _ = self.0.remove(&input),
        }
    }

    /// The ranges by input, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (Input, InputRange)> {
        self.0.iter().map(|(&input, &range)| (input, range))
    }

    /// Whether no range is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads `growth:0.4..1.8,tax:15%..28%,erosion:fixed`, and names every range that is not used as written.
    pub fn read_text(text: &str) -> (Self, Vec<InputError>) {
        Self::collect(text.split(',').map(str::trim).filter(|piece| !piece.is_empty()).map(range_text::from_text))
    }

    /// Reads `{"growth": [0.4, 1.8], "erosion": null}`, and names every range that is not used as written.
    pub fn read_json(json: &Json) -> (Self, Vec<InputError>) {
        match json {
            Json::Object(map) => Self::collect(map.iter().map(|(key, json)| range_text::from_json(key, json))),
            Json::String(text) => Self::read_text(text),
            Json::Null => (Self::NONE, Vec::new()),
            other => (Self::default(), vec![range_text::not_ranges(other)]),
        }
    }

    fn collect(read: impl Iterator<Item = range_text::ReadRange>) -> (Self, Vec<InputError>) {
        let (mut ranges, mut errors) = (Self::default(), Vec::new());
        for piece in read {
            if let Some((input, range)) = piece.range {
                if ranges.get(input).is_some() {
                    errors.push(range_text::given_twice(&piece.text, input, range));
                }
                ranges.set(input, Some(range));
            }
            errors.extend(piece.error);
        }
        (ranges, errors)
    }

    /// The text in links.
    pub fn text(&self) -> String {
        self.iter().map(|(input, range)| range_text::text(input, range)).collect::<Vec<_>>().join(",")
    }
}

impl Serialize for Ranges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(input, range)| (input.id(), range.ends())))
    }
}

/// Strict, for texts that this program wrote itself: fails on any range that is not used as written.
impl<'de> Deserialize<'de> for Ranges {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (ranges, errors) = Self::read_json(&Json::Object(Map::deserialize(deserializer)?));
        match errors.as_slice() {
            [] => Ok(ranges),
            errors => Err(D::Error::custom(format_args!("refused ranges: {errors:?}"))),
        }
    }
}
