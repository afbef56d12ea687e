//! The number field and the reset of one input: what is typed stays until it is taken, refused or taken back.

use leptos::prelude::{event_target, event_target_value};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::dom::{Element, View, el, when};
use super::icons::RESET;
use super::parts::sign;
use super::store::store;
use super::text::sentence;
use crate::platform::reactive::{Memo, RwSignal, memo};
use crate::scenario::{Input, InputError, Value, parse_typed};
use crate::words::input_error::{Requester, notice};
use crate::words::text::Text;
use crate::words::{controls, goal_seek, units};

/// What stands in a field that is being typed in, or whose text was refused.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    text: String,
    /// The input's value at that time; when it moves by other means, the draft is past.
    value: f64,
    refusal: Option<InputError>,
}

/// A field's draft, shared by the field and the notice under it.
#[derive(Clone, Copy)]
pub struct Drafting {
    input: Input,
    prefix: &'static str,
    draft: RwSignal<Option<Draft>>,
    value: Memo<f64>,
}

impl Drafting {
    /// Nothing typed yet.
    pub fn new(input: Input) -> Self {
        Self::with_prefix(input, "")
    }

    /// The same where the page has another field of the input: ids begin with the prefix.
    pub fn with_prefix(input: Input, prefix: &'static str) -> Self {
        let scenario = store().scenario;
        let value = memo(move || scenario.with(|scenario| scenario.get(input).number().unwrap_or_default()));
        Self { input, prefix, draft: RwSignal::new(None), value }
    }

    fn id(&self, part: &str) -> String {
        format!("{}{}-{part}", self.prefix, self.input.id())
    }

    /// The input's present value.
    pub fn value(&self) -> Memo<f64> {
        self.value
    }

    /// Why what stands in the field is not used, where that is so.
    pub fn refusal(&self) -> Option<InputError> {
        let value = self.value.get();
        self.draft.with(|draft| draft.as_ref().filter(|draft| draft.value == value)?.refusal.clone())
    }

    fn text(&self) -> String {
        let value = self.value.get();
        let typed = self.draft.with(|draft| Some(draft.as_ref().filter(|draft| draft.value == value)?.text.clone()));
        typed.unwrap_or_else(|| units::field(self.input, value))
    }

    fn typed(&self, text: String) {
        match parse_typed(self.input, &text) {
            Ok(Value::Number(value)) => {
                // At once, not with the next frame: until then the field would show the value from before, under the hand
                // that goes on typing.
                store().act(|book| book.set(&[(self.input, Value::Number(value))]));
                self.draft.set(Some(Draft { text, value, refusal: None }));
            }
            // Half a number is no reason to complain: only leaving the field is.
            _ => self.draft.set(Some(Draft { text, value: self.value.get_untracked(), refusal: None })),
        }
    }

    fn left(&self, text: String) {
        match parse_typed(self.input, &text) {
            Ok(value) => {
                self.draft.set(None);
                store().nudge(&[(self.input, value)]);
                store().settle();
            }
            Err(refusal) => {
                store().settle();
                let value = self.value.get_untracked();
                self.draft.set(Some(Draft { text, value, refusal: Some(refusal) }));
            }
        }
    }
}

/// The number field.
pub fn field(drafting: Drafting) -> Element {
    let input = drafting.input;
    let notice = drafting.id("notice");
    let refused = move || drafting.refusal().is_some();
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if drafting.draft.with_untracked(Option::is_some) => {
            // Takes back what is typed; only the next one closes what is around.
            event.stop_propagation();
            drafting.draft.set(None);
        }
        "Enter" => drafting.left(event_target_value(&event)),
        _ => {}
    };
    el("input", "field")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("id", &drafting.id("field"))
        .attr("name", input.id())
        .attr("aria-label", &units::field_label(input))
        .keep_class("refused", refused)
        .keep("aria-invalid", move || refused().then_some("true"))
        .keep("aria-describedby", move || refused().then(|| notice.clone()))
        .keep_property("value", move || drafting.text())
        .on("input", move |event: Event| drafting.typed(event_target_value(&event)))
        .on("change", move |event: Event| drafting.left(event_target_value(&event)))
        .on("focus", move |event: Event| event_target::<HtmlInputElement>(&event).select())
        .on("keydown", key)
}

/// Why what stands in the field is not used.
pub fn field_notice(drafting: Drafting) -> View {
    let why = move || match drafting.refusal() {
        Some(refusal) => notice(&refusal, Requester::Field, Some(Value::Number(drafting.value.get()))),
        None => Text::new(),
    };
    let line = move || el("p", "notice").attr("role", "status").attr("id", &drafting.id("notice")).with(sentence(why));
    when(move || drafting.refusal().is_some(), line)
}

/// The reset of one input: to where the scenario started; once there, to how the page was opened.
pub fn reset(input: Input) -> Element {
    let store = store();
    let target = memo(move || {
        store.workbook.with(|book| {
            let (now, preset, opened) =
                (book.scenario().get(input), book.sheet().origin.value(input), book.baseline().get(input));
            [preset, opened].into_iter().find(|value| *value != now)
        })
    });
    let title = move || match target.get() {
        Some(value) => goal_seek::set_to(input, &units::value(input, value)),
        None => controls::reset_input(input),
    };
    let press = move || {
        if let Some(value) = target.get_untracked() {
            store.set(input, value);
        }
    };
    sign("icon reset", RESET, &controls::reset_input(input), press)
        .keep("title", title)
        .keep("disabled", move || target.get().is_none())
}
