//! Every word the page says, and how numbers are written. English; one typed function per phrase, so that a second
//! language is a second set of the same functions.

pub mod about;
pub mod analysis;
pub mod answer;
mod caveat;
pub mod chart;
pub mod controls;
pub mod embed;
pub mod export;
pub mod facts;
pub mod failures;
pub mod find;
pub mod goals;
pub mod guide;
pub mod help;
pub mod history;
pub mod input_error;
pub mod inputs;
pub mod metrics;
pub mod moments;
pub mod names;
pub mod notices;
pub mod numbers;
mod odds;
pub mod page;
pub mod pins;
mod sections;
pub mod sheets;
pub mod still;
pub mod tables;
pub mod text;
pub mod units;
pub mod working;
