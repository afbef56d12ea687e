//! The conversation with the page that embeds this one: heights in every dialect, and the host's requests.
//! What is said and heard is plain data; only the wiring knows a browser.

mod address;
mod dialect;
mod pace;
mod request;
pub mod snippet;
#[cfg(target_arch = "wasm32")]
mod wire;

pub use dialect::Dialects;
pub use pace::{PER_SECOND, Pace};
pub use request::{Request, Unfit, error, outcome, ready, request};
#[cfg(target_arch = "wasm32")]
pub use wire::{Handle, Host, Moves, start};
