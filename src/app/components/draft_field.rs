//! Field whose text is applied while it is typed. Text that cannot be read stays in the field, and is reported.

use leptos::ev::Targeted;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::steps_of_key;
use crate::app::state::use_workbook;

/// Text of a field, with the value at that time: when the value changes by other means, the text is outdated.
#[derive(Clone, Debug, PartialEq)]
struct Draft<T, E> {
    text: String,
    value: T,
    state: DraftState<E>,
}

/// State of a text.
#[derive(Clone, Debug, PartialEq)]
enum DraftState<E> {
    /// The text is being typed. An incomplete text is not refused yet.
    Typing,
    /// The text was refused when the field lost the focus.
    Refused(E),
    /// The text was committed; the field shows the value in its usual form.
    Committed,
}

/// Value of a field, and its draft text, which is committed, refused or cancelled.
pub(crate) struct FieldDraft<T: Send + Sync + 'static, E: Send + Sync + 'static = ()> {
    /// The value.
    pub(crate) value: Memo<T>,
    write: Callback<T, String>,
    read: Callback<String, Result<T, E>>,
    apply: Callback<T>,
    applies_while_typing: bool,
    draft: RwSignal<Option<Draft<T, E>>>,
}

impl<T: Send + Sync + 'static, E: Send + Sync + 'static> Clone for FieldDraft<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static, E: Send + Sync + 'static> Copy for FieldDraft<T, E> {}

impl<T, E> FieldDraft<T, E>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    E: Clone + PartialEq + Send + Sync + 'static,
{
    /// Creates the draft of a field. `write` is the usual form of a value, `read` says why a text is refused, and
    /// `apply` changes the workbook at once: in the next frame would be too late for the field's text.
    pub(crate) fn new(
        value: Memo<T>,
        write: impl Fn(T) -> String + Send + Sync + 'static,
        read: impl Fn(String) -> Result<T, E> + Send + Sync + 'static,
        apply: impl Fn(T) + Send + Sync + 'static,
    ) -> Self {
        let (write, read, apply) = (Callback::new(write), Callback::new(read), Callback::new(apply));
        Self { value, write, read, apply, applies_while_typing: true, draft: RwSignal::new(None) }
    }

    /// Applies the text once the field is left, and not after each key press.
    pub(crate) fn applied_on_commit(self) -> Self {
        Self { applies_while_typing: false, ..self }
    }

    /// Returns the refused text and the reason.
    pub(crate) fn refused(self) -> Option<(String, E)> {
        match self.current()? {
            Draft { text, state: DraftState::Refused(error), .. } => Some((text, error)),
            _ => None,
        }
    }

    /// Returns the text that was committed last, if the value has not changed since.
    pub(crate) fn committed(self) -> Option<String> {
        self.current().filter(|draft| draft.state == DraftState::Committed).map(|draft| draft.text)
    }

    /// Returns the draft that belongs to the present value.
    fn current(self) -> Option<Draft<T, E>> {
        let value = self.value.get();
        self.draft.get().filter(|draft| draft.value == value)
    }

    fn text(self) -> String {
        match self.current().filter(|draft| draft.state != DraftState::Committed) {
            Some(draft) => draft.text,
            None => self.write.run(self.value.get()),
        }
    }

    fn keep(self, text: String, state: DraftState<E>) {
        self.draft.set(Some(Draft { text, value: self.value.get_untracked(), state }));
    }

    /// Takes the text after each key press.
    fn type_text(self, text: String) {
        if self.applies_while_typing
            && let Ok(value) = self.read.run(text.clone())
        {
            self.apply.run(value);
        }
        self.keep(text, DraftState::Typing);
    }

    /// Commits or refuses the text when the field is left.
    fn commit(self, text: String) {
        // The usual form says nothing new: after Enter the field is left with it. An emptied field goes back to it.
        if text.trim().is_empty() || text == self.write.run(self.value.get_untracked()) {
            self.cancel();
            return;
        }
        match self.read.run(text.clone()) {
            Ok(value) => {
                self.apply.run(value);
                self.keep(text, DraftState::Committed);
            }
            Err(error) => self.keep(text, DraftState::Refused(error)),
        }
    }

    /// Discards the text. Returns whether there was a text.
    fn cancel(self) -> bool {
        let any =
            self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.state != DraftState::Committed));
        if any {
            self.draft.set(None);
        }
        any
    }
}

/// Field of a draft.
#[component]
pub(crate) fn DraftField<T, E>(
    /// Draft that the field edits.
    draft: FieldDraft<T, E>,
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// Accessible name.
    #[prop(into)]
    label: String,
    /// Runs when an arrow key steps the value, with the number of steps.
    #[prop(optional)]
    on_step: Option<Callback<f64>>,
    /// Id of the notice about refused text.
    #[prop(into)]
    notice_id: String,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    E: Clone + PartialEq + Send + Sync + 'static,
{
    let workbook = use_workbook();
    let refused = Memo::new(move |_| draft.refused().is_some());
    let commit = move |text: String| {
        draft.commit(text);
        workbook.end_gesture();
    };
    let on_keydown = move |event: Targeted<KeyboardEvent, HtmlInputElement>| {
        match event.key().as_str() {
            // The first Escape discards the text; the next one closes what is around the field.
            "Escape" if draft.cancel() => return event.stop_propagation(),
            "Enter" => return commit(event.target().value()),
            // These move the caret.
            "ArrowLeft" | "ArrowRight" => return,
            _ => {}
        }
        let Some((on_step, steps)) = on_step.zip(steps_of_key(&event)) else { return };
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
