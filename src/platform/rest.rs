//! Work that waits until the hand has rested: merged, and never faster than browsers allow.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

/// Runs its work once, so many milliseconds after the last time it was asked.
#[derive(Clone)]
pub struct AtRest(Rc<Inner>);

struct Inner {
    work: Box<dyn Fn()>,
    after: u32,
    waiting: RefCell<Option<Timeout>>,
}

impl AtRest {
    /// Merges calls of `work`.
    pub fn new(after: u32, work: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner { work: Box::new(work), after, waiting: RefCell::new(None) }))
    }

    /// Asks for a run; one that still waits is put off.
    pub fn ask(&self) {
        let asked = self.clone();
        let timeout = Timeout::new(self.0.after, move || {
            // The timeout has run; dropping it now must not clear another.
            if let Some(done) = asked.0.waiting.borrow_mut().take() {
                done.forget();
            }
            (asked.0.work)();
        });
        if let Some(late) = self.0.waiting.borrow_mut().replace(timeout) {
            late.cancel();
        }
    }
}
