//! Work merged to one run per animation frame.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use super::call::Give;
use super::rest::AtRest;

/// Frames stop coming in hidden tabs and in frames that are scrolled away; after this long the work is done all the same.
const LATEST: u32 = 120;

/// Runs its work once in the next animation frame, however often it is asked.
#[derive(Clone)]
pub struct PerFrame(Rc<Inner>);

struct Inner {
    work: Box<dyn Give<()>>,
    asked: Cell<bool>,
    frame: Closure<dyn Fn()>,
    late: AtRest,
}

impl PerFrame {
    /// Merges calls of `work`.
    pub fn new(work: impl Fn() + 'static) -> Self {
        let inner = |inner: &Weak<Inner>| {
            let run = |inner: Weak<Inner>| move || inner.upgrade().iter().for_each(|inner| inner.run());
            let (frame, late) = (Closure::new(run(inner.clone())), AtRest::new(LATEST, run(inner.clone())));
            Inner { work: Box::new(work), asked: Cell::new(false), frame, late }
        };
        Self(Rc::new_cyclic(inner))
    }

    /// Asks for a run in the next frame.
    pub fn ask(&self) {
        if !self.0.asked.replace(true) {
            // Where there are no frames, the work is done late.
            let _ = window().request_animation_frame(self.0.frame.as_ref().unchecked_ref());
            self.0.late.ask();
        }
    }

    /// Runs now what was asked for, if anything was.
    pub fn run(&self) {
        self.0.run();
    }
}

impl Inner {
    fn run(&self) {
        if self.asked.replace(false) {
            self.work.give();
        }
    }
}
