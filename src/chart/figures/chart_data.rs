//! The data of a chart: a scenario, and the outcomes that it is compared with.

use std::borrow::Cow;

use crate::analysis::CashBand;
use crate::chart::{Dash, Point, Role, Stroke};
use crate::model::Outcome;
use crate::scenario::Scenario;

/// A scenario and its outcome, beside the outcomes that it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct ChartData<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its outcome.
    pub outcome: &'a Outcome,
    /// The baseline, where it is another scenario.
    pub baseline: Option<Pinned<'a>>,
    /// The pinned scenarios, at most three.
    pub pins: &'a [Pinned<'a>],
    /// The band of the simulated cases.
    pub band: Option<&'a CashBand>,
}

/// A scenario that the data are compared with.
#[derive(Clone, Copy, Debug)]
pub struct Pinned<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its outcome.
    pub outcome: &'a Outcome,
}

impl<'a> ChartData<'a> {
    /// A scenario that is compared with nothing.
    pub fn of(scenario: &'a Scenario, outcome: &'a Outcome) -> Self {
        Self { scenario, outcome, baseline: None, pins: &[], band: None }
    }

    /// The lines of the baseline, unless it equals the scenario's own line, and of the pins.
    pub(super) fn others(
        &self,
        own: &[Point],
        baseline_name: fn(&str) -> String,
        line: &dyn Fn(&Outcome) -> Vec<Point>,
    ) -> Vec<Other> {
        let mut others = Vec::with_capacity(4);
        if let Some(baseline) = self.baseline {
            let points = line(baseline.outcome);
            if points != own {
                let name = baseline_name(baseline.name).into();
                others.push(Other { points, stroke: Stroke::solid(Role::Ghost, 2.0), name, tag: None });
            }
        }
        for (index, pin) in self.pins.iter().enumerate() {
            if let (Some(&role), Some(&dash)) = (Role::PINS.get(index), Dash::PINS.get(index)) {
                let stroke = Stroke { dash, ..Stroke::solid(role, 1.75) };
                let tag = Some((char::from(b'A' + index as u8), role));
                others.push(Other { points: line(pin.outcome), stroke, name: pin.name.to_owned().into(), tag });
            }
        }
        others
    }

    /// The horizon in years.
    pub fn years(&self) -> f64 {
        years(self.outcome.quarterly.revenue.len()).max(0.25)
    }
}

/// The line of another scenario.
pub(super) struct Other {
    /// The points.
    pub points: Vec<Point>,
    /// The look.
    pub stroke: Stroke,
    /// The name of the scenario.
    pub name: Cow<'static, str>,
    /// Letter and colour of a pin; `None` for the baseline.
    pub tag: Option<(char, Role)>,
}

impl Other {
    /// The last value, where the line reaches a time.
    pub fn end(&self, at: f64) -> Option<f64> {
        self.points.last().filter(|point| point.0 >= at - 1e-9).map(|point| point.1)
    }
}

/// Quarters as years.
pub(super) fn years(quarters: usize) -> f64 {
    quarters as f64 / 4.0
}
