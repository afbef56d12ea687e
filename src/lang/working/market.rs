//! Demand, price and chips in numbers (E1 to E9).

use super::{Desk, Row, Step};
use crate::scenario::GrowthShape;

impl Desk<'_> {
    pub(super) fn market(&self, step: Step) -> Row {
        let (input, detail, pen) = (self.scenario, &self.outcome.detail, self.pen);
        let factor = |value| pen.factor(value);
        match step {
            Step::Start => (
                "run rate · (1 + backlog)",
                format!("{} × (1 + {})", factor(input.run_rate), factor(input.backlog)),
                Some(detail.opening.demand),
            ),
            Step::Growth => self.growth(),
            Step::Base => self.base(),
            Step::Demand => (
                "B·(1 + φ)/(1 + φ₀) / 4",
                format!(
                    "{} × (1 + {}) ÷ (1 + {}) ÷ 4",
                    pen.term(self.at(&detail.base)),
                    factor(self.at(&detail.premium)),
                    factor(input.platform_now)
                ),
                Some(self.at(&self.outcome.quarterly.demand)),
            ),
            Step::Premium => (
                "now + (later − now) · min(1, t / years)",
                self.ramped(input.platform_now, input.platform_later, input.platform_years),
                Some(self.at(&detail.premium)),
            ),
            Step::Price => (
                "price · (1 + change)^(t/4) · (1 + φ)",
                format!(
                    "{} × (1 + {})^({} ÷ 4) × (1 + {})",
                    factor(input.price),
                    factor(input.price_change),
                    self.t,
                    factor(self.at(&detail.premium))
                ),
                Some(self.at(&detail.price)),
            ),
            Step::Mix => (
                "now + (target − now) · min(1, t / years)",
                self.ramped(input.custom_now, input.custom_share, input.mix_years),
                Some(self.at(&self.outcome.quarterly.custom_share)),
            ),
            Step::ChipCost => (
                "cost · (1 + change)^(t/4) · [(1 − s) + s · cost₁/performance₁]",
                format!(
                    "{} × (1 + {})^({} ÷ 4) × {}",
                    factor(input.chip_cost),
                    factor(input.chip_cost_change),
                    self.t,
                    self.blend(&format!("{} ÷ {}", factor(input.custom_cost), factor(input.custom_performance)))
                ),
                Some(self.at(&detail.cu_cost)),
            ),
            Step::Power => (
                "(1 − s) + s · power₁/performance₁",
                self.blend(&format!("{} ÷ {}", factor(input.custom_power), factor(input.custom_performance))),
                Some(self.at(&detail.cu_power)),
            ),
            _ => (
                "(1 − s) + s · (1 − discount)",
                self.blend(&format!("(1 − {})", factor(input.custom_discount))),
                Some(self.at(&detail.cu_earning)),
            ),
        }
    }

    fn growth(&self) -> Row {
        let (input, detail, pen) = (self.scenario, &self.outcome.detail, self.pen);
        let value = Some(self.at(&detail.growth));
        let (growth, long) = (pen.factor(input.growth), pen.factor(input.long_run_growth));
        match input.growth_shape {
            GrowthShape::Fade => (
                "long + (growth − long) · ½^((t − 1)/4/half-life)",
                format!(
                    "{long} + ({growth} − {long}) × 0.5^(({} − 1) ÷ 4 ÷ {})",
                    self.t,
                    pen.factor(input.growth_half_life)
                ),
                value,
            ),
            GrowthShape::Saturating if input.growth >= 0.0 => {
                let start = detail.opening.demand;
                if input.market_size <= start {
                    return ("0: the market is full", "0".to_owned(), value);
                }
                let market = pen.factor(input.market_size);
                let before = pen.term(self.before(&detail.base, start));
                let text = format!("{growth} × max(0, 1 − {before} ÷ {market}) ÷ (1 − {} ÷ {market})", pen.term(start));
                ("growth · max(0, 1 − B(t−1)/market) / (1 − D₀/market)", text, value)
            }
            _ => ("growth", pen.rate(input.growth), value),
        }
    }

    fn base(&self) -> Row {
        let (input, detail, pen) = (self.scenario, &self.outcome.detail, self.pen);
        let start = detail.opening.demand;
        let before = pen.term(self.before(&detail.base, start));
        let grown = format!("{before} × (1 + {})^(1 ÷ 4)", pen.factor(self.at(&detail.growth)));
        let value = Some(self.at(&detail.base));
        if input.growth_shape == GrowthShape::Saturating {
            let most = format!("max({}, {})", pen.term(start), pen.factor(input.market_size));
            return ("min(B(t−1) · (1 + g)^¼, max(D₀, market))", format!("min({grown}, {most})"), value);
        }
        ("B(t−1) · (1 + g)^¼", grown, value)
    }

    /// A change that takes some years.
    fn ramped(&self, now: f64, later: f64, years: f64) -> String {
        let (now, later) = (self.pen.factor(now), self.pen.factor(later));
        let done = if years > 0.0 {
            format!("min(1, {} ÷ (4 × {}))", self.t, self.pen.factor(years))
        } else {
            "1".to_owned()
        };
        format!("{now} + ({later} − {now}) × {done}")
    }

    /// A mean of merchant chips at 1 and custom ones.
    fn blend(&self, custom: &str) -> String {
        let share = self.pen.factor(self.at(&self.outcome.quarterly.custom_share));
        format!("((1 − {share}) + {share} × {custom})")
    }
}
