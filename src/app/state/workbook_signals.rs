//! Signals of the parts of the workbook.

use leptos::prelude::*;

use crate::scenario::workbook::{Pin, Workbook};
use crate::scenario::{Origin, Ranges, Scenario};
use crate::words::scenario_name::ScenarioName;

/// Parts of the workbook, each as a signal, so that an edit updates only the dependents of the changed part.
#[derive(Clone, Copy)]
pub(super) struct WorkbookSignals {
    pub(super) scenario: RwSignal<Scenario>,
    pub(super) baseline: RwSignal<Scenario>,
    pub(super) pins: RwSignal<Vec<Pin>>,
    pub(super) seed: RwSignal<u32>,
    pub(super) ranges: RwSignal<Ranges>,
    pub(super) origin: RwSignal<Origin>,
    pub(super) scenario_name: RwSignal<ScenarioName>,
    pub(super) undo_redo: RwSignal<(bool, bool)>,
}

impl WorkbookSignals {
    pub(super) fn new(book: &Workbook) -> Self {
        Self {
            scenario: RwSignal::new(*book.scenario()),
            baseline: RwSignal::new(*book.baseline()),
            pins: RwSignal::new(book.sheet().pins.clone()),
            seed: RwSignal::new(book.sheet().seed),
            ranges: RwSignal::new(book.sheet().ranges.clone()),
            origin: RwSignal::new(book.sheet().origin),
            scenario_name: RwSignal::new(ScenarioName::of(book.sheet())),
            undo_redo: RwSignal::new((book.can_undo(), book.can_redo())),
        }
    }

    /// Sets every part that differs from the workbook.
    pub(super) fn update(self, book: &Workbook) {
        set_if_changed(self.scenario, book.scenario());
        set_if_changed(self.baseline, book.baseline());
        set_if_changed(self.pins, &book.sheet().pins);
        set_if_changed(self.seed, &book.sheet().seed);
        set_if_changed(self.ranges, &book.sheet().ranges);
        set_if_changed(self.origin, &book.sheet().origin);
        set_if_changed(self.scenario_name, &ScenarioName::of(book.sheet()));
        set_if_changed(self.undo_redo, &(book.can_undo(), book.can_redo()));
    }
}

fn set_if_changed<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: &T) {
    if signal.with_untracked(|known| known != value) {
        signal.set(value.clone());
    }
}
