//! Work merged to one run per animation frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// Frames stop coming in hidden tabs and in frames that are scrolled away; after this long the work is done all the same.
const LATEST: u32 = 120;

/// Runs its work once in the next animation frame, however often it is asked.
#[derive(Clone)]
pub struct PerFrame(Rc<Inner>);

struct Inner {
    work: Box<dyn Fn()>,
    asked: Cell<bool>,
    waiting: RefCell<Option<(AnimationFrame, Timeout)>>,
}

impl PerFrame {
    /// Merges calls of `work`.
    pub fn new(work: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner { work: Box::new(work), asked: Cell::new(false), waiting: RefCell::new(None) }))
    }

    /// Asks for a run in the next frame.
    pub fn ask(&self) {
        if self.0.asked.replace(true) {
            return;
        }
        let (framed, timed) = (self.clone(), self.clone());
        let frame = request_animation_frame(move |_| framed.run());
        let timeout = Timeout::new(LATEST, move || timed.run());
        *self.0.waiting.borrow_mut() = Some((frame, timeout));
    }

    /// Runs now what was asked for, if anything was.
    pub fn run(&self) {
        if self.0.asked.replace(false) {
            let waiting = self.0.waiting.borrow_mut().take();
            (self.0.work)();
            // The frame that called this must outlive the call.
            if let Some((frame, timeout)) = waiting {
                timeout.cancel();
                Timeout::new(0, move || drop(frame)).forget();
            }
        }
    }
}
