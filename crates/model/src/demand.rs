//! Demand and price, quarter by quarter, with the events that change them (E1 to E5, E31).

use super::calendar::{Calendar, ramp, ramp_rate};
use super::number::{Lanes, Number, min, positive_part, quarterly_factor};
use scenario::{EventKind, GrowthShape, Scenario};

/// Demand and price at t = 0 … T + L, without events, and the factors of events at t = 0 … T.
#[derive(Clone, Debug, Default)]
pub(crate) struct Market<N> {
    /// B(t), the demand base, $B a year.
    pub base: Vec<N>,
    /// D(t), demand, $B a year.
    pub demand: Vec<N>,
    /// P(t) of the capacity that is sold, `1 - own_use` of the price of a CU-year, $B.
    pub price: Vec<N>,
    /// The share of revenue left after other cost and partners.
    pub kept: Vec<N>,
    /// F of demand, of price and of capacity; empty without events.
    pub demand_factor: Vec<N>,
    pub price_factor: Vec<N>,
    pub capacity_factor: Vec<N>,
}

impl<N: Number> Market<N> {
    /// Computes all series.
    pub fn fill(&mut self, lanes: Lanes, growth: GrowthKind, calendar: &Calendar, events: bool) {
        let last = calendar.last_arrival();
        for series in [&mut self.base, &mut self.demand, &mut self.price] {
            series.resize(last + 1, N::ZERO);
        }
        fill_base(lanes, growth, &mut self.base);
        self.fill_factors(lanes, calendar.horizon, events);
        let premium = Premium::<N>::new(lanes);
        let step = quarterly_factor(lanes.map(|scenario| 1.0 + scenario.price_change));
        let mut list_price: N = lanes.map(|scenario| scenario.price * (1.0 - scenario.own_use));
        let per_opening_premium: N = lanes.map(|scenario| 1.0 / (1.0 + scenario.platform_now));
        for (t, ((demand, price), base)) in self.demand.iter_mut().zip(&mut self.price).zip(&self.base).enumerate() {
            let charged = premium.at(t) + N::ONE;
            *demand = *base * charged * per_opening_premium;
            *price = list_price * charged;
            list_price *= step;
        }
        self.fill_kept(lanes, &premium, calendar.horizon);
    }

    fn fill_kept(&mut self, lanes: Lanes, premium: &Premium<N>, horizon: usize) {
        let partners: N = lanes.map(|scenario| scenario.partner_share);
        let before_partners: N = lanes.map(|scenario| 1.0 - scenario.other_cost);
        let kept = |t| before_partners - partners * premium.at(t) / (premium.at(t) + N::ONE);
        self.kept.clear();
        // The usual case, which saves a division per quarter.
        if lanes.0.iter().all(|scenario| scenario.platform_now == scenario.platform_later) {
            self.kept.resize(horizon + 1, kept(0));
        } else {
            self.kept.extend((0..=horizon).map(kept));
        }
    }

    /// A factor in quarter `t`.
    #[inline(always)]
    pub fn factor(factors: &[N], t: usize) -> N {
        factors.get(t).map_or(N::ONE, |factor| *factor)
    }

    /// E31.
    fn fill_factors(&mut self, lanes: Lanes, horizon: usize, events: bool) {
        for (kind, factors) in [
            (EventKind::Demand, &mut self.demand_factor),
            (EventKind::Price, &mut self.price_factor),
            (EventKind::Capacity, &mut self.capacity_factor),
        ] {
            factors.clear();
            if events {
                factors.extend((0..=horizon).map(|t| lanes.map::<N>(|scenario| scenario.event_factor(kind, t))));
            }
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
