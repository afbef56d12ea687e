//! The connection to the host page: receives messages of the parent window and posts messages to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::format::JsValueSerdeExt;
use gloo::utils::{document_element, window};
use js_sys::{Date, JSON, Reflect};
use serde::Serialize;
use serde_json::Value as Json;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::{
    AppMessage, HeightDialects, HostMessage, MessageError, MessageId, RateLimit, ReportedOutcome, named_parts,
};
use crate::scenario::PartialScenario;

/// Delay between a change and the measurement of the layout, in ms. Browsers report no new size in frames that are scrolled
/// out of view.
const MEASURE_DELAY: u32 = 50;

/// Time in which `payback:set` messages are merged, about one frame, in ms. Only the last value of each input is applied.
const MERGE_DELAY: u32 = 16;

/// The longest time in which a request may change the outcome, in ms. If it changes nothing, the host then gets the present
/// outcome.
const SETTLE_DELAY: u32 = 250;

/// The app's handlers for requests. They are called from the browser's event loop, never during a call of [`Connection`].
pub struct HostHandlers {
    /// Changes the given parts of the scenario and no others.
    pub set: Box<dyn Fn(&PartialScenario)>,
    /// Restores the scenario that was opened.
    pub reset: Box<dyn Fn()>,
}

/// The connection, which lasts as long as the page. Cheap to clone.
#[derive(Clone)]
pub struct Connection(Rc<State>);

struct State {
    parent: Window,
    handlers: HostHandlers,
    ready: Cell<bool>,
    dialects: RefCell<HeightDialects>,
    /// The present scenario and its results.
    latest: RefCell<Option<ReportedOutcome>>,
    outcomes: RefCell<RateLimit>,
    errors: RefCell<RateLimit>,
    last_error: RefCell<String>,
    /// Parts of requests that wait for [`MERGE_DELAY`].
    merged: RefCell<PartialScenario>,
    merge_timer: Timer,
    settle_timer: Timer,
    send_timer: Timer,
    measure_timer: Timer,
}

/// Connects to the host, or returns `None` if the page is not embedded. Must be called before the page changes its address.
pub fn connect(handlers: HostHandlers) -> Option<Connection> {
    let here = window();
    let parent = here.parent().ok().flatten()?;
    if JsValue::from(&parent) == JsValue::from(&here) {
        return None;
    }
    let address = here.location().href().unwrap_or_default();
    let connection = Connection(Rc::new(State {
        parent,
        handlers,
        ready: Cell::default(),
        dialects: RefCell::new(HeightDialects::new(&address)),
        latest: RefCell::default(),
        outcomes: RefCell::default(),
        errors: RefCell::default(),
        last_error: RefCell::default(),
        merged: RefCell::default(),
        merge_timer: Timer::default(),
        settle_timer: Timer::default(),
        send_timer: Timer::default(),
        measure_timer: Timer::default(),
    }));
    let listener = connection.clone();
    EventListener::new(&here, "message", move |event| listener.receive(event.unchecked_ref())).forget();
    Some(connection)
}

impl Connection {
    /// Announces that the first live result is on screen. From now on hosts are answered and told the height.
    pub fn ready(&self) {
        if self.0.ready.replace(true) {
            return;
        }
        self.post(&AppMessage::Ready);
        let greeting = self.0.dialects.borrow().greeting();
        self.post(&greeting);
        self.watch_size();
        self.measure();
        self.measure_soon();
        self.send();
    }

    /// Takes the present scenario and its results, after every change.
    pub fn outcome(&self, outcome: ReportedOutcome) {
        let first = self.0.latest.replace(Some(outcome)).is_none();
        // The outcome that the page opens with is sent only to hosts that ask for it.
        if !first {
            self.0.outcomes.borrow_mut().changed();
        }
        self.0.settle_timer.cancel();
        self.measure_soon();
        self.send();
    }

    /// Tells the host the height if it has changed.
    pub fn measure(&self) {
        if !self.0.ready.get() {
            return;
        }
        let size = document_element().get_bounding_client_rect();
        let messages = self.0.dialects.borrow_mut().measured(size.height(), size.width());
        messages.iter().for_each(|message| self.post(message));
    }

    fn measure_soon(&self) {
        let this = self.clone();
        self.0.measure_timer.set(MEASURE_DELAY, move || this.measure());
    }

