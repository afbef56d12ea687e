//! The workbook as signals: one signal per part of it, and the memos that follow from them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_use::use_debounce_fn;

use super::edit_listeners::EditListeners;
use super::idle_queue::IdleQueue;
use super::monte_carlo::MonteCarloState;
use super::pending_edits::PendingEdits;
use super::workbook_signals::WorkbookSignals;
use super::workspace::SharedWorkspace;
use super::{Sample, UiState};
use crate::analysis::{self, MarginOfSafety, VarianceShare};
use crate::model::{Outcome, Workspace};
use crate::platform::frame::FrameScheduler;
use crate::scenario::workbook::{Pin, Sheet, Workbook};
use crate::scenario::{CapexPath, Event, Events, Input, InputRange, Origin, Ranges, Scenario, Value};
use crate::words::answer::SimulatedCases;
use crate::words::changes;
use crate::words::metrics::Metric;
use crate::words::scenario_name::ScenarioName;
use crate::words::working::Equation;
use crate::words::working::quarter_of;

/// Idle time after which an edit counts as finished, in ms.
pub(crate) const IDLE_MS: f64 = 300.0;

/// Idle time after which key presses that follow one another are one step of the history, in ms.
const KEY_REPEAT_MS: f64 = 800.0;

/// Edits of the gesture in progress, and the timers that run when edits pause.
struct LiveEdits {
    pending: PendingEdits,
    frame: FrameScheduler,
    end_of_key_presses: Box<dyn Fn()>,
    idle: Box<dyn Fn()>,
}

/// The workbook and the values derived from it.
#[derive(Clone, Copy)]
pub(crate) struct WorkbookStore {
    /// The whole workbook, with its history.
    pub(crate) workbook: ReadSignal<Workbook>,
    set_workbook: WriteSignal<Workbook>,
    signals: WorkbookSignals,
    /// The current scenario.
    pub(crate) scenario: ReadSignal<Scenario>,
    /// The scenario that changes are shown against.
    pub(crate) baseline: ReadSignal<Scenario>,
    /// Name of that scenario.
    pub(crate) baseline_name: Memo<String>,
    /// Pinned scenarios.
    pub(crate) pins: ReadSignal<Vec<Pin>>,
    /// Seed of the simulated cases.
    pub(crate) seed: ReadSignal<u32>,
    /// Ranges of the simulated cases that the reader has set.
    pub(crate) ranges: ReadSignal<Ranges>,
    /// Company and case, or debate, that the scenario started from.
    pub(crate) origin: ReadSignal<Origin>,
    /// Name of the scenario in the answer.
    pub(crate) scenario_name: ReadSignal<ScenarioName>,
    /// Whether there is a step to undo, and whether there is a step to redo.
    pub(crate) undo_redo: ReadSignal<(bool, bool)>,
    /// Outcome of the current scenario.
    pub(crate) outcome: Memo<Arc<Outcome>>,
    /// Outcome of the baseline.
    pub(crate) baseline_outcome: Memo<Arc<Outcome>>,
    /// Outcomes of the pinned scenarios.
    pub(crate) pinned_outcomes: Memo<Vec<Arc<Outcome>>>,
    /// Factor by which the colour classes of NPV grow with the size of the business.
    pub(crate) npv_scale: Memo<f64>,
    /// Simulated cases of the current scenario. Lazy: nothing is drawn before the sample is read.
    pub(crate) sample: Memo<Arc<Sample>>,
    /// Complete sample of the last scenario whose draws were all made.
    pub(crate) complete_sample: ReadSignal<Option<Arc<Sample>>>,
    /// Shares of variance of the simulated cases. Lazy as well.
    pub(crate) shares: Memo<Arc<Vec<VarianceShare>>>,
    /// Margin of safety of the current scenario. Lazy as well.
    pub(crate) margin_of_safety: Memo<Arc<MarginOfSafety>>,
    monte_carlo: MonteCarloState,
    /// Incremented each time editing pauses, the first time after the page has opened.
    pub(crate) idle_count: ReadSignal<u32>,
    /// Whether the page is edited: from an edit until editing pauses.
    pub(crate) editing: ReadSignal<bool>,
    set_editing: WriteSignal<bool>,
    /// Scenario and outcome as of the last pause of editing.
    pub(crate) settled: Memo<Option<(Scenario, Arc<Outcome>)>>,
    workspace: SharedWorkspace,
    live_edits: StoredValue<LiveEdits, LocalStorage>,
    listeners: EditListeners,
    idle_queue: IdleQueue,
}

