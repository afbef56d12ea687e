//! Files out and in: a download, a picker, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::rest::later;

use gloo::events::EventListener;
use gloo::utils::{document, window};

/// Why a service of the browser did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Hands a file to the person.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Unavailable> {
    hand_over(name, &blob(mime, bytes)?)
}

/// A blob of bytes.
fn blob(mime: &str, bytes: &[u8]) -> Result<Blob, Unavailable> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Ok(Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

/// Hands a blob to the person as a file.
pub fn hand_over(name: &str, blob: &Blob) -> Result<(), Unavailable> {
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into().map_err(|_| Unavailable)?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.set_hidden(true);
    if let Some(body) = document().body() {
        body.append_child(&anchor)?;
    }
    anchor.click();
    anchor.remove();
    // Some browsers read the address only after the click has returned.
    later(60_000, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}

/// Lets the person pick a file, and calls back with its text.
pub fn pick(accept: &str, read: impl FnOnce(Result<String, Unavailable>) + 'static) -> Result<(), Unavailable> {
    let input: HtmlInputElement = document().create_element("input")?.dyn_into().map_err(|_| Unavailable)?;
    input.set_type("file");
    input.set_accept(accept);
    input.set_hidden(true);
    if let Some(body) = document().body() {
        body.append_child(&input)?;
    }
    let picker = input.clone();
    EventListener::once(&input, "change", move |_| {
        if let Some(file) = picker.files().and_then(|files| files.get(0)) {
            text_of(&file, read);
        }
        picker.remove();
    })
    .forget();
    input.click();
    Ok(())
}

/// Reads a file's text; one beyond ten megabytes is none of ours.
pub fn text_of(file: &File, read: impl FnOnce(Result<String, Unavailable>) + 'static) {
    if file.size() > 1e7 {
        return read(Err(Unavailable));
    }
    let text = file.text();
    wasm_bindgen_futures::spawn_local(async move {
        let text = JsFuture::from(text).await;
        read(text.ok().and_then(|text| text.as_string()).ok_or(Unavailable));
    });
}

/// Copies text, by the clipboard where it is allowed, else by the old way of a selection.
pub fn copy(text: String, done: impl FnOnce(Result<(), Unavailable>) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
        let there = clipboard.is_ok_and(|clipboard| !clipboard.is_undefined());
        let copied = there && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        done(if copied { Ok(()) } else { copy_selection(&text) });
    });
}

fn copy_selection(text: &str) -> Result<(), Unavailable> {
    let area: web_sys::HtmlTextAreaElement =
        document().create_element("textarea")?.dyn_into().map_err(|_| Unavailable)?;
    area.set_value(text);
    area.set_class_name("sr");
    document().body().ok_or(Unavailable)?.append_child(&area)?;
    area.select();
    let html: web_sys::HtmlDocument = document().dyn_into().map_err(|_| Unavailable)?;
    let copied = html.exec_command("copy").unwrap_or(false);
    area.remove();
    if copied { Ok(()) } else { Err(Unavailable) }
}

/// Copies a picture, where the browser allows it.
pub fn copy_picture(blob: &Blob, done: impl FnOnce(Result<(), Unavailable>) + 'static) {
    let item = picture_item(blob);
    wasm_bindgen_futures::spawn_local(async move {
        let copied = async {
            let items = Array::of1(&item?.into());
            JsFuture::from(window().navigator().clipboard().write(&items)).await?;
            Ok(())
        };
        done(copied.await);
    });
}

fn picture_item(blob: &Blob) -> Result<web_sys::ClipboardItem, Unavailable> {
    let class = js_sys::Reflect::get(&window(), &"ClipboardItem".into())?;
    if class.is_undefined() {
        return Err(Unavailable);
    }
    let record = js_sys::Object::new();
    js_sys::Reflect::set(&record, &"image/png".into(), blob)?;
    Ok(web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&record)?)
}
