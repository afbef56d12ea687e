//! What the browser remembers for this page; where it may not, nothing is remembered.

use gloo::utils::window;
use web_sys::Storage;

fn local() -> Option<Storage> {
    // Sandboxed frames throw on the mere look at it.
    window().local_storage().ok().flatten()
}

/// The text kept under a key.
pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Keeps a text; false where that is not possible.
pub fn write(key: &str, text: &str) -> bool {
    local().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets what is kept under a key.
pub fn forget(key: &str) {
    if let Some(storage) = local() {
        // What cannot be removed was not kept either.
        let _ = storage.remove_item(key);
    }
}
