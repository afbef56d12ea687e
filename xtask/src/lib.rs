//! Commands of the project: build, serve, test and bench.
//!
//! The browser tests use this library to find the browsers, the built page and the npm packages.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod bench;
pub mod browsers;
pub mod fonts;
pub mod inline;
pub mod npm;
pub mod process;
pub mod serve;
pub mod social_image;
pub mod test;
pub mod tools;
pub mod trunk;

mod content;
mod csp;
mod document;
mod minify;
mod payload;
mod reproducible;
mod site_metadata;
mod sizes;
mod static_files;
