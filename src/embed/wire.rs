//! The conversation itself: listening to the window this page stands in, and posting to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document_element, window};
use js_sys::{Date, JSON, Reflect};
use serde_json::Value as Json;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::{Dialects, Pace, Request, Unfit, error, outcome, ready, request};
use crate::model::Summary;
use crate::scenario::{Input, Scenario, Value};
use crate::words::embed as words;

/// How long after a change of the outcome the layout is measured, where the browser does not report it by itself: it
/// does not in frames that are scrolled away.
const LAYOUT: u32 = 50;

/// How long moves are gathered, about a frame: of a flood of them the app sees the last of each input.
const GATHER: u32 = 16;

/// How long a request may take to change the outcome; where it changes nothing, the host hears the present one then.
const SETTLED: u32 = 250;

/// Moves the named inputs, and no others.
pub type Moves = Box<dyn Fn(&[(Input, Value)])>;

/// What the app does for a host. The calls come from the browser's event loop, never from inside a call of [`Handle`].
pub struct Host {
    /// Moves inputs.
    pub set: Moves,
    /// Goes back to what was opened.
    pub reset: Box<dyn Fn()>,
}

/// The conversation, for the app's side. Cheap to clone; it lasts as long as the page.
#[derive(Clone)]
pub struct Handle(Rc<Wire>);

struct Wire {
    parent: Window,
    host: Host,
    dialects: RefCell<Dialects>,
    pace: RefCell<Pace>,
    refusals: RefCell<Pace>,
    refused: RefCell<String>,
    latest: RefCell<Option<(Scenario, Summary)>>,
    ready: Cell<bool>,
    moves: RefCell<Vec<(Input, Value)>>,
    gathering: RefCell<Option<Timeout>>,
    expecting: RefCell<Option<Timeout>>,
    timer: RefCell<Option<Timeout>>,
    layout: RefCell<Option<Timeout>>,
}

/// Begins the conversation, where the page stands inside another. Call it before the page's address is changed.
pub fn start(host: Host) -> Option<Handle> {
    let here = window();
    let parent = here.parent().ok().flatten()?;
    if JsValue::from(&parent) == JsValue::from(&here) {
        return None;
    }
    let address = here.location().href().unwrap_or_default();
    let wire = Wire {
        parent,
        host,
        dialects: RefCell::new(Dialects::new(&address)),
        pace: RefCell::default(),
        refusals: RefCell::default(),
        refused: RefCell::default(),
        latest: RefCell::default(),
        ready: Cell::new(false),
        moves: RefCell::default(),
        gathering: RefCell::default(),
        expecting: RefCell::default(),
        timer: RefCell::default(),
        layout: RefCell::default(),
    };
    let handle = Handle(Rc::new(wire));
    let listening = handle.clone();
    EventListener::new(&here, "message", move |event| listening.heard(event.unchecked_ref())).forget();
    Some(handle)
}

impl Handle {
    /// The first live result is on screen: hosts may ask, and are told the height from now on.
    pub fn ready(&self) {
        if self.0.ready.replace(true) {
            return;
        }
        self.post(&ready());
        let greeting = self.0.dialects.borrow().greeting();
        self.post(&greeting);
        self.watch();
        self.measure();
        self.measure_soon();
        self.flush();
    }

    /// What the present scenario leads to, after every change; hosts hear of it at most ten times a second.
    pub fn outcome(&self, scenario: &Scenario, summary: &Summary) {
        let first = self.0.latest.replace(Some((*scenario, summary.clone()))).is_none();
        // Hosts that want to know what a page opened with ask for it.
        if !first {
            self.0.pace.borrow_mut().changed();
        }
        drop(self.0.expecting.take());
        self.measure_soon();
        self.flush();
    }

    /// Tells hosts the height, if it is a new one.
    pub fn measure(&self) {
        if !self.0.ready.get() {
            return;
        }
        let rect = document_element().get_bounding_client_rect();
        let messages = self.0.dialects.borrow_mut().measured(rect.height(), rect.width());
        messages.iter().for_each(|message| self.post(message));
    }

    fn measure_soon(&self) {
        let handle = self.clone();
        self.0.layout.replace(Some(timer(LAYOUT, move || handle.measure())));
    }

