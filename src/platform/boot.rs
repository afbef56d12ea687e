//! Interface to the boot script of the self-contained page, which exists before the app: it reports failures, keeps
//! early edits, and holds the saved state of an offline copy. Under `trunk serve` there is no boot script, and the calls do
//! nothing.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, console};

/// Edit of a control before the app started: its `name`, its `type` and its value.
pub(crate) type EarlyEdit = (String, String, String);

/// Shows the reader a message about a panic. Call it first.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        if call("fail", &[&"panic".into(), &message.as_str().into()]).is_none() {
            console::error_1(&message.into());
        }
    }));
}

/// Panics, for the browser tests. Only the page's own module can call the function.
#[wasm_bindgen]
pub fn panic_for_tests() {
    panic!("requested by a test");
}

/// Mounts the app in place of the static page. The static page stays until the app is there: a failure leaves it readable.
pub(crate) fn replace_static_page(mount: impl FnOnce(HtmlElement)) {
    let shown = document().get_element_by_id("payback");
    let copy = shown.as_ref().and_then(|shown| shown.clone_node().ok()?.dyn_into::<HtmlElement>().ok());
    let Some(place) = copy.or_else(|| document().body()) else { return };
    mount(place.clone());
    if let Some(shown) = shown {
        // An element that has left the page needs no replacing.
        let _ = shown.replace_with_with_node_1(&place);
    }
}

/// Returns the root element of the page.
pub(crate) fn root() -> Option<Element> {
    document().document_element()
}

/// Sets a custom property of the style sheet to a length in CSS pixels.
pub(crate) fn set_length(property: &str, length: f64) {
    let root = root().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    // Without the property the style sheet uses its own estimate, as it does before the first layout.
    if let Some(root) = root.filter(|_| length > 0.0) {
        let _ = root.style().set_property(property, &format!("{length}px"));
    }
}

/// Marks the first live result as shown.
pub(crate) fn set_ready() {
    let Some(root) = root().filter(|root| !root.has_attribute("data-ready")) else { return };
    // Only tests and measurements read the attribute and the mark.
    let _ = root.set_attribute("data-ready", "true");
    let _ = window().performance().map(|performance| performance.mark("payback-ready"));
}

/// Writes the theme to the root, where the style sheet reads it.
pub(crate) fn show_theme(dark: bool) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
    }
}

/// Remembers the link (without `#`) that “Start again” opens after a failure.
pub(crate) fn remember_link(link: &str) {
    call("keep", &[&link.into()]);
}

/// Returns the state that the reader saved into this copy of the page.
pub(crate) fn saved_state() -> Option<String> {
    call("state", &[])?.as_string().filter(|state| !state.is_empty())
}

/// Returns the page's source with a state inside (JSON) and the static page of that state. `None` where the page is not
/// self-contained.
pub(crate) fn offline_copy(state: &str, static_page: &str) -> Option<String> {
    call("page", &[&state.into(), &static_page.into()])?.as_string()
}

/// Returns the edits that were made before the app started, oldest first.
pub(crate) fn early_edits() -> Vec<EarlyEdit> {
    let all = call("typed", &[]).and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default();
    let text = |edit: &JsValue, name: &str| Reflect::get(edit, &name.into()).ok()?.as_string();
    let read = |edit: JsValue| Some((text(&edit, "name")?, text(&edit, "type")?, text(&edit, "value")?));
    all.iter().filter_map(read).collect()
}

fn call(name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"payback_boot".into()).ok()?;
    let function: Function = Reflect::get(&boot, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&boot, &arguments.iter().copied().collect::<Array>()).ok()
}
