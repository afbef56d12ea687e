//! Scenarios: the table of inputs, parsing, slider scales, presets, the workbook with undo, links and JSON.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod edition;
mod event_text;
pub mod events;
mod inputs;
pub mod json;
pub mod link;
mod origin;
mod parse;
mod part;
mod presets;
mod range_text;
mod ranges;
pub mod saved_state;
mod scale;
mod short_list;
mod value;
pub mod workbook;

pub use edition::first_edition;
pub use events::{CapexPath, Event, EventKind, Events};
pub use inputs::{Group, Input, Kind, Range, Scale, Scenario, Source, Spec, Unit};
pub use origin::Origin;
pub use parse::{
    AmbiguousMark, EventPart, InputError, RangeProblem, UnreadableText, ambiguous_mark, parse, parse_decimal,
    parse_typed, round_to_15_digits,
};
pub use part::ScenarioPart;
pub use presets::{Preset, Presets, find_preset, presets};
pub use ranges::{InputRange, Ranges, uncertain_range};
pub use scale::{Track, round_to_9_decimals};
pub use short_list::ShortList;
pub use value::{GrowthShape, Terminal, Value};
