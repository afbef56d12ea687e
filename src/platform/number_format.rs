//! Number format of the reader's browser.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Returns the reader's own variety of the page's language (`en-GB` for `en`), otherwise the language itself.
pub(crate) fn language(page: &str) -> String {
    let own = leptos::prelude::window().navigator().language().filter(|own| own.starts_with(page));
    own.unwrap_or_else(|| page.to_owned())
}

/// Returns the decimal separator and the thousands separator of a language.
pub(crate) fn separators(language: &str) -> Option<(String, String)> {
    let format = Intl::NumberFormat::new(&Array::of1(&language.into()), &Object::new());
    let parts = format.format_to_parts(-12_345_678.9);
    let find = |kind: &str| {
        parts.iter().find_map(|part| {
            let is_kind = Reflect::get(&part, &"type".into()).ok()? == JsValue::from_str(kind);
            if is_kind { Reflect::get(&part, &"value".into()).ok()?.as_string() } else { None }
        })
    };
    Some((find("decimal")?, find("group").unwrap_or_default()))
}
