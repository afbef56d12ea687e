//! The clipboard. leptos-use's hook neither reports a refusal nor falls back to the selection, which is all that pages opened
//! from a file have.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Clipboard, ClipboardItem, HtmlDocument, HtmlTextAreaElement};

use super::files::Unavailable;

/// Copies a text and calls back with the result.
pub(crate) fn copy_text(text: String, done: impl FnOnce(Result<(), Unavailable>) + 'static) {
    spawn_local(async move {
        let copied = match clipboard() {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done(if copied { Ok(()) } else { copy_selection(&text) });
    });
}

/// Copies a PNG and calls back with the result.
pub(crate) fn copy_png(blob: &Blob, done: impl FnOnce(Result<(), Unavailable>) + 'static) {
    let item = clipboard_item(blob);
    spawn_local(async move {
        let copied = async {
            let items = Array::of1(&item?.into());
            JsFuture::from(clipboard().ok_or(Unavailable)?.write(&items)).await?;
            Ok(())
        };
        done(copied.await);
    });
}

/// Returns the clipboard; insecure pages have none.
fn clipboard() -> Option<Clipboard> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    clipboard.dyn_into().ok()
}

/// Copies by selecting the text in a hidden field.
fn copy_selection(text: &str) -> Result<(), Unavailable> {
    let area: HtmlTextAreaElement = document().create_element("textarea")?.dyn_into().map_err(|_| Unavailable)?;
    area.set_value(text);
    area.set_class_name("visually-hidden");
    document().body().ok_or(Unavailable)?.append_child(&area)?;
    area.select();
    let html: HtmlDocument = document().dyn_into().map_err(|_| Unavailable)?;
    let copied = html.exec_command("copy").unwrap_or(false);
    area.remove();
    if copied { Ok(()) } else { Err(Unavailable) }
}

fn clipboard_item(blob: &Blob) -> Result<ClipboardItem, Unavailable> {
    if Reflect::get(&window(), &"ClipboardItem".into())?.is_undefined() {
        return Err(Unavailable);
    }
    let record = Object::new();
    Reflect::set(&record, &"image/png".into(), blob)?;
    Ok(ClipboardItem::new_with_record_from_str_to_blob_promise(&record)?)
}
