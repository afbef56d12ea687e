//! Local storage of the browser. Nothing is stored where the browser refuses it.

use leptos::prelude::window;
use web_sys::Storage;

fn local_storage() -> Option<Storage> {
    // Sandboxed frames throw when the property is read.
    window().local_storage().ok().flatten()
}

/// Returns the text stored under a key.
pub(crate) fn read(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok().flatten()
}

/// Stores a text. Returns `false` where that is not possible.
pub(crate) fn write(key: &str, text: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Removes the text stored under a key.
pub(crate) fn remove(key: &str) {
    if let Some(storage) = local_storage() {
        // A key that cannot be removed was not stored either.
        let _ = storage.remove_item(key);
    }
}
