//! Number field of an input, with the message about refused text, and the input's reset button.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{IconButton, Sentence, icon};
use crate::app::element_ids;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{AmbiguousMark, Input, InputError, Value, ambiguous_mark, parse_typed};
use crate::words::controls;
use crate::words::goal_seek;
use crate::words::input_error::Requester;
use crate::words::input_error::{ambiguous_notice, notice};
use crate::words::text::Text;
use crate::words::units;

/// Text of a field that is being typed in, or that was refused.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    text: String,
    /// The input's value at that time; when the input moves by other means, the draft is outdated.
    value: f64,
    error: Option<InputError>,
}

/// Committed text that countries read differently, with the value that was read.
#[derive(Clone, Debug, PartialEq)]
struct AmbiguousText {
    text: String,
    mark: AmbiguousMark,
    value: f64,
}

/// Draft of a number field, shared by the field and its message: text is committed, rejected or cancelled.
#[derive(Clone, Copy)]
pub(crate) struct NumberDraft {
    input: Input,
    id_prefix: &'static str,
    draft: RwSignal<Option<Draft>>,
    ambiguous: RwSignal<Option<AmbiguousText>>,
    /// The input's current value.
    pub(crate) value: Memo<f64>,
    workbook: WorkbookStore,
}

impl NumberDraft {
    /// Creates a draft. The ids begin with the prefix where the page has another field of the input.
    pub(crate) fn new(workbook: WorkbookStore, input: Input, id_prefix: &'static str) -> Self {
        let (draft, ambiguous) = (RwSignal::new(None), RwSignal::new(None));
        Self { input, id_prefix, draft, ambiguous, value: workbook.number(input), workbook }
    }

    fn id(self, part: &str) -> String {
        format!("{}{}-{part}", self.id_prefix, self.input.id())
    }

    /// Returns why the text was refused.
    fn error(self) -> Option<InputError> {
        let value = self.value.get();
        self.draft.with(|draft| draft.as_ref().filter(|draft| draft.value == value)?.error.clone())
    }

    fn text(self) -> String {
        let value = self.value.get();
        let typed = self.draft.with(|draft| Some(draft.as_ref().filter(|draft| draft.value == value)?.text.clone()));
        typed.unwrap_or_else(|| units::field(self.input, value))
    }

    /// Takes the text after each key press.
    fn type_text(self, text: String) {
        match parse_typed(self.input, &text) {
            Ok(Value::Number(value)) => {
                // Applied at once, not in the next frame: until then the field would show the value from before.
                self.workbook.edit(|book| book.set(&[(self.input, Value::Number(value))]));
                self.draft.set(Some(Draft { text, value, error: None }));
            }
            // Half a number is no error yet; only leaving the field is.
            _ => self.draft.set(Some(Draft { text, value: self.value.get_untracked(), error: None })),
        }
    }

    /// Commits or rejects the text when the field is left.
    fn commit(self, text: String) {
        match parse_typed(self.input, &text) {
            Ok(value) => {
                self.draft.set(None);
                // The field's own text, which a second event may bring, says nothing new.
                if value.number().is_none_or(|value| text != units::field(self.input, value)) {
                    self.ambiguous.set(ambiguous_text(&text, value));
                }
                self.workbook.edit(|book| book.set(&[(self.input, value)]));
                self.workbook.end_gesture();
            }
            Err(error) => {
                self.workbook.end_gesture();
                let value = self.value.get_untracked();
                self.draft.set(Some(Draft { text, value, error: Some(error) }));
            }
        }
    }

    /// Returns the message about refused or ambiguous text.
    fn notice(self) -> Option<Text> {
        let value = self.value.get();
        if let Some(error) = self.error() {
            return Some(notice(&error, Requester::Field, Some(Value::Number(value))));
        }
        let ambiguous = self.ambiguous.get().filter(|ambiguous| ambiguous.value == value)?;
        Some(ambiguous_notice(self.input, &ambiguous.text, ambiguous.mark, value))
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

/// Returns the text with its reading where countries read it differently.
fn ambiguous_text(text: &str, value: Value) -> Option<AmbiguousText> {
    Some(AmbiguousText { text: text.to_owned(), mark: ambiguous_mark(text)?, value: value.number()? })
}

/// Number field of an input.
#[component]
pub(crate) fn NumberField(
    /// Draft that the field edits.
    draft: NumberDraft,
) -> impl IntoView {
    let input = draft.input;
    let refused = Memo::new(move |_| draft.error().is_some());
    let key = move |event: leptos::ev::Targeted<KeyboardEvent, web_sys::HtmlInputElement>| match event.key().as_str() {
        // The first Escape discards the text; the next one closes what is around the field.
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
            id=element_ids::number_field(draft.id_prefix, input)
            name=input.id()
            aria-label=units::field_label(input)
            aria-invalid=move || refused.get().then_some("true")
            aria-describedby=move || refused.get().then(|| draft.id("notice"))
            prop:value=move || draft.text()
            on:input:target=move |event| draft.type_text(event.target().value())
            on:change:target=move |event| draft.commit(event.target().value())
            on:focus:target=move |event| event.target().select()
            on:keydown:target=key
        />
    }
}

/// Message under a number field about refused or ambiguous text.
#[component]
pub(crate) fn NumberFieldNotice(
    /// Draft that the field edits.
    draft: NumberDraft,
) -> impl IntoView {
    let notice = Memo::new(move |_| draft.notice());
    let text = Signal::derive(move || notice.get().unwrap_or_default());
    view! {
        <Show when=move || notice.with(Option::is_some)>
            <p class="notice" role="status" id=draft.id("notice")><Sentence text/></p>
        </Show>
    }
}

/// Reset button of an input: back to the preset, and once there, to the value that the page opened with.
#[component]
pub(crate) fn ResetButton(
    /// The input.
    input: Input,
) -> impl IntoView {
    let workbook = use_workbook();
    let target = Memo::new(move |_| {
        let now = workbook.scenario.with(|scenario| scenario.get(input));
        let preset = workbook.origin.with(|origin| origin.value(input));
        let opened = workbook.baseline.with(|scenario| scenario.get(input));
        [preset, opened].into_iter().find(|value| *value != now)
    });
    let title = move || match target.get() {
        Some(value) => goal_seek::set_to(input, &units::value(input, value)),
        None => controls::reset_input(input),
    };
    let press = move || {
        if let Some(value) = target.get_untracked() {
            workbook.set(input, value);
        }
    };
    view! {
        <IconButton
            class="icon reset"
            path=icon::RESET
            label=controls::reset_input(input)
            disabled=Signal::derive(move || target.get().is_none())
            on_press=press
            attr:title=title
        />
    }
}
