//! Work that is merged to one run per animation frame.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{
    AnimationFrameRequestHandle, TimeoutHandle, request_animation_frame_with_handle, set_timeout_with_handle,
};

/// Time after which the work runs without a frame: hidden tabs and frames that are scrolled away get none.
const WITHOUT_FRAME: Duration = Duration::from_millis(120);

/// Handles of the next run.
type Pending = (Option<AnimationFrameRequestHandle>, Option<TimeoutHandle>);

/// Runs its work once in the next animation frame, however often it is requested.
#[derive(Clone)]
pub(crate) struct FrameScheduler {
    work: Rc<dyn Fn()>,
    pending: Rc<Cell<Option<Pending>>>,
}

impl FrameScheduler {
    /// Creates a scheduler for a piece of work.
    pub(crate) fn new(work: impl Fn() + 'static) -> Self {
        Self { work: Rc::new(work), pending: Rc::default() }
    }

    /// Requests a run in the next frame.
    pub(crate) fn request(&self) {
        let pending = self.pending.take().unwrap_or_else(|| {
            let (in_frame, late) = (self.clone(), self.clone());
            let frame = request_animation_frame_with_handle(move || in_frame.run_pending()).ok();
            let timeout = set_timeout_with_handle(move || late.run_pending(), WITHOUT_FRAME).ok();
            (frame, timeout)
        });
        self.pending.set(Some(pending));
    }

    /// Runs the work now, where a run is pending.
    pub(crate) fn run_pending(&self) {
        if let Some((frame, timeout)) = self.pending.take() {
            frame.iter().for_each(AnimationFrameRequestHandle::cancel);
            timeout.iter().for_each(TimeoutHandle::clear);
            (self.work)();
        }
    }
}