impl WorkbookStore {
    /// Creates the store of a page that opens with this workbook.
    pub(crate) fn new(book: Workbook) -> Self {
        let signals = WorkbookSignals::new(&book);
        let (workbook, set_workbook) = signal(book);
        let workspace = SharedWorkspace::new();
        let run = move |scenario: &Scenario| workspace.with(|workspace| Arc::new(workspace.outcome(scenario)));
        let WorkbookSignals { scenario, baseline, pins, seed, ranges, .. } = signals;
        let outcome = Memo::new(move |_| run(&scenario.get()));
        let baseline_outcome = Memo::new(move |_| run(&baseline.get()));
        let pinned_outcomes =
            Memo::new(move |_| pins.with(|pins| pins.iter().map(|pin| run(&pin.scenario)).collect::<Vec<_>>()));
        let npv_scale = Memo::new(move |_| baseline_outcome.with(|outcome| analysis::business_scale(outcome)));
        let (idle_count, set_idle_count) = signal(0);
        let (editing, set_editing) = signal(false);
        let settled =
            Memo::new(move |_| (idle_count.get() > 0).then(|| (scenario.get_untracked(), outcome.get_untracked())));
        let monte_carlo = MonteCarloState::new(scenario.into(), ranges.into(), seed.into(), workspace);
        let margin_of_safety = Memo::new(move |_| {
            let (scenario, ranges) = (scenario.get(), ranges.get());
            Arc::new(workspace.with(|workspace| MarginOfSafety::of(workspace, &scenario, &ranges)))
        });
        let listeners = EditListeners::new();
        let idle_queue = IdleQueue::new();
        let idle = use_debounce_fn(
            move || {
                set_editing.set(false);
                set_idle_count.update(|count| *count += 1);
                monte_carlo.refine();
                idle_queue.start();
            },
            IDLE_MS,
        );
        let live_edits = StoredValue::new_local(LiveEdits {
            pending: PendingEdits::default(),
            frame: FrameScheduler::new(|| ()),
            end_of_key_presses: Box::new(|| ()),
            idle: Box::new(move || drop(idle())),
        });
        let store = Self {
            workbook,
            set_workbook,
            signals,
            scenario: scenario.read_only(),
            baseline: baseline.read_only(),
            baseline_name: Memo::new(move |_| changes::baseline_name(&baseline.get())),
            pins: pins.read_only(),
            seed: seed.read_only(),
            ranges: ranges.read_only(),
            origin: signals.origin.read_only(),
            scenario_name: signals.scenario_name.read_only(),
            undo_redo: signals.undo_redo.read_only(),
            outcome,
            baseline_outcome,
            pinned_outcomes,
            npv_scale,
            sample: monte_carlo.sample,
            complete_sample: monte_carlo.complete.read_only(),
            shares: monte_carlo.shares,
            margin_of_safety,
            monte_carlo,
            idle_count,
            editing,
            set_editing,
            settled,
            workspace,
            live_edits,
            listeners,
            idle_queue,
        };
        let end_of_key_presses = use_debounce_fn(move || store.apply(Workbook::end_gesture), KEY_REPEAT_MS);
        live_edits.update_value(|edits| {
            edits.frame = FrameScheduler::new(move || store.apply_live_edits());
            edits.end_of_key_presses = Box::new(move || drop(end_of_key_presses()));
        });
        store.restart_idle_timer();
        store
    }

    /// Moves inputs while a gesture lasts. The edit is applied in the next frame; the last value of each input counts.
    pub(crate) fn set_live(self, values: &[(Input, Value)]) {
        self.edit_live(|pending| pending.set(values));
    }

    /// Changes the events while a gesture lasts. The edit is applied in the next frame.
    pub(crate) fn set_live_events(self, events: Events) {
        self.edit_live(|pending| pending.events = Some(events));
    }

    /// Changes the capex plan by year while a gesture lasts. The edit is applied in the next frame.
    pub(crate) fn set_live_capex_path(self, path: CapexPath) {
        self.edit_live(|pending| pending.capex_path = Some(path));
    }

    /// Moves an end of a range while a gesture lasts. The edit is applied in the next frame.
    pub(crate) fn set_range_live(self, input: Input, range: InputRange) {
        self.edit_live(|pending| pending.range = Some((input, range)));
    }

    fn edit_live(self, edit: impl FnOnce(&mut PendingEdits)) {
        self.live_edits.update_value(|edits| {
            edit(&mut edits.pending);
            edits.frame.request();
        });
    }

    /// Sets the range of an input as a step of its own; `None` resets the range to that of the analysis.
    pub(crate) fn set_range(self, input: Input, range: Option<InputRange>) {
        self.edit_step(|book| book.set_range(input, range));
    }

    /// Opens the simulated case whose NPV is at a percentile (1 to 99) of all cases.
    pub(crate) fn open_case(self, percentile: u8) {
        self.apply_live_edits();
        if let Some(case) = self.monte_carlo.case_at(f64::from(percentile) / 100.0) {
            self.edit(|book| book.take_simulated_case(case, percentile));
        }
    }

