//! Payback: when does a hyperscaler's AI build-out pay back, and what would have to be true?
//!
//! The reader edits a [`scenario`]: a value for each row of one table of inputs. The [`model`] turns a scenario into an
//! outcome, quarter by quarter. [`analysis`] runs the model many times. A [`chart`] is data built from outcomes; plotters draws
//! it on the page, in files and in tests. [`export`] writes files, [`facts`] holds what was reported and by whom, and [`words`]
//! holds every text of the page. `app` is the page, written with Leptos; `platform` holds the services of the browser; [`embed`]
//! exchanges messages with the page around this one.
//!
//! `ARCHITECTURE.md` has the map, the direction of imports and the invariants. Scenario and model are crates of their own: the
//! model runs hundreds of times in a frame and is compiled for speed, everything else for size.

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
