//! The growth map: NPV and payback over a grid of two inputs, with the break-even line and the ridge of the best values.

use super::contour::contours;
use super::measure::set_nearest_legal;
use crate::model::Workspace;
use crate::scenario::{Input, Scenario};

/// An axis of a map: an input at equal steps of its slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapAxis {
    /// The input.
    pub input: Input,
    /// Number of points, including both ends.
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

/// The best y value for an x value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RidgePoint {
    /// The x value.
    pub x: f64,
    /// The y value with the highest NPV.
    pub y: f64,
    /// That NPV, $B.
    pub npv: f64,
}

/// A grid of runs over two inputs, row by row from the bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthMap {
    /// The horizontal axis.
    pub x: MapAxis,
    /// The vertical axis.
    pub y: MapAxis,
    /// NPV at each point, $B.
    pub npv: Vec<f64>,
    /// Payback at each point, years.
    pub payback: Vec<Option<f64>>,
    /// The scenario with both inputs at their lower end.
    scenario: Scenario,
}

impl GrowthMap {
    /// An empty map of two inputs.
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

    /// Computes the map of a scenario, unless only the two inputs of the axes have changed.
    pub fn update(&mut self, workspace: &mut Workspace, scenario: &Scenario) {
        let mut base = *scenario;
        set_nearest_legal(&mut base, self.x.input, self.x.value(0.0));
        set_nearest_legal(&mut base, self.y.input, self.y.value(0.0));
        if base == self.scenario && !self.npv.is_empty() {
            return;
        }
        self.scenario = base;
        let (x, y) = (self.x, self.y);
        let points = x.count * y.count;
        self.npv.resize(points, 0.0);
        self.payback.resize(points, None);
        let trials = (0..points).map(|point| {
            let mut trial = base;
            set_nearest_legal(&mut trial, x.input, x.value((point % x.count) as f64));
            set_nearest_legal(&mut trial, y.input, y.value((point / x.count) as f64));
            trial
        });
        workspace.run_many(trials, |run| {
            if let (Some(npv), Some(payback)) = (self.npv.get_mut(run.index), self.payback.get_mut(run.index)) {
                (*npv, *payback) = (run.measures.npv, run.measures.payback_years);
            }
        });
    }

    /// The lines along which NPV is 0, in values of the two inputs.
    pub fn break_even(&self) -> Vec<Vec<(f64, f64)>> {
        let mut lines = contours(&self.npv, self.x.count, 0.0);
        for point in lines.iter_mut().flatten() {
            *point = (self.x.value(point.0), self.y.value(point.1));
        }
        lines
    }

    /// The y value with the highest NPV for every x value; the lowest of equals.
    pub fn ridge(&self) -> Vec<RidgePoint> {
        let best_in_column = |(column, x): (usize, f64)| {
            let npvs = self.npv.iter().skip(column).step_by(self.x.count).copied();
            let best = npvs.zip(self.y.values()).reduce(|best, next| if next.0 > best.0 { next } else { best });
            best.map(|(npv, y)| RidgePoint { x, y, npv })
        };
        self.x.values().enumerate().filter_map(best_in_column).collect()
    }
}

/// The value of an input with the highest NPV, over its slider range in equal steps; the lowest of equals.
pub fn best_value(workspace: &mut Workspace, scenario: &Scenario, input: Input, step: f64) -> Option<f64> {
    let range = input.range()?;
    let steps = ((range.max - range.min) / step).round() as u32;
    let mut trial = *scenario;
    let values = (0..=steps).map(|at| (range.min + f64::from(at) * step).min(range.max)).map(|value| {
        set_nearest_legal(&mut trial, input, value);
        (workspace.run(&trial).npv, value)
    });
    values.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, value)| value)
}

/// Step of the capex of [`best_capex`], in $B.
const CAPEX_STEP: f64 = 10.0;

/// Growth rates with the capex of the highest NPV; those without one below the slider's end are left out.
pub fn best_capex(workspace: &mut Workspace, scenario: &Scenario, growth: &[f64]) -> Vec<(f64, f64)> {
    let end = Input::Capex.range().map_or(f64::INFINITY, |range| range.max);
    let best = |&growth: &f64| {
        let capex = best_value(workspace, &Scenario { growth, ..*scenario }, Input::Capex, CAPEX_STEP)?;
        (capex < end).then_some((growth, capex))
    };
    growth.iter().filter_map(best).collect()
}
