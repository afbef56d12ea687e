//! Number field of an input, with the message about refused text, and the input's reset button.

use leptos::prelude::*;

use super::{DraftField, FieldDraft, FieldNotice, IconButton, icon};
use crate::app::element_ids;
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{Input, InputError, Value, ambiguous_mark, parse_typed};
use crate::words::controls;
use crate::words::goal_seek;
use crate::words::input_error::Requester;
use crate::words::input_error::{ambiguous_notice, notice};
use crate::words::text::Text;
use crate::words::units;

/// Draft of a number field, shared by the field and its message.
#[derive(Clone, Copy)]
pub(crate) struct NumberDraft {
    input: Input,
    id_prefix: &'static str,
    draft: FieldDraft<f64, InputError>,
}

impl NumberDraft {
    /// Creates a draft. The ids begin with the prefix where the page has another field of the input.
    pub(crate) fn new(workbook: WorkbookStore, input: Input, id_prefix: &'static str) -> Self {
        let draft = FieldDraft::new(
            workbook.number(input),
            move |value| units::field(input, value),
            move |text| parse_typed(input, &text).map(|value| value.number().unwrap_or_default()),
            move |value| workbook.edit(|book| book.set(&[(input, Value::Number(value))])),
        );
        Self { input, id_prefix, draft }
    }

    /// The input's current value.
    pub(crate) fn value(self) -> Memo<f64> {
        self.draft.value
    }

    fn notice_id(self) -> String {
        format!("{}{}-notice", self.id_prefix, self.input.id())
    }

    /// Returns the message about refused text, or about text that countries read differently.
    fn notice(self) -> Option<Text> {
        let value = self.value().get();
        if let Some((_, error)) = self.draft.refused() {
            return Some(notice(&error, Requester::Field, Some(Value::Number(value))));
        }
        let text = self.draft.committed()?;
        Some(ambiguous_notice(self.input, &text, ambiguous_mark(&text)?, value))
    }
}

/// Number field of an input.
#[component]
pub(crate) fn NumberField(
    /// Draft that the field edits.
    draft: NumberDraft,
) -> impl IntoView {
    let input = draft.input;
    view! {
        <DraftField
            draft=draft.draft
            name=input.id()
            label=units::field_label(input)
            notice_id=draft.notice_id()
            attr:id=element_ids::number_field(draft.id_prefix, input)
            attr:inputmode="decimal"
        />
    }
}

/// Message under a number field about refused or ambiguous text.
#[component]
pub(crate) fn NumberFieldNotice(
    /// Draft that the field edits.
    draft: NumberDraft,
) -> impl IntoView {
    view! { <FieldNotice id=draft.notice_id() text=move || draft.notice()/> }
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
