//! How the reader's browser writes numbers: its separators, asked once.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The reader's own variety of the page's language, as the browser names it; else the language itself.
pub fn language(page: &str) -> String {
    let own = gloo::utils::window().navigator().language().filter(|own| own.starts_with(page));
    own.unwrap_or_else(|| page.to_owned())
}

/// The decimal separator and the thousands separator of a language.
pub fn separators(language: &str) -> Option<(String, String)> {
    let format = Intl::NumberFormat::new(&Array::of1(&language.into()), &Object::new());
    let parts = format.format_to_parts(-12_345_678.9);
    let find = |kind: &str| {
        parts.iter().find_map(|part| {
            let is = Reflect::get(&part, &"type".into()).ok()? == JsValue::from_str(kind);
            if is { Reflect::get(&part, &"value".into()).ok()?.as_string() } else { None }
        })
    };
    Some((find("decimal")?, find("group").unwrap_or_default()))
}
