//! Work that waits until the hand has rested: merged, and never faster than browsers allow.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;

use super::call::Give;

/// Runs its work once, so many milliseconds after the last time it was asked.
#[derive(Clone)]
pub struct AtRest(Rc<Inner>);

struct Inner {
    work: Box<dyn Give<()>>,
    after: f64,
    due: Cell<f64>,
    armed: Cell<bool>,
}

impl AtRest {
    /// Merges calls of `work`.
    pub fn new(after: u32, work: impl Fn() + 'static) -> Self {
        let (due, armed) = (Cell::new(0.0), Cell::new(false));
        Self(Rc::new(Inner { work: Box::new(work), after: f64::from(after), due, armed }))
    }

    /// Asks for a run; one that still waits is put off. Asked in every frame, it sets no timer in any but the first.
    pub fn ask(&self) {
        self.0.due.set(clock() + self.0.after);
        if !self.0.armed.replace(true) {
            arm(Rc::downgrade(&self.0), self.0.after);
        }
    }
}

/// Does something after so many milliseconds.
pub fn later(after: u32, work: impl FnOnce() + 'static) {
    set_timer(after, Box::new(work));
}

fn set_timer(after: u32, work: Box<dyn FnOnce()>) {
    Timeout::new(after, work).forget();
}

fn arm(inner: Weak<Inner>, after: f64) {
    later(after.ceil() as u32, move || wake(&inner));
}

fn wake(asked: &Weak<Inner>) {
    let Some(inner) = asked.upgrade() else { return };
    let left = inner.due.get() - clock();
    // Whoever set the clock back must not wait for ever.
    if left > 0.0 && left <= inner.after {
        return arm(asked.clone(), left);
    }
    inner.armed.set(false);
    inner.work.give();
}

/// Milliseconds since some moment.
pub fn clock() -> f64 {
    gloo::utils::window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}