    /// Ends a drag: its edits are one step of the history.
    pub(crate) fn end_gesture(self) {
        self.edit(Workbook::end_gesture);
    }

    /// Ends a gesture once key presses pause: together they are one step of the history.
    pub(crate) fn end_gesture_after_key_presses(self) {
        self.apply_live_edits();
        self.live_edits.with_value(|edits| (edits.end_of_key_presses)());
    }

    /// Edits the workbook, after all edits that wait for the next frame.
    pub(crate) fn edit(self, edit: impl FnOnce(&mut Workbook)) {
        self.apply_live_edits();
        self.apply(edit);
    }

    /// Edits the workbook as a step of its own.
    pub(crate) fn edit_step(self, edit: impl FnOnce(&mut Workbook)) {
        self.edit(|book| {
            book.end_gesture();
            edit(book);
            book.end_gesture();
        });
    }

    /// Sets an input as a step of its own.
    pub(crate) fn set(self, input: Input, value: Value) {
        self.edit_step(|book| book.set(&[(input, value)]));
    }

    /// Runs a callback after every edit, until the current owner is cleaned up.
    pub(crate) fn on_edit(self, listener: impl Fn() + 'static) {
        self.listeners.add(listener);
    }

    /// Returns a counter of the caller's turns to update elements off the screen, one turn after every pause of editing.
    pub(crate) fn idle_turns(self) -> ReadSignal<u32> {
        self.idle_queue.join()
    }

    fn apply_live_edits(self) {
        let pending = self.live_edits.try_update_value(|edits| std::mem::take(&mut edits.pending));
        if let Some(pending) = pending.filter(|pending| *pending != PendingEdits::default()) {
            self.apply(|book| pending.apply_to(book));
        }
    }

    fn apply(self, edit: impl FnOnce(&mut Workbook)) {
        self.set_workbook.update(edit);
        self.workbook.with_untracked(|book| self.signals.update(book));
        if !self.editing.get_untracked() {
            self.set_editing.set(true);
        }
        self.restart_idle_timer();
        self.listeners.notify();
    }

    fn restart_idle_timer(self) {
        self.idle_queue.stop();
        self.live_edits.with_value(|edits| (edits.idle)());
    }

    /// Returns the current scenario and its outcome, and tracks both: an outcome follows every change of its scenario.
    pub(crate) fn current(self) -> (Scenario, Arc<Outcome>) {
        let outcome = self.outcome.get();
        (self.scenario.get_untracked(), outcome)
    }

    /// Returns the baseline's outcome where the current scenario differs from the baseline.
    pub(crate) fn baseline_to_compare(self) -> Option<Arc<Outcome>> {
        let outcome = self.baseline_outcome.get();
        (self.scenario.get_untracked() != self.baseline.get_untracked()).then_some(outcome)
    }

    /// Returns a copy of the current sheet, without tracking it.
    pub(crate) fn sheet(self) -> Sheet {
        self.apply_live_edits();
        self.workbook.with_untracked(|book| book.sheet().clone())
    }

    /// Returns the value of a numeric input.
    pub(crate) fn number(self, input: Input) -> Memo<f64> {
        Memo::new(move |_| self.scenario.with(|scenario| scenario.get(input).number().unwrap_or_default()))
    }

    /// Returns the number of quarters up to the horizon.
    pub(crate) fn quarters(self) -> Memo<usize> {
        Memo::new(move |_| self.outcome.with(|outcome| outcome.quarterly.revenue.len()))
    }

    /// Returns the event at a position of the list; the default event where there is none.
    pub(crate) fn event(self, index: usize) -> Event {
        self.scenario.with(|scenario| scenario.events.get(index).copied().unwrap_or_default())
    }

    /// Returns the scenario with some inputs at their default: it changes only when another input does.
    pub(crate) fn scenario_without(self, inputs: impl Fn() -> Vec<Input> + Send + Sync + 'static) -> Memo<Scenario> {
        Memo::new(move |_| {
            let mut scenario = self.scenario.get();
            for input in inputs() {
                scenario.set_unchecked(input, Scenario::DEFAULT.get(input));
            }
            scenario
        })
    }

    /// Returns how many of the simulated cases pay back.
    pub(crate) fn cases(self) -> SimulatedCases {
        self.sample.with(|sample| sample.cases())
    }

    /// Runs the model.
    pub(crate) fn with_workspace<T>(self, run: impl FnOnce(&mut Workspace) -> T) -> T {
        self.workspace.with(run)
    }

    /// Opens the derivation of a figure in the working.
    pub(crate) fn explain(self, ui: UiState, metric: Metric) {
        let quarter = self.outcome.with_untracked(|outcome| quarter_of(Equation::of(metric), outcome));
        ui.explain(metric, quarter);
    }
}

/// Returns the workbook store from context.
pub(crate) fn use_workbook() -> WorkbookStore {
    expect_context()
}
