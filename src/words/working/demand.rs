//! Demand, price and chips with numbers (E1 to E9).

use super::equation::Equation;
use super::writer::{EquationWriter, Substituted};
use crate::scenario::{EventKind, GrowthShape};

impl EquationWriter<'_> {
    /// An equation of demand, price or chips.
    pub fn demand_or_price(&self, equation: Equation) -> Substituted {
        let (input, detail, quarterly) = (self.scenario, &self.outcome.detail, &self.outcome.quarterly);
        let (t, premium) = (self.t as f64, self.at(&detail.premium));
        match equation {
            Equation::DemandToday => {
                let text = self.precision.fill("% × (1 + %)", &[input.run_rate, input.backlog]);
                Substituted::new("run rate · (1 + backlog)", text, Some(detail.opening.demand))
            }
            Equation::Growth => self.growth(),
            Equation::DemandBase => self.base(),
            Equation::DemandFactor => self.events(EventKind::Demand),
            Equation::PriceFactor => self.events(EventKind::Price),
            Equation::Demand => {
                let factor = self.at(&detail.demand_factor);
                let numbers = [self.at(&detail.base), premium, input.platform_now, factor];
                let (formula, text) = if factor == 1.0 {
                    ("B·(1 + φ)/(1 + φ₀) / 4", "$ × (1 + %) ÷ (1 + %) ÷ 4")
                } else {
                    ("B·(1 + φ)/(1 + φ₀) · F / 4", "$ × (1 + %) ÷ (1 + %) × % ÷ 4")
                };
                self.substitute(formula, text, &numbers, &quarterly.demand)
            }
            Equation::Premium => {
                let ends = [input.platform_now, input.platform_later];
                self.ramped("now + (later − now) · min(1, t / years)", ends, input.platform_years, &detail.premium)
            }
            Equation::Price => {
                let factor = self.at(&detail.price_factor);
                let numbers = [input.price, input.price_change, t, premium, factor];
                let (formula, text) = if factor == 1.0 {
                    ("price · (1 + change)^(t/4) · (1 + φ)", "% × (1 + %)^(@ ÷ 4) × (1 + %)")
                } else {
                    ("price · (1 + change)^(t/4) · (1 + φ) · F", "% × (1 + %)^(@ ÷ 4) × (1 + %) × %")
                };
                self.substitute(formula, text, &numbers, &detail.price)
            }
            Equation::CustomShare => {
                let ends = [input.custom_now, input.custom_share];
                self.ramped("now + (target − now) · min(1, t / years)", ends, input.mix_years, &quarterly.custom_share)
            }
            Equation::ChipCost => {
                let share = self.at(&quarterly.custom_share);
                let (cost, performance) = (input.custom_cost, input.custom_performance);
                let numbers = [input.chip_cost, input.chip_cost_change, t, share, share, cost, performance];
                let formula = "cost · (1 + change)^(t/4) · [(1 − s) + s · cost₁/performance₁]";
                self.substitute(formula, "% × (1 + %)^(@ ÷ 4) × ((1 − %) + % × % ÷ %)", &numbers, &detail.cu_cost)
            }
            Equation::CuPower => {
                let share = self.at(&quarterly.custom_share);
                let (power, performance) = (input.custom_power, input.custom_performance);
                let numbers = [input.chip_power_change, t, share, share, power, performance];
                let formula = "(1 + change)^(t/4) · [(1 − s) + s · power₁/performance₁]";
                self.substitute(formula, "(1 + %)^(@ ÷ 4) × ((1 − %) + % × % ÷ %)", &numbers, &detail.cu_power)
            }
            _ => {
                let share = self.at(&quarterly.custom_share);
                let numbers = [share, share, input.custom_discount];
                self.substitute("(1 − s) + s · (1 − discount)", "((1 − %) + % × (1 − %))", &numbers, &detail.cu_earning)
            }
        }
    }

    fn growth(&self) -> Substituted {
        let (input, detail) = (self.scenario, &self.outcome.detail);
        let (growth, long, market) = (input.growth, input.long_run_growth, input.market_size);
        let start = detail.opening.demand;
        match input.growth_shape {
            GrowthShape::Fade => {
                let numbers = [long, growth, long, self.t as f64, input.growth_half_life];
                let formula = "long + (growth − long) · ½^((t − 1)/4/half-life)";
                self.substitute(formula, "% + (% − %) × 0.5^((@ − 1) ÷ 4 ÷ %)", &numbers, &detail.growth)
            }
            GrowthShape::Saturating if growth >= 0.0 && market <= start => {
                self.substitute("0: the market is full", "0", &[], &detail.growth)
            }
            GrowthShape::Saturating if growth >= 0.0 => {
                let numbers = [growth, self.before(&detail.base, start), market, start, market];
                let formula = "growth · max(0, 1 − B(t−1)/market) / (1 − D₀/market)";
                self.substitute(formula, "% × max(0, 1 − $ ÷ %) ÷ (1 − $ ÷ %)", &numbers, &detail.growth)
            }
            _ => Substituted::new("growth", self.precision.rate(growth), Some(self.at(&detail.growth))),
        }
    }

    /// The factor of the events of a kind.
    pub fn events(&self, kind: EventKind) -> Substituted {
        let detail = &self.outcome.detail;
        let result = match kind {
            EventKind::Demand => &detail.demand_factor,
            EventKind::Price => &detail.price_factor,
            EventKind::Capacity => &detail.capacity_factor,
        };
        let running = self.scenario.events.iter().filter(|event| event.kind == kind && event.holds(self.t));
        let factors: Vec<_> = running.map(|event| self.precision.fill("(1 + %)", &[event.size])).collect();
        if factors.is_empty() {
            return self.substitute("1: no event", "1", &[], result);
        }
        Substituted::new("Π (1 + size), over the events that run", factors.join(" × "), Some(self.at(result)))
    }

    fn base(&self) -> Substituted {
        let (input, detail) = (self.scenario, &self.outcome.detail);
        let start = detail.opening.demand;
        let numbers = [self.before(&detail.base, start), self.at(&detail.growth), start, input.market_size];
        if input.growth_shape == GrowthShape::Saturating {
            let formula = "min(B(t−1) · (1 + g)^¼, max(D₀, market))";
            return self.substitute(formula, "min($ × (1 + %)^(1 ÷ 4), max($, %))", &numbers, &detail.base);
        }
        self.substitute("B(t−1) · (1 + g)^¼", "$ × (1 + %)^(1 ÷ 4)", &numbers, &detail.base)
    }

    /// A value that moves from one end to the other over some years.
    fn ramped(&self, formula: &'static str, [now, later]: [f64; 2], years: f64, result: &[f64]) -> Substituted {
        let numbers = [now, later, now, self.t as f64, years];
        let text = if years > 0.0 { "% + (% − %) × min(1, @ ÷ (4 × %))" } else { "% + (% − %) × 1" };
        self.substitute(formula, text, &numbers, result)
    }
}
