//! The page's own boot script: what it kept for the app, and where failures are told.
//!
//! The script is part of the self-contained page only; under `trunk serve` every call here does nothing.

use gloo::utils::{body, document, document_element};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A control that was moved before the app was there: its `name`, its `type` and its text.
pub type Typed = (String, String, String);

/// Tells the person about a panic; to be called first.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        if call("fail", &[&"panic".into(), &message.as_str().into()]).is_none() {
            web_sys::console::error_1(&message.into());
        }
    }));
    // The tests need a real panic, and no input causes one.
    gloo::events::EventListener::new(&gloo::utils::window(), "payback:panic", |_| panic!("asked for by an event"))
        .forget();
}

/// Puts the app where the static page is. That one stays until the app is there: what fails before leaves it readable.
pub fn replace(mount: impl FnOnce(HtmlElement)) {
    let still = document().get_element_by_id("payback");
    let copy = still.as_ref().and_then(|still| still.clone_node().ok()?.dyn_into().ok());
    let place = copy.unwrap_or_else(body);
    mount(place.clone());
    if let Some(still) = still {
        // What is no longer in the page needs no replacing.
        let _ = still.replace_with_with_node_1(&place);
    }
}

/// The first live result is on screen.
pub fn ready() {
    let root = document_element();
    if root.has_attribute("data-ready") {
        return;
    }
    // Only tests and measurements would miss the attribute and the mark.
    let _ = root.set_attribute("data-ready", "true");
    let _ = gloo::utils::window().performance().map(|clock| clock.mark("payback-ready"));
}

/// Remembers the link (without `#`) that "Start again" opens.
pub fn keep(link: &str) {
    call("keep", &[&link.into()]);
}

/// The state that a person saved into this copy of the page, if it is one.
pub fn state() -> Option<String> {
    call("state", &[])?.as_string().filter(|state| !state.is_empty())
}

/// The page's whole source with a state inside (JSON) and the picture of it (`export::static_page`); `None` where there is no
/// such page.
pub fn page(state: &str, still: &str) -> Option<String> {
    call("page", &[&state.into(), &still.into()])?.as_string()
}

/// What was typed before the app was there, oldest first.
pub fn typed() -> Vec<Typed> {
    let all = call("typed", &[]).and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default();
    let text = |one: &JsValue, name: &str| Reflect::get(one, &name.into()).ok()?.as_string();
    let read = |one: JsValue| Some((text(&one, "name")?, text(&one, "type")?, text(&one, "value")?));
    all.iter().filter_map(read).collect()
}

fn call(name: &str, words: &[&JsValue]) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"payback_boot".into()).ok()?;
    let function: Function = Reflect::get(&boot, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&boot, &words.iter().copied().collect::<Array>()).ok()
}
