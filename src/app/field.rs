//! The number field and the reset of one input: what is typed stays until it is taken, refused or taken back.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::store::store;
use super::text::words;
use crate::lang::refusal::{Asker, notice};
use crate::lang::{controls, goals, units};
use crate::scenario::{Input, Refusal, Value, parse_typed};

/// What stands in a field that is being typed in, or whose text was refused.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    text: String,
    /// The input's value at that time; when it moves by other means, the draft is past.
    value: f64,
    refusal: Option<Refusal>,
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
    pub fn refusal(&self) -> Option<Refusal> {
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
#[component]
pub fn Field(drafting: Drafting) -> impl IntoView {
    let input = drafting.input;
    let id = drafting.id("field");
    let notice = drafting.id("notice");
    let described = move || drafting.refusal().is_some().then(|| notice.clone());
    view! {
        <input
            type="text" inputmode="decimal" autocomplete="off" spellcheck="false" class="field" id=id name=input.id()
            class:refused=move || drafting.refusal().is_some()
            aria-label=units::field_label(input)
            aria-invalid=move || drafting.refusal().is_some().then_some("true")
            aria-describedby=described
            prop:value=move || drafting.text()
            on:input=move |event| drafting.typed(event_target_value(&event))
            on:change=move |event| drafting.left(event_target_value(&event))
            on:focus=move |event| { event_target::<web_sys::HtmlInputElement>(&event).select() }
            on:keydown=move |event| {
                match event.key().as_str() {
                    "Escape" if drafting.draft.with_untracked(Option::is_some) => {
                        // Takes back what is typed; only the next one closes what is around.
                        event.stop_propagation();
                        drafting.draft.set(None);
                    }
                    "Enter" => drafting.left(event_target_value(&event)),
                    _ => {}
                }
            }
        />
    }
}

/// Why what stands in the field is not used.
#[component]
pub fn FieldNotice(drafting: Drafting) -> impl IntoView {
    let id = drafting.id("notice");
    move || {
        let refusal = drafting.refusal()?;
        let words = words(notice(&refusal, Asker::Field, Some(Value::Number(drafting.value.get()))));
        Some(view! { <p class="notice" role="status" id=id.clone()>{words}</p> })
    }
}

/// The reset of one input: to where the scenario started; once there, to how the page was opened.
#[component]
pub fn Reset(input: Input) -> impl IntoView {
    let store = store();
    let target = memo(move || {
        store.workbook.with(|book| {
            let (now, preset, opened) =
                (book.scenario().get(input), book.sheet().origin.value(input), book.baseline().get(input));
            [preset, opened].into_iter().find(|value| *value != now)
        })
    });
    let title = move || match target.get() {
        Some(value) => goals::set_to(input, &units::value(input, value)),
        None => controls::reset_input(input),
    };
    view! {
        <button
            type="button" class="icon reset" aria-label=controls::reset_input(input) title=title
            disabled=move || target.get().is_none()
            on:click=move |_| if let Some(value) = target.get_untracked() { store.set(input, value) }
        >
            <super::icons::Icon path=super::icons::RESET/>
        </button>
    }
}
