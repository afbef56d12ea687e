//! Payback: when does a hyperscaler's AI build-out pay back, and what would have to be true?
//!
//! # From above
//!
//! A person chooses a [`scenario`]: a value for each row of one table of inputs. The [`model`] turns it into an outcome,
//! quarter by quarter. The [`analysis`] runs the model many times: what it would take, what matters, how sure. A
//! [`chart`] is plain data built from outcomes, drawn by one renderer on a canvas, into SVG, or not at all. [`export`]
//! writes what a person takes along, [`facts`] holds what was reported and by whom, [`words`] every word of the page.
//! `app` shows all of it with Leptos, `platform` holds the few services of the browser that it needs, and [`embed`] talks
//! to the page around, where there is one.
//!
//! Imports go one way: `scenario ← model ← analysis ← chart, export ← app → platform, embed`; `facts` and `lang` stand on
//! the scenario, and `tests/architecture.rs` keeps it so. Scenario and model are crates of their own, in `crates`: the
//! model runs hundreds of times in a frame and is built for speed, the rest of what is ours for size.
//!
//! # What always holds
//!
//! - The core knows no browser: web crates are dependencies of wasm32 only.
//! - The model cannot fail. Values are refused at the edge, with name, value and range; inside, absence is `Option`, and
//!   nothing is ever NaN or infinite.
//! - There is one table of inputs. Sliders, links, files, exports, analyses and tests come from it.
//! - There is one way for data: the workbook signal, then memos, then figures, then drawing. No effect writes a signal.
//! - Numbers live once: no view and no export calculates a result again.
//! - The same scenario and seed give the same numbers on every machine.
//! - Nothing asks the network for anything, and nothing here panics on any input.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod analysis;
pub mod chart;
pub mod embed;
pub mod export;
pub mod facts;
pub mod words;

#[doc(inline)]
pub use {model, scenario};

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod platform;
