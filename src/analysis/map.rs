//! Two inputs at once: net present value and payback over a grid, the line where it breaks even, the ridge of the best.

use super::contour::contours;
use super::measure::put;
use crate::model::Workspace;
use crate::scenario::{Input, Scenario};

/// One side of a map: an input over the range of its slider, at equal steps of its travel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapAxis {
    /// The input.
    pub input: Input,
    /// Points, both ends included.
    pub count: usize,
}

impl MapAxis {
    /// The value at a point, or between points.
    pub fn value(&self, point: f64) -> f64 {
        let last = self.count.saturating_sub(1).max(1) as f64;
        self.input.range().map_or(0.0, |range| {
            let value = range.value_along(point / last);
            if range.whole { value.round() } else { value }
        })
    }

    /// The values of all points.
    pub fn values(self) -> impl Iterator<Item = f64> {
        (0..self.count).map(move |point| self.value(point as f64))
    }
}

/// The best value of one input for a value of the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RidgePoint {
    /// The value across.
    pub x: f64,
    /// The best value up.
    pub y: f64,
    /// The NPV there.
    pub npv: f64,
}

/// A grid of runs, row by row from the bottom; x runs fastest.
#[derive(Clone, Debug)]
pub struct GrowthMap {
    /// Across.
    pub x: MapAxis,
    /// Up.
    pub y: MapAxis,
    /// NPV at each point worked out so far, $B.
    pub npv: Vec<f64>,
    /// Payback at each point worked out so far, years.
    pub payback: Vec<Option<f64>>,
    scenario: Scenario,
}

impl GrowthMap {
    /// An empty map of two inputs, so many points across and up.
    pub fn new(x: Input, y: Input, columns: usize, rows: usize) -> Self {
        let axis = |input, count| MapAxis { input, count };
        Self {
            x: axis(x, columns),
            y: axis(y, rows),
            npv: Vec::new(),
            payback: Vec::new(),
            scenario: Scenario::DEFAULT,
        }
    }

    /// Makes the map that of a scenario, all at once. What only moves the point on the map changes nothing.
    pub fn update(&mut self, workspace: &mut Workspace, scenario: &Scenario) {
        self.set_scenario(scenario);
        self.advance(workspace, usize::MAX);
    }

    /// Begins the map of a scenario anew, unless it only moves the point on the map.
    pub fn set_scenario(&mut self, scenario: &Scenario) {
        let mut plain = *scenario;
        put(&mut plain, self.x.input, self.x.value(0.0));
        put(&mut plain, self.y.input, self.y.value(0.0));
        if plain != self.scenario || self.npv.is_empty() {
            self.scenario = plain;
            self.npv.clear();
            self.payback.clear();
        }
    }

    /// Works out so many more points; true when the map is whole.
    pub fn advance(&mut self, workspace: &mut Workspace, points: usize) -> bool {
        let total = self.x.count * self.y.count;
        let begun = self.npv.len();
        let end = begun.saturating_add(points).min(total);
        self.npv.resize(end, 0.0);
        self.payback.resize(end, None);
        let (scenario, x, y) = (self.scenario, self.x, self.y);
        let trials = (begun..end).map(|point| {
            let mut trial = scenario;
            put(&mut trial, x.input, x.value((point % x.count) as f64));
            put(&mut trial, y.input, y.value((point / x.count) as f64));
            trial
        });
        workspace.run_many(trials, |case| {
            let place = begun + case.index;
            if let (Some(npv), Some(payback)) = (self.npv.get_mut(place), self.payback.get_mut(place)) {
                (*npv, *payback) = (case.measures.npv, case.measures.payback_years);
            }
        });
        end == total
    }

    /// The lines along which NPV is 0, in the values of the two inputs.
    pub fn break_even(&self) -> Vec<Vec<(f64, f64)>> {
        let mut lines = contours(&self.npv, self.x.count, 0.0);
        for point in lines.iter_mut().flatten() {
            *point = (self.x.value(point.0), self.y.value(point.1));
        }
        lines
    }

    /// For every value across, the value up with the best NPV; the lowest of equals.
    pub fn ridge(&self) -> Vec<RidgePoint> {
        let best = |(column, x): (usize, f64)| {
            let npvs = self.npv.iter().skip(column).step_by(self.x.count).copied();
            let bests = npvs.zip(self.y.values()).reduce(|best, next| if next.0 > best.0 { next } else { best });
            bests.map(|(npv, y)| RidgePoint { x, y, npv })
        };
        self.x.values().enumerate().filter_map(best).collect()
    }
}

/// The value of an input with the best NPV, over its slider in steps of so much; the lowest of equals.
pub fn best_value(workspace: &mut Workspace, scenario: &Scenario, input: Input, step: f64) -> Option<f64> {
    let range = input.range()?;
    let steps = ((range.max - range.min) / step).round() as u32;
    let mut trial = *scenario;
    let values = (0..=steps).map(|at| (range.min + f64::from(at) * step).min(range.max)).map(|value| {
        put(&mut trial, input, value);
        (workspace.run(&trial).npv, value)
    });
    values.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, value)| value)
}
