//! Operations and cash with numbers (E17 to E26, and the discounting of E28).

use super::equation::Equation;
use super::writer::{EquationWriter, Substituted};
use crate::scenario::EventKind;
use crate::words::dates::quarters;

impl EquationWriter<'_> {
    /// An equation of operations or cash.
    pub fn operations(&self, equation: Equation) -> Substituted {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let [revenue, demand, gw, ebitda] =
            [&quarterly.revenue, &quarterly.demand, &quarterly.gw, &quarterly.ebitda].map(|series| self.at(series));
        let [depreciation, writeoff, ebit, fcf] =
            [&quarterly.depreciation, &quarterly.writeoff, &quarterly.ebit, &quarterly.fcf]
                .map(|series| self.at(series));
        match equation {
            Equation::CapacityFactor => self.events(EventKind::Capacity),
            Equation::Capacity => self.capacity(),
            Equation::Revenue => {
                let numbers = [demand, self.at(&quarterly.capacity)];
                self.substitute("min(D/4, C)", "min($, $)", &numbers, &quarterly.revenue)
            }
            Equation::Unmet => self.substitute("D/4 − R", "$ − $", &[demand, revenue], &quarterly.unmet),
            Equation::Utilisation => self.utilisation(),
            Equation::PowerCost => {
                let factor = self.at(&self.outcome.detail.capacity_factor);
                let numbers = [gw, input.load, input.pue, input.power_price, factor];
                let (formula, text) = if factor == 1.0 {
                    ("GW · load · PUE · 8.76 · price / 4", "# × % × % × 8.76 × % ÷ 4")
                } else {
                    ("GW · load · PUE · 8.76 · price · F / 4", "# × % × % × 8.76 × % × % ÷ 4")
                };
                self.substitute(formula, text, &numbers, &quarterly.power_cost)
            }
            Equation::SiteCost => {
                self.substitute("GW · site / 4", "# × % ÷ 4", &[gw, input.site_cost], &quarterly.site_cost)
            }
            Equation::OtherCost => {
                self.substitute("share · R", "% × $", &[input.other_cost, revenue], &quarterly.other_cost)
            }
            Equation::Ebitda => {
                let costs =
                    [&quarterly.power_cost, &quarterly.site_cost, &quarterly.other_cost, &quarterly.partner_cost];
                let [power, site, other, partners] = costs.map(|series| self.at(series));
                let numbers = [revenue, power, site, other, partners];
                let (formula, text) = if partners == 0.0 {
                    ("R − power − site − other", "$ − $ − $ − $")
                } else {
                    ("R − power − site − other − partners", "$ − $ − $ − $ − $")
                };
                self.substitute(formula, text, &numbers, &quarterly.ebitda)
            }
            Equation::PartnerCost => {
                let premium = self.at(&self.outcome.detail.premium);
                let numbers = [input.partner_share, premium, premium, revenue];
                self.substitute("part · φ/(1 + φ) · R", "% × % ÷ (1 + %) × $", &numbers, &quarterly.partner_cost)
            }
            Equation::Debt => {
                let before = self.before(&quarterly.cash_after_interest, self.outcome.summary.opening_cash);
                let formula = "share · max(0, −cash after interest(t−1))";
                self.substitute(formula, "% × max(0, −$)", &[input.debt_share, before], &quarterly.debt)
            }
            Equation::Interest => {
                let numbers = [self.at(&quarterly.debt), input.debt_rate];
                self.substitute("debt · rate / 4", "$ × % ÷ 4", &numbers, &quarterly.interest)
            }
            Equation::CashAfterInterest => {
                let before = self.before(&quarterly.cash_after_interest, self.outcome.summary.opening_cash);
                let numbers = [before, fcf, self.at(&quarterly.interest), input.tax];
                let (formula, text) = if input.group_relief {
                    ("before + FCF − interest · (1 − tax)", "$ + $ − $ × (1 − %)")
                } else {
                    ("before + FCF − interest", "$ + $ − $")
                };
                self.substitute(formula, text, &numbers, &quarterly.cash_after_interest)
            }
            Equation::Depreciation | Equation::Writeoff | Equation::TaxDeduction => self.charges(equation),
            Equation::Ebit => {
                let numbers = [ebitda, depreciation, writeoff];
                self.substitute("EBITDA − depreciation − write-off", "$ − $ − $", &numbers, &quarterly.ebit)
            }
            Equation::Nopat => self.substitute("EBIT · (1 − tax)", "$ × (1 − %)", &[ebit, input.tax], &quarterly.nopat),
            Equation::Tax => self.tax(),
            Equation::FreeCashFlow => {
                let numbers = [ebitda, self.at(&quarterly.tax), self.at(&quarterly.capex)];
                self.substitute("EBITDA − tax − capex", "$ − $ − $", &numbers, &quarterly.fcf)
            }
            Equation::CumulativeCash => {
                let before = self.before(&quarterly.cumulative_cash, self.outcome.summary.opening_cash);
                self.substitute("cash(t−1) + FCF", "$ + $", &[before, fcf], &quarterly.cumulative_cash)
            }
            _ => {
                let before = self.before(&quarterly.discounted_cash, self.outcome.summary.opening_cash);
                let numbers = [before, fcf, input.discount_rate, self.t as f64];
                let formula = "before + FCF · (1 + r)^(−t/4)";
                self.substitute(formula, "$ + $ × (1 + %)^(−@ ÷ 4)", &numbers, &quarterly.discounted_cash)
            }
        }
    }

    fn capacity(&self) -> Substituted {
        let (detail, result) = (&self.outcome.detail, &self.outcome.quarterly.capacity);
        let (shells, chips) = (self.at(&detail.shell_gw), self.at(&detail.chip_gw));
        let used = self.scenario.utilisation_max;
        let (own_use, factor) = (self.scenario.own_use, self.at(&detail.capacity_factor));
        let sold = [self.at(&detail.price), used, self.at(&detail.effective)];
        if own_use > 0.0 || factor != 1.0 {
            let housed = if shells < chips { shells / chips } else { 1.0 };
            let numbers = [&sold[..], &[own_use, housed, factor]].concat();
            let formula = "P · u · E · (1 − own use) · housed · F / 4";
            return self.substitute(formula, "% × % × # × (1 − %) × % × % ÷ 4", &numbers, result);
        }
        let numbers = [&sold[..], &[shells, chips]].concat();
        if shells < chips {
            return self.substitute("P · u · E · shell GW/chip GW / 4", "% × % × # × # ÷ # ÷ 4", &numbers, result);
        }
        self.substitute("P · u · E / 4", "% × % × # ÷ 4", &numbers, result)
    }

    fn utilisation(&self) -> Substituted {
        let quarterly = &self.outcome.quarterly;
        let capacity = self.at(&quarterly.capacity);
        if capacity == 0.0 {
            return self.substitute("0: nothing is in service", "0", &[], &quarterly.utilisation);
        }
        let numbers = [self.at(&quarterly.revenue), capacity, self.scenario.utilisation_max];
        self.substitute("R / (C/u)", "$ ÷ ($ ÷ %)", &numbers, &quarterly.utilisation)
    }

    fn charges(&self, equation: Equation) -> Substituted {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let life = |years: f64| f64::from(quarters(years).max(1));
        let (serve, book) = (life(input.chip_life), life(input.chip_book_life));
        let numbers = [self.at(&quarterly.depreciation), self.at(&quarterly.writeoff), input.expensing];
        match equation {
            Equation::Depreciation => {
                let formula = "Σ chips/book life + Σ shells/life, while in service";
                let lives = [book, life(input.shell_life)];
                self.substitute(formula, "chips over @ quarters, shells over @", &lives, &quarterly.depreciation)
            }
            Equation::Writeoff if serve < book => {
                let formula = "cost of what retires · (1 − life/book life)";
                self.substitute(
                    formula,
                    "of the chips that served for @ of @ quarters",
                    &[serve, book],
                    &quarterly.writeoff,
                )
            }
            Equation::Writeoff => self.substitute("0: chips serve for their book life", "0", &[], &quarterly.writeoff),
            _ if input.expensing > 0.0 => {
                let formula = "(1 − e) · (depreciation + write-off) + e · arrivals, for new chips; all else in full";
                let text = "of $ + $ and the arriving chips, with % expensed at once";
                self.substitute(formula, text, &numbers, &quarterly.tax_deduction)
            }
            _ => self.substitute("depreciation + write-off", "$ + $", &numbers, &quarterly.tax_deduction),
        }
    }

    fn tax(&self) -> Substituted {
        let (input, quarterly) = (self.scenario, &self.outcome.quarterly);
        let carried = self.before(&self.outcome.detail.losses_carried, 0.0);
        let numbers = [input.tax, self.at(&quarterly.ebitda), self.at(&quarterly.tax_deduction), carried];
        if input.group_relief {
            return self.substitute("tax · (EBITDA − deduction)", "% × ($ − $)", &numbers, &quarterly.tax);
        }
        let formula = "tax · max(0, EBITDA − deduction − losses carried)";
        self.substitute(formula, "% × max(0, $ − $ − $)", &numbers, &quarterly.tax)
    }
}
