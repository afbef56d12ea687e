//! Demand and price, quarter by quarter (E1 to E5).

use std::f64::consts::LN_2;

use super::calendar::{Calendar, pace, quarterly, ramp};
use super::number::{least, positive};
use scenario::{GrowthShape, Scenario};

/// Demand and price at t = 0 … T + L.
#[derive(Clone, Debug, Default)]
pub(super) struct Market {
    /// B(t), $B a year.
    pub base: Vec<f64>,
    /// D(t), $B a year.
    pub demand: Vec<f64>,
    /// P(t), $B per CU-year.
    pub price: Vec<f64>,
}

impl Market {
    pub fn fill(&mut self, scenario: &Scenario, calendar: &Calendar) {
        let length = calendar.last_arrival() + 1;
        for series in [&mut self.base, &mut self.demand, &mut self.price] {
            series.resize(length, 0.0);
        }
        grow(scenario, &mut self.base);
        let premium = Premium::new(scenario);
        let step = quarterly(1.0 + scenario.price_change);
        let (mut list, share) = (scenario.price, 1.0 / (1.0 + scenario.platform_now));
        for (t, ((demand, price), base)) in self.demand.iter_mut().zip(&mut self.price).zip(&self.base).enumerate() {
            let premium = 1.0 + premium.at(t);
            *demand = base * premium * share;
            *price = list * premium;
            list *= step;
        }
    }
}

/// The managed-service premium (E4).
pub(super) struct Premium {
    now: f64,
    change: f64,
    pace: f64,
}

impl Premium {
    pub fn new(scenario: &Scenario) -> Self {
        let (now, later) = (scenario.platform_now, scenario.platform_later);
        Self { now, change: later - now, pace: pace(scenario.platform_years) }
    }

    /// φ(t).
    pub fn at(&self, t: usize) -> f64 {
        self.now + self.change * ramp(t as f64, self.pace)
    }
}

/// g(t), with the base of the quarter before (E2).
pub(super) fn growth_at(scenario: &Scenario, t: usize, before: f64) -> f64 {
    let (growth, long) = (scenario.growth, scenario.long_run_growth);
    let start = scenario.run_rate * (1.0 + scenario.backlog);
    match scenario.growth_shape {
        GrowthShape::Fade => {
            let half_lives = (t as f64 - 1.0) / 4.0 / scenario.growth_half_life;
            long + (growth - long) * left(half_lives)
        }
        GrowthShape::Saturating if growth >= 0.0 => {
            let (market, room) = (scenario.market_size, 1.0 - start / scenario.market_size);
            if market <= start { 0.0 } else { growth * positive(1.0 - before / market) / room }
        }
        _ => growth,
    }
}

/// B(t) from B(0) on (E1 to E3).
fn grow(scenario: &Scenario, base: &mut [f64]) {
    let start = scenario.run_rate * (1.0 + scenario.backlog);
    let Some((first, rest)) = base.split_first_mut() else { return };
    *first = start;
    match scenario.growth_shape {
        GrowthShape::Fade => fade(scenario, start, rest),
        GrowthShape::Saturating if scenario.growth >= 0.0 => saturate(scenario, start, rest),
        _ => {
            let step = quarterly(1.0 + scenario.growth);
            let mut level = start;
            for base in rest {
                level *= step;
                *base = level;
            }
        }
    }
}

/// What is left of a gap after so many half-lives. Powers of a half would bring a table of four kilobytes.
fn left(half_lives: f64) -> f64 {
    (-LN_2 * half_lives).exp()
}

/// Three plain loops, so that the roots of the middle one, the costly part, do not wait for each other.
fn fade(scenario: &Scenario, start: f64, rest: &mut [f64]) {
    let spread = scenario.growth - scenario.long_run_growth;
    let step = left(0.25 / scenario.growth_half_life);
    let mut gap = spread;
    for base in rest.iter_mut() {
        *base = gap;
        gap *= step;
    }
    let long = 1.0 + scenario.long_run_growth;
    for base in rest.iter_mut() {
        *base = quarterly(long + *base);
    }
    let mut level = start;
    for base in rest {
        level *= *base;
        *base = level;
    }
}

fn saturate(scenario: &Scenario, start: f64, rest: &mut [f64]) {
    let (market, growth) = (scenario.market_size, scenario.growth);
    if market <= start {
        return rest.fill(start);
    }
    let pace = growth / (1.0 - start / market);
    let mut level = start;
    for base in rest {
        level = least(level * quarterly(1.0 + pace * positive(1.0 - level / market)), market);
        *base = level;
    }
}
