//! Every text of the page, and the formats of numbers, money and dates.
//!
//! The language is English. A text is a function or a constant, so that another language can replace this module without
//! a change to its callers. Element ids, anchors and markup belong to the app and the exports.

#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "most texts are used by the app, which is compiled for wasm32 only")
)]

/// Declares functions that return a fixed text.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub fn $name() -> &'static str { $text })*
    };
}

pub(crate) mod about;
pub mod answer;
pub(crate) mod changes;
pub(crate) mod chart;
pub(crate) mod compare;
pub(crate) mod controls;
pub(crate) mod dates;
pub(crate) mod embed;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod facts;
pub mod failures;
pub(crate) mod financing;
pub(crate) mod glossary;
pub(crate) mod goal_seek;
mod grammar;
pub(crate) mod growth_map;
pub(crate) mod help;
pub(crate) mod history;
pub mod input_error;
pub(crate) mod inputs;
pub mod metrics;
pub(crate) mod monte_carlo;
pub(crate) mod notices;
pub(crate) mod numbers;
pub(crate) mod plan;
pub(crate) mod question;
pub(crate) mod ranges;
pub(crate) mod row_note;
pub(crate) mod rules_of_thumb;
pub(crate) mod safety;
pub mod scenario_name;
pub(crate) mod scenario_parts;
pub(crate) mod search;
pub(crate) mod sections;
pub(crate) mod shortcuts;
pub mod site;
pub(crate) mod spreadsheet;
pub mod static_page;
pub(crate) mod tables;
pub mod text;
pub(crate) mod tornado;
pub(crate) mod tour;
pub(crate) mod units;
pub mod working;
