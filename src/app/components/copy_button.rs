//! Button that copies a text to the clipboard.

use leptos::prelude::*;

use crate::platform::clipboard;
use crate::words::controls;

/// Button that copies a text, with a message about the result beside it.
#[component]
pub(crate) fn CopyButton(
    /// Classes of the button.
    #[prop(default = "button")]
    class: &'static str,
    /// Words of the button.
    label: &'static str,
    /// Message after the text is copied.
    copied: &'static str,
    /// Returns the text.
    text: impl Fn() -> String + 'static,
) -> impl IntoView {
    let message = RwSignal::new("");
    let press = move |_| {
        // The dialog around the button may be closed before the browser answers.
        clipboard::copy_text(text(), move |result| {
            message.try_set(if result.is_ok() { copied } else { controls::copy_refused() });
        });
    };
    view! {
        <button type="button" class=class on:click=press>{label}</button>
        <span class="small" role="status">{move || message.get()}</span>
    }
}
