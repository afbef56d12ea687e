//! Demand and price, quarter by quarter (E1 to E5).

use std::f64::consts::LN_2;

use super::calendar::{pace, ramp};
use super::form::{Form, Growth};
use super::number::{Number, Trials, least, positive, quarterly};
use scenario::Scenario;

/// Demand and price at t = 0 … T + L.
#[derive(Clone, Debug, Default)]
pub(super) struct Market<N> {
    /// B(t), $B a year.
    pub base: Vec<N>,
    /// D(t), $B a year.
    pub demand: Vec<N>,
    /// P(t), $B per CU-year.
    pub price: Vec<N>,
}

impl<N: Number> Market<N> {
    pub fn fill(&mut self, trials: Trials, form: &Form) {
        let length = form.calendar.last_arrival() + 1;
        for series in [&mut self.base, &mut self.demand, &mut self.price] {
            series.resize(length, N::ZERO);
        }
        grow(trials, form.growth, &mut self.base);
        let premium = Premium::<N>::new(trials);
        let step = quarterly(trials.of(|scenario| 1.0 + scenario.price_change));
        let mut list: N = trials.of(|scenario| scenario.price);
        let share: N = trials.of(|scenario| 1.0 / (1.0 + scenario.platform_now));
        for (t, ((demand, price), base)) in self.demand.iter_mut().zip(&mut self.price).zip(&self.base).enumerate() {
            let premium = premium.at(t) + N::ONE;
            *demand = *base * premium * share;
            *price = list * premium;
            list *= step;
        }
    }
}

/// The managed-service premium (E4).
pub(super) struct Premium<N> {
    now: N,
    change: N,
    pace: N,
}

impl<N: Number> Premium<N> {
    pub fn new(trials: Trials) -> Self {
        Self {
            now: trials.of(|scenario| scenario.platform_now),
            change: trials.of(|scenario| scenario.platform_later - scenario.platform_now),
            pace: trials.of(|scenario| pace(scenario.platform_years)),
        }
    }

    /// φ(t).
    #[inline(always)]
    pub fn at(&self, t: usize) -> N {
        self.now + self.change * ramp(t, self.pace)
    }
}

/// g(t), with the base of the quarter before (E2).
pub(super) fn growth_at(scenario: &Scenario, t: usize, before: f64) -> f64 {
    let (growth, long) = (scenario.growth, scenario.long_run_growth);
    match Growth::new(scenario) {
        Growth::Fading => {
            let half_lives = (t as f64 - 1.0) / 4.0 / scenario.growth_half_life;
            long + (growth - long) * left(half_lives)
        }
        Growth::Saturating => {
            let (market, start) = (scenario.market_size, start(scenario));
            growth * positive(1.0 - before / market) / (1.0 - start / market)
        }
        Growth::None => 0.0,
        Growth::Steady => growth,
    }
}

/// B(0).
pub(super) fn start(scenario: &Scenario) -> f64 {
    scenario.run_rate * (1.0 + scenario.backlog)
}

/// B(t) from B(0) on (E1 to E3).
fn grow<N: Number>(trials: Trials, growth: Growth, base: &mut [N]) {
    let start: N = trials.of(start);
    let Some((first, rest)) = base.split_first_mut() else { return };
    *first = start;
    match growth {
        Growth::Fading => fade(trials, start, rest),
        Growth::Saturating => saturate(trials, start, rest),
        Growth::None => rest.fill(start),
        Growth::Steady => {
            let step = quarterly(trials.of(|scenario| 1.0 + scenario.growth));
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
fn fade<N: Number>(trials: Trials, start: N, rest: &mut [N]) {
    let step: N = trials.of(|scenario| left(0.25 / scenario.growth_half_life));
    let mut gap: N = trials.of(|scenario| scenario.growth - scenario.long_run_growth);
    for base in rest.iter_mut() {
        *base = gap;
        gap *= step;
    }
    let long: N = trials.of(|scenario| 1.0 + scenario.long_run_growth);
    for base in rest.iter_mut() {
        *base = quarterly(long + *base);
    }
    let mut level = start;
    for base in rest {
        level *= *base;
        *base = level;
    }
}

fn saturate<N: Number>(trials: Trials, start: N, rest: &mut [N]) {
    let market: N = trials.of(|scenario| scenario.market_size);
    let pace = trials.of::<N>(|scenario| scenario.growth) / (N::ONE - start / market);
    let mut level = start;
    for base in rest {
        level = least(level * quarterly(N::ONE + pace * positive(N::ONE - level / market)), market);
        *base = level;
    }
}
