//! Field of an end of a range, with the message about text that was refused and about an end on the wrong side.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::range_control::{End, RangeControl};
use crate::scenario::{Value, parse_typed};
use crate::words::ranges;
use crate::words::units;

/// Text of a field that is being typed in, or that was refused.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    text: String,
    /// The end at that time; when it moves by other means, the draft is outdated.
    end: f64,
    refused: bool,
}

/// Draft of the field of an end, shared by the field and its message.
#[derive(Clone, Copy)]
pub(super) struct EndDraft {
    control: RangeControl,
    end: End,
    draft: RwSignal<Option<Draft>>,
}

impl EndDraft {
    /// Creates an empty draft.
    pub(super) fn new(control: RangeControl, end: End) -> Self {
        Self { control, end, draft: RwSignal::new(None) }
    }

    fn name(self) -> String {
        format!("{}-{}", self.control.input.id(), self.end.id())
    }

    fn notice_id(self) -> String {
        format!("{}-notice", self.name())
    }

    fn current(self) -> Option<f64> {
        self.control.ends.get().map(|ends| End::of(ends, self.end))
    }

    fn valid_draft(self) -> Option<Draft> {
        let end = self.current()?;
        self.draft.get().filter(|draft| draft.end == end)
    }

    fn is_refused(self) -> bool {
        self.valid_draft().is_some_and(|draft| draft.refused)
    }

    fn text(self) -> String {
        match (self.valid_draft(), self.current()) {
            (Some(draft), _) => draft.text,
            (None, Some(end)) => units::field(self.control.input, end),
            (None, None) => String::new(),
        }
    }

    fn parsed(self, text: &str) -> Option<f64> {
        parse_typed(self.control.input, text).ok().and_then(Value::number)
    }

    /// Takes the text after each key press.
    fn type_text(self, text: String) {
        // Half a number is no error yet; only leaving the field is.
        if let Some(value) = self.parsed(&text) {
            self.control.set_end(self.end, value);
        }
        self.keep(text, false);
    }

    /// Commits or rejects the text when the field is left.
    fn commit(self, text: String) {
        let is_set = self.parsed(&text).is_some_and(|value| {
            // The field's own text says nothing new, and leaves a range of the analysis to it.
            let is_own = self.control.end(self.end).is_some_and(|end| text == units::field(self.control.input, end));
            is_own || self.control.set_end(self.end, value)
        });
        self.control.end_gesture();
        match is_set {
            true => self.draft.set(None),
            false => self.keep(text, true),
        }
    }

    fn keep(self, text: String, refused: bool) {
        self.draft.set(self.control.end(self.end).map(|end| Draft { text, end, refused }));
    }

    fn cancel(self) -> bool {
        let any = self.draft.with_untracked(Option::is_some);
        if any {
            self.draft.set(None);
        }
        any
    }

    /// Returns the message about refused text, or about an end on the wrong side of the present value.
    fn notice(self) -> Option<String> {
        let (input, is_high) = (self.control.input, self.end.is_high());
        if let Some(draft) = self.valid_draft().filter(|draft| draft.refused) {
            return Some(ranges::refused_end(input, &draft.text, is_high));
        }
        let (end, value) = (self.current()?, self.control.value.get());
        let is_wrong = if is_high { end < value } else { end > value };
        is_wrong.then(|| ranges::wrong_side(input, end, value, is_high))
    }
}

/// Field of an end.
#[component]
pub(super) fn EndField(
    /// Draft that the field edits.
    draft: EndDraft,
) -> impl IntoView {
    let refused = Memo::new(move |_| draft.is_refused());
    let key = move |event: leptos::ev::Targeted<KeyboardEvent, web_sys::HtmlInputElement>| match event.key().as_str() {
        "Escape" if draft.cancel() => event.stop_propagation(),
        "Enter" => draft.commit(event.target().value()),
        _ => {}
    };
    view! {
        <input
            class="field"
            class:refused=move || refused.get()
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            name=draft.name()
            aria-label=ranges::end_label(draft.control.input, draft.end.is_high())
            aria-invalid=move || refused.get().then_some("true")
            aria-describedby=move || refused.get().then(|| draft.notice_id())
            prop:value=move || draft.text()
            on:input:target=move |event| draft.type_text(event.target().value())
            on:change:target=move |event| draft.commit(event.target().value())
            on:focus:target=move |event| event.target().select()
            on:keydown:target=key
        />
    }
}

/// Message about an end.
#[component]
pub(super) fn EndNotice(
    /// Draft of the end's field.
    draft: EndDraft,
) -> impl IntoView {
    let notice = Memo::new(move |_| draft.notice());
    view! {
        <Show when=move || notice.with(Option::is_some)>
            <p class="notice" role="status" id=draft.notice_id()>{move || notice.get()}</p>
        </Show>
    }
}
