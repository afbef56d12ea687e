//! Orders and fleet in numbers (E10 to E16).

use super::{Desk, Row, Step};
use crate::lang::moments::{quarter, quarters};

impl Desk<'_> {
    pub(super) fn orders(&self, step: Step) -> Row {
        let (input, detail, pen) = (self.scenario, &self.outcome.detail, self.pen);
        let arrival = quarter(self.t as u32 + input.lead_time as u32);
        let (free, power) = (self.at(&detail.free_shell), self.at(&detail.cu_power));
        match step {
            Step::Budget => self.budget(),
            Step::Free => (
                "shells alive on arrival − chips alive on arrival, GW",
                format!("on arrival in {arrival}, over all orders so far"),
                Some(free),
            ),
            Step::Affordable => self.affordable(),
            Step::Powered => (
                "max(0, (free + cap/4) / w)",
                format!(
                    "max(0, ({} + {} ÷ 4) ÷ {})",
                    pen.quantity(free),
                    pen.factor(input.power_cap),
                    pen.factor(power)
                ),
                Some(self.at(&detail.powered)),
            ),
            Step::Wanted => (
                "max(0, D/(P·u) − E*) / y, on arrival",
                format!("what demand of {arrival} asks for beyond all orders so far"),
                Some(self.at(&detail.wanted)),
            ),
            Step::Orders => self.ordered(),
            Step::NewShell => self.new_shell(),
            Step::Capex => (
                "n · kc + new shell · ks",
                format!(
                    "{} × {} + {} × {}",
                    pen.quantity(self.at(&detail.orders)),
                    pen.factor(self.at(&detail.cu_cost)),
                    pen.quantity(self.at(&detail.new_shell)),
                    pen.factor(input.shell_cost)
                ),
                Some(self.at(&self.outcome.quarterly.capex)),
            ),
            Step::Effective => (
                "Σ CU · y · min(1, (age + 1)/ramp) · (1 − erosion)^(age/4)",
                format!(
                    "over {} CU in service, {} to {} quarters old",
                    pen.quantity(self.at(&self.outcome.quarterly.cu)),
                    0,
                    quarters(input.chip_life).max(1) - 1
                ),
                Some(self.at(&detail.effective)),
            ),
            Step::OpeningFleet => (
                "run rate / [P₀ · u · y₀ · Σ (1 − erosion)^(j/4)]",
                format!(
                    "over j = 0 … {}: {} ÷ ({} × {} × {} × Σ {}^(j/4))",
                    detail.opening.cohorts.saturating_sub(1),
                    pen.factor(input.run_rate),
                    pen.factor(detail.opening.price),
                    pen.factor(input.utilisation_max),
                    pen.factor(detail.opening.cu_earning),
                    pen.factor(1.0 - input.erosion)
                ),
                Some(detail.opening.cohort_cu),
            ),
            _ => (
                "fleet at book value + orders on their way",
                format!("{} + {}", pen.term(detail.opening.fleet), pen.term(detail.opening.pipeline)),
                Some(self.outcome.summary.opening_capital),
            ),
        }
    }

    fn is_building(&self) -> bool {
        self.t <= quarters(self.scenario.build_years) as usize
    }

    fn is_committed(&self) -> bool {
        self.t <= quarters(self.scenario.commit_years) as usize
    }

    fn budget(&self) -> Row {
        let (input, pen) = (self.scenario, self.pen);
        let value = Some(self.at(&self.outcome.quarterly.capex_planned));
        if !self.is_building() {
            return ("0: the window is over", "0".to_owned(), value);
        }
        let text = format!(
            "{} × (1 + {})^{} × {} ÷ 4",
            pen.factor(input.capex),
            pen.factor(input.capex_growth),
            (self.t.max(1) - 1) / 4,
            pen.factor(input.ai_share)
        );
        ("capex · (1 + growth)^year · AI share / 4", text, value)
    }

    fn affordable(&self) -> Row {
        let (detail, pen) = (&self.outcome.detail, self.pen);
        let value = Some(self.at(&detail.affordable));
        if !self.is_building() {
            return ("0: the window is over", "0".to_owned(), value);
        }
        let (free, cost, power) = (self.at(&detail.free_shell), self.at(&detail.cu_cost), self.at(&detail.cu_power));
        let budget = self.at(&self.outcome.quarterly.capex_planned);
        if budget / cost * power <= free {
            return ("b / kc: shells stand free", format!("{} ÷ {}", pen.term(budget), pen.factor(cost)), value);
        }
        let shell = pen.factor(self.scenario.shell_cost);
        let free = pen.quantity(free);
        let text = format!(
            "max(0, ({} + {free} × {shell}) ÷ ({} + {} × {shell}))",
            pen.term(budget),
            pen.factor(cost),
            pen.factor(power)
        );
        ("max(0, (b + free · ks) / (kc + w · ks))", text, value)
    }

    fn ordered(&self) -> Row {
        let (detail, pen) = (&self.outcome.detail, self.pen);
        let quantity = |series: &[f64]| pen.quantity(self.at(series));
        let powered = quantity(&detail.powered);
        let value = Some(self.at(&detail.orders));
        if !self.is_building() {
            let retiring = quantity(&detail.retiring);
            let share = pen.factor(self.scenario.replacement);
            let text = format!("min({share} × {retiring}, {powered}, {})", quantity(&detail.wanted));
            return ("min(replacement · retiring, powered, wanted)", text, value);
        }
        let affordable = quantity(&detail.affordable);
        if self.is_committed() {
            return ("min(affordable, powered): committed", format!("min({affordable}, {powered})"), value);
        }
        let text = format!("min({affordable}, {powered}, {})", quantity(&detail.wanted));
        ("min(affordable, powered, wanted)", text, value)
    }

    fn new_shell(&self) -> Row {
        let (input, detail, pen) = (self.scenario, &self.outcome.detail, self.pen);
        let orders = pen.quantity(self.at(&detail.orders));
        let free = pen.quantity(self.at(&detail.free_shell));
        let needed = format!("max(0, {orders} × {} − {free})", pen.factor(self.at(&detail.cu_power)));
        let cap = format!("{} ÷ 4", pen.factor(input.power_cap));
        let value = Some(self.at(&detail.new_shell));
        if !self.is_building() {
            return ("min(max(0, n·w − free), cap/4)", format!("min({needed}, {cap})"), value);
        }
        let rest = format!(
            "max(0, {} − {orders} × {}) ÷ {}",
            pen.term(self.at(&self.outcome.quarterly.capex_planned)),
            pen.factor(self.at(&detail.cu_cost)),
            pen.factor(input.shell_cost)
        );
        ("min(max(0, n·w − free), cap/4, (b − n·kc)/ks)", format!("min({needed}, {cap}, {rest})"), value)
    }
}
