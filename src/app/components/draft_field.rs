//! Field whose text is applied while it is typed. Text that cannot be read stays in the field, and is reported.

use leptos::ev::Targeted;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::app::state::use_workbook;

/// Steps of Page Up, Page Down and Shift with an arrow key.
const LARGE_STEP: f64 = 10.0;

/// Text that is being typed, or that was refused.
#[derive(Clone, Debug, PartialEq)]
struct Draft<T> {
    text: String,
    /// The value at that time; when the value changes by other means, the draft is outdated.
    value: T,
    refused: bool,
}

/// Value of a field, and the text that is typed into it.
pub(crate) struct FieldDraft<T: Send + Sync + 'static> {
    value: Memo<T>,
    write: fn(&T) -> String,
    read: Callback<String, Option<T>>,
    apply: Callback<T>,
    draft: RwSignal<Option<Draft<T>>>,
}

impl<T: Send + Sync + 'static> Clone for FieldDraft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for FieldDraft<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> FieldDraft<T> {
    /// Creates the draft of a field. `read` returns `None` for text that is refused, and `apply` changes the workbook.
    pub(crate) fn new(
        value: Memo<T>,
        write: fn(&T) -> String,
        read: impl Fn(String) -> Option<T> + Send + Sync + 'static,
        apply: impl Fn(T) + Send + Sync + 'static,
    ) -> Self {
        Self { value, write, read: Callback::new(read), apply: Callback::new(apply), draft: RwSignal::new(None) }
    }

    /// Returns the refused text.
    pub(crate) fn refused(self) -> Option<String> {
        let value = self.value.get();
        self.draft
            .with(|draft| Some(draft.as_ref().filter(|draft| draft.refused && draft.value == value)?.text.clone()))
    }

    fn text(self) -> String {
        let value = self.value.get();
        let typed = self.draft.with(|draft| Some(draft.as_ref().filter(|draft| draft.value == value)?.text.clone()));
        typed.unwrap_or_else(|| (self.write)(&value))
    }

    /// Takes the text after each key press. Half a text is not refused yet.
    fn type_text(self, text: String) {
        if let Some(value) = self.read.run(text.clone()) {
            self.apply.run(value);
        }
        self.draft.set(Some(Draft { text, value: self.value.get_untracked(), refused: false }));
    }

    /// Takes or refuses the text when the field is left.
    fn commit(self, text: String) {
        match self.read.run(text.clone()) {
            Some(value) => {
                self.draft.set(None);
                self.apply.run(value);
            }
            None => self.draft.set(Some(Draft { text, value: self.value.get_untracked(), refused: true })),
        }
    }

    /// Discards the text. Returns whether there was any.
    fn cancel(self) -> bool {
        let any = self.draft.with_untracked(Option::is_some);
        if any {
            self.draft.set(None);
        }
        any
    }
}

/// Field of a draft.
#[component]
pub(crate) fn DraftField<T>(
    /// Draft that the field edits.
    draft: FieldDraft<T>,
    /// Name of the field.
    name: &'static str,
    /// Accessible name.
    #[prop(into)]
    label: String,
    /// Runs when an arrow key steps the value, with the number of steps.
    on_step: Callback<f64>,
    /// Id of the notice about refused text.
    #[prop(into)]
    notice_id: String,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let workbook = use_workbook();
    let refused = Memo::new(move |_| draft.refused().is_some());
    let commit = move |text: String| {
        draft.commit(text);
        workbook.end_gesture();
    };
    let on_keydown = move |event: Targeted<KeyboardEvent, HtmlInputElement>| {
        let steps = match (event.shift_key(), event.key().as_str()) {
            // The first Escape discards the text; the next one closes what is around the field.
            (_, "Escape") if draft.cancel() => return event.stop_propagation(),
            (_, "Enter") => return commit(event.target().value()),
            (true, "ArrowUp") | (_, "PageUp") => LARGE_STEP,
            (true, "ArrowDown") | (_, "PageDown") => -LARGE_STEP,
            (_, "ArrowUp") => 1.0,
            (_, "ArrowDown") => -1.0,
            _ => return,
        };
        event.prevent_default();
        draft.cancel();
        on_step.run(steps);
        workbook.end_gesture_after_key_presses();
    };
    view! {
        <input
            class="field"
            class:refused=move || refused.get()
            type="text"
            autocomplete="off"
            spellcheck="false"
            name=name
            aria-label=label
            aria-invalid=move || refused.get().then_some("true")
            aria-describedby=move || refused.get().then(|| notice_id.clone())
            prop:value=move || draft.text()
            on:input:target=move |event| draft.type_text(event.target().value())
            on:change:target=move |event| commit(event.target().value())
            on:focus:target=move |event| event.target().select()
            on:keydown:target=on_keydown
        />
    }
}
