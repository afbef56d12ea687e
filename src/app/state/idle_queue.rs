//! Queue of updates of elements off the screen, which run one at a time once editing has paused.

use std::time::Duration;

use leptos::prelude::*;

/// Pause between two members, in which the page handles events.
const PAUSE: Duration = Duration::from_millis(16);

/// Members in the order in which they joined, each with the signal of its turns.
#[derive(Clone, Copy)]
pub(super) struct IdleQueue {
    turns: StoredValue<Vec<RwSignal<u32>>>,
    /// Position of the member whose turn is next.
    next: StoredValue<usize>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl IdleQueue {
    /// Creates a queue without members.
    pub(super) fn new() -> Self {
        let (turns, next) = (StoredValue::new(Vec::new()), StoredValue::new(0));
        Self { turns, next, timer: StoredValue::new(None) }
    }

    /// Adds a member until the current owner is cleaned up. Its signal is incremented in each of its turns.
    pub(super) fn join(self) -> ReadSignal<u32> {
        let turn = RwSignal::new(0);
        self.turns.update_value(|turns| turns.push(turn));
        on_cleanup(move || {
            self.turns.try_update_value(|turns| turns.retain(|other| *other != turn));
        });
        turn.read_only()
    }

    /// Gives every member a turn, from the first one on.
    pub(super) fn start(self) {
        self.next.set_value(0);
        self.schedule();
    }

    /// Stops, because the page is edited again.
    pub(super) fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn schedule(self) {
        self.stop();
        self.timer.set_value(set_timeout_with_handle(move || self.take_turn(), PAUSE).ok());
    }

    fn take_turn(self) {
        let index = self.next.get_value();
        let Some(turn) = self.turns.with_value(|turns| turns.get(index).copied()) else { return };
        self.next.set_value(index + 1);
        turn.update(|turn| *turn += 1);
        self.schedule();
    }
}
