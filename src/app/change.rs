//! Where the workbook changes, and what follows it is told.

use crate::platform::reactive::{ReadSignal, RwSignal, WriteSignal, signal};
use crate::scenario::Scenario;
use crate::scenario::workbook::{Pin, Workbook};

/// The parts of the workbook that most of the page follows, as signals of their own: what stays as it was wakes nobody. A
/// memo of each would wake all that follows from it at every change, only to find that there is none.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The present scenario.
    pub scenario: (ReadSignal<Scenario>, WriteSignal<Scenario>),
    /// What changes are shown against.
    pub baseline: (ReadSignal<Scenario>, WriteSignal<Scenario>),
    /// The scenarios kept for comparison.
    pub pins: (ReadSignal<Vec<Pin>>, WriteSignal<Vec<Pin>>),
    /// The seed of the simulated cases.
    pub seed: (ReadSignal<u32>, WriteSignal<u32>),
}

impl Parts {
    /// The parts of a workbook as it is.
    pub fn of(book: &Workbook) -> Self {
        Self {
            scenario: signal(*book.scenario()),
            baseline: signal(*book.baseline()),
            pins: signal(book.sheet().pins.clone()),
            seed: signal(book.sheet().seed),
        }
    }

    fn follow(self, book: &Workbook) {
        publish(self.scenario, book.scenario());
        publish(self.baseline, book.baseline());
        publish(self.pins, &book.sheet().pins);
        publish(self.seed, &book.sheet().seed);
    }
}

fn publish<T: Clone + PartialEq + Send + Sync + 'static>((known, set): (ReadSignal<T>, WriteSignal<T>), value: &T) {
    if known.with_untracked(|known| known != value) {
        set.set(value.clone());
    }
}

/// The one place where the workbook changes.
pub fn change(workbook: RwSignal<Workbook>, parts: Parts, act: impl FnOnce(&mut Workbook)) {
    workbook.update(act);
    workbook.with_untracked(|book| parts.follow(book));
}
