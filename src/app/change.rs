//! Where the workbook changes, and what follows it is told.

use crate::platform::reactive::{ReadSignal, RwSignal, WriteSignal, signal};
use crate::scenario::workbook::{Pin, Workbook};
use crate::scenario::{Origin, Scenario};
use crate::words::scenario_name::ScenarioName;

/// What follows a part, and what sets it.
type Part<T> = (ReadSignal<T>, WriteSignal<T>);

/// The parts of the workbook that most of the page follows, as signals of their own: what stays as it was wakes nobody. A
/// memo of each would wake all that follows from it at every change, only to find that there is none.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The present scenario.
    pub scenario: Part<Scenario>,
    /// What changes are shown against.
    pub baseline: Part<Scenario>,
    /// The scenarios kept for comparison.
    pub pins: Part<Vec<Pin>>,
    /// The seed of the simulated cases.
    pub seed: Part<u32>,
    /// Where the present scenario comes from.
    pub origin: Part<Origin>,
    /// What the answer calls it.
    pub subject: Part<ScenarioName>,
    /// Whether there are steps back and steps forward.
    pub steps: Part<(bool, bool)>,
}

impl Parts {
    /// The parts of a workbook as it is.
    pub fn of(book: &Workbook) -> Self {
        Self {
            scenario: signal(*book.scenario()),
            baseline: signal(*book.baseline()),
            pins: signal(book.sheet().pins.clone()),
            seed: signal(book.sheet().seed),
            origin: signal(book.sheet().origin),
            subject: signal(ScenarioName::of(book.sheet())),
            steps: signal(steps(book)),
        }
    }

    fn follow(self, book: &Workbook) {
        publish(self.scenario, book.scenario());
        publish(self.baseline, book.baseline());
        publish(self.pins, &book.sheet().pins);
        publish(self.seed, &book.sheet().seed);
        publish(self.origin, &book.sheet().origin);
        publish(self.subject, &ScenarioName::of(book.sheet()));
        publish(self.steps, &steps(book));
    }
}

fn steps(book: &Workbook) -> (bool, bool) {
    (book.next_undo().is_some(), book.next_redo().is_some())
}

fn publish<T: Clone + PartialEq + Send + Sync + 'static>((known, set): Part<T>, value: &T) {
    if known.with_untracked(|known| known != value) {
        set.set(value.clone());
    }
}

/// The one place where the workbook changes.
pub fn change(workbook: RwSignal<Workbook>, parts: Parts, act: impl FnOnce(&mut Workbook)) {
    workbook.update(act);
    workbook.with_untracked(|book| parts.follow(book));
}
