//! Embedding: the messages to and from the host page, and the code that authors paste into an article.
//!
//! Only `connection` uses a browser; everything else is plain data.

mod address;
#[cfg(target_arch = "wasm32")]
mod connection;
mod height_dialects;
mod message;
mod rate_limit;
pub mod snippet;

#[cfg(target_arch = "wasm32")]
pub use connection::{Connection, HostHandlers, connect};
pub use height_dialects::HeightDialects;
pub use message::{AppMessage, HostMessage, MessageError, MessageId, ReportedOutcome, named_parts, reported_height};
pub use rate_limit::RateLimit;
