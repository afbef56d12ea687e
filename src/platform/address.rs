//! Address of the page: the fragment holds the scenario. Sandboxed frames may refuse every call here.

use leptos::ev;
use leptos::prelude::{document, window};
use leptos_use::use_event_listener;
use wasm_bindgen::JsValue;

/// Returns the fragment without its `#`.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Returns the query without its `?`.
pub(crate) fn query() -> String {
    window().location().search().unwrap_or_default().trim_start_matches('?').to_owned()
}

/// Returns the address without query and fragment.
pub(crate) fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether the page is a file on the reader's device, so that its address does not work on other devices.
pub(crate) fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Returns the public address of the site, where the build knows it.
pub(crate) fn canonical() -> Option<String> {
    document().query_selector("link[rel=canonical]").ok()??.get_attribute("href")
}

/// Returns the address to share: that of the page, or for a file the public address of the site, where it is known.
pub(crate) fn shared_page() -> String {
    Some(()).filter(|()| is_file()).and_then(|()| canonical()).unwrap_or_else(page)
}

/// Whether the address has a flag such as `bench=1`, in the fragment or the query.
pub(crate) fn has_flag(flag: &str) -> bool {
    let is_in = |part: String| part.split('&').any(|pair| pair == flag);
    is_in(query()) || is_in(fragment())
}

/// Replaces the fragment without a new entry in the browser's history. A refusal is ignored: “Copy link” still has the link.
pub(crate) fn replace_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// Calls back when the fragment is edited, and when the reader goes back or forward.
pub(crate) fn on_change(changed: impl Fn() + Clone + 'static) {
    let popped = changed.clone();
    let _ = use_event_listener(window(), ev::hashchange, move |_| changed());
    let _ = use_event_listener(window(), ev::popstate, move |_| popped());
}
