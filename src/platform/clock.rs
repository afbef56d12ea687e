//! The clock that work is timed with.

/// Returns milliseconds since some fixed moment.
pub(crate) fn now_ms() -> f64 {
    leptos::prelude::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
