//! Many runs: scenarios of one form wait for each other and run side by side.

use super::form::Form;
use super::measures::Measures;
use super::number::{Four, Number, Trials};
use super::run::Run;
use scenario::Scenario;

/// What runs side by side, and what waits for that.
#[derive(Clone, Debug, Default)]
pub(super) struct Many {
    run: Run<Four>,
    waiting: Vec<Waiting>,
}

/// Scenarios of one form, each with its place among all.
#[derive(Clone, Debug)]
struct Waiting {
    form: Form,
    places: Vec<usize>,
    scenarios: Vec<Scenario>,
}

/// One of many runs.
#[derive(Debug)]
pub struct Case<'a> {
    run: &'a Run<Four>,
    lane: usize,
    /// Its place among all.
    pub place: usize,
    /// What it comes to.
    pub measures: Measures,
}

impl Case<'_> {
    /// cash(0) … cash(T), $B.
    pub fn cash(&self) -> impl Iterator<Item = f64> {
        self.run.cash(self.lane)
    }
}

impl Many {
    /// Runs scenarios and shows each, though not in their order.
    pub fn go(&mut self, scenarios: impl Iterator<Item = Scenario>, mut show: impl FnMut(Case)) {
        self.waiting.clear();
        for (place, scenario) in scenarios.enumerate() {
            let form = Form::new(&scenario);
            let at = self.waiting.iter().position(|waiting| waiting.form == form).unwrap_or_else(|| {
                self.waiting.push(Waiting { form, places: Vec::new(), scenarios: Vec::new() });
                self.waiting.len() - 1
            });
            let Some(waiting) = self.waiting.get_mut(at) else { continue };
            waiting.places.push(place);
            waiting.scenarios.push(scenario);
            if waiting.places.len() == Four::LANES {
                waiting.go(&mut self.run, &mut show);
            }
        }
        for waiting in self.waiting.iter_mut().filter(|waiting| !waiting.places.is_empty()) {
            waiting.go(&mut self.run, &mut show);
        }
    }
}

impl Waiting {
    fn go(&mut self, run: &mut Run<Four>, show: &mut impl FnMut(Case)) {
        run.go(Trials(&self.scenarios), self.form);
        for (lane, &place) in self.places.iter().enumerate() {
            show(Case { run, lane, place, measures: run.measures(lane) });
        }
        self.places.clear();
        self.scenarios.clear();
    }
}
