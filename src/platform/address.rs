//! The page's address: read when it opens and when it changes, written after a rest. Everything here may be refused.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// The fragment without its `#`.
pub fn fragment() -> String {
    part(window().location().hash()).trim_start_matches('#').to_owned()
}

/// The query without its `?`.
pub fn query() -> String {
    part(window().location().search()).trim_start_matches('?').to_owned()
}

/// The address without query and fragment.
pub fn page() -> String {
    let whole = part(window().location().href());
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn part(text: Result<String, JsValue>) -> String {
    text.unwrap_or_default()
}

/// Puts a fragment into the address without a new entry in the history; false where that is not allowed.
pub fn replace(fragment: &str) -> bool {
    let url = format!("#{fragment}");
    window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&url))).is_ok()
}

/// Puts a fragment into the address as a new entry, which `back` returns from; false where that is not allowed.
pub fn push(fragment: &str) -> bool {
    let url = format!("#{fragment}");
    window().history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&url))).is_ok()
}

/// Calls back when the fragment was changed by hand, by `back` or by `forward`.
pub fn on_change(changed: impl Fn() + Clone + 'static) {
    let by_history = changed.clone();
    EventListener::new(&window(), "hashchange", move |_| changed()).forget();
    EventListener::new(&window(), "popstate", move |_| by_history()).forget();
}
