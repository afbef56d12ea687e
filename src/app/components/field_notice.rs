//! Message under a field.

use leptos::prelude::*;

use super::Sentence;
use crate::words::text::Text;

/// Message under a field about its text or its value; nothing while there is no message.
#[component]
pub(crate) fn FieldNotice(
    /// Id by which the field refers to the message.
    #[prop(optional, into)]
    id: Option<String>,
    /// The message.
    #[prop(into)]
    text: Signal<Option<Text>>,
) -> impl IntoView {
    let text = Memo::new(move |_| text.get());
    let sentence = Signal::derive(move || text.get().unwrap_or_default());
    view! {
        <Show when=move || text.with(Option::is_some)>
            <p class="notice" role="status" id=id.clone()><Sentence text=sentence/></p>
        </Show>
    }
}
