//! Demand and price, quarter by quarter (E1 to E5).

use super::calendar::{ramp, ramp_rate};
use super::number::{Lanes, Number, min, positive_part, quarterly_factor};
use scenario::{GrowthShape, Scenario};

/// Demand and price at t = 0 … T + L.
#[derive(Clone, Debug, Default)]
pub(crate) struct Market<N> {
    /// B(t), the demand base, $B a year.
    pub base: Vec<N>,
    /// D(t), demand, $B a year.
    pub demand: Vec<N>,
    /// P(t), the price of a CU-year, $B.
    pub price: Vec<N>,
}

impl<N: Number> Market<N> {
    /// Computes the series up to a last quarter.
    pub fn fill(&mut self, lanes: Lanes, growth: GrowthKind, last: usize) {
        for series in [&mut self.base, &mut self.demand, &mut self.price] {
            series.resize(last + 1, N::ZERO);
        }
        fill_base(lanes, growth, &mut self.base);
        let premium = Premium::<N>::new(lanes);
        let step = quarterly_factor(lanes.map(|scenario| 1.0 + scenario.price_change));
        let mut list_price: N = lanes.map(|scenario| scenario.price);
        let per_opening_premium: N = lanes.map(|scenario| 1.0 / (1.0 + scenario.platform_now));
        for (t, ((demand, price), base)) in self.demand.iter_mut().zip(&mut self.price).zip(&self.base).enumerate() {
            let premium = premium.at(t) + N::ONE;
            *demand = *base * premium * per_opening_premium;
            *price = list_price * premium;
            list_price *= step;
        }
    }
}

/// The managed-service premium (E4).
pub(crate) struct Premium<N> {
    now: N,
    change: N,
    rate: N,
}

impl<N: Number> Premium<N> {
    pub fn new(lanes: Lanes) -> Self {
        Self {
            now: lanes.map(|scenario| scenario.platform_now),
            change: lanes.map(|scenario| scenario.platform_later - scenario.platform_now),
            rate: lanes.map(|scenario| ramp_rate(scenario.platform_years)),
        }
    }

    /// φ(t).
    #[inline(always)]
    pub fn at(&self, t: usize) -> N {
        self.now + self.change * ramp(t, self.rate)
    }
}

/// The computation of demand growth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum GrowthKind {
    Fading,
    Saturating,
    /// No growth: today's demand already fills the market.
    Zero,
    #[default]
    Constant,
}

impl GrowthKind {
    pub fn new(scenario: &Scenario) -> Self {
        match scenario.growth_shape {
            GrowthShape::Fade => Self::Fading,
            GrowthShape::Saturating if scenario.growth >= 0.0 => {
                if scenario.market_size <= opening_base(scenario) {
                    Self::Zero
                } else {
                    Self::Saturating
                }
            }
            _ => Self::Constant,
        }
    }
}

/// g(t), from the base of the previous quarter (E2).
pub(crate) fn growth_at(scenario: &Scenario, t: usize, previous_base: f64) -> f64 {
    let (growth, long_run) = (scenario.growth, scenario.long_run_growth);
    match GrowthKind::new(scenario) {
        GrowthKind::Fading => {
            let half_lives = (t as f64 - 1.0) / 4.0 / scenario.growth_half_life;
            long_run + (growth - long_run) * (-half_lives).exp2()
        }
        GrowthKind::Saturating => {
            let (market, start) = (scenario.market_size, opening_base(scenario));
            growth * positive_part(1.0 - previous_base / market) / (1.0 - start / market)
        }
        GrowthKind::Zero => 0.0,
        GrowthKind::Constant => growth,
    }
}

/// B(0).
fn opening_base(scenario: &Scenario) -> f64 {
    scenario.run_rate * (1.0 + scenario.backlog)
}

/// B(t) from B(0) on (E1 to E3).
fn fill_base<N: Number>(lanes: Lanes, growth: GrowthKind, base: &mut [N]) {
    let start: N = lanes.map(opening_base);
    let Some((first, rest)) = base.split_first_mut() else { return };
    *first = start;
    match growth {
        GrowthKind::Fading => fill_fading(lanes, start, rest),
        GrowthKind::Saturating => fill_saturating(lanes, start, rest),
        GrowthKind::Zero => rest.fill(start),
        GrowthKind::Constant => {
            let step = quarterly_factor(lanes.map(|scenario| 1.0 + scenario.growth));
            let mut level = start;
            for base in rest {
                level *= step;
                *base = level;
            }
        }
    }
}

// Three separate loops: the square roots of the second, the expensive part, then do not depend on each other.
fn fill_fading<N: Number>(lanes: Lanes, start: N, rest: &mut [N]) {
    let step: N = lanes.map(|scenario| (-0.25 / scenario.growth_half_life).exp2());
    let mut gap: N = lanes.map(|scenario| scenario.growth - scenario.long_run_growth);
    for base in rest.iter_mut() {
        *base = gap;
        gap *= step;
    }
    let long_run: N = lanes.map(|scenario| 1.0 + scenario.long_run_growth);
    for base in rest.iter_mut() {
        *base = quarterly_factor(long_run + *base);
    }
    let mut level = start;
    for base in rest {
        level *= *base;
        *base = level;
    }
}

fn fill_saturating<N: Number>(lanes: Lanes, start: N, rest: &mut [N]) {
    let market: N = lanes.map(|scenario| scenario.market_size);
    let rate = lanes.map::<N>(|scenario| scenario.growth) / (N::ONE - start / market);
    let mut level = start;
    for base in rest {
        level = min(level * quarterly_factor(N::ONE + rate * positive_part(N::ONE - level / market)), market);
        *base = level;
    }
}
