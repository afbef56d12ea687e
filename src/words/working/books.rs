//! Operations and cash in numbers (E17 to E26, E28's discounting).

use super::{Desk, Row, Step};
use crate::words::moments::quarters;

impl Desk<'_> {
    pub(super) fn books(&self, step: Step) -> Row {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let [revenue, demand, gw, ebitda] =
            [&quarterly.revenue, &quarterly.demand, &quarterly.gw, &quarterly.ebitda].map(|series| self.at(series));
        let [depreciation, writeoff, ebit, fcf] =
            [&quarterly.depreciation, &quarterly.writeoff, &quarterly.ebit, &quarterly.fcf]
                .map(|series| self.at(series));
        match step {
            Step::Capacity => self.capacity(),
            Step::Revenue => {
                let numbers = [demand, self.at(&quarterly.capacity)];
                self.row("min(D/4, C)", "min($, $)", &numbers, &quarterly.revenue)
            }
            Step::Unmet => self.row("D/4 − R", "$ − $", &[demand, revenue], &quarterly.unmet),
            Step::Utilisation => self.utilisation(),
            Step::PowerCost => {
                let numbers = [gw, input.load, input.pue, input.power_price];
                let formula = "GW · load · PUE · 8.76 · price / 4";
                self.row(formula, "# × % × % × 8.76 × % ÷ 4", &numbers, &quarterly.power_cost)
            }
            Step::SiteCost => self.row("GW · site / 4", "# × % ÷ 4", &[gw, input.site_cost], &quarterly.site_cost),
            Step::OtherCost => self.row("share · R", "% × $", &[input.other_cost, revenue], &quarterly.other_cost),
            Step::Ebitda => {
                let costs = [&quarterly.power_cost, &quarterly.site_cost, &quarterly.other_cost];
                let [power, site, other] = costs.map(|series| self.at(series));
                let numbers = [revenue, power, site, other];
                self.row("R − power − site − other", "$ − $ − $ − $", &numbers, &quarterly.ebitda)
            }
            Step::Depreciation | Step::Writeoff | Step::Deduction => self.charges(step),
            Step::Ebit => {
                let numbers = [ebitda, depreciation, writeoff];
                self.row("EBITDA − depreciation − write-off", "$ − $ − $", &numbers, &quarterly.ebit)
            }
            Step::Nopat => self.row("EBIT · (1 − tax)", "$ × (1 − %)", &[ebit, input.tax], &quarterly.nopat),
            Step::Tax => self.tax(),
            Step::Fcf => {
                let numbers = [ebitda, self.at(&quarterly.tax), self.at(&quarterly.capex)];
                self.row("EBITDA − tax − capex", "$ − $ − $", &numbers, &quarterly.fcf)
            }
            Step::Cash => {
                let before = self.before(&quarterly.cumulative_cash, self.outcome.summary.opening_cash);
                self.row("cash(t−1) + FCF", "$ + $", &[before, fcf], &quarterly.cumulative_cash)
            }
            _ => {
                let before = self.before(&quarterly.discounted_cash, self.outcome.summary.opening_cash);
                let numbers = [before, fcf, input.discount_rate, self.t as f64];
                let formula = "before + FCF · (1 + r)^(−t/4)";
                self.row(formula, "$ + $ × (1 + %)^(−@ ÷ 4)", &numbers, &quarterly.discounted_cash)
            }
        }
    }

    fn capacity(&self) -> Row {
        let (detail, result) = (&self.outcome.detail, &self.outcome.quarterly.capacity);
        let (shells, chips) = (self.at(&detail.shell_gw), self.at(&detail.chip_gw));
        let used = self.scenario.utilisation_max;
        let numbers = [self.at(&detail.price), used, self.at(&detail.effective), shells, chips];
        if shells < chips {
            return self.row("P · u · E · shell GW/chip GW / 4", "% × % × # × # ÷ # ÷ 4", &numbers, result);
        }
        self.row("P · u · E / 4", "% × % × # ÷ 4", &numbers, result)
    }

    fn utilisation(&self) -> Row {
        let quarterly = &self.outcome.quarterly;
        let capacity = self.at(&quarterly.capacity);
        if capacity == 0.0 {
            return self.row("0: nothing is in service", "0", &[], &quarterly.utilisation);
        }
        let numbers = [self.at(&quarterly.revenue), capacity, self.scenario.utilisation_max];
        self.row("R / (C/u)", "$ ÷ ($ ÷ %)", &numbers, &quarterly.utilisation)
    }

    fn charges(&self, step: Step) -> Row {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let life = |years: f64| f64::from(quarters(years).max(1));
        let (serve, book) = (life(input.chip_life), life(input.chip_book_life));
        let numbers = [self.at(&quarterly.depreciation), self.at(&quarterly.writeoff), input.expensing];
        match step {
            Step::Depreciation => {
                let formula = "Σ chips/book life + Σ shells/life, while in service";
                let lives = [book, life(input.shell_life)];
                self.row(formula, "chips over @ quarters, shells over @", &lives, &quarterly.depreciation)
            }
            Step::Writeoff if serve < book => {
                let formula = "cost of what retires · (1 − life/book life)";
                self.row(formula, "of the chips that served @ of @ quarters", &[serve, book], &quarterly.writeoff)
            }
            Step::Writeoff => self.row("0: chips serve out their book life", "0", &[], &quarterly.writeoff),
            _ if input.expensing > 0.0 => {
                let formula = "(1 − e) · (depreciation + write-off) + e · arrivals, new orders; the rest in full";
                let text = "of $ + $ and what arrived, with % expensed at once";
                self.row(formula, text, &numbers, &quarterly.tax_deduction)
            }
            _ => self.row("depreciation + write-off", "$ + $", &numbers, &quarterly.tax_deduction),
        }
    }

    fn tax(&self) -> Row {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let carried = self.before(&self.outcome.detail.losses_carried, 0.0);
        let numbers = [input.tax, self.at(&quarterly.ebitda), self.at(&quarterly.tax_deduction), carried];
        if input.group_relief {
            return self.row("tax · (EBITDA − deduction)", "% × ($ − $)", &numbers, &quarterly.tax);
        }
        let formula = "tax · max(0, EBITDA − deduction − losses carried)";
        self.row(formula, "% × max(0, $ − $ − $)", &numbers, &quarterly.tax)
    }
}