    fn watch_size(&self) {
        let (on_window, on_page) = (self.clone(), self.clone());
        EventListener::new(&window(), "resize", move |_| on_window.measure_soon()).forget();
        let callback = Closure::<dyn FnMut()>::new(move || on_page.measure());
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&document_element());
            callback.forget();
        }
    }

    fn receive(&self, event: &MessageEvent) {
        // Any origin may embed the page, but only the parent window may send messages.
        let source = Reflect::get(event, &"source".into()).unwrap_or_default();
        if source != JsValue::from(&self.0.parent) {
            return;
        }
        let Some(message) = json_of(&event.data()) else { return };
        let answer = self.0.dialects.borrow_mut().received(&message);
        if let Some(answer) = answer {
            self.post(&answer);
        }
        self.measure_soon();
        match HostMessage::read(&message) {
            None => {}
            Some(Err(error)) => self.refuse(&error),
            Some(Ok(HostMessage::Get { id })) => self.answer(id),
            Some(Ok(HostMessage::Reset)) => self.reset(),
            Some(Ok(HostMessage::Set { scenario })) => match named_parts(&scenario) {
                Ok(parts) => self.merge(&parts),
                Err(error) => self.refuse(&error),
            },
        }
    }

    fn answer(&self, id: Option<MessageId>) {
        self.0.outcomes.borrow_mut().asked(id);
        self.send();
    }

    fn reset(&self) {
        self.wait_for_outcome();
        self.0.merged.take();
        (self.0.handlers.reset)();
        self.send();
    }

    fn merge(&self, parts: &PartialScenario) {
        self.wait_for_outcome();
        self.0.merged.borrow_mut().extend(parts);
        if !self.0.merge_timer.is_set() {
            let this = self.clone();
            self.0.merge_timer.set(MERGE_DELAY, move || this.apply_merged());
        }
    }

    fn apply_merged(&self) {
        self.0.merge_timer.cancel();
        let merged = self.0.merged.take();
        if !merged.parts.is_empty() {
            (self.0.handlers.set)(&merged);
        }
    }

    /// Delays outcomes until a request has taken effect, so that later questions get its result.
    fn wait_for_outcome(&self) {
        let this = self.clone();
        self.0.settle_timer.set(SETTLE_DELAY, move || {
            this.0.settle_timer.cancel();
            this.0.outcomes.borrow_mut().changed();
            this.send();
        });
    }

    fn refuse(&self, error: &MessageError) {
        self.0.last_error.replace(error.text());
        self.0.errors.borrow_mut().asked(None);
        self.send();
    }

    /// Sends the messages that are due, and sets a timer for the next ones.
    fn send(&self) {
        let now = Date::now();
        for _ in self.0.errors.borrow_mut().take_due(now) {
            self.post(&AppMessage::Error { message: &self.0.last_error.borrow() });
        }
        let mut delay = self.0.errors.borrow().delay(now);
        let settled = self.0.ready.get() && !self.0.settle_timer.is_set();
        if let (true, Some(outcome)) = (settled, self.0.latest.borrow().as_ref()) {
            let mut outcomes = self.0.outcomes.borrow_mut();
            for id in outcomes.take_due(now) {
                self.post(&AppMessage::Outcome { id: id.as_ref(), outcome });
            }
            delay = [delay, outcomes.delay(now)].into_iter().flatten().reduce(f64::min);
        }
        match delay {
            None => self.0.send_timer.cancel(),
            Some(delay) => {
                let this = self.clone();
                self.0.send_timer.set(delay.ceil() as u32 + 1, move || this.send());
            }
        }
    }

    fn post(&self, message: &impl Serialize) {
        if let Ok(message) = JsValue::from_serde(message) {
            // A host that is gone cannot be told; nobody else needs to know.
            let _ = self.0.parent.post_message(&message, "*");
        }
    }
}

/// A timer that can be set again before it has run.
#[derive(Default)]
struct Timer(RefCell<Option<Timeout>>);

impl Timer {
    fn set(&self, delay: u32, callback: impl FnOnce() + 'static) {
        self.0.replace(Some(Timeout::new(delay, callback)));
    }

    fn cancel(&self) {
        self.0.take();
    }

    /// Whether the timer was set and not cancelled. A timer that has run must be cancelled by its callback.
    fn is_set(&self) -> bool {
        self.0.borrow().is_some()
    }
}

/// A message as JSON, or `None` for messages of other scripts, which may be large or impossible to convert.
fn json_of(data: &JsValue) -> Option<Json> {
    if let Some(text) = data.as_string() {
        return Some(Json::String(text));
    }
    let field = |key: &str| Reflect::get(data, &key.into()).ok().and_then(|value| value.as_string());
    let own = field("type").is_some_and(|kind| kind.starts_with("payback:"));
    if !data.is_object() || !(own || field("sentinel").is_some() || field("message").is_some()) {
        return None;
    }
    let text = JSON::stringify(data).ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}
