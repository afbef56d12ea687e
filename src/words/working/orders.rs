//! Orders and fleet in numbers (E10 to E16).

use super::{Desk, Row, Step};
use crate::words::moments::{quarter, quarters};

impl Desk<'_> {
    pub(super) fn orders(&self, step: Step) -> Row {
        let (input, detail, quarterly) = (self.scenario, &self.outcome.detail, &self.outcome.quarterly);
        let arrival = quarter(self.t as u32 + input.lead_time as u32);
        let free = self.at(&detail.free_shell);
        match step {
            Step::Budget => self.budget(),
            Step::Free => (
                "shells alive on arrival − chips alive on arrival, GW",
                format!("on arrival in {arrival}, over all orders so far"),
                Some(free),
            ),
            Step::Affordable => self.affordable(),
            Step::Powered => {
                let numbers = [free, input.power_cap, self.at(&detail.cu_power)];
                self.row("max(0, (free + cap/4) / w)", "max(0, (# + % ÷ 4) ÷ %)", &numbers, &detail.powered)
            }
            Step::Wanted => (
                "max(0, D/(P·u) − E*) / y, on arrival",
                format!("what demand of {arrival} asks for beyond all orders so far"),
                Some(self.at(&detail.wanted)),
            ),
            Step::Orders => self.ordered(),
            Step::NewShell => self.new_shell(),
            Step::Capex => {
                let [orders, cost, shell] =
                    [&detail.orders, &detail.cu_cost, &detail.new_shell].map(|all| self.at(all));
                let numbers = [orders, cost, shell, input.shell_cost];
                self.row("n · kc + new shell · ks", "# × % + # × %", &numbers, &quarterly.capex)
            }
            Step::Effective => {
                let formula = "Σ CU · y · min(1, (age + 1)/ramp) · (1 − erosion)^(age/4)";
                let numbers = [self.at(&quarterly.cu), f64::from(quarters(input.chip_life).max(1) - 1)];
                self.row(formula, "over # CU in service, 0 to @ quarters old", &numbers, &detail.effective)
            }
            Step::OpeningFleet => {
                let opening = &detail.opening;
                let (last, used) = (opening.cohorts.saturating_sub(1) as f64, input.utilisation_max);
                let numbers = [last, input.run_rate, opening.price, used, opening.cu_earning, 1.0 - input.erosion];
                let text = self.pen.fill("over j = 0 … @: % ÷ (% × % × % × Σ %^(j/4))", &numbers);
                ("run rate / [P₀ · u · y₀ · Σ (1 − erosion)^(j/4)]", text, Some(opening.cohort_cu))
            }
            _ => {
                let text = self.pen.fill("$ + $", &[detail.opening.fleet, detail.opening.pipeline]);
                ("fleet at book value + orders on their way", text, Some(self.outcome.summary.opening_capital))
            }
        }
    }

    fn is_building(&self) -> bool {
        self.t <= quarters(self.scenario.build_years) as usize
    }

    fn is_committed(&self) -> bool {
        self.t <= quarters(self.scenario.commit_years) as usize
    }

    fn budget(&self) -> Row {
        let (input, result) = (self.scenario, &self.outcome.quarterly.capex_planned);
        if !self.is_building() {
            return self.row("0: the window is over", "0", &[], result);
        }
        let year = (self.t.max(1) - 1) / 4;
        let numbers = [input.capex, input.capex_growth, year as f64, input.ai_share];
        self.row("capex · (1 + growth)^year · AI share / 4", "% × (1 + %)^@ × % ÷ 4", &numbers, result)
    }

    fn affordable(&self) -> Row {
        let (detail, result) = (&self.outcome.detail, &self.outcome.detail.affordable);
        if !self.is_building() {
            return self.row("0: the window is over", "0", &[], result);
        }
        let (free, cost, power) = (self.at(&detail.free_shell), self.at(&detail.cu_cost), self.at(&detail.cu_power));
        let budget = self.at(&self.outcome.quarterly.capex_planned);
        if budget / cost * power <= free {
            return self.row("b / kc: shells stand free", "$ ÷ %", &[budget, cost], result);
        }
        let shell = self.scenario.shell_cost;
        let numbers = [budget, free, shell, cost, power, shell];
        let formula = "max(0, (b + free · ks) / (kc + w · ks))";
        self.row(formula, "max(0, ($ + # × %) ÷ (% + % × %))", &numbers, result)
    }

    fn ordered(&self) -> Row {
        let (detail, result) = (&self.outcome.detail, &self.outcome.detail.orders);
        let [affordable, powered, wanted] =
            [&detail.affordable, &detail.powered, &detail.wanted].map(|series| self.at(series));
        if !self.is_building() {
            let numbers = [self.scenario.replacement, self.at(&detail.retiring), powered, wanted];
            return self.row("min(replacement · retiring, powered, wanted)", "min(% × #, #, #)", &numbers, result);
        }
        let numbers = [affordable, powered, wanted];
        if self.is_committed() {
            return self.row("min(affordable, powered): committed", "min(#, #)", &numbers, result);
        }
        self.row("min(affordable, powered, wanted)", "min(#, #, #)", &numbers, result)
    }

    fn new_shell(&self) -> Row {
        let (input, detail, result) = (self.scenario, &self.outcome.detail, &self.outcome.detail.new_shell);
        let [orders, power, free, cost] =
            [&detail.orders, &detail.cu_power, &detail.free_shell, &detail.cu_cost].map(|series| self.at(series));
        let budget = self.at(&self.outcome.quarterly.capex_planned);
        let numbers = [orders, power, free, input.power_cap, budget, orders, cost, input.shell_cost];
        if !self.is_building() {
            return self.row("min(max(0, n·w − free), cap/4)", "min(max(0, # × % − #), % ÷ 4)", &numbers, result);
        }
        let formula = "min(max(0, n·w − free), cap/4, (b − n·kc)/ks)";
        self.row(formula, "min(max(0, # × % − #), % ÷ 4, max(0, $ − # × %) ÷ %)", &numbers, result)
    }
}