    fn watch(&self) {
        let (resized, sized) = (self.clone(), self.clone());
        EventListener::new(&window(), "resize", move |_| resized.measure_soon()).forget();
        let callback = Closure::<dyn FnMut()>::new(move || sized.measure());
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&document_element());
            callback.forget();
        }
    }

    fn heard(&self, event: &MessageEvent) {
        // The host is the window this page stands in, whatever its origin; no other window is heard.
        let source = Reflect::get(event, &"source".into()).unwrap_or_default();
        if source != JsValue::from(&self.0.parent) {
            return;
        }
        let Some(message) = plain(&event.data()) else { return };
        let answer = self.0.dialects.borrow_mut().heard(&message);
        if let Some(answer) = answer {
            self.post(&answer);
        }
        self.measure_soon();
        match request(&message) {
            None => {}
            Some(Ok(request)) => self.meet(request),
            Some(Err(unfit)) => self.refuse(&unfit),
        }
    }

    fn meet(&self, request: Request) {
        match request {
            Request::Get(id) => self.0.pace.borrow_mut().asked(id),
            Request::Set(values) => {
                self.expect();
                self.gather(values);
            }
            Request::Reset => {
                self.expect();
                self.0.moves.borrow_mut().clear();
                (self.0.host.reset)();
            }
        }
        self.flush();
    }

    fn gather(&self, values: Vec<(Input, Value)>) {
        let mut moves = self.0.moves.borrow_mut();
        moves.retain(|(input, _)| !values.iter().any(|(named, _)| named == input));
        moves.extend(values);
        if self.0.gathering.borrow().is_none() {
            let handle = self.clone();
            self.0.gathering.replace(Some(timer(GATHER, move || handle.give())));
        }
    }

    fn give(&self) {
        let timeout = self.0.gathering.take();
        let moves = self.0.moves.take();
        if !moves.is_empty() {
            (self.0.host.set)(&moves);
        }
        later_dropped(timeout);
    }

    /// A question that follows a request is answered with what the request led to.
    fn expect(&self) {
        let handle = self.clone();
        let settled = timer(SETTLED, move || {
            later_dropped(handle.0.expecting.take());
            handle.0.pace.borrow_mut().changed();
            handle.flush();
        });
        self.0.expecting.replace(Some(settled));
    }

    fn refuse(&self, unfit: &Unfit) {
        let words = match unfit {
            Unfit::UnknownType(kind) => words::unknown_type(kind),
            Unfit::NoScenario => words::no_scenario().to_owned(),
            Unfit::BadId => words::bad_id().to_owned(),
            Unfit::Refused(refusals) => words::refused(refusals),
        };
        self.0.refused.replace(words);
        self.0.refusals.borrow_mut().asked(None);
        self.flush();
    }

    /// Sends what is due, and comes back when more will be.
    fn flush(&self) {
        let now = Date::now();
        for _ in self.0.refusals.borrow_mut().due(now) {
            self.post(&error(&self.0.refused.borrow()));
        }
        let mut wait = self.0.refusals.borrow().wait(now);
        let may = self.0.ready.get() && self.0.expecting.borrow().is_none();
        if let (true, Some((scenario, summary))) = (may, self.0.latest.borrow().as_ref()) {
            let due = self.0.pace.borrow_mut().due(now);
            due.iter().for_each(|id| self.post(&outcome(id.as_ref(), scenario, summary)));
            wait = [wait, self.0.pace.borrow().wait(now)].into_iter().flatten().reduce(f64::min);
        }
        let handle = self.clone();
        let next = wait.map(|wait| timer(wait.ceil() as u32 + 1, move || handle.flush()));
        later_dropped(self.0.timer.replace(next));
    }

    fn post(&self, message: &Json) {
        let value = match message {
            Json::String(text) => Ok(JsValue::from_str(text)),
            other => JSON::parse(&other.to_string()),
        };
        if let Ok(value) = value {
            // A host that has gone away hears nothing; there is no one else to tell.
            let _ = self.0.parent.post_message(&value, "*");
        }
    }
}

fn timer(after: u32, work: impl FnOnce() + 'static) -> Timeout {
    set_timer(after, Box::new(work))
}

fn set_timer(after: u32, work: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(after, work)
}

/// A timer that may be running now must outlive its call.
fn later_dropped(old: Option<Timeout>) {
    if old.is_some() {
        timer(0, move || drop(old)).forget();
    }
}

/// A message as plain data, where it has one of the forms that matter; other scripts' traffic is not copied.
fn plain(data: &JsValue) -> Option<Json> {
    if let Some(text) = data.as_string() {
        return Some(Json::String(text));
    }
    let word = |key: &str| Reflect::get(data, &key.into()).ok().and_then(|value| value.as_string());
    let ours = word("type").is_some_and(|kind| kind.starts_with("payback:"));
    if !data.is_object() || !(ours || word("sentinel").is_some() || word("message").is_some()) {
        return None;
    }
    let text = JSON::stringify(data).ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}
