//! Scheduler of the drawer's strips and break-even searches. They run for the rows on the screen, for a short time in each
//! frame: they may lag behind a drag, but do not slow it down.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos_use::{UseIntersectionObserverOptions, use_intersection_observer_with_options};

use crate::analysis::{self, BreakEven};
use crate::app::state::{UiState, WorkbookStore};
use crate::app::visibility::NEAR;
use crate::model::SearchTarget;
use crate::platform::clock::now_ms;
use crate::platform::frame::FrameScheduler;
use crate::scenario::{Input, Scenario};

/// Time for the work of one frame, in ms.
const FRAME_BUDGET_MS: f64 = 2.0;
/// Steps of a strip while inputs move.
const COARSE_STEPS: usize = 24;
/// Steps of a strip once the other rows are up to date.
const FINE_STEPS: usize = 72;

/// Strip and break-even of one row.
#[derive(Clone, Copy)]
pub(super) struct RowAnalysis {
    input: Input,
    /// NPV at equal steps of the slider.
    pub(super) npv: RwSignal<Arc<Vec<f64>>>,
    /// Break-even for the goal, once searched.
    pub(super) break_even: RwSignal<Option<BreakEven>>,
    status: StoredValue<RowStatus>,
}

/// Status of a row: whether the row is on the screen, and the scenarios of its results.
#[derive(Clone, Copy, Default)]
struct RowStatus {
    visible: bool,
    coarse: Option<Scenario>,
    fine: Option<Scenario>,
    sought: Option<(Scenario, SearchTarget)>,
}

/// Work for a row, the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    /// Strip with few steps.
    CoarseStrip,
    /// Break-even search.
    GoalSeek,
    /// Strip with all steps.
    FineStrip,
}

/// Scheduler of the rows' work.
#[derive(Clone, Copy)]
pub(super) struct RowScheduler {
    workbook: WorkbookStore,
    ui: UiState,
    rows: StoredValue<Vec<RowAnalysis>>,
    /// Row that is checked first.
    next: StoredValue<usize>,
    frame: StoredValue<FrameScheduler, LocalStorage>,
}

impl RowScheduler {
    /// Creates a scheduler without rows, which follows the edits of the workbook until the current owner is cleaned up.
    pub(super) fn new(workbook: WorkbookStore, ui: UiState) -> Self {
        let (rows, next) = (StoredValue::new(Vec::new()), StoredValue::new(0));
        let scheduler = Self { workbook, ui, rows, next, frame: StoredValue::new_local(FrameScheduler::new(|| ())) };
        scheduler.frame.set_value(FrameScheduler::new(move || scheduler.run()));
        workbook.on_edit(move || scheduler.request());
        scheduler
    }

    /// Adds the row of an input, whose work runs while its slider is on the screen.
    pub(super) fn add_row(self, input: Input, slider: NodeRef<html::Div>) -> RowAnalysis {
        let row = RowAnalysis {
            input,
            npv: RwSignal::new(Arc::new(Vec::new())),
            break_even: RwSignal::new(None),
            status: StoredValue::new(RowStatus::default()),
        };
        self.rows.update_value(|rows| rows.push(row));
        let options = UseIntersectionObserverOptions::default().root_margin(NEAR.to_owned());
        let _ = use_intersection_observer_with_options(
            slider,
            move |entries, _| {
                if let Some(entry) = entries.last() {
                    row.status.try_update_value(|status| status.visible = entry.is_intersecting());
                    self.request();
                }
            },
            options,
        );
        row
    }

    /// Changes the goal of the searches.
    pub(super) fn set_goal(self, goal: SearchTarget) {
        self.ui.goal.set(goal);
        self.request();
    }

    /// Changes the inputs whose break-even is searched.
    pub(super) fn seek(self, inputs: Vec<Input>) {
        self.ui.goal_seek_inputs.set(inputs);
        self.request();
    }

    /// Searches the break-even of one more input, without waiting for a frame.
    pub(super) fn seek_now(self, row: RowAnalysis) {
        self.perform(row, Task::GoalSeek);
        self.ui.goal_seek_inputs.update(|inputs| inputs.push(row.input));
    }

    /// Requests work in the next frame.
    fn request(self) {
        let _ = self.frame.try_with_value(FrameScheduler::request);
    }

    /// Works until nothing is left to do, or the time of the frame is used up.
    fn run(self) {
        let end = now_ms() + FRAME_BUDGET_MS;
        while let Some((row, task)) = self.next_task() {
            self.perform(row, task);
            if now_ms() > end {
                return self.request();
            }
        }
    }

    /// Returns the most urgent task; the rows take turns. `None` also where the drawer is closed by now.
    fn next_task(self) -> Option<(RowAnalysis, Task)> {
        let rows = self.rows.try_get_value()?;
        let (scenario, goal) = (self.workbook.scenario.get_untracked(), self.ui.goal.get_untracked());
        let first = self.next.get_value();
        let is_asked =
            |row: &RowAnalysis| self.ui.goal_seek_inputs.with_untracked(|inputs| inputs.contains(&row.input));
        [Task::CoarseStrip, Task::GoalSeek, Task::FineStrip].into_iter().find_map(|task| {
            let mut in_turn = rows.iter().enumerate().cycle().skip(first).take(rows.len());
            let is_wanted = |row: &RowAnalysis| task != Task::GoalSeek || is_asked(row);
            let (index, row) = in_turn.find(|(_, row)| is_wanted(row) && row.needs(task, &scenario, goal))?;
            self.next.set_value(index + 1);
            Some((*row, task))
        })
    }

    fn perform(self, row: RowAnalysis, task: Task) {
        let (scenario, goal) = (self.workbook.scenario.get_untracked(), self.ui.goal.get_untracked());
        match task {
            Task::CoarseStrip => self.update_strip(row, &scenario, COARSE_STEPS),
            Task::FineStrip => self.update_strip(row, &scenario, FINE_STEPS),
            Task::GoalSeek => {
                let found = self
                    .workbook
                    .with_workspace(|workspace| analysis::break_even(workspace, &scenario, row.input, goal));
                row.break_even.set(found);
                row.status.update_value(|status| status.sought = Some((without(&scenario, row.input), goal)));
            }
        }
    }

    fn update_strip(self, row: RowAnalysis, scenario: &Scenario, steps: usize) {
        let scenario = without(scenario, row.input);
        let mut npv = vec![0.0; steps];
        self.workbook.with_workspace(|workspace| analysis::strip(workspace, &scenario, row.input, &mut npv));
        row.npv.set(Arc::new(npv));
        row.status.update_value(|status| {
            status.coarse = Some(scenario);
            status.fine = (steps == FINE_STEPS).then_some(scenario);
        });
    }
}

impl RowAnalysis {
    /// Whether the row is on the screen and its result is missing or outdated.
    fn needs(self, task: Task, scenario: &Scenario, goal: SearchTarget) -> bool {
        let status = self.status.get_value();
        let scenario = without(scenario, self.input);
        status.visible
            && match task {
                Task::CoarseStrip => status.coarse != Some(scenario),
                Task::GoalSeek => status.sought != Some((scenario, goal)),
                Task::FineStrip => status.fine != Some(scenario),
            }
    }
}

/// Returns the scenario with one input at its default: the input's own strip and break-even do not depend on its value.
fn without(scenario: &Scenario, input: Input) -> Scenario {
    let mut scenario = *scenario;
    scenario.set_unchecked(input, Scenario::DEFAULT.get(input));
    scenario
}
