//! Drives the finished page in a browser. The binaries of this package are the tests and a benchmark.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod fonts;
mod host;
pub mod page;
mod process;
pub mod session;
pub mod site;
