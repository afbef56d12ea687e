//! The drawer's many runs, spread over frames: strips and searches of the rows in view, a few milliseconds in each, so
//! that they lag behind a fast hand but never hold it up.

use crate::analysis::{self, BreakEven};
use crate::app::store::{Shared, Store, with_workspace};
use crate::model::SearchTarget;
use crate::platform::frame::PerFrame;
use crate::platform::reactive::{RwSignal, StoredValue, effect};
use crate::platform::rest::clock;
use crate::scenario::{Input, Scenario};

/// Milliseconds of work in a frame.
const BUDGET: f64 = 2.0;
/// Columns of a strip while things move.
const SKETCH: usize = 24;
/// Columns of a strip at rest.
const FINE: usize = 72;

/// What one row shows, and for which scenario that holds.
#[derive(Clone, Copy)]
pub struct Lane {
    input: Input,
    /// The worth along the slider.
    pub npv: RwSignal<Shared<Vec<f64>>>,
    /// What it would take.
    pub found: RwSignal<Option<BreakEven>>,
    known: StoredValue<Known>,
}

#[derive(Clone, Copy, Default)]
struct Known {
    seen: bool,
    sketched: Option<Scenario>,
    refined: Option<Scenario>,
    searched: Option<(Scenario, SearchTarget)>,
}

#[derive(Clone, Copy)]
enum Job {
    Sketch,
    Search,
    Refine,
}

/// The work of all rows.
#[derive(Clone, Copy)]
pub struct Pace {
    store: Store,
    lanes: StoredValue<Vec<Lane>>,
    next: StoredValue<usize>,
    frame: StoredValue<Option<PerFrame>>,
}

impl Pace {
    /// Nothing to do yet.
    pub fn new(store: Store) -> Self {
        let pace = Self {
            store,
            lanes: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
            frame: StoredValue::new(None),
        };
        pace.frame.set_value(Some(PerFrame::new(move || pace.work())));
        effect(move || {
            store.scenario.track();
            store.target.track();
            store.asked.track();
            pace.ask();
        });
        pace
    }

    /// The lane of a row.
    pub fn lane(&self, input: Input) -> Lane {
        let lane = Lane {
            input,
            npv: RwSignal::new(Shared::new(Vec::new())),
            found: RwSignal::new(None),
            known: StoredValue::new(Known::default()),
        };
        self.lanes.update_value(|lanes| lanes.push(lane));
        lane
    }

    /// A row came into view, or left it.
    pub fn seen(&self, lane: Lane, seen: bool) {
        lane.known.update_value(|known| known.seen = seen);
        self.ask();
    }

    /// Searches at once: a hand asked for it.
    pub fn search(&self, lane: Lane) {
        self.perform(lane, Job::Search);
    }

    /// Asks for work in the next frame. The drawer may be closed by then.
    fn ask(&self) {
        let _ = self.frame.try_with_value(|frame| frame.iter().for_each(PerFrame::ask));
    }

    fn work(&self) {
        let start = clock();
        while let Some((lane, job)) = self.due() {
            self.perform(lane, job);
            if clock() - start > BUDGET {
                return self.ask();
            }
        }
    }

    /// The most urgent job: first every strip in outline, then the searches, then the strips' detail; the rows in turn.
    fn due(&self) -> Option<(Lane, Job)> {
        let (scenario, target) = (self.store.scenario.try_get_untracked()?, self.store.target.try_get_untracked()?);
        let lanes = self.lanes.try_get_value()?;
        let first = self.next.try_get_value()?;
        let asked = self.store.asked.try_get_untracked()?;
        [Job::Sketch, Job::Search, Job::Refine].into_iter().find_map(|job| {
            let turns = lanes.iter().enumerate().cycle().skip(first).take(lanes.len());
            let wanted = |lane: &Lane| !matches!(job, Job::Search) || asked.contains(&lane.input);
            let mut due = turns.filter(|(_, lane)| wanted(lane) && lane.is_due(job, &scenario, target));
            let (at, lane) = due.next()?;
            self.next.set_value(at + 1);
            Some((*lane, job))
        })
    }

    fn perform(&self, lane: Lane, job: Job) {
        let Some(scenario) = self.store.scenario.try_get_untracked() else { return };
        let target = self.store.target.get_untracked();
        let rest = rest(&scenario, lane.input);
        match job {
            Job::Sketch | Job::Refine => {
                let fine = matches!(job, Job::Refine);
                let mut npv = vec![0.0; if fine { FINE } else { SKETCH }];
                with_workspace(|workspace| analysis::strip(workspace, &rest, lane.input, &mut npv));
                lane.npv.set(Shared::new(npv));
                lane.known.update_value(|known| {
                    known.sketched = Some(rest);
                    known.refined = fine.then_some(rest);
                });
            }
            Job::Search => {
                let found = with_workspace(|workspace| analysis::break_even(workspace, &scenario, lane.input, target));
                lane.found.set(found);
                lane.known.update_value(|known| known.searched = Some((rest, target)));
            }
        }
    }
}

impl Lane {
    fn is_due(&self, job: Job, scenario: &Scenario, target: SearchTarget) -> bool {
        let Some(known) = self.known.try_get_value().filter(|known| known.seen) else { return false };
        let rest = rest(scenario, self.input);
        match job {
            Job::Sketch => known.sketched != Some(rest),
            Job::Search => known.searched != Some((rest, target)),
            Job::Refine => known.refined != Some(rest),
        }
    }
}

/// The scenario but for one input, which its own strip does not depend on.
fn rest(scenario: &Scenario, input: Input) -> Scenario {
    let mut rest = *scenario;
    rest.set_unchecked(input, Scenario::DEFAULT.get(input));
    rest
}
