//! Scenarios: the table of inputs, parsing, slider scales, presets, the workbook with undo, links and JSON.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod accelerator_hour;
mod edition;
mod event_text;
pub mod events;
mod input_error;
mod inputs;
pub mod json;
pub mod link;
mod origin;
mod parse;
mod part;
mod plan;
mod presets;
mod range_text;
mod ranges;
pub mod saved_state;
mod scale;
mod short_list;
mod spec;
mod value;
pub mod workbook;

pub use accelerator_hour::{ACCELERATORS_PER_GW, accelerator_hour};
pub use edition::first_edition;
pub use event_text::{typed_event_quarter, typed_event_size};
pub use events::{CapexPath, Event, EventKind, Events};
pub use input_error::{EventPart, InputError, RangeProblem, UnreadableText};
pub use inputs::{Input, Scenario};
pub use origin::Origin;
pub use parse::{AmbiguousMark, ambiguous_mark, parse, parse_decimal, parse_typed, round_to_15_digits};
pub use part::{PartialScenario, ScenarioPart};
pub use plan::{MAX_PLAN_YEARS, PlanEdit, PlanUnit, TypedPlan};
pub use presets::{Preset, Presets, find_preset, presets};
pub use ranges::{InputRange, Ranges, uncertain_range};
pub use scale::{Track, round_to_9_decimals};
pub use short_list::ShortList;
pub use spec::{Group, Kind, Range, Scale, Source, Spec, Unit};
pub use value::{GrowthShape, Terminal, Value};
