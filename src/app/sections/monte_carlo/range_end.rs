//! Field of an end of a range, with the message about text that was refused and about an end on the wrong side.

use leptos::prelude::*;

use super::range_control::{End, RangeControl};
use crate::app::components::{DraftField, FieldDraft, FieldNotice};
use crate::scenario::{Value, parse_typed};
use crate::words::ranges;
use crate::words::text::Text;
use crate::words::units;

/// Draft of the field of an end, shared by the field and its message.
#[derive(Clone, Copy)]
pub(super) struct EndDraft {
    control: RangeControl,
    end: End,
    /// The end is `None` while the input is held fixed.
    draft: FieldDraft<Option<f64>>,
}

impl EndDraft {
    /// Creates an empty draft.
    pub(super) fn new(control: RangeControl, end: End) -> Self {
        let input = control.input;
        let draft = FieldDraft::new(
            Memo::new(move |_| control.ends.get().map(|ends| End::of(ends, end))),
            move |value| value.map(|value| units::field(input, value)).unwrap_or_default(),
            move |text| {
                let value = parse_typed(input, &text).ok().and_then(Value::number);
                value.filter(|value| control.with_end(end, *value).is_some()).map(Some).ok_or(())
            },
            move |value| {
                if let Some(value) = value {
                    control.set_end(end, value);
                }
            },
        );
        Self { control, end, draft }
    }

    fn name(self) -> String {
        format!("{}-{}", self.control.input.id(), self.end.id())
    }

    fn notice_id(self) -> String {
        format!("{}-notice", self.name())
    }

    /// Returns the message about refused text, or about an end on the wrong side of the present value.
    fn notice(self) -> Option<Text> {
        let (input, is_high) = (self.control.input, self.end.is_high());
        if let Some((text, ())) = self.draft.refused() {
            return Some(ranges::refused_end(input, &text, is_high).into());
        }
        let (end, value) = (self.draft.value.get()?, self.control.value.get());
        let is_wrong = if is_high { end < value } else { end > value };
        is_wrong.then(|| ranges::wrong_side(input, end, value, is_high).into())
    }
}

/// Field of an end.
#[component]
pub(super) fn EndField(
    /// Draft that the field edits.
    draft: EndDraft,
) -> impl IntoView {
    let label = ranges::end_label(draft.control.input, draft.end.is_high());
    view! {
        <DraftField
            draft=draft.draft
            name=draft.name()
            label
            notice_id=draft.notice_id()
            attr:inputmode="decimal"
        />
    }
}

/// Message about an end.
#[component]
pub(super) fn EndNotice(
    /// Draft of the end's field.
    draft: EndDraft,
) -> impl IntoView {
    view! { <FieldNotice id=draft.notice_id() text=move || draft.notice()/> }
}
