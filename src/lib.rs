//! Payback: when does a hyperscaler's AI build-out pay back, and what would have to be true?

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod analysis;
pub mod chart;
pub mod embed;
pub mod export;
pub mod facts;
pub mod lang;
pub mod model;
pub mod scenario;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod platform;
