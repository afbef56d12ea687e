//! Clock for timing work.

/// Returns milliseconds since a fixed moment.
pub(crate) fn now_ms() -> f64 {
    leptos::prelude::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
