//! Orders and fleet with numbers (E10 to E16).

use super::equation::Equation;
use super::writer::{EquationWriter, Substituted};
use crate::words::dates::{quarter, quarters};

impl EquationWriter<'_> {
    /// An equation of orders or fleet.
    pub fn orders_or_fleet(&self, equation: Equation) -> Substituted {
        let (input, detail, quarterly) = (self.scenario, &self.outcome.detail, &self.outcome.quarterly);
        let arrival = quarter(self.t as u32 + input.lead_time as u32);
        let free = self.at(&detail.free_shell);
        match equation {
            Equation::Budget => self.budget(),
            Equation::FreeShell => Substituted::new(
                "shells in service on arrival − chips in service on arrival, GW",
                format!("on arrival in {arrival}, over all earlier orders"),
                Some(free),
            ),
            Equation::Affordable => self.affordable(),
            Equation::Powered => {
                let numbers = [free, input.power_cap, self.at(&detail.cu_power)];
                self.substitute("max(0, (free + cap/4) / w)", "max(0, (# + % ÷ 4) ÷ %)", &numbers, &detail.powered)
            }
            Equation::Wanted => Substituted::new(
                "max(0, D/(P·u·(1 − own use)) − E*) / y, on arrival",
                format!("demand of {arrival} that all earlier orders do not serve"),
                Some(self.at(&detail.wanted)),
            ),
            Equation::Orders => self.cu_ordered(),
            Equation::NewShell => self.new_shell(),
            Equation::Capex => {
                let [orders, cost, shell] =
                    [&detail.orders, &detail.cu_cost, &detail.new_shell].map(|all| self.at(all));
                let numbers = [orders, cost, shell, input.shell_cost];
                self.substitute("n · kc + new shell · ks", "# × % + # × %", &numbers, &quarterly.capex)
            }
            Equation::EffectiveCompute => {
                let formula = "Σ CU · y · min(1, (age + 1)/ramp) · (1 − erosion)^(age/4)";
                let numbers = [self.at(&quarterly.cu), f64::from(quarters(input.chip_life).max(1) - 1)];
                self.substitute(formula, "over # CU in service, 0 to @ quarters old", &numbers, &detail.effective)
            }
            Equation::OpeningFleet => {
                let opening = &detail.opening;
                let (last, used) = (opening.cohorts.saturating_sub(1) as f64, input.utilisation_max);
                let (earning, kept) = (opening.cu_earning, 1.0 - input.erosion);
                let numbers = [last, input.run_rate, opening.price, used, input.own_use, earning, kept];
                let text = self.precision.fill("over j = 0 … @: % ÷ (% × % × (1 − %) × % × Σ %^(j/4))", &numbers);
                let formula = "run rate / [P₀ · u · (1 − own use) · y₀ · Σ (1 − erosion)^(j/4)]";
                Substituted::new(formula, text, Some(opening.cohort_cu))
            }
            _ => {
                let text = self.precision.fill("$ + $", &[detail.opening.fleet, detail.opening.pipeline]);
                Substituted::new("fleet at book value + open orders", text, Some(self.outcome.summary.opening_capital))
            }
        }
    }

    fn is_building(&self) -> bool {
        self.t <= quarters(self.scenario.build_years) as usize
    }

    fn is_committed(&self) -> bool {
        self.t <= quarters(self.scenario.commit_years) as usize
    }

    fn budget(&self) -> Substituted {
        let (input, result) = (self.scenario, &self.outcome.quarterly.capex_planned);
        if !self.is_building() {
            return self.substitute("0: the build-out is over", "0", &[], result);
        }
        let year = (self.t.max(1) - 1) / 4;
        if !input.capex_path.is_empty() {
            let numbers = [input.capex, input.capex_multiple(year), input.ai_share];
            return self.substitute("capex · multiple of the year · AI share / 4", "% × % × % ÷ 4", &numbers, result);
        }
        let numbers = [input.capex, input.capex_growth, year as f64, input.ai_share];
        self.substitute("capex · (1 + growth)^year · AI share / 4", "% × (1 + %)^@ × % ÷ 4", &numbers, result)
    }

    fn affordable(&self) -> Substituted {
        let (detail, result) = (&self.outcome.detail, &self.outcome.detail.affordable);
        if !self.is_building() {
            return self.substitute("0: the build-out is over", "0", &[], result);
        }
        let (free, cost, power) = (self.at(&detail.free_shell), self.at(&detail.cu_cost), self.at(&detail.cu_power));
        let budget = self.at(&self.outcome.quarterly.capex_planned);
        if budget / cost * power <= free {
            return self.substitute("b / kc: enough shell is free", "$ ÷ %", &[budget, cost], result);
        }
        let shell = self.scenario.shell_cost;
        let numbers = [budget, free, shell, cost, power, shell];
        let formula = "max(0, (b + free · ks) / (kc + w · ks))";
        self.substitute(formula, "max(0, ($ + # × %) ÷ (% + % × %))", &numbers, result)
    }

    fn cu_ordered(&self) -> Substituted {
        let (detail, result) = (&self.outcome.detail, &self.outcome.detail.orders);
        let [affordable, powered, wanted] =
            [&detail.affordable, &detail.powered, &detail.wanted].map(|series| self.at(series));
        if !self.is_building() {
            let numbers = [self.scenario.replacement, self.at(&detail.retiring), powered, wanted];
            return self.substitute(
                "min(replacement · retiring, powered, wanted)",
                "min(% × #, #, #)",
                &numbers,
                result,
            );
        }
        let numbers = [affordable, powered, wanted];
        if self.is_committed() {
            return self.substitute("min(affordable, powered): committed", "min(#, #)", &numbers, result);
        }
        self.substitute("min(affordable, powered, wanted)", "min(#, #, #)", &numbers, result)
    }

    fn new_shell(&self) -> Substituted {
        let (input, detail, result) = (self.scenario, &self.outcome.detail, &self.outcome.detail.new_shell);
        let [orders, power, free, cost] =
            [&detail.orders, &detail.cu_power, &detail.free_shell, &detail.cu_cost].map(|series| self.at(series));
        let budget = self.at(&self.outcome.quarterly.capex_planned);
        let numbers = [orders, power, free, input.power_cap, budget, orders, cost, input.shell_cost];
        if !self.is_building() {
            return self.substitute(
                "min(max(0, n·w − free), cap/4)",
                "min(max(0, # × % − #), % ÷ 4)",
                &numbers,
                result,
            );
        }
        let formula = "min(max(0, n·w − free), cap/4, (b − n·kc)/ks)";
        self.substitute(formula, "min(max(0, # × % − #), % ÷ 4, max(0, $ − # × %) ÷ %)", &numbers, result)
    }
}
