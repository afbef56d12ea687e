//! Files: download, pick, read.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Largest file that is read, in bytes.
const LARGEST_FILE: f64 = 1e7;

/// Time after which the address of a downloaded blob is released: some browsers read it only after the click.
const REVOKE_AFTER: Duration = Duration::from_secs(60);

/// Error of a service that the browser refuses or does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Downloads bytes as a file.
pub(crate) fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Unavailable> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    download_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

/// Downloads a blob as a file.
pub(crate) fn download_blob(name: &str, blob: &Blob) -> Result<(), Unavailable> {
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into().map_err(|_| Unavailable)?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.set_hidden(true);
    document().body().ok_or(Unavailable)?.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    set_timeout(move || drop(Url::revoke_object_url(&url)), REVOKE_AFTER);
    Ok(())
}

/// Reads the text of a file and calls back with it.
pub(crate) fn read_text(file: &File, done: impl FnOnce(Result<String, Unavailable>) + 'static) {
    if file.size() > LARGEST_FILE {
        return done(Err(Unavailable));
    }
    let text = file.text();
    spawn_local(async move {
        let text = JsFuture::from(text).await;
        done(text.ok().and_then(|text| text.as_string()).ok_or(Unavailable));
    });
}
