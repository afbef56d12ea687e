//! Many runs: scenarios of one form wait for each other and run side by side.

use super::form::Form;
use super::measures::Measures;
use super::number::{Four, Number, Trials};
use super::rates::rates;
use super::run::Run;
use scenario::Scenario;

/// What waits to run side by side, and where it runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Many {
    four: Run<Four>,
    one: Run<f64>,
    waiting: Vec<Waiting>,
}

/// Scenarios of one form, each with its place among all.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    form: Form,
    count: usize,
    places: [usize; Four::LANES],
    scenarios: [Scenario; Four::LANES],
}

/// One of many runs.
#[derive(Debug)]
pub struct BatchRun<'a> {
    ran: Ran<'a>,
    /// Its place among all.
    pub index: usize,
    /// What it comes to.
    pub measures: Measures,
}

/// Where a case ran.
#[derive(Clone, Copy, Debug)]
enum Ran<'a> {
    Alone(&'a Run<f64>),
    Beside(&'a Run<Four>, usize),
}

impl BatchRun<'_> {
    /// Puts cash(0) … cash(T) into a line, as much of it as there is room for, $B.
    pub fn cash(&self, line: &mut [f64]) {
        match self.ran {
            Ran::Alone(run) => line.iter_mut().zip(run.cash(0)).for_each(|(place, cash)| *place = cash),
            Ran::Beside(run, lane) => line.iter_mut().zip(run.cash(lane)).for_each(|(place, cash)| *place = cash),
        }
    }

    /// The internal rate of return, where it is unique.
    pub fn irr(&self) -> Option<f64> {
        let mut flows = Vec::new();
        match self.ran {
            Ran::Alone(run) => run.flows(0, &mut flows),
            Ran::Beside(run, lane) => run.flows(lane, &mut flows),
        }
        // The discount rate is for the modified rate alone.
        rates(&flows, 0.0).irr
    }
}

impl Many {
    /// Runs scenarios and shows each, though not in their order.
    pub fn go(&mut self, scenarios: impl Iterator<Item = Scenario>, mut show: impl FnMut(BatchRun)) {
        self.waiting.clear();
        for (place, scenario) in scenarios.enumerate() {
            let form = Form::new(&scenario);
            let at = self.waiting.iter().position(|waiting| waiting.form == form).unwrap_or_else(|| {
                self.waiting.push(Waiting {
                    form,
                    count: 0,
                    places: [0; Four::LANES],
                    scenarios: [scenario; Four::LANES],
                });
                self.waiting.len() - 1
            });
            let Some(waiting) = self.waiting.get_mut(at) else { continue };
            if waiting.add(place, scenario) {
                waiting.go(&mut self.four, &mut show);
            }
        }
        for waiting in &mut self.waiting {
            let ([place, ..], [scenario, ..]) = (waiting.places, &waiting.scenarios);
            match waiting.count {
                0 => {}
                // Alone it takes half the time of four.
                1 => {
                    self.one.go(scenario.into(), waiting.form);
                    show(BatchRun { ran: Ran::Alone(&self.one), index: place, measures: self.one.measures(0) });
                }
                _ => waiting.go(&mut self.four, &mut show),
            }
        }
    }
}

impl Waiting {
    /// Takes one more, and says whether it is full.
    fn add(&mut self, place: usize, scenario: Scenario) -> bool {
        if let (Some(at), Some(next)) = (self.places.get_mut(self.count), self.scenarios.get_mut(self.count)) {
            (*at, *next) = (place, scenario);
            self.count += 1;
        }
        self.count == Four::LANES
    }

    fn go(&mut self, run: &mut Run<Four>, show: &mut impl FnMut(BatchRun)) {
        run.go(Trials(&self.scenarios), self.form);
        for (lane, &place) in self.places.iter().enumerate().take(self.count) {
            show(BatchRun { ran: Ran::Beside(run, lane), index: place, measures: run.measures(lane) });
        }
        self.count = 0;
    }
}
